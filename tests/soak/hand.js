// A hand that uses the screens as fast as they allow, and tells the host of everything that the screen said was saved:
// a HEAD request is the one thing that leaves the page and that no cache answers. Put before what a campaign does.

let drawn = 1;
const below = (most) => {
  drawn = (drawn * 48271) % 2147483647;
  return drawn % most;
};
const sleep = (ms) => new Promise((go) => setTimeout(go, ms));

// Waits until there is something to see; long, because machines that test are busy.
const until = (what, look) => new Promise((found, lost) => {
  const start = performance.now();
  const glance = () => {
    const seen = look();
    if (seen) found(seen);
    else if (performance.now() - start > 40000) lost(new Error(what));
    else setTimeout(glance, 2);
  };
  glance();
});

// What has just moved under a finger takes no tap for a moment.
const steadily = (element) => !element.closest('[data-settling]');

// Taps until it is seen to have been taken.
const tap = (what, find, seen) => {
  let last = -Infinity;
  return until(what, () => {
    const got = seen();
    if (got) return got;
    const target = performance.now() - last > 1500 && find();
    if (target && steadily(target)) {
      last = performance.now();
      target.click();
    }
    return null;
  });
};

const write = (field, words) => {
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
const called = (words) => pressable(words).find(steadily);
const chip = () => squeezed(document.querySelector('.status')?.innerText);
const saved = async () => {
  // What was done just now has to reach the chip first.
  await sleep(30);
  await until('the chip saying that it is saved', () => chip().startsWith('Saved on this tablet'));
};
const head = (path) => fetch(path, { method: 'HEAD' }).catch(() => {});
const tell = (what) => head(`saved/${encodeURIComponent(JSON.stringify(what))}`);
const stuck = (why) => head(`stuck/${encodeURIComponent(`${why}; at ${location.hash}: ${text().slice(0, 700)}`)}`);

// Waits until a draft with these words is on the disk.
const draft = async (words) => {
  const kept = () => new Promise((answer) => {
    indexedDB.open('porchlight').onsuccess = ({ target }) => {
      const meta = target.result.transaction('meta').objectStore('meta');
      const all = meta.getAll(IDBKeyRange.bound('draft:', 'draft;'));
      all.onsuccess = () => {
        target.result.close();
        answer(all.result.some((bytes) => new TextDecoder().decode(bytes).includes(words)));
      };
    };
  });
  for (let tries = 0; !(await kept()); tries++) {
    if (tries > 400) throw new Error(`the draft of “${words}”`);
    await sleep(50);
  }
  tell(['draft', words]);
};

// Adds a partner; `half` waits for its draft first.
const partner = async (name, half) => {
  location.hash = '#/community';
  (await until('the way to a new partner', () => called('New partner'))).click();
  const field = await until('the form', () => {
    const found = control('Partner/Company');
    return found && !found.value && found;
  });
  write(field, name);
  called('More details').click();
  write(await until('the rest of the form', () => control('Contact Name')), `for ${name}`);
  if (half) await draft(name);
  await tap('the partner being added', () => called('Done'), () => text().includes(`${name} added`));
  await saved();
  tell(['partner', name]);
};
