// Writes a folder for hosts that send files compressed beforehand: every file of a build, and beside each that gets
// smaller the same as brotli (.br) and gzip (.gz). `node scripts/pack.mjs FROM TO`
import { cpSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [from, to] = process.argv.slice(2);
/** What these hold is compressed already. */
const PACKED = new Set(['.png', '.woff2']);

const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

rmSync(to, { recursive: true, force: true });
cpSync(from, to, { recursive: true });
for (const name of readdirSync(from, { recursive: true })) {
  const file = join(to, name);
  if (!statSync(file).isFile() || PACKED.has(extname(file))) continue;
  const bytes = readFileSync(file);
  for (const [ending, pack] of [['br', brotli], ['gz', (all) => gzipSync(all, { level: 9 })]]) {
    const packed = pack(bytes);
    if (packed.length < bytes.length) writeFileSync(`${file}.${ending}`, packed);
  }
}
