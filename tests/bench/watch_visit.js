// In every new page: notes when the app stands and has been painted, and when it would start with no network.
const stands = () => !document.querySelector('#shell') && document.querySelector('#app > *');
const look = () => (stands()
    ? requestAnimationFrame(() => setTimeout(() => { window.usableAt = performance.now(); }))
    : requestAnimationFrame(look));
document.addEventListener('DOMContentLoaded', () => requestAnimationFrame(look));
navigator.serviceWorker.ready.then(({ active }) => {
    const ready = () => { window.readyAt ??= active.state === 'activated' ? performance.now() : undefined; };
    active.addEventListener('statechange', ready);
    ready();
});
