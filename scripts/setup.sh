#!/usr/bin/env bash
# Prepares a machine to build and test Porchlight. Safe to run again: it looks first, and
# does only what is missing.
#
#   scripts/setup.sh build    what building and serving the app needs
#   scripts/setup.sh native   that, and the servers that tests of places start
#   scripts/setup.sh test     that, and the three browsers with their drivers
#   scripts/setup.sh bench    building, the servers, the browsers, and what Porchlight is measured beside and with
set -euo pipefail

# The versions, in one place. Two more live where their own tools read them: wasm-bindgen
# in Cargo.lock (the command-line tool must equal the crate exactly), and the npm packages
# (wasm-opt, axe-core, ical.js) in scripts/tools/package.json, those of the bench alone in benches/peers/,
# those of the tests of places in tests/places/.
RUST_MINIMUM=1.95          # the same as rust-version in Cargo.toml
TRUNK_VERSION=0.21.14      # 0.22 asks for a newer Rust than RUST_MINIMUM
GECKODRIVER_VERSION=0.37.1
WASM_SPLIT_VERSION=0.2.4   # must understand what wasm_split_helpers of Cargo.lock marks
NODE_MINIMUM=18

# rustup waits for ever where it may not download. After this long we take Debian's Rust.
RUSTUP_SECONDS=90

WASM=wasm32-unknown-unknown
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TOOLS=$ROOT/.tools
CARGO_BIN=${CARGO_HOME:-$HOME/.cargo}/bin
PATH=$CARGO_BIN:$PATH
mkdir -p "$TOOLS"

say()  { printf '\033[1m%s\033[0m\n' "• $*"; }
fail() { printf '\nSetup stopped: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Runs a command as root: as we are, or through sudo.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif have sudo; then sudo "$@"
    else fail "this needs root and there is no sudo. Please run as root: $*"
    fi
}

# ---- Debian packages -----------------------------------------------------------------

# Installs the packages that are missing; `why` is said only when there is something to do.
packages() {
    local why=$1 missing=() package
    shift
    have apt-get || fail "$why needs these Debian packages or their like, and this machine has no apt-get: $*"
    for package in "$@"; do
        case $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true) in
            *" installed") ;;
            *) missing+=("$package") ;;
        esac
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "$why: installing ${missing[*]}"
    if [ -z "${APT_LISTS_FRESH:-}" ]; then
        as_root apt-get update -qq
        APT_LISTS_FRESH=yes
    fi
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# ---- Rust and the wasm target --------------------------------------------------------

at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

rust_version() { rustc --version 2>/dev/null | cut -d ' ' -f 2; }

has_wasm_std() {
    local sysroot
    sysroot=$(rustc --print sysroot 2>/dev/null) &&
        ls "$sysroot/lib/rustlib/$WASM/lib/"libstd-*.rlib >/dev/null 2>&1
}

linker() {
    have cc || packages "Linking Rust programs needs a C compiler" gcc libc6-dev
}

# Leaves a toolchain that can build for wasm, and its name (when it is not rustup's
# default) in .tools/toolchain, where scripts/env.sh picks it up.
wasm_target() {
    have cargo && have rustc || fail "Rust is missing. Install it from https://rustup.rs (the 'minimal' profile with rustfmt and clippy is enough), then run this again."

    # What an earlier run decided goes on holding as long as it still works.
    if [ -s "$TOOLS/toolchain" ]; then
        RUSTUP_TOOLCHAIN=$(cat "$TOOLS/toolchain")
        export RUSTUP_TOOLCHAIN
    fi
    if at_least "$RUST_MINIMUM" "$(rust_version)" && has_wasm_std; then return; fi
    unset RUSTUP_TOOLCHAIN
    rm -f "$TOOLS/toolchain"

    have rustup || fail "this Rust cannot build for $WASM (it needs $RUST_MINIMUM or later with that target) and there is no rustup to add it. Install Rust from https://rustup.rs, then run this again."

    if [ ! -e "$TOOLS/rustup-cannot-download" ]; then
        say "Rust for the browser: asking rustup for $WASM (up to $RUSTUP_SECONDS s)"
        if ! at_least "$RUST_MINIMUM" "$(rust_version)"; then
            timeout "$RUSTUP_SECONDS" rustup update --no-self-update stable || true
        fi
        if timeout "$RUSTUP_SECONDS" rustup target add "$WASM" &&
            at_least "$RUST_MINIMUM" "$(rust_version)" && has_wasm_std; then return; fi
        # Remembered, so that the wait is not repeated at every run.
        touch "$TOOLS/rustup-cannot-download"
        say "rustup could not download it (delete .tools/rustup-cannot-download to have it asked again)"
    fi

    debian_wasm_target
    echo web > "$TOOLS/toolchain"
    export RUSTUP_TOOLCHAIN=web
    has_wasm_std || fail "the $WASM target could not be made from Debian's Rust."
}

