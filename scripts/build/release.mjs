// Builds a release into dist/. Trunk puts the page together; the program is made here, because it is split before
// wasm-bindgen sees it, which Trunk has no place for (trunk-rs/trunk#1022):
//
//   cargo → porchlight.wasm, with what the linker knows of who calls whom
//   wasm-split-cli → the main part, the chunks that `chunk!` declares in the code, and what several chunks share
//   wasm-bindgen → the loader
//   wasm-merge → what several chunks share, more than a hundred small modules, becomes a few
//   wasm-opt → each of them smaller
//
// Then the page: index.html with links to these files in place of Trunk's own link to a Rust program. The loader and the
// file that loads the chunks name each other, so none of them can be named by its own content: all bear the hash of all.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AMONG, CHUNK, root, split, work } from './parts.mjs';

const [bound, app, page] = ['bound', 'app', 'page'].map((name) => join(work, name));

// Functions in the order of their names (see .cargo/config.toml), and data in one piece, are easier to compress.
const OPTIMIZE = ['-Oz', '--skip-pass=memory-packing', '--reorder-functions-by-name'];
/** What rustc emits, and wasm-opt has to be told of. */
const FEATURES = [
  'bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue', 'simd',
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
  const modules = readdirSync(split).filter((name) => /^(split|chunk)_.*\.wasm$/.test(name));
  const shared = sharedModules();
  for (const { name, modules } of shared) merge(modules, name);
  const merged = new Set(shared.flatMap(({ modules }) => modules));
  const wasms = [...new Set([...modules.filter((name) => !merged.has(name)), ...shared.map(({ name }) => name)])];
  for (const [from, name] of [[bound, 'porchlight_bg.wasm'], ...wasms.map((name) => [split, name])]) {
    run('wasm-opt', ...OPTIMIZE, ...FEATURES, join(from, name), '-o', join(app, name));
  }
  return { wasms: ['porchlight_bg.wasm', ...wasms], shared };
}

/**
 * What goes into one module of all that parts share: what only these parts need, in the first that fits. Every part is
 * loaded after `everyday`, which takes what it shares with anybody.
 */
const SHARED = [
  { name: 'everyday', holds: (parts) => parts.includes('everyday') },
  ...AMONG.map((among, nth) => ({ name: `shared_${nth + 1}`, holds: (parts) => parts.every((part) => among.includes(part)) })),
  { name: 'shared', holds: () => true },
];

/** The modules that several parts share, by what each goes into, with what the script that loads parts calls them. */
function sharedModules() {
  const text = readFileSync(join(split, '__wasm_split.js'), 'utf8');
  const found = SHARED.map(({ name }) => ({ name: `split_${name}.wasm`, loader: `__load_${name}`, modules: [], chunks: [] }));
  for (const [, parts, chunk, file] of text.matchAll(CHUNK)) {
    const into = found[SHARED.findIndex(({ holds }) => holds(parts.split(', ')))];
    into.modules.push(file);
    into.chunks.push(chunk);
  }
  // A part that shares under its own name is one of its modules.
  for (const into of found) if (existsSync(join(split, into.name))) into.modules.unshift(into.name);
  return found.filter(({ modules }) => modules.length > 0);
}

/**
 * Puts modules into one. They import the memory, the table and the stack of the main part, each for itself; the first
 * module here does so for all of them, from `main`.
 */
function merge(modules, to) {
  const told = execFileSync('wasm-dis', [join(split, modules.at(-1))], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const pages = told.match(/"memory" \(memory \S+ (\d+)/)?.[1];
  const slots = told.match(/"__indirect_function_table" \(table \S+ (\d+)/)?.[1];
  const hub = join(split, 'hub.wasm');
  writeFileSync(`${hub}.wat`, `(module
    (import "main" "memory" (memory ${pages})) (export "memory" (memory 0))
    (import "main" "__indirect_function_table" (table ${slots} funcref)) (export "__indirect_function_table" (table 0))
    (import "main" "__wasm_split_shared0" (global (mut i32))) (export "__wasm_split_shared0" (global 0)))`);
  run('wasm-as', ...FEATURES, `${hub}.wat`, '-o', hub);
  const named = modules.flatMap((name) => [join(split, name), name]);
  const whole = join(split, 'merged.wasm');
  run('wasm-merge', hub, '__wasm_split', ...named, ...FEATURES, '-g', '-o', whole);
  renameSync(whole, join(split, to));
}

/** The script that loads the parts, which knows of the merged modules and no longer of what went into them. */
function loaderOf(shared) {
  const text = readFileSync(join(split, '__wasm_split.js'), 'utf8').replace(CHUNK, '');
  const whole = shared.map(({ name, loader }) => `const ${loader} = makeLoad(() => {
    const src = fetch(new URL("./${name}", import.meta.url));
    src.catch(() => {});
    return async (imports) => WebAssembly.instantiateStreaming(src, { main: imports.__wasm_split });
}, []);
`);
  const part = /^export const (\w+) = wrapAsyncCb\(makeLoad\((\(\) => \{[^]*?"\.\/(split_\w+\.wasm)"[^]*?\n\})\n, \[([^\]]*)\]\)\);$/gm;
  const told = text.replace(part, (_, name, load, file, waits) => {
    const chunks = waits.split(', ');
    const needed = shared.filter((into) => into.name === file || into.chunks.some((chunk) => chunks.includes(chunk)));
    const first = needed.map(({ loader }) => loader);
    const itself = shared.find((into) => into.name === file);
    return `export const ${name} = wrapAsyncCb(${itself ? `makeLoad(() => async () => {}, [${first}])` : `makeLoad(${load}, [${first}])`});`;
  });
  if (/chunk_/.test(told)) throw new Error('wasm-split-cli writes its loaders otherwise than scripts/build/release.mjs knows');
  return told.replace(/^(?=export const )/m, whole.join(''));
}

/** Gives every file of the program its name, and what fetches another that other's. */
function nameFiles({ wasms, shared }) {
  const texts = [
    ['porchlight.js', readFileSync(join(bound, 'porchlight.js'), 'utf8')],
    ['__wasm_split.js', loaderOf(shared)],
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
