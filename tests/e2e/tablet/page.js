// How the tests find things on the page: by the words a person reads, among what a person can see.
// Put before the body of every script.

const squeezed = (text) => (text || '').replace(/\s+/g, ' ').trim();

const shown = (element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  element.getClientRects().length > 0;

// An open dialog is all one can reach.
const reachable = () => [...document.querySelectorAll('dialog[open]')].at(-1) || document.body;

// What an element is called, for the eye or the ear; a row also by its title alone.
function names(element) {
  const title = element.querySelector('.row-title');
  const aria = element.getAttribute('aria-label') || element.querySelector('[aria-label]')?.getAttribute('aria-label');
  const heard = element.cloneNode(true);
  heard.querySelectorAll('[aria-hidden=true]').forEach((unheard) => unheard.remove());
  return [aria, element.innerText, heard.textContent, title && title.innerText].map(squeezed);
}

const PRESSABLE = 'button, a[href], summary, label.switch, label.tick, label.pick, label.row, [role=option]';

// What has just moved under the finger takes no tap for a moment.
const steady = (element) => !element.closest('[data-settling]');

const pressable = (words) => [...reachable().querySelectorAll(PRESSABLE)].filter(
  (element) => shown(element) && steady(element) && names(element).includes(words));

// Taps what is called so, and what is there then at the same place a moment later. Says in `window.tapped` when it did.
function tapTwice(words, gap) {
  const [one] = pressable(words);
  if (!one) return false;
  one.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = one.getBoundingClientRect();
  const tap = () => document.elementFromPoint(left + width / 2, top + height / 2).closest('button, a, label')?.click();
  window.tapped = false;
  tap();
  setTimeout(() => { tap(); window.tapped = true; }, gap);
  return true;
}

// The words of a label without what it adds ("required").
function labelled(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll('small, input, select, textarea').forEach((extra) => extra.remove());
  return squeezed(copy.textContent);
}

// The control with this label.
function control(words) {
  const scope = reachable();
  const label = [...scope.querySelectorAll('label')].find((label) => shown(label) && labelled(label) === words);
  if (label) return label.control || label.querySelector('input, select, textarea');
  return [...scope.querySelectorAll('input, select, textarea')].find(
    (input) => shown(input) && input.getAttribute('aria-label') === words);
}

// The answer offered under this question: a chip of a choice, or an option of a select.
function answer(question, words) {
  const group = [...reachable().querySelectorAll('fieldset, [role=group], [role=radiogroup]')].find((group) =>
    [...group.children].some((child) => child.matches('legend') && labelled(child) === question) ||
    group.getAttribute('aria-label') === question);
  const chips = group ? [...group.querySelectorAll('label, button')] : [];
  return chips.find((chip) => shown(chip) && labelled(chip) === words);
}

function option(question, words) {
  const select = control(question);
  const found = select && [...(select.options || [])].find((option) => squeezed(option.label) === words);
  if (!found) return false;
  select.value = found.value;
  select.dispatchEvent(new Event('input', { bubbles: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

const text = () => squeezed(document.body.innerText);

// Says in `window.turned` when the app, whose listener is older, has heard that the address ends in this.
function turnTo(hash) {
  window.turned = location.hash === hash;
  if (!window.turned) addEventListener('hashchange', () => { window.turned = true; }, { once: true });
}
