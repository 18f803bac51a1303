// Says where the code of the app is: bytes raw and as brotli -q 11, by the crate a function is from, and by the room it
// is compiled for (a function of a library that is compiled for a closure of ours counts as ours). Reads the wasm as
// rustc wrote it, which still has its names, in the second mangling scheme (see .cargo/config.toml).
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const bytes = readFileSync(process.argv[2]);
let at = 8;

const byte = () => bytes[at++];
function number() {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const next = byte();
    value += (next & 127) * 2 ** shift;
    if (next < 128) return value;
  }
}
function text() {
  const length = number();
  return bytes.toString('utf8', at, (at += length));
}
function skipLimits() {
  const flags = byte();
  number();
  if (flags & 1) number();
}

let imported = 0;
const bodies = [];
const names = new Map();
while (at < bytes.length) {
  const section = byte();
  const length = number();
  const end = at + length;
  if (section === 2) {
    for (let left = number(); left > 0; left--) {
      text();
      text();
      const kind = byte();
      if (kind === 0) imported++, number();
      else if (kind === 1) byte(), skipLimits();
      else if (kind === 2) skipLimits();
      else if (kind === 3) byte(), byte();
      else throw new Error(`an import of kind ${kind}`);
    }
  } else if (section === 10) {
    for (let left = number(); left > 0; left--) {
      const size = number();
      bodies.push(bytes.subarray(at, at + size));
      at += size;
    }
  } else if (section === 0 && text() === 'name') {
    while (at < end) {
      const part = byte();
      const size = number();
      const stop = at + size;
      if (part === 1) for (let left = number(); left > 0; left--) names.set(number(), text());
      at = stop;
    }
  }
  at = end;
}

/** The names on the path that begins here in a mangled name, at most so many. */
function path(mangled, from, most) {
  const found = [];
  let here = from;
  while (found.length < most) {
    const step = /^(?:s[0-9a-zA-Z]*_)?(\d+)_?/.exec(mangled.slice(here));
    if (!step) break;
    const start = here + step[0].length;
    found.push(mangled.slice(start, start + Number(step[1])));
    here = start + Number(step[1]);
  }
  return found;
}

function crateOf(mangled) {
  const root = /C(?:s[0-9a-zA-Z]*_)?(?=\d)/.exec(mangled);
  return root ? path(mangled, root.index + root[0].length, 1)[0] : 'no name';
}

const ROOMS_WITH_SCREENS = ['ui', 'hubs', 'canvass', 'interviews', 'findings', 'partners', 'events'];
function roomOf(mangled) {
  // The last name is that of the crate it was compiled in, which tells nothing.
  const own = mangled.indexOf('10porchlight');
  const [, room, inner] = own < 0 ? [] : path(mangled, own, 3);
  if (!room) return 'shared by all';
  return ROOMS_WITH_SCREENS.includes(room) && inner === 'screens' ? `${room}::screens` : room;
}

function table(title, groupOf) {
  const groups = new Map();
  bodies.forEach((body, index) => {
    const group = groupOf(names.get(imported + index) ?? '');
    groups.set(group, [...(groups.get(group) ?? []), body]);
  });
  const rows = [...groups].map(([name, own]) => {
    const joined = Buffer.concat(own);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: joined.length };
    return { name, functions: own.length, raw: joined.length, brotli: brotliCompressSync(joined, { params }).length };
  });
  console.log(`\n| ${title} | functions | raw bytes | brotli |\n|---|---:|---:|---:|`);
  rows.sort((a, b) => b.raw - a.raw);
  const few = rows.filter((row) => row.raw < 4096);
  for (const row of rows.filter((row) => row.raw >= 4096)) {
    console.log(`| ${row.name} | ${row.functions} | ${row.raw} | ${row.brotli} |`);
  }
  const sum = (key) => few.reduce((all, row) => all + row[key], 0);
  if (few.length) console.log(`| ${few.length} smaller | ${sum('functions')} | ${sum('raw')} | ${sum('brotli')} |`);
}

table('compiled for', roomOf);
table('from the crate', crateOf);
