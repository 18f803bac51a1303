// PouchDB that replicates with a server, beside Porchlight that syncs: tests/bench/syncing.rs opens page.html?replicate and
// calls `peer`.
import { timed } from './measure.js';
import PouchDB from 'pouchdb-browser';

const database = new PouchDB('pouchdb', { auto_compaction: true });
await database.info();

/** Larger batches than PouchDB's own, since more than one request after the other is what takes the time. */
const BATCHES = { batch_size: 1000 };
const document_of = ({ id, ...rest }) => ({ _id: id, ...rest });

/** Replicates; how long that took. As many documents have to go or come as are expected. */
async function replicated(begin, expected) {
  let written;
  const spent = await timed(async () => ({ docs_written: written } = await begin()));
  if (written !== expected) throw new Error(`${written} documents, not ${expected}`);
  return spent;
}

window.peer = {
  async load(file) {
    const rows = await (await fetch(file)).json();
    await database.bulkDocs(rows.map(document_of));
  },
  /** Changes so many documents that are there. */
  async change(count) {
    const { rows } = await database.allDocs({ include_docs: true, limit: count });
    for (const { doc } of rows) await database.put({ ...doc, name: `${doc.name} again` });
  },
  push: (server, expected) => replicated(() => database.replicate.to(server, BATCHES), expected),
  pull: (server, expected) => replicated(() => database.replicate.from(server, BATCHES), expected),
};
window.usableAt = performance.now();
