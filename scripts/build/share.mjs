// Looks for the groups in scripts/build/parts.mjs by which the largest part of the app is smallest: which of the modules
// that parts share go into one file. Run it after a release, when `make size` says that a part has become too large:
//
//   node scripts/build/share.mjs [GROUPS]
//
// It begins with the groups as they are, changes them by chance and keeps what is better (simulated annealing), with the
// same numbers each time. Sizes are those of each module compressed by itself before optimizing, to compare by.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { AMONG, CHUNK, split } from './parts.mjs';

/** What a file more costs whoever loads it, in bytes. */
const A_FILE = 1_000;
const ROUNDS = 40;
const STEPS = 5_000;

/** A module without its custom sections, which hold names and what the linker knows. */
function bare(bytes) {
  const kept = [];
  for (let at = 8; at < bytes.length; ) {
    let [end, size, shift] = [at + 1, 0, 0];
    do {
      size += (bytes[end] & 0x7f) * 2 ** shift;
      shift += 7;
    } while (bytes[end++] & 0x80);
    if (bytes[at] !== 0) kept.push(bytes.subarray(end, end + size));
    at = end + size;
  }
  return Buffer.concat(kept);
}
const sizeOf = (file) => {
  if (!existsSync(join(split, file))) return 0;
  return brotliCompressSync(bare(readFileSync(join(split, file))), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;
};
const shared = new Map();
for (const [, parts, , file] of readFileSync(join(split, '__wasm_split.js'), 'utf8').matchAll(CHUNK)) {
  if (!parts.split(', ').includes('everyday')) shared.set(parts, (shared.get(parts) ?? 0) + sizeOf(file));
}
const names = [...new Set([...shared.keys()].flatMap((parts) => parts.split(', ')))].sort();
const own = names.map((name) => sizeOf(`split_${name}.wasm`));
// A set of parts is a number with a bit for each.
const setOf = (parts) => parts.reduce((set, part) => set | (1 << names.indexOf(part)), 0);
const chunks = [...shared].map(([parts, size]) => [setOf(parts.split(', ')), size]);

/** How large each part is with all that it loads. */
function parts(groups) {
  const size = Array(groups.length + 1).fill(0);
  const users = Array(groups.length + 1).fill(0);
  for (const [set, bytes] of chunks) {
    const fits = groups.findIndex((group) => (set & ~group) === 0);
    const into = fits < 0 ? groups.length : fits;
    size[into] += bytes;
    users[into] |= set;
  }
  return own.map((bytes, part) => size.reduce((sum, more, file) => sum + ((users[file] >> part) & 1 ? more + A_FILE : 0), bytes));
}
const cost = (groups) => {
  const sizes = parts(groups);
  return 4 * Math.max(...sizes) + sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
};

let seed = 1;
const chance = () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff) / 0x7fffffff;
const any = (below) => Math.floor(chance() * below);

const now = AMONG.map(setOf);
const count = Number(process.argv[2] ?? now.length);
let best = now;
for (let round = 0; round < ROUNDS; round += 1) {
  let groups = (round % 2 ? best : now).slice(0, count);
  while (groups.length < count) groups.push(any(1 << names.length));
  for (let step = 0, heat = 20_000; step < STEPS; step += 1, heat *= 0.999) {
    const next = [...groups];
    const [at, way] = [any(count), chance()];
    if (way < 0.75) next[at] ^= 1 << any(names.length);
    else if (way < 0.9) [next[at], next[any(count)]] = [next[any(count)], next[at]];
    else [next[at]] = chunks[any(chunks.length)];
    const worse = cost(next) - cost(groups);
    if (worse < 0 || chance() < Math.exp(-worse / heat)) groups = next;
    if (cost(groups) < cost(best) || best.length !== count) best = groups;
  }
}
for (const [what, groups] of [['now', now], ['found', best]]) {
  const sizes = parts(groups).map((size, part) => `${names[part]} ${Math.round(size / 1_000)}`);
  console.log(`${what}: ${sizes.join(', ')} (KB)`);
}
for (const group of best) console.log(`  [${names.filter((_, part) => (group >> part) & 1).map((name) => `'${name}'`).join(', ')}],`);
