// Rows in IndexedDB, with nothing in between.
import { measure } from './measure.js';

const asked = (request) => new Promise((yes, no) => {
  request.onsuccess = () => yes(request.result);
  request.onerror = () => no(request.error);
});
const ended = (transaction) => new Promise((yes, no) => {
  transaction.oncomplete = yes;
  transaction.onabort = () => no(transaction.error);
});

let database;

async function write(rows) {
  const transaction = database.transaction('rows', 'readwrite');
  const store = transaction.objectStore('rows');
  for (const row of rows) store.put(row);
  await ended(transaction);
}

measure({
  async open() {
    const opening = indexedDB.open('plain', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
    database = await asked(opening);
  },
  all: () => asked(database.transaction('rows').objectStore('rows').getAll()),
  load: write,
  put: (row) => write([row]),
});
