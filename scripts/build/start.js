// Loads the app and runs it. The two addresses come from the links Trunk writes into
// index.html; boot.js has begun to fetch the wasm.
const address = (id) => document.getElementById(id).href;

await window.porchlight.supported;
try {
  const app = await import(address('app-js'));
  await app.default({ module_or_path: window.porchlight.wasm });
} catch (error) {
  window.porchlight.failed(error);
}
