// Types words letter by letter, and calls back with how long each letter took until the list was painted, and how much
// of that was work: what is left without the wait for the next frame.
const done = arguments[arguments.length - 1];
const soon = () => new Promise((go) => { const port = new MessageChannel(); port.port1.onmessage = go; port.port2.postMessage(0); });
const frame = () => new Promise((go) => requestAnimationFrame((began) => soon().then(() => go(began))));
const field = document.querySelector('input[type=search]');
(async () => {
    const spent = [];
    for (const words of arguments[0])
        for (let length = 1; length <= words.length; length++) {
            await frame();
            const start = performance.now();
            field.value = words.slice(0, length);
            field.dispatchEvent(new Event('input', { bubbles: true }));
            await soon();
            const idle = performance.now();
            const began = await frame();
            const painted = performance.now() - start;
            spent.push([painted, painted - Math.max(0, began - idle)]);
        }
    done(spent);
})()
