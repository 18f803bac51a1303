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
  ['decisions', 'interviews', 'quotes', 'records'],
  ['places', 'tablet'],
  ['findings', 'hubs', 'practice', 'quotes', 'week', 'worksheets'],
  ['decisions', 'events', 'hubs', 'places', 'practice', 'tablet', 'week'],
  ['hubs', 'interviews', 'practice', 'quotes', 'worksheets'],
  ['canvass', 'decisions', 'findings', 'spreadsheets', 'tablet'],
  ['findings', 'hubs', 'interviews', 'places', 'quotes', 'spreadsheets', 'tablet', 'week', 'worksheets'],
  ['canvass', 'decisions', 'events', 'hubs', 'records', 'spreadsheets'],
  ['canvass', 'decisions', 'events', 'findings', 'places', 'quotes', 'spreadsheets', 'tablet', 'week', 'worksheets'],
  ['decisions', 'interviews', 'places', 'practice', 'records', 'tablet', 'worksheets'],
  ['events', 'interviews', 'places', 'practice', 'quotes', 'records', 'week', 'worksheets'],
  ['canvass', 'events', 'findings', 'hubs', 'interviews', 'quotes', 'records', 'spreadsheets', 'week', 'worksheets'],
];
