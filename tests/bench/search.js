// Types words letter by letter, and calls back with how long each letter took until the list was painted.
const done = arguments[arguments.length - 1];
const painted = () => new Promise((go) => requestAnimationFrame(() => { const port = new MessageChannel();
    port.port1.onmessage = go; port.port2.postMessage(0); }));
const field = document.querySelector('input[type=search]');
(async () => {
    const spent = [];
    for (const words of arguments[0])
        for (let length = 1; length <= words.length; length++) {
            await painted();
            const start = performance.now();
            field.value = words.slice(0, length);
            field.dispatchEvent(new Event('input', { bubbles: true }));
            await painted();
            spent.push(performance.now() - start);
        }
    done(spent);
})()
