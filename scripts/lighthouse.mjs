// Has Lighthouse look at the release as a good host serves it: `node scripts/lighthouse.mjs FOLDER SERVER`. Prints the
// scores, and every finding that costs one; the whole report goes to target/bench/lighthouse.report.html.
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

const [folder, server] = process.argv.slice(2);
const OUT = 'target/bench/lighthouse';
/** It is never twice the same: the one in the middle counts. */
const TIMES = 3;
const WANTED = ['performance', 'accessibility', 'best-practices'];
/** The same as the tests' (scripts/webdriver/chromium.json). */
const FLAGS = '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const free = () => new Promise((found) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => found(port));
  });
});

/** Looks once, at an address; what came of it. */
function look(address) {
  execFileSync(
    '.tools/bench/node_modules/.bin/lighthouse',
    [
      address, '--quiet', `--chrome-flags=${FLAGS}`, `--only-categories=${WANTED}`,
      '--output=json', '--output=html', `--output-path=${OUT}`,
    ],
    { stdio: 'inherit', env: { CHROME_PATH: '/usr/bin/chromium', ...process.env } },
  );
  return ['json', 'html'].map((kind) => readFileSync(`${OUT}.report.${kind}`));
}

mkdirSync('target/bench', { recursive: true });
const port = await free();
const serving = spawn(server, [folder, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
const looks = [];
try {
  await new Promise((up) => serving.stdout.once('data', up));
  for (let time = 0; time < TIMES; time++) looks.push(look(`http://localhost:${port}/`));
} finally {
  serving.kill();
}

const fast = ([json]) => JSON.parse(json).categories.performance.score;
const middle = looks.sort((a, b) => fast(a) - fast(b))[(TIMES - 1) / 2];
['json', 'html'].forEach((kind, at) => writeFileSync(`${OUT}.report.${kind}`, middle[at]));

const { categories, audits, lighthouseVersion } = JSON.parse(middle[0]);
console.log(`Lighthouse ${lighthouseVersion}, as a phone with a slow network, a first visit; the middle one of ${TIMES}`);
for (const name of WANTED) {
  const { title, score, auditRefs } = categories[name];
  console.log(`| ${title.padEnd(20)} | ${String(Math.round(score * 100)).padStart(3)} |`);
  for (const { id, weight } of auditRefs) {
    const { title, displayValue = '', score, scoreDisplayMode } = audits[id];
    const found = score !== null && score < 1 && scoreDisplayMode !== 'informative';
    if (found) console.log(`    ${weight ? `weight ${weight}, ` : ''}${Math.round(score * 100)}: ${title} ${displayValue}`);
  }
  const figure = { table: 'lighthouse', what: title, unit: 'of 100', value: Math.round(score * 100) };
  if (process.env.PORCHLIGHT_FIGURES) appendFileSync(process.env.PORCHLIGHT_FIGURES, `${JSON.stringify(figure)}\n`);
}
