// Lets a built app sync with servers of other origins: node scripts/build/connect.mjs DIST ORIGIN…
//
// They are named in the page's content security policy, and the service worker is written anew, since it knows every byte
// of the page: a page that was changed by hand would not be kept for use offline.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeServiceWorker } from './worker.mjs';

const [dist, ...origins] = process.argv.slice(2);

/** A scheme, a host and perhaps a port, or `:*` for every port. What else stands in a policy would mean something else. */
const ORIGIN = /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+|:\*)?$|^https?:\/\/\[[0-9a-f:]+\](:\d+|:\*)?$/;

if (origins.length === 0) throw new Error('which server? For example: make connect TO=https://cloud.example.org');
for (const origin of origins) {
  if (!ORIGIN.test(origin)) throw new Error(`${origin} is no origin: https:// and the name of the server, nothing behind it`);
}

const page = join(dist, 'index.html');
const html = readFileSync(page, 'utf8');
const policy = /(<meta http-equiv="Content-Security-Policy" content="[^"]*?connect-src )[^;"]*/;
if (!policy.test(html)) throw new Error(`${page} has no connect-src; is it a release?`);
writeFileSync(page, html.replace(policy, (_, before) => `${before}'self' ${origins.join(' ')}`));
writeServiceWorker(dist);
