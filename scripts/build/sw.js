// Keeps one complete, verified version of the app on the tablet and serves it with no network.
//
// The promises:
// - A version is stored whole or not at all: every file's SHA-256 is checked before the first
//   one is kept, and the wasm must be one this browser can run. Until then the old one serves.
// - A new version waits until a page says {type: 'activate'}, which it does only at a tap.
// - Files come from the version this worker belongs to, so no page ever mixes two.
//
// scripts/build/finish.mjs fills in the two constants when the app is built.
const VERSION = '__VERSION__';
/** Every file of the app: [path, bytes, sha256 in hex, content type]; '' is the page itself. */
const ASSETS = __ASSETS__;

const SCOPE = self.registration.scope;
// A space cannot stand in a URL, so one deployment's prefix is never the start of another's.
const PREFIX = `porchlight ${SCOPE} `;
const CACHE = PREFIX + VERSION;
/** Stored last, it marks a cache as complete, and says which hash each of its files has. */
const CONTENTS = new URL('__contents__', SCOPE).href;

const addressOf = (path) => new URL(path, SCOPE).href;
const OURS = new Set(ASSETS.map(([path]) => addressOf(path)));
const PAGE = addressOf('');

self.addEventListener('install', (event) => {
  event.waitUntil(
    store().catch(async (error) => {
      await caches.delete(CACHE);
      await tell({ type: 'failed', version: VERSION, reason: String(error.message || error) });
      throw error;
    }),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
      }
      // The page that brought us here loaded from the network: from now on it is ours too.
      await self.clients.claim();
      await tell({ type: 'ready', version: VERSION });
    })(),
  );
});

self.addEventListener('message', (event) => {
  if (event.data && event.data.type === 'activate') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  url.hash = '';
  if (!url.href.startsWith(SCOPE)) return;

  if (OURS.has(url.href)) {
    event.respondWith(kept(url.href, request));
  } else if (request.mode === 'navigate') {
    // A deeper path would break the page's relative addresses, so it is led to the front door.
    const deeper = url.pathname.slice(new URL(SCOPE).pathname.length).includes('/');
    event.respondWith(deeper ? Response.redirect(PAGE) : kept(PAGE, request));
  }
});

async function kept(address, request) {
  // Storage can refuse or have been emptied by hand; the network is then better than nothing.
  try {
    const response = await (await caches.open(CACHE)).match(address, { ignoreVary: true });
    if (response) return response;
  } catch (error) {
    console.warn('Porchlight: the stored version cannot be read', error);
  }
  return fetch(request);
}

async function store() {
  const known = await knownFiles();
  const files = await Promise.all(ASSETS.map((asset) => obtain(asset, known)));

  for (const { type, bytes, path } of files) {
    if (type === 'application/wasm' && !WebAssembly.validate(bytes)) {
      throw new Error(`this browser cannot run ${path}`);
    }
  }

  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  for (const { path, type, bytes } of files) {
    await cache.put(addressOf(path), answer(bytes, type));
  }
  const contents = ASSETS.map(([path, , hash]) => [hash, addressOf(path)]);
  await cache.put(CONTENTS, answer(JSON.stringify(contents), 'application/json'));
}

/** Our own response, not the server's: it carries no redirect, no Vary and the right type. */
function answer(body, type) {
  return new Response(body, { headers: { 'Content-Type': type } });
}

/** Hash → where a complete older version keeps that file. */
async function knownFiles() {
  const known = new Map();
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue;
    const cache = await caches.open(name);
    const contents = await cache.match(CONTENTS);
    if (!contents) continue;
    for (const [hash, address] of await contents.json()) known.set(hash, { cache, address });
  }
  return known;
}

/** The file's verified bytes: from an older version, the browser's own cache, or the network. */
async function obtain([path, size, hash, type], known) {
  const older = known.get(hash);
  if (older) {
    const bytes = await bytesOf(await older.cache.match(older.address));
    if (bytes && (await sha256(bytes)) === hash) return { path, type, bytes };
  }
  let found = 'nothing';
  // The page has just loaded most files; its copies serve if they are exactly right.
  for (const cache of ['force-cache', 'reload']) {
    try {
      const response = await fetch(addressOf(path), { cache, credentials: 'same-origin' });
      const bytes = await bytesOf(response);
      if (bytes && (await sha256(bytes)) === hash) return { path, type, bytes };
      found = bytes ? `${bytes.byteLength} other bytes` : `status ${response.status}`;
    } catch (error) {
      found = `no whole answer (${error.message})`;
    }
  }
  throw new Error(`${path || 'the page'} should be ${size} bytes, but the server sent ${found}`);
}

async function bytesOf(response) {
  return response && response.ok ? response.arrayBuffer() : null;
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function tell(message) {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true, type: 'window' })) {
    client.postMessage(message);
  }
}
