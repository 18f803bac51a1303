// Prints what a first visit costs: bytes raw and as brotli -q 11, by kind of file. Fails where it is more than it may be.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = process.argv[2] ?? 'dist';
const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

const KINDS = { '.wasm': 'wasm', '.js': 'js', '.css': 'css', '.html': 'html', '.woff2': 'fonts' };
const sums = new Map();
for (const entry of readdirSync(dist, { recursive: true })) {
  const path = join(dist, entry);
  if (!statSync(path).isFile()) continue;
  const bytes = readFileSync(path);
  const kind = KINDS[extname(path)] ?? 'other';
  const sum = sums.get(kind) ?? { files: 0, raw: 0, brotli: 0 };
  // Fonts and pictures are compressed already.
  const packed = kind === 'fonts' || extname(path) === '.png' ? bytes.length : brotli(bytes);
  sums.set(kind, { files: sum.files + 1, raw: sum.raw + bytes.length, brotli: sum.brotli + packed });
}

const line = (name, { files, raw, brotli }) =>
  console.log(`${name.padEnd(22)}${String(files).padStart(5)}${String(raw).padStart(12)}${String(brotli).padStart(12)}`);
const total = (kinds) =>
  kinds.reduce((all, kind) => {
    const one = sums.get(kind) ?? { files: 0, raw: 0, brotli: 0 };
    return { files: all.files + one.files, raw: all.raw + one.raw, brotli: all.brotli + one.brotli };
  }, { files: 0, raw: 0, brotli: 0 });

console.log(`${''.padEnd(22)}${'files'.padStart(5)}${'raw bytes'.padStart(12)}${'brotli'.padStart(12)}`);
for (const kind of ['wasm', 'js', 'css', 'html', 'fonts', 'other']) line(kind, total([kind]));
line('wasm + js', total(['wasm', 'js']));
line('wasm + js + css', total(['wasm', 'js', 'css']));
line('everything', total([...sums.keys()]));

// What it may be at most: wasm and loader are what a first visit waits for.
const BUDGET = 1_075_000;
const spent = total(['wasm', 'js']).brotli;
if (spent > BUDGET) {
  console.error(`\nwasm + js are ${spent} bytes as brotli, ${spent - BUDGET} more than the ${BUDGET} they may be (scripts/size.mjs)`);
  process.exit(1);
}
