// Loads the app and runs it. The two addresses come from the links Trunk writes into
// index.html, which also make the browser fetch both files before this script runs.
const address = (id) => document.getElementById(id).href;

await window.porchlight.supported;
try {
  const app = await import(address('app-js'));
  await app.default({ module_or_path: address('app-wasm') });
} catch (error) {
  window.porchlight.failed(error);
}
