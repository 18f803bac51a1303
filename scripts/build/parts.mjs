// Where a release is taken apart, and which of the modules that its parts share go into one file.
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const work = join(root, 'target/release-app');
/** What wasm-split-cli makes. */
export const split = join(work, 'split');

/** A module that several parts share, in the script that loads them. */
export const CHUNK = /\/\* ([^*]*) \*\/\nconst (__chunk_\d+) = makeLoad\([^]*?"\.\/(chunk_\d+\.wasm)"[^]*?\n, \[\]\);\n/g;

/**
 * Which modules go into one file: what is shared by these parts alone, into the first that fits; what fits none is one file
 * more. A part loads every file of which it needs anything, so what many need is told from what few need. The groups were
 * found by share.mjs, which keeps the largest part small; `make size` says what each part comes to.
 */
export const AMONG = [
  ['directory_files', 'findings', 'practice', 'quotes', 'services', 'spreadsheets', 'week', 'worksheets'],
  ['decisions', 'directory_files', 'findings', 'hubs', 'interviews', 'practice', 'tablet', 'worksheets'],
  ['places', 'services', 'tablet', 'worksheets'],
  ['interviews', 'practice', 'quotes', 'records'],
  ['canvass', 'decisions', 'spreadsheets', 'tablet'],
  ['decisions', 'directory_files', 'events', 'hubs', 'interviews', 'places', 'services', 'week'],
  ['canvass', 'decisions', 'findings', 'hubs', 'places', 'spreadsheets', 'tablet', 'worksheets'],
  ['decisions', 'events', 'findings', 'hubs', 'practice', 'quotes', 'records', 'spreadsheets', 'tablet'],
  ['directory_files', 'interviews', 'places', 'practice', 'quotes', 'records', 'services', 'spreadsheets', 'tablet', 'worksheets'],
  ['canvass', 'directory_files', 'events', 'hubs', 'practice', 'services', 'spreadsheets', 'week', 'worksheets'],
  ['canvass', 'directory_files', 'events', 'findings', 'places', 'practice', 'records', 'services', 'spreadsheets', 'tablet', 'week'],
  ['canvass', 'decisions', 'events', 'findings', 'hubs', 'interviews', 'quotes', 'records', 'services', 'week', 'worksheets'],
];
