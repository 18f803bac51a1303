// The report of `make bench`: reads what was measured (target/bench/figures.jsonl) and writes bench.json, bench.md and
// bench.svg beside it. With --publish it puts the last ones into docs/ and README.md instead, and measures nothing.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { chart } from './bench-chart.mjs';

const OUT = 'target/bench';
const OURS = 'Porchlight';
/** Another build, measured to compare with: `make bench BEFORE=its-folder`. */
const BEFORE = 'Porchlight before';
const WHO = [OURS, 'plain IndexedDB', 'Dexie', 'RxDB', 'PouchDB'];
/** Those beside whom what many devices wrote is merged, natively. */
const MERGE = ['Automerge', 'Loro'];
const MOST = 100_000;
/** The kinds of work, in the order of the tables. */
const ORDER = [
  'start to a usable list', 'start right after an import', 'import', 'import, to the preview', 'one save', 'one save, 95 of 100', 'a letter of a search',
  'a letter of a search, the work of it', 'a letter of a search, slowest', 'a letter, rows read anew', 'export', 'memory: held by the page',
  'memory: objects of JavaScript', 'memory: of wasm', "memory: the page's process",
];

/** What stands under the tables: what the figures are worth. */
const NOTES = [
  'Everybody has the same made-up partners (six fields each, about 250 bytes of JSON) in the same Chromium in the same run, and calls a write done only when it is on the disk (`durability: "strict"`, also where the library has no setting for it).',
  'The peers do less. They keep rows as they are: no log of who changed what, no hashes, no undo, no search that is kept up, and no page besides a list of the first 50. RxDB and PouchDB keep revisions; RxDB uses the storage over IndexedDB that is free. None has an index besides the key, which writes fastest.',
  'Porchlight is measured as a person meets it: a start from the tap until the list is painted, with the whole app; an import from the file until it is taken in, every line hashed; a save from “Done” until “Saved on this tablet” is there. A peer’s save is the call alone; its import has the text of the file in memory. An export is made anew from what is stored: Porchlight’s with the whole history, the peers’ as an array of rows.',
  'A letter is timed from the key until the list is painted, so a wait for the next frame (up to 17 ms) is in it; the work of it is what is left without. The peers look through rows that are all in memory, with their folded text beside them; “rows read anew” is what it takes without that.',
  'Slowed down four times is the page’s own thread (Chromium’s `Emulation.setCPUThrottlingRate`); the database, the disk and what is compiled beside the page keep their speed. What is opened then was imported before.',
  'Once the app is idle after an import it stores a snapshot, from which it starts from then on; a start right after an import replays the log.',
  'Syncing: two tablets of Porchlight, from the tap until the screen says that it is done, which it says only of what it has read back from the place and proven; a new place is tried first, too. PouchDB: the call alone, with batches of 1,000 documents, of the same partners; nothing is read back. `porchlight serve` has every file on the disk before it answers; PouchDB Server keeps all in memory. All of it on one computer, so the network costs next to nothing. One note is the median of five.',
  'Memory is what the page holds once its list can be used, after its garbage was collected; the process is all that the system gives it, with what the browser itself needs.',
  'Visits: the server holds back what it sends (1.6 Mbit/s shared by all connections, 150 ms until an answer begins) and compresses as a good host does. Chromium’s own network throttle would leave out what the service worker fetches. Opening a connection costs nothing here.',
  'Merge: a hundred devices start from the same 1,000 partners and write 1,000 edits each, the same ones for everybody: seven in ten change a field, two note a new partner, one counts. Each edit is saved by itself. Natively, in memory, in a process each (`benches/merge`); at the end all have as many partners and have counted as many items. Porchlight’s bytes are readable JSON with who wrote what, when and over what, and each line’s hash, which merging proves; it counts by a record of its own, the others by a counter. Automerge and Loro are asked to make the bytes that are stored once, at the end.',
];

const file = (name) => `${OUT}/${name}`;
const version = (command, ...args) => execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** The version of a crate that is merged beside. */
const crate = (name) => readFileSync('benches/merge/Cargo.toml', 'utf8').match(new RegExp(`^${name} = "=(.*)"$`, 'm'))?.[1];

