// PouchDB: https://pouchdb.com
import { measure } from './measure.js';
import PouchDB from 'pouchdb-browser';

let database;

const document_of = ({ id, ...rest }) => ({ _id: id, ...rest });

measure({
  async open() {
    database = new PouchDB('pouchdb', { auto_compaction: true });
    await database.info();
  },
  all: async () => (await database.allDocs({ include_docs: true })).rows.map(({ doc }) => doc),
  async load(rows) {
    const written = await database.bulkDocs(rows.map(document_of));
    if (!written.every(({ ok }) => ok)) throw new Error('not every row was written');
  },
  put: (row) => database.put(document_of(row)),
});