# Debian carries a recent Rust for its browsers, with the source of the standard library:
# from these the target is made. Everything, native tests too, then uses that one toolchain.
debian_wasm_target() {
    packages "Rust for the browser, from Debian" rustc-web cargo-web rust-web-src rust-web-clippy
    local host rustlib=/usr/lib/rustlib lld scratch
    host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')

    # The linker is the one thing Debian leaves out; rustup's own toolchain has it.
    if [ ! -e "$rustlib/$host/bin/rust-lld" ]; then
        lld=$(rustc --print sysroot)/lib/rustlib/$host/bin/rust-lld
        [ -x "$lld" ] || fail "no rust-lld in $(rustc --print sysroot)."
        as_root mkdir -p "$rustlib/$host/bin"
        as_root ln -sf "$lld" "$rustlib/$host/bin/rust-lld"
    fi

    if ! ls "$rustlib/$WASM/lib/"libstd-*.rlib >/dev/null 2>&1; then
        say "Building the standard library for $WASM (about a minute, once)"
        scratch=$(mktemp -d)
        mkdir "$scratch/src"
        : > "$scratch/src/lib.rs"
        # An rlib needs no linker, so nothing but the standard library is really built.
        printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n' > "$scratch/Cargo.toml"
        # Bitcode, or link-time optimization fails; `test`, or no test can link.
        (cd "$scratch" && env -u RUSTUP_TOOLCHAIN RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc \
            RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR="$scratch/target" \
            /usr/bin/cargo build -q --release --target "$WASM" -Zbuild-std=std,panic_abort,test)
        rm -f "$scratch/target/$WASM/release/deps/"libempty-*.rlib
        as_root mkdir -p "$rustlib/$WASM/lib"
        as_root cp "$scratch/target/$WASM/release/deps/"*.rlib "$rustlib/$WASM/lib/"
        rm -rf "$scratch"
    fi

    [[ " $(rustup toolchain list | tr '\n' ' ')" == *" web "* ]] || rustup toolchain link web /usr
}

# ---- Programs written in Rust and JavaScript ----------------------------------------------------

# installed NAME VERSION: is that very version the one on PATH?
installed() {
    # All of the output is taken: a program cut off by `head` counts as failed under pipefail.
    have "$1" && [[ " $("$1" --version 2>/dev/null | tr '\n' ' ')" == *" $2 "* ]]
}

# A quick build is worth more here than a quick tool.
cargo_install() {
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        CARGO_TARGET_DIR="$TOOLS/cargo-install" \
        cargo install --quiet --force "$@"
    rm -rf "$TOOLS/cargo-install"
}

