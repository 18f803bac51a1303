// The chart of `make bench`, as SVG that reads on light and on dark paper: bars for the work with the most records, one
// panel for each kind, and lines for how starts grow.

const COLORS = { // on light paper, on dark paper
  Porchlight: ['#1d4670', '#9cc4ee'],
  'plain IndexedDB': ['#6b7280', '#a3acb8'],
  Dexie: ['#a05a2c', '#e0a878'],
  RxDB: ['#8b3a62', '#e39ac0'],
  PouchDB: ['#3f7d58', '#8fd0aa'],
};
const PANELS = [
  ['start to a usable list', 'Start to a usable list'],
  ['import', 'Import'],
  ['one save', 'One save'],
  ['a letter of a search', 'A letter of a search'],
  ['export', 'Export'],
];
const [WIDTH, PANEL, ROW, HEAD, NAME] = [840, 270, 22, 34, 104];
const [GAP, LEFT, TOP] = [14, 1, 52];

const text = (x, y, words, more = '') => `<text x="${x}" y="${y}" ${more}>${words}</text>`;
const name = (who) => `c-${who.split(' ')[0].toLowerCase()}`;

function bars(x, y, title, some, who, shown) {
  const parts = [text(x, y + 16, `${title}, ms`, 'class="title"')];
  const most = Math.max(...some.map(({ value }) => value));
  who.forEach((one, at) => {
    const top = y + HEAD + at * ROW;
    const found = some.find((figure) => figure.who === one);
    parts.push(text(x + NAME - 8, top + 12, one, `text-anchor="end"${at ? '' : ' class="ours"'}`));
    if (!found) return;
    const wide = Math.max(1.5, (found.value / most) * (PANEL - NAME - 58));
    parts.push(`<rect x="${x + NAME}" y="${top}" width="${wide.toFixed(1)}" height="15" rx="2" class="${name(one)}"/>`);
    parts.push(text((x + NAME + wide + 5).toFixed(1), top + 12, shown(found), at ? '' : 'class="ours"'));
  });
  return parts.join('\n');
}

/** Both axes by powers of ten: a straight line of slope one grows as the records do. */
function growth(x, y, all, who) {
  const parts = [text(x, y + 16, 'Start, as partners grow (10³ 10⁴ 10⁵)', 'class="title"')];
  const counts = [...new Set(all.map(({ records }) => records))].filter(Boolean).sort((a, b) => a - b);
  if (counts.length < 2) return '';
  const logs = all.map(({ value }) => Math.log10(value));
  const [low, high] = [Math.floor(Math.min(...logs)), Math.ceil(Math.max(...logs))];
  const [bottom, height, wide] = [y + HEAD + who.length * ROW - 6, who.length * ROW - 12, PANEL - 70];
  const across = (records) => x + 44 + (counts.indexOf(records) / (counts.length - 1)) * wide;
  const up = (value) => bottom - ((Math.log10(value) - low) / (high - low || 1)) * height;
  for (let power = low; power <= high; power++) {
    const at = up(10 ** power).toFixed(1);
    parts.push(`<path d="M${x + 40} ${at}h${wide + 8}" class="grid"/>`);
    parts.push(text(x + 36, Number(at) + 4, power >= 3 ? `${10 ** (power - 3)} s` : `${10 ** power} ms`, 'text-anchor="end"'));
  }
  for (const one of [...who].reverse()) {
    const own = all.filter((figure) => figure.who === one && figure.records).sort((a, b) => a.records - b.records);
    const points = own.map(({ records, value }) => `${across(records).toFixed(1)},${up(value).toFixed(1)}`);
    parts.push(`<polyline points="${points.join(' ')}" class="line ${name(one)}"/>`);
    for (const point of points) parts.push(`<circle cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="3" class="${name(one)}"/>`);
  }
  return parts.join('\n');
}

/** The whole picture. Whoever does not see it hears our figures and the peers' in its description. */
export function chart(figures, who, records, shown) {
  const work = figures.filter((figure) => figure.table === 'work' && figure.slower === 1);
  const many = work.filter((figure) => figure.records === records);
  const panel = ([what]) => many.filter((figure) => figure.what === what);
  const high = HEAD + who.length * ROW + GAP;
  const place = (at) => [LEFT + 12 + (at % 3) * (PANEL + 4), TOP + Math.floor(at / 3) * high];
  const drawn = PANELS.filter((one) => panel(one).length);
  const told = drawn.map((one) => `${one[1]}: ${panel(one).map((f) => `${f.who} ${shown(f)} ms`).join(', ')}.`);
  const starts = work.filter((figure) => figure.what === 'start to a usable list');
  const colors = (which) => Object.entries(COLORS).map(([one, pair]) => `.${name(one)}{fill:${pair[which]};stroke:${pair[which]}}`).join('');
  const height = TOP + 2 * high + 6;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">The same work with ${records.toLocaleString('en-US')} partners in Porchlight and its peers; shorter is faster</title>
<desc id="desc">Milliseconds. ${told.join(' ')}</desc>
<style>
text{font:12px system-ui,sans-serif;fill:#17202b}.title,.ours{font-weight:700}.head{font-size:15px;font-weight:700}
.paper{fill:#faf7f2;stroke:#ddd6ca}.grid{stroke:#ddd6ca}.line{fill:none!important;stroke-width:2}rect,circle{stroke-width:0}.paper{stroke-width:1}
${colors(0)}
@media (prefers-color-scheme:dark){text{fill:#f2eee6}.paper{fill:#0f1722;stroke:#2c3a4d}.grid{stroke:#2c3a4d}${colors(1)}}
</style>
<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="10" class="paper"/>
${text(LEFT + 12, 30, `${records.toLocaleString('en-US')} partners; shorter is faster`, 'class="head"')}
${drawn.map((one, at) => bars(...place(at), one[1], panel(one), who, shown)).join('\n')}
${growth(...place(5), starts, who)}
</svg>
`;
}
