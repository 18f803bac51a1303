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
  ['events', 'practice', 'week', 'worksheets'],
  ['places', 'practice', 'tablet'],
  ['canvass', 'decisions', 'directory_files', 'findings', 'spreadsheets', 'tablet'],
  ['decisions', 'findings', 'practice', 'printed_directory', 'quotes', 'services', 'week'],
  ['decisions', 'interviews', 'quotes', 'records', 'services'],
  ['directory_files', 'hubs', 'interviews', 'places', 'practice', 'printed_directory', 'week', 'worksheets'],
  ['canvass', 'directory_files', 'findings', 'interviews', 'printed_directory', 'quotes', 'spreadsheets', 'worksheets'],
  ['canvass', 'decisions', 'places', 'printed_directory', 'services', 'spreadsheets', 'tablet', 'week', 'worksheets'],
  ['interviews', 'practice', 'records', 'services', 'spreadsheets', 'tablet', 'worksheets'],
  ['decisions', 'directory_files', 'events', 'findings', 'hubs', 'places', 'quotes', 'records', 'tablet'],
  ['canvass', 'decisions', 'directory_files', 'events', 'findings', 'hubs', 'places', 'practice', 'quotes', 'spreadsheets', 'tablet'],
  ['decisions', 'hubs', 'interviews', 'quotes', 'records', 'services', 'spreadsheets', 'tablet', 'week', 'worksheets'],
  ['decisions', 'directory_files', 'events', 'hubs', 'places', 'printed_directory', 'quotes', 'services', 'spreadsheets', 'week', 'worksheets'],
  ['canvass', 'events', 'findings', 'hubs', 'interviews', 'printed_directory', 'quotes', 'records', 'services', 'week', 'worksheets'],
];
