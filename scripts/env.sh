# Sourced by every make recipe and script that builds: puts the project's own tools first
# on PATH and chooses the toolchain that scripts/setup.sh found able to build for wasm.
porchlight_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
porchlight_bin=$porchlight_root/.tools/node_modules/.bin:${CARGO_HOME:-$HOME/.cargo}/bin
case :$PATH: in
    *":$porchlight_bin:"*) ;;
    *) PATH=$porchlight_bin:$PATH ;;
esac
export PATH
if [ -s "$porchlight_root/.tools/toolchain" ]; then
    RUSTUP_TOOLCHAIN=$(cat "$porchlight_root/.tools/toolchain")
    export RUSTUP_TOOLCHAIN
fi
unset porchlight_root porchlight_bin
