// What is measured, for every peer alike: tests/bench/peers.rs opens page.html and calls `peer`.
//
// A peer is { open(), all(), load(rows), put(row) }: it opens its database, reads every row, writes many, writes one.

// Porchlight calls nothing saved that is not on the disk. The peers are held to the same: browsers otherwise say
// “done” as soon as the system has taken the bytes, and PouchDB has no setting for it.
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (stores, mode, options) {
  return begin.call(this, stores, mode, { ...options, durability: 'strict' });
};

/** How many rows the page shows; lists of very many show no more at once. */
const SHOWN = 50;

const soon = () => new Promise((go) => {
  const port = new MessageChannel();
  port.port1.onmessage = go;
  port.port2.postMessage(0);
});
/** The next frame, once it is painted: when it began. */
const frame = () => new Promise((go) => requestAnimationFrame((began) => soon().then(() => go(began))));

/** How many milliseconds something takes. */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const searched = (row) => fold(`${row.name} ${row.contact_name} ${row.contact_phone} ${row.offers}`);

function show(rows) {
  document.querySelector('#count').textContent = `${rows.length} in all`;
  document.querySelector('#list').replaceChildren(...rows.slice(0, SHOWN).map((row) => {
    const item = document.createElement('li');
    item.textContent = `${row.name} ${row.contact_name}`;
    return item;
  }));
}

export async function measure({ open, all, load, put }) {
  await open();
  // What a start is: everything read and sorted, and the beginning of the list on the screen.
  let rows = (await all()).sort(byName);
  show(rows);
  await frame();
  window.usableAt = performance.now();

  /**
   * For every letter of the words how long it took until the list was painted, and how much of that was work: what is
   * left without the wait for the next frame. The same as tests/bench/search.js.
   */
  async function letters(words, find) {
    const spent = [];
    for (const word of words)
      for (let length = 1; length <= word.length; length++) {
        await frame();
        const start = performance.now();
        show(await find(fold(word.slice(0, length))));
        await soon();
        const idle = performance.now();
        const began = await frame();
        const painted = performance.now() - start;
        spent.push([painted, painted - Math.max(0, began - idle)]);
      }
    return spent;
  }

  window.peer = {
    /** Takes in a file of rows, with its text in memory as Porchlight has it when a file was chosen. */
    async import(file) {
      const text = await (await fetch(file)).text();
      return timed(() => load(JSON.parse(text)));
    },
    async save(times) {
      const spent = [];
      for (let number = 0; number < times; number++) {
        const id = crypto.randomUUID().replaceAll('-', '');
        const row = { ...rows[number], id, name: `Bench ${number}` };
        spent.push(await timed(() => put(row)));
        await new Promise((go) => setTimeout(go, 20));
      }
      return spent;
    },
    /** Over the rows in memory, with their folded text beside them. */
    async search(words) {
      const texts = rows.map(searched);
      return letters(words, (wanted) => rows.filter((_, at) => texts[at].includes(wanted)));
    },
    /** Over the rows as they are stored: what one does who keeps none in memory. The first letters alone. */
    async search_stored(words) {
      const some = words.map((word) => word.slice(0, 1));
      return letters(some, async (wanted) => (await all()).filter((row) => searched(row).includes(wanted)));
    },
    async export() {
      return timed(async () => new Blob([JSON.stringify(await all())]));
    },
  };
}