function machine() {
  const [{ model }] = cpus();
  const { dependencies } = JSON.parse(readFileSync('benches/peers/package.json', 'utf8'));
  return {
    processor: model.trim(),
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release().split('-')[0]} ${arch()}`,
    browser: version('chromium', '--version'),
    commit: version('git', 'describe', '--always', '--dirty'),
    day: new Date().toISOString().slice(0, 10),
    peers: {
      ...Object.fromEntries(Object.entries(dependencies).filter(([name]) => /dexie|rxdb|pouchdb|lighthouse/.test(name))),
      ...Object.fromEntries(MERGE.map((who) => [who.toLowerCase(), crate(who.toLowerCase())])),
    },
  };
}

const count = (number) => number.toLocaleString('en-US');
function shown({ value, unit }) {
  if (unit === 'ms') return value < 10 ? value.toFixed(1) : count(Math.round(value));
  return unit === 'MB' ? `${Math.round(value)} MB` : count(Math.round(value));
}

/** Those of them who were measured, the build from before among them. */
function measured(figures) {
  const all = [OURS, BEFORE, ...WHO.slice(1), ...MERGE];
  return all.filter((who) => figures.some((figure) => figure.who === who));
}

/** A table whose first column is text. */
function table(head, rows) {
  return [head, head.map((_, at) => (at ? '---:' : '---')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** What all of them do, with so many records on so slow a processor: a row for each kind of work. */
function work(figures, records, slower) {
  const some = figures.filter((f) => f.table === 'work' && f.records === records && f.slower === slower);
  const kinds = [...new Set([...ORDER.filter((what) => some.some((f) => f.what === what)), ...some.map(({ what }) => what)])];
  const cell = (what, who) => {
    const found = some.find((f) => f.what === what && f.who === who);
    return found ? shown(found) : '–';
  };
  const who = measured(figures);
  return table(['', ...who], kinds.map((what) => [what, ...who.map((one) => cell(what, one))]));
}

function visits(figures) {
  const some = figures.filter((f) => f.table === 'visits');
  const moments = [...new Set(some.map(({ what }) => what))];
  const which = [...new Set(some.map(({ visit }) => visit))];
  const cell = (who, visit, what) => {
    const found = some.find((f) => f.who === who && f.visit === visit && f.what === what);
    return found ? shown(found) : '–';
  };
  const rows = measured(some).flatMap((who) => which.map((visit) => [who, visit]));
  const name = (who, visit) => (who === OURS ? visit : `${visit}, before`);
  return table(['', ...moments], rows.map(([who, visit]) => [name(who, visit), ...moments.map((what) => cell(who, visit, what))]));
}

function scores(figures) {
  const some = figures.filter((f) => f.table === 'lighthouse');
  return some.map(({ what, value }) => `${what} ${value}`).join(', ');
}

const named = ({ processor, cores, memory_gb, system, browser, day }) =>
  `${processor}, ${cores} cores, ${memory_gb} GB, ${system}; ${browser}; ${day}`;

function report({ machine, figures }) {
  const parts = [`# How fast, and how light\n\nMade by \`make bench\`. Milliseconds, medians, unless said. ${named(machine)}.\n`];
  const peers = Object.entries(machine.peers).map(([name, version]) => `${name} ${version}`);
  parts.push(`Beside and with: ${peers.join(', ')}.\n\n![The work with 100,000 partners, and starts as they grow](bench.svg)\n`);
  const all = figures.filter((f) => f.table === 'work');
  for (const records of [...new Set(all.map((f) => f.records))].sort((a, b) => b - a))
    for (const slower of [...new Set(all.filter((f) => f.records === records).map((f) => f.slower))])
      parts.push(`## ${count(records)} partners${slower > 1 ? `, slowed down ${slower} times` : ''}\n\n${work(figures, records, slower)}\n`);
  if (figures.some((f) => f.table === 'visits'))
    parts.push(`## Visits\n\nA processor slowed down four times, a network of 1.6 Mbit/s and 150 ms.\n\n${visits(figures)}\n`);
  if (scores(figures)) parts.push(`## Lighthouse\n\nThe first visit, as a phone with a slow network: ${scores(figures)}.\n`);
  for (const name of [...new Set(figures.map((f) => f.table))].filter((name) => !['work', 'visits', 'lighthouse'].includes(name))) {
    const some = figures.filter((f) => f.table === name);
    const kinds = [...new Set(some.map(({ what }) => what))];
    const cell = (what, who) => some.filter((f) => f.what === what && f.who === who).map(shown)[0] ?? '–';
    const rows = kinds.map((what) => [what, ...measured(some).map((who) => cell(what, who))]);
    // Measured by itself, elsewhere than the rest.
    const on = some[0].on ? `${some[0].on}.\n\n` : '';
    parts.push(`## ${name[0].toUpperCase()}${name.slice(1)}\n\n${on}${table(['', ...measured(some)], rows)}\n`);
  }
  parts.push(`## What the figures are worth\n\n${NOTES.map((note) => `- ${note}`).join('\n')}\n`);
  return parts.join('\n');
}

/** The short form: the chart, and the rows that matter most. */
function forReadme({ machine, figures }) {
  const rows = ['start to a usable list', 'import', 'one save', 'a letter of a search', 'export', 'memory: held by the page'];
  const now = figures.filter((f) => f.who !== BEFORE);
  const some = now.filter((f) => f.table !== 'work' || rows.includes(f.what));
  return [
    '![The same work in Porchlight, plain IndexedDB, Dexie, RxDB and PouchDB](docs/bench.svg)',
    `With ${count(MOST)} partners, in milliseconds, every write on the disk before it counts (${named(machine)}):`,
    work(some, MOST, 1),
    'The peers do less: they keep rows, with no log, no hashes and no undo, and their save is the call alone, where Porchlight’s goes from “Done” to “Saved on this tablet”.',
    'On a processor slowed down four times, over 1.6 Mbit/s with 150 ms:',
    visits(now),
    `Lighthouse, first visit: ${scores(figures)}. [All figures, how they grow, and what they are worth](docs/bench.md); \`make bench\` measures them anew.`,
  ].join('\n\n');
}

function write() {
  const lines = readFileSync(file('figures.jsonl'), 'utf8').trim().split('\n');
  const all = { machine: machine(), figures: lines.map((line) => JSON.parse(line)) };
  writeFileSync(file('bench.json'), `${JSON.stringify(all, null, 1)}\n`);
  writeFileSync(file('bench.md'), report(all));
  writeFileSync(file('bench.svg'), chart(all.figures, WHO, MOST, shown));
  console.log(report(all));
}

function publish() {
  const [begin, end] = ['<!-- make bench-readme writes this -->', '<!-- until here -->'];
  const all = JSON.parse(readFileSync(file('bench.json'), 'utf8'));
  for (const name of ['bench.json', 'bench.md', 'bench.svg']) copyFileSync(file(name), `docs/${name}`);
  const readme = readFileSync('README.md', 'utf8');
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md lacks “${begin}” or “${end}”`);
  writeFileSync('README.md', `${readme.slice(0, from + begin.length)}\n${forReadme(all)}\n${readme.slice(to)}`);
}

if (process.argv[2] === '--publish') publish();
else write();
