// Builds a release into dist/. Trunk puts the page together; the program is made here, because it is split before
// wasm-bindgen sees it, which Trunk has no place for (trunk-rs/trunk#1022):
//
//   cargo → porchlight.wasm, with what the linker knows of who calls whom
//   wasm-split-cli → the main part, the chunks that `chunk!` declares in the code, and what several chunks share
//   wasm-bindgen → the loader
//   wasm-opt → each of them smaller
//   what chunks share, some seventy small modules, → one file that holds them all
//
// Then the page: index.html with links to these files in place of Trunk's own link to a Rust program. The loader and the
// file that loads the chunks name each other, so none of them can be named by its own content: all bear the hash of all.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const work = join(root, 'target/release-app');
const [split, bound, app, page] = ['split', 'bound', 'app', 'page'].map((name) => join(work, name));

// Functions in the order of their names (see .cargo/config.toml), and data in one piece, are easier to compress.
const OPTIMIZE = ['-Oz', '--skip-pass=memory-packing', '--reorder-functions-by-name'];
/** What rustc emits, and wasm-opt has to be told of. */
const FEATURES = [
  'bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue',
].map((name) => `--enable-${name}`);

const run = (program, ...words) => execFileSync(program, words, { cwd: root, stdio: 'inherit' });

function compile() {
  run('cargo', 'rustc', '--release', '--locked', '--offline', '--bin', 'porchlight', '--features', 'split',
    '--target', 'wasm32-unknown-unknown', '--', '-Clink-args=--emit-relocs');
  const built = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
  return join(built, 'wasm32-unknown-unknown/release/porchlight.wasm');
}

function takeApart(wasm) {
  for (const folder of [split, bound, app, page]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  run('wasm-split-cli', wasm, split, '--target', 'web', '--out-name', 'porchlight');
  run('wasm-bindgen', join(split, 'porchlight.wasm'), '--target', 'web', '--keep-lld-exports', '--no-typescript',
    '--no-demangle', '--out-name', 'porchlight', '--out-dir', bound);
  const chunks = readdirSync(split).filter((name) => /^(split|chunk)_.*\.wasm$/.test(name));
  for (const [from, name] of [[bound, 'porchlight_bg.wasm'], ...chunks.map((name) => [split, name])]) {
    run('wasm-opt', ...OPTIMIZE, ...FEATURES, join(from, name), '-o', join(app, name));
  }
  bundle(chunks.filter((name) => name.startsWith('chunk_')), SHARED);
  return ['porchlight_bg.wasm', SHARED, ...chunks.filter((name) => !name.startsWith('chunk_'))];
}

/** A number as wasm writes it (unsigned LEB128). */
function leb(number) {
  const bytes = [];
  for (let rest = number; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 128);
  }
}

/**
 * Puts modules into one: a module that does nothing, with each of them as a custom section that bears its name. It is
 * served, checked and compressed like any other, and one request brings what would be dozens.
 */
function bundle(modules, to) {
  const sections = modules.map((name) => {
    const content = readFileSync(join(app, name));
    rmSync(join(app, name));
    const title = Buffer.from(name);
    const body = Buffer.concat([leb(title.length), title, content]);
    return Buffer.concat([Buffer.from([0]), leb(body.length), body]);
  });
  writeFileSync(join(app, to), Buffer.concat([Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), ...sections]));
}

const SHARED = 'split_shared.wasm';

/** In the file that loads the chunks, has what they share come out of that one file. */
function fromBundle(text) {
  const one = /const src = fetch\(new URL\("\.\/(chunk_\d+\.wasm)", import\.meta\.url\)\);\s*src\.catch\(\(\) => \{\}\);\s*return async \(imports\) => \(WebAssembly\.instantiateStreaming\(src, imports\)\);/g;
  const told = text.replace(one, 'return shared("$1");');
  if (/"\.\/chunk_/.test(told)) throw new Error('wasm-split-cli writes its loaders otherwise than scripts/build/release.mjs knows');
  return `${told}
let bundled;
// What could not be fetched is fetched again when it is next asked for.
function shared(name) {
    bundled ??= WebAssembly.compileStreaming(fetch(new URL("./${SHARED}", import.meta.url))).catch((error) => {
        bundled = undefined;
        throw error;
    });
    const all = bundled;
    all.catch(() => {});
    return async (imports) => WebAssembly.instantiate(WebAssembly.Module.customSections(await all, name)[0], imports);
}
`;
}

/** Gives every file of the program its name, and what fetches another that other's. */
function nameFiles(wasms) {
  const texts = [
    ['porchlight.js', readFileSync(join(bound, 'porchlight.js'), 'utf8')],
    ['__wasm_split.js', fromBundle(readFileSync(join(split, '__wasm_split.js'), 'utf8'))],
  ];
  const all = createHash('sha256');
  for (const [name, text] of texts) all.update(name).update(text);
  for (const name of wasms) all.update(name).update(readFileSync(join(app, name)));
  const hash = all.digest('hex').slice(0, 16);

  const called = (name) => name.replace(/^__wasm_split/, 'chunks').replace(/(_bg)?\.(js|wasm)$/, `-${hash}$&`);
  const names = [...wasms, ...texts.map(([name]) => name)];
  for (const wasm of wasms) {
    const bytes = readFileSync(join(app, wasm));
    rmSync(join(app, wasm));
    writeFileSync(join(app, called(wasm)), bytes);
  }
  for (const [name, text] of texts) {
    // Only what is fetched: the wasm itself goes on calling its imports as before.
    const linked = names.reduce((text, other) => {
      const fetched = new RegExp(`(from |new URL\\()(["'])(?:\\./)?${other.replaceAll('.', '\\.')}\\2`, 'g');
      return text.replace(fetched, `$1$2./${called(other)}$2`);
    }, text);
    writeFileSync(join(app, called(name)), linked);
  }
  return called;
}

function writePage(called) {
  const links = [
    `<link id="app-js" rel="modulepreload" href="./${called('porchlight.js')}">`,
    `<link id="app-chunks" rel="modulepreload" href="./${called('__wasm_split.js')}">`,
    `<link id="app-wasm" rel="alternate" type="application/wasm" href="./${called('porchlight_bg.wasm')}">`,
    '<link data-trunk rel="copy-dir" href="../app" data-target-path=".">',
  ];
  const html = readFileSync(join(root, 'index.html'), 'utf8');
  const rust = /<link data-trunk rel="rust"[^>]*>/;
  if (!rust.test(html)) throw new Error('index.html has no link to the Rust program, where those to the built one belong');
  const up = (html) => html.replace(/(data-trunk[^>]*? (?:href|src)=")(?!\.\.)/g, '$1../../../');
  writeFileSync(join(page, 'index.html'), up(html.replace(rust, links.join('\n  '))));
  run('trunk', 'build', '--release', '--offline', '--config', join(root, 'Trunk.toml'), '--dist', join(root, 'dist'), join(page, 'index.html'));
}

const wasm = compile();
writePage(nameFiles(takeApart(wasm)));
console.log(`Built from ${wasm} in ${dirname(page)}`);
