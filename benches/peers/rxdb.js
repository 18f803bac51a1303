// RxDB with the storage over IndexedDB that is free: https://rxdb.info
import { measure } from './measure.js';
import { createRxDatabase } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

const text = { type: 'string' };
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 32 },
    name: text, type: text, status: text, contact_name: text, contact_phone: text, offers: text,
  },
  required: ['id', 'name'],
};

let rows;

measure({
  async open() {
    const storage = getRxStorageDexie({ chromeTransactionDurability: 'strict' });
    const database = await createRxDatabase({ name: 'rxdb', storage });
    ({ rows } = await database.addCollections({ rows: { schema } }));
  },
  all: async () => (await rows.find().exec()).map((row) => row.toJSON()),
  async load(all) {
    const { error } = await rows.bulkInsert(all);
    if (error.length) throw new Error(`${error.length} rows were not written`);
  },
  put: (row) => rows.insert(row),
});