wasm_bindgen() {
    local version
    version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[" ]/, ""); sub(/version=/, ""); print; exit }' "$ROOT/Cargo.lock")
    [ -n "$version" ] || fail "Cargo.lock names no wasm-bindgen; run 'cargo generate-lockfile' first."
    if installed wasm-bindgen "$version" && installed wasm-bindgen-test-runner "$version"; then return; fi
    say "wasm-bindgen $version, the same as in Cargo.lock (2 to 6 minutes)"
    # Without --locked: its own lock file can name crates the registry does not serve.
    cargo_install wasm-bindgen-cli --version "$version"
}

trunk_tool() {
    if installed trunk "$TRUNK_VERSION"; then return; fi
    say "Trunk $TRUNK_VERSION, which puts the app together (4 to 8 minutes)"
    cargo_install trunk --version "$TRUNK_VERSION" --locked
}

split_tool() {
    # It does not tell its version; cargo knows which one it installed.
    if have wasm-split-cli && cargo install --list | grep -q "^wasm_split_cli_support v$WASM_SPLIT_VERSION:"; then return; fi
    say "wasm-split-cli $WASM_SPLIT_VERSION, which splits the app into parts (1 to 3 minutes)"
    cargo_install wasm_split_cli_support --version "$WASM_SPLIT_VERSION" --locked --features build-binary
}

geckodriver_tool() {
    if installed geckodriver "$GECKODRIVER_VERSION"; then return; fi
    say "geckodriver $GECKODRIVER_VERSION, which drives Firefox (1 to 3 minutes)"
    cargo_install geckodriver --version "$GECKODRIVER_VERSION" --locked
}

node_packages() {
    have node && have npm || packages "wasm-opt and the build's scripts need Node" nodejs npm
    local major
    major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
    [ "$major" -ge "$NODE_MINIMUM" ] || fail "Node $NODE_MINIMUM or later is needed; this is $(node --version)."
    # Copied last, the package list is also the sign that what it lists was installed.
    if cmp -s "$ROOT/scripts/tools/package.json" "$TOOLS/installed.json"; then return; fi
    say "wasm-opt (binaryen), axe-core and ical.js from npm, into .tools/"
    cp "$ROOT/scripts/tools/package.json" "$TOOLS/package.json"
    npm install --prefix "$TOOLS" --no-package-lock --no-audit --no-fund --loglevel=error
    cp "$ROOT/scripts/tools/package.json" "$TOOLS/installed.json"
}

browsers() {
    packages "The three browser engines the tests run in" \
        chromium chromium-driver firefox-esr webkit2gtk-driver xvfb xauth
    geckodriver_tool
}

# The servers that tests start for themselves. None of them is left running: packages that start a service when they
# are installed are kept from it. CouchDB is in no package of Debian, so a server that speaks as it does stands in for it.
servers() {
    local policy=/usr/sbin/policy-rc.d mine=
    if ! have lighttpd && [ ! -e "$policy" ]; then
        mine=yes
        trap 'as_root rm -f /usr/sbin/policy-rc.d' EXIT
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
        as_root chmod +x "$policy"
    fi
    packages "The servers that tests of places start" \
        apache2-bin apache2-utils lighttpd lighttpd-mod-webdav rclone
    if [ -n "$mine" ]; then
        as_root rm -f "$policy"
        # Nor at the next start of this machine.
        if have systemctl; then as_root systemctl disable --quiet lighttpd 2>/dev/null || true; fi
    fi
    npm_locked "PouchDB Server, which speaks as CouchDB does" "$ROOT/tests/places" "$TOOLS/places" --ignore-scripts
}

# Packages from npm in exactly the versions of a lock file: what a test meets is the same everywhere.
npm_locked() {
    local what=$1 wanted=$2 installed=$3
    shift 3
    if cmp -s "$wanted/package-lock.json" "$installed/installed.json"; then return; fi
    say "$what, into ${installed#"$ROOT"/}/"
    mkdir -p "$installed"
    cp "$wanted/package.json" "$wanted/package-lock.json" "$installed/"
    (cd "$installed" && npm ci --no-audit --no-fund --loglevel=error "$@")
    cp "$wanted/package-lock.json" "$installed/installed.json"
}

bench_packages() {
    npm_locked "what Porchlight is measured beside (Dexie, RxDB, PouchDB) and with (esbuild, Lighthouse)" \
        "$ROOT/benches/peers" "$TOOLS/bench"
}

# ---- What was asked for -------------------------------------------------------------------

build() { linker; wasm_target; wasm_bindgen; split_tool; trunk_tool; node_packages; }

case ${1:-} in
    build) build ;;
    native) build; servers ;;
    test)  build; servers; browsers ;;
    bench) build; servers; browsers; bench_packages ;;
    *)     echo "usage: scripts/setup.sh build|native|test|bench" >&2; exit 2 ;;
esac
