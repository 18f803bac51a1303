// Adds partners wherever this tab writes, and takes over now and then where it does not, until it is told to stop.
const [seed, tab] = arguments;
drawn = seed;
window.stopHand = false;
window.handRests = false;

(async () => {
  const follows = () => called('Use this tab instead');
  const gaveUp = () => window.stopHand || follows() || text().includes('Not saved');
  for (let number = 0; !window.stopHand; number++) {
    if (follows()) {
      if (below(4) === 0) {
        follows().click();
        head('took');
      }
      await sleep(100 + below(500));
      continue;
    }
    const name = `Partner ${tab}-${number}`;
    location.hash = '#/community';
    const form = () => {
      const field = control('Partner/Company');
      return field && !field.value && field;
    };
    try {
      if (!(await until('the way to a new partner', () => called('New partner') || gaveUp())).click) continue;
      called('New partner')?.click();
      const field = await until('the form', () => form() || gaveUp());
      if (!form()) continue;
      write(field, name);
      const added = () => text().includes(`${name} added`);
      await tap('the partner being added', () => called('Done'), () => added() || gaveUp());
      const says = () => chip().startsWith('Saved on this tablet');
      await sleep(30);
      await until('the chip saying that it is saved', () => says() || gaveUp());
      if (added() && says()) tell(['partner', name]);
      else await sleep(below(400));
    } catch (error) {
      await stuck(error.message);
    }
  }
  window.handRests = true;
})();
