//! Starts the app: wires the browser's side of the ports into the app and mounts the screens.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Porchlight runs in a browser. `make run` builds and serves it.");
}
