// In every new page: notes when the list, or the word that it is empty, has been painted.
const look = () => document.querySelector('.list a.row, .split-list .empty')
    ? requestAnimationFrame(() => setTimeout(() => { window.usableAt = performance.now(); }))
    : requestAnimationFrame(look);
requestAnimationFrame(look);
