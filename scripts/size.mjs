// Prints what the release costs: bytes raw and as brotli -q 11; first by kind of file, then the program by its parts: what
// a first visit waits for, what is needed every day and comes right after it, and what is loaded when somebody first goes
// to a part. Fails where a part is more than it may be.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

// What it may be at most, as brotli. The first visit waits for the main part and the two scripts that load it and the rest.
const BUDGET = { first: 349_000, part: 332_000, all: 2_402_000 };
/** Bytes (brotli) of program for a line of code without tests. */
const A_LINE = 23;

const dist = process.argv[2] ?? 'dist';
const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
const none = () => ({ files: 0, raw: 0, brotli: 0 });
const add = (a, b) => ({ files: a.files + b.files, raw: a.raw + b.raw, brotli: a.brotli + b.brotli });

const files = new Map();
for (const entry of readdirSync(dist, { recursive: true })) {
  const path = join(dist, entry);
  if (!statSync(path).isFile()) continue;
  const bytes = readFileSync(path);
  // Fonts and pictures are compressed already.
  const packed = ['.woff2', '.png'].includes(extname(path)) ? bytes.length : brotli(bytes);
  files.set(entry, { files: 1, raw: bytes.length, brotli: packed });
}
const sum = (wanted) => [...files].filter(([name]) => wanted(name)).reduce((all, [, one]) => add(all, one), none());

const line = (name, { files, raw, brotli }) =>
  console.log(`${name.padEnd(28)}${String(files).padStart(5)}${String(raw).padStart(12)}${String(brotli).padStart(12)}`);
const heading = (name) => console.log(`${name.padEnd(28)}${'files'.padStart(5)}${'raw bytes'.padStart(12)}${'brotli'.padStart(12)}`);

heading('by kind');
const KINDS = { wasm: '.wasm', js: '.js', css: '.css', html: '.html', fonts: '.woff2' };
for (const [kind, ending] of Object.entries(KINDS)) line(kind, sum((name) => name.endsWith(ending)));
line('other', sum((name) => !Object.values(KINDS).includes(extname(name))));
line('everything', sum(() => true));

// ---- The program by its parts ------------------------------------------------------------

const found = (pattern) => [...files.keys()].find((name) => pattern.test(name));
const loader = readFileSync(join(dist, found(/^chunks-.*\.js$/)), 'utf8');
/** The file that each loader of the script fetches, and the loaders that it waits for. */
const loaders = new Map();
for (const body of loader.split(/^(?=(?:export )?const __)/m)) {
  const [, name, rest] = body.match(/^(?:export )?const (__\w+) = ([^]*)$/) ?? [];
  if (name) loaders.set(name, { file: rest.match(/"\.\/([^"]+\.wasm)"/)?.[1], waits: rest.match(/__load_\w+/g) ?? [] });
}
const filesOf = (name) => {
  const { file, waits } = loaders.get(name);
  return [file, ...waits.flatMap(filesOf)].filter(Boolean);
};
const total = (names) => sum((name) => names.includes(name));

console.log();
heading('the program');
const program = [...files.keys()].filter((name) => /^[^/]*-[0-9a-f]{16}(_bg)?\.(wasm|js)$/.test(name) && !/^(boot|start)-/.test(name));
const chunks = new Set([...loaders.values()].map(({ file }) => file));
const first = total(program.filter((name) => !chunks.has(name)));
line('first visit', first);
const parts = [...loaders.keys()].filter((name) => name.startsWith('__wasm_split_load_')).sort();
const spent = [['the first visit', first.brotli, BUDGET.first]];
// What is needed every day is loaded before any other part.
const everyday = filesOf('__wasm_split_load_everyday');
for (const name of parts) {
  const part = name.replace('__wasm_split_load_', '');
  const { file } = loaders.get(name);
  const whole = total(file ? filesOf(name).filter((name) => !everyday.includes(name)) : everyday);
  line(file ? `${part} and what it shares` : `${part}, right after it`, whole);
  if (file) line('  of this its own', total([file]));
  spent.push([part, whole.brotli, BUDGET.part]);
}
const all = total(program);
line('all of it', all);
spent.push(['all of the program', all.brotli, BUDGET.all]);

const code = readdirSync('src', { recursive: true })
  .filter((name) => name.endsWith('.rs') && !/(^|\/)(tests?|testing|desk)(\/|\.rs$)/.test(name))
  .reduce((lines, name) => lines + readFileSync(join('src', name), 'utf8').split('\n#[cfg(test)]\nmod tests {')[0].split('\n').length, 0);
console.log(`${(all.brotli / code).toFixed(1)} bytes for each of ${code} lines of code without tests`);
spent.push(['a line of code', all.brotli / code, A_LINE]);

for (const [what, bytes, most] of spent.filter(([, bytes, most]) => bytes > most)) {
  console.error(`\n${what}: ${Math.round(bytes)} bytes as brotli, more than the ${most} it may be (scripts/size.mjs)`);
  process.exitCode = 1;
}
