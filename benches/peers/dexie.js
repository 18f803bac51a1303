// Dexie: https://dexie.org
import { measure } from './measure.js';
import { Dexie } from 'dexie';

const database = new Dexie('dexie', { chromeTransactionDurability: 'strict' });
database.version(1).stores({ rows: 'id' });

measure({
  open: () => database.open(),
  all: () => database.rows.toArray(),
  load: (rows) => database.rows.bulkPut(rows),
  put: (row) => database.rows.put(row),
});
