// In every new page: keeps the memories of wasm modules at hand, so that they can be measured.
window.memories = new Set();
for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
        const made = await original.apply(WebAssembly, given);
        for (const exported of Object.values((made.instance ?? made).exports))
            if (exported instanceof WebAssembly.Memory) window.memories.add(exported);
        return made;
    };
}
