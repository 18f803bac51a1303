// Has Lighthouse look at the release as a good host serves it: `node scripts/lighthouse.mjs FOLDER SERVER`. Prints the
// scores, and every finding that costs one; the whole report is written to target/bench/lighthouse.html.
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const [folder, server] = process.argv.slice(2);
const OUT = 'target/bench/lighthouse';
const WANTED = ['performance', 'accessibility', 'best-practices'];
/** The same as the tests' (scripts/webdriver/chromium.json). */
const FLAGS = '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const free = () => new Promise((found) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => found(port));
  });
});

mkdirSync('target/bench', { recursive: true });
const port = await free();
const serving = spawn(server, [folder, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
try {
  await new Promise((up) => serving.stdout.once('data', up));
  execFileSync(
    '.tools/bench/node_modules/.bin/lighthouse',
    [
      `http://localhost:${port}/`, '--quiet', `--chrome-flags=${FLAGS}`, `--only-categories=${WANTED}`,
      '--output=json', '--output=html', `--output-path=${OUT}`,
    ],
    { stdio: 'inherit', env: { CHROME_PATH: '/usr/bin/chromium', ...process.env } },
  );
} finally {
  serving.kill();
}

const { categories, audits, lighthouseVersion } = JSON.parse(readFileSync(`${OUT}.report.json`, 'utf8'));
console.log(`Lighthouse ${lighthouseVersion}, as a phone with a slow network, a first visit`);
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
