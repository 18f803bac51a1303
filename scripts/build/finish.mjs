// The last step of a build, run by Trunk over the staged files: a release gets its service worker, with the list of
// every file and its SHA-256.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

const stage = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === 'release';
const page = join(stage, 'index.html');

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

function writeServiceWorker() {
  const assets = files(stage).map((file) => {
    const path = relative(stage, file).split(sep).join('/');
    const type = TYPES[extname(file)];
    if (!type) throw new Error(`no content type for ${path}; add it to TYPES in scripts/build/finish.mjs`);
    const bytes = readFileSync(file);
    return [path === 'index.html' ? '' : path, bytes.length, sha256(bytes), type];
  });
  const source = readFileSync(new URL('sw.js', import.meta.url), 'utf8');
  const list = JSON.stringify(assets, null, 1);
  const version = sha256(source + list).slice(0, 16);
  writeFileSync(join(stage, 'sw.js'), source.replace('__VERSION__', version).replace('__ASSETS__', () => list));
  const total = assets.reduce((sum, [, size]) => sum + size, 0);
  console.log(`Version ${version}: ${assets.length} files, ${Math.round(total / 1024)} KB, kept for use offline`);
}

/** Trunk's reloading page in development is an inline script, which the policy would stop. */
function allowTrunkToReload() {
  const html = readFileSync(page, 'utf8');
  writeFileSync(page, html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
}

if (release) writeServiceWorker();
else allowTrunkToReload();
