// The last step of a build, run by Trunk over the staged files: a release gets its service worker, with the list of
// every file and its SHA-256.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeServiceWorker } from './worker.mjs';

const stage = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === 'release';
const page = join(stage, 'index.html');

/** Trunk's reloading page in development is an inline script, which the policy would stop. */
function allowTrunkToReload() {
  const html = readFileSync(page, 'utf8');
  writeFileSync(page, html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
}

if (release) writeServiceWorker(stage);
else allowTrunkToReload();
