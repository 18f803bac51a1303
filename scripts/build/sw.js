// Keeps one complete, verified version of the app on the tablet and serves it with no network.
//
// The promises:
// - A version is stored whole or not at all: every file's SHA-256 is checked before the first
//   one is kept, and the wasm must be one this browser can run. Until then the old one serves.
// - A new version waits until a page says {type: 'activate'}, which it does only at a tap.
// - Files come from one version, this worker's own or the one gone back to, so no page mixes two.
// - What is complete is never emptied or written over: a version is stored under a name of its
//   own, and its list of contents is written last. Others go only when a page of this version
//   says {type: 'stands'}; until then {type: 'back'} goes back to the one from before.
//
// scripts/build/worker.mjs fills in the two constants when the app is built.
const VERSION = '__VERSION__';
/** Every file of the app: [path, bytes, sha256 in hex, content type]; '' is the page itself. */
const ASSETS = __ASSETS__;

const SCOPE = self.registration.scope;
// A space cannot stand in a URL, so one deployment's prefix is never the start of another's.
// After it: the version, a space, and a number that is greater the later it was stored.
const PREFIX = `porchlight ${SCOPE} `;
/** Stored last, it marks a cache as complete, and says which hash each of its files has. */
const CONTENTS = new URL('__contents__', SCOPE).href;
/** In the cache of a version that did not start: the name of the cache that is served instead. */
const INSTEAD = new URL('__instead__', SCOPE).href;

const addressOf = (path) => new URL(path, SCOPE).href;
/** Where other apps send a file (`share_target` of the manifest), and where it lies until a page takes it. */
const RECEIVED = addressOf('shared-file');
const OURS = new Set(ASSETS.map(([path]) => addressOf(path)));
const PAGE = addressOf('');

self.addEventListener('install', (event) => {
  event.waitUntil(
    alone(store).catch(async (error) => {
      await tell({ type: 'failed', version: VERSION, reason: String(error.message || error) });
      throw error;
    }),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      // The page that brought us here loaded from the network: from now on it is ours too.
      await self.clients.claim();
      await tell({ type: 'ready', version: VERSION });
    })(),
  );
});

self.addEventListener('message', (event) => {
  const { type, parts } = event.data || {};
  const reply = (value) => event.ports[0].postMessage(value);
  if (type === 'activate') self.skipWaiting();
  if (type === 'stands') event.waitUntil(alone(() => stands(parts)));
  if (type === 'older') event.waitUntil(older().then((found) => reply(!!found)));
  if (type === 'back') event.waitUntil(alone(back).then(reply));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  url.hash = '';
  if (request.method === 'POST' && url.href === RECEIVED) event.respondWith(receive(request));
  if (request.method !== 'GET') return;
  if (!url.href.startsWith(SCOPE)) return;

  if (request.mode !== 'navigate' || OURS.has(url.href)) {
    event.respondWith(kept(url.href, request));
  } else {
    // A deeper path would break the page's relative addresses, so it is led to the front door.
    const deeper = url.pathname.slice(new URL(SCOPE).pathname.length).includes('/');
    event.respondWith(deeper ? Response.redirect(PAGE) : kept(PAGE, request));
  }
});

/** Another app has sent a file: it waits, on this tablet alone, for the page that is opened then. */
async function receive(request) {
  const file = (await request.formData()).get('file');
  if (file) {
    const headers = { 'Content-Type': file.type, 'X-Name': encodeURIComponent(file.name) };
    await (await caches.open(`received ${PREFIX}`)).put(RECEIVED, new Response(file, { headers }));
  }
  return Response.redirect(PAGE, 303);
}

async function kept(address, request) {
  // Storage can refuse or have been emptied by hand; the network is then better than nothing.
  try {
    const version = await served();
    const response = version && (await inside(version.name, address));
    if (response) return response;
  } catch (error) {
    console.warn('Porchlight: the stored version cannot be read', error);
  }
  // Found anew the next time, since it may have been stored again meanwhile.
  serving = null;
  return fetch(request);
}

