// One thing after the other, whichever the draw says, until the browser is killed or there was enough.
const [seed, limit, round, places] = arguments;
drawn = seed;

const deeds = {
  partner: (number) => partner(`Partner r${round}n${number}`, below(4) === 0),

  edit: async (number) => {
    if (!places.partners.length) return deeds.partner(number);
    const id = places.partners[below(places.partners.length)];
    location.hash = `#/community/partner/${id}/edit`;
    const field = await until('the form of a partner', () => location.hash.endsWith('/edit') && control('What they offer'));
    write(field, `edit ${number}`);
    const shows = () => !location.hash.endsWith('/edit') && text().includes(`edit ${number}`);
    await tap('the partner being changed', () => called('Done'), shows);
    await saved();
    tell(['edit', id, number]);
  },

  visit: async () => {
    location.hash = places.streets[below(places.streets.length)];
    const here = () => squeezed(document.querySelector('.knock h2')?.innerText);
    // The street before may still be on the screen, so where one stands is read as it is tapped.
    let address;
    const outcome = () => {
      const button = [...document.querySelectorAll('.outcome')].find((one) => squeezed(one.innerText) === 'Not home');
      if (button) address = here();
      return button;
    };
    await tap('the knock being kept', outcome, () => address && text().includes(`Not home: ${address}`));
    await saved();
    tell(['visit', address]);
  },

  count: async (number) => {
    location.hash = `${places.hub}/count`;
    const input = () => document.querySelector('.stepper input');
    const end = () => !input() && called('Finish');
    await until('the count', () => input() || end());
    if (input()?.value) await tap('the next item', () => called('Next item'), () => end() || input()?.value === '');
    if (end()) {
      await tap('the count ending', () => called('Finish'), () => !location.hash.endsWith('/count'));
      return;
    }
    const item = squeezed(document.querySelector('#counted-item').innerText);
    let typed = '';
    for (const digit of String(number)) {
      typed += digit;
      const key = () => [...document.querySelectorAll('.keypad button')].find((key) => key.innerText.trim() === digit);
      await tap(`the digit ${digit} of ${number}`, key, () => input().value === typed);
    }
    await saved();
    tell(['count', item, number]);
  },

  line: async (number) => {
    location.hash = places.talk;
    const field = () => document.querySelector('.said textarea');
    const enter = () => field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    await until('the line', field);
    // What the last round left half written.
    if (field().value) {
      enter();
      await until('an empty line', () => field().value === '');
    }
    const words = `line ${number}.`;
    write(field(), words);
    if (below(3) === 0) await draft(words);
    enter();
    const among = () => [...document.querySelectorAll('.said li')].some((line) => squeezed(line.innerText).endsWith(words));
    await until('the line among the others', among);
    await saved();
    tell(['line', words]);
  },
};
const draws = ['partner', 'partner', 'partner', 'edit', 'edit', 'visit', 'visit', 'count', 'count', 'line', 'line'];

(async () => {
  for (let step = 1; step <= limit; step++) {
    const deed = draws[below(draws.length)];
    try {
      await deeds[deed](round * 400 + step);
    } catch (error) {
      await stuck(`${deed}: ${error.message}`);
    }
  }
  head('rested');
})();
