// Writes the service worker of a built app: it keeps every file of the folder, and knows each by its size and SHA-256.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** What each file is served as from the tablet, whatever the server called it. */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : [path];
    })
    .sort();
}

/** Writes `sw.js` into a folder, in place of one that is there. */
export function writeServiceWorker(folder) {
  const own = join(folder, 'sw.js');
  const assets = files(folder).filter((file) => file !== own).map((file) => {
    const path = relative(folder, file).split(sep).join('/');
    const type = TYPES[extname(file)];
    if (!type) throw new Error(`no content type for ${path}; add it to TYPES in scripts/build/worker.mjs`);
    const bytes = readFileSync(file);
    return [path === 'index.html' ? '' : path, bytes.length, sha256(bytes), type];
  });
  const source = readFileSync(new URL('sw.js', import.meta.url), 'utf8');
  const list = JSON.stringify(assets, null, 1);
  const version = sha256(source + list).slice(0, 16);
  writeFileSync(own, source.replace('__VERSION__', version).replace('__ASSETS__', () => list));
  const total = assets.reduce((sum, [, size]) => sum + size, 0);
  console.log(`Version ${version}: ${assets.length} files, ${Math.round(total / 1024)} KB, kept for use offline`);
}