let serving = null;
/** The version whose files this worker hands out: its own, or the one gone back to. */
function served() {
  serving ??= (async () => {
    const all = await stored();
    const own = ownAmong(all);
    const instead = own && (await inside(own.name, INSTEAD));
    const name = instead && (await instead.text());
    return all.find((version) => version.name === name) || own;
  })();
  return serving;
}

/** Every complete version on this tablet, the one stored last first. */
async function stored() {
  const found = [];
  for (const name of await cacheNames()) {
    const contents = await inside(name, CONTENTS);
    if (!contents) continue;
    const [version, number = '0'] = name.slice(PREFIX.length).split(' ');
    found.push({ name, version, number: Number(number), contents: await contents.json() });
  }
  return found.sort((a, b) => b.number - a.number);
}

async function cacheNames() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

/** Something in a cache. Unlike opening it, this does not make one that is gone. */
function inside(cacheName, address) {
  return caches.match(address, { cacheName, ignoreVary: true });
}

const ownAmong = (all) => all.find(({ version }) => version === VERSION);

/** One change to what is stored at a time, whichever worker makes it. */
function alone(change) {
  const locks = navigator.locks;
  return locks ? locks.request(`porchlight versions ${SCOPE}`, change) : change();
}

async function store() {
  const all = await stored();
  // A host that adds a line to this file makes another worker of the same version.
  if (await isWhole(ownAmong(all))) return;
  const known = new Map(
    all.flatMap(({ name, contents }) => contents.map(([hash, address]) => [hash, { name, address }])),
  );
  const files = await Promise.all(ASSETS.map((asset) => obtain(asset, known)));

  for (const { type, bytes, path } of files) {
    if (type === 'application/wasm' && !WebAssembly.validate(bytes)) {
      throw new Error(`this browser cannot run ${path}`);
    }
  }

  // What an attempt that was cut off has left.
  for (const name of await cacheNames()) {
    if (!all.some((version) => version.name === name)) await caches.delete(name);
  }
  const name = `${PREFIX}${VERSION} ${1 + Math.max(0, ...all.map(({ number }) => number))}`;
  try {
    const cache = await caches.open(name);
    for (const { path, type, bytes } of files) {
      await cache.put(addressOf(path), answer(bytes, type));
    }
    const contents = ASSETS.map(([path, , hash]) => [hash, addressOf(path)]);
    await cache.put(CONTENTS, answer(JSON.stringify(contents), 'application/json'));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

/** Whether every file of this version is there, byte for byte. */
async function isWhole(version) {
  if (!version) return false;
  const whole = ASSETS.map(async ([path, , hash]) => {
    const bytes = await bytesOf(await inside(version.name, addressOf(path)));
    return !!bytes && (await sha256(bytes)) === hash;
  });
  return (await Promise.all(whole)).every(Boolean);
}

/** A page with these parts runs. If it is this version's, no other is needed any more. */
async function stands(parts) {
  if (!parts.every((part) => OURS.has(part))) return;
  const own = ownAmong(await stored());
  // Emptied by hand, or by a browser that was short of space.
  if (!own) return store();
  // What waits, or is being stored, may rest on any of them.
  if (self.registration.waiting || self.registration.installing) return;
  if (await inside(own.name, INSTEAD)) return;
  for (const name of await cacheNames()) {
    if (name !== own.name) await caches.delete(name);
  }
}

/** The version from before that could be served instead, none if there is none that started. */
async function older() {
  const now = await served();
  for (const version of await stored()) {
    const failed = await inside(version.name, INSTEAD);
    if (!failed && version.version !== VERSION && version.name !== now?.name) return version;
  }
  return null;
}

/** From now on the version from before is served, until a newer one than this takes over. */
async function back() {
  const [own, instead] = [ownAmong(await stored()), await older()];
  if (!own || !instead) return false;
  await (await caches.open(own.name)).put(INSTEAD, answer(instead.name, 'text/plain'));
  serving = null;
  return true;
}

/** Our own response, not the server's: it carries no redirect, no Vary and the right type. */
function answer(body, type) {
  return new Response(body, { headers: { 'Content-Type': type } });
}

/** The file's verified bytes: from an older version, the browser's own cache, or the network. */
async function obtain([path, size, hash, type], known) {
  const there = known.get(hash);
  if (there) {
    const bytes = await bytesOf(await inside(there.name, there.address));
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
