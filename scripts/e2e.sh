#!/usr/bin/env bash
# The end-to-end tests in one engine, whose driver is up: scripts/with-driver.sh ENGINE scripts/e2e.sh CARGO-TEST-ARGUMENTS…
#
# One journey may be played once more: where the engine itself broke (its process for the page is gone, or its code went
# astray: tests/e2e/tablet/died.rs), and nothing else failed. It is said in the output. A second one is a failure.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/.."

PORCHLIGHT_ENGINE_DIED=$(mktemp)
said=$(mktemp)
export PORCHLIGHT_ENGINE_DIED
trap 'rm -f "$PORCHLIGHT_ENGINE_DIED" "$said"' EXIT

if cargo test --locked --no-fail-fast "$@" -- --test-threads=1 2>&1 | tee "$said"; then exit 0; fi

died=$(sort -u "$PORCHLIGHT_ENGINE_DIED")
failed=$(sed -n 's/^test \(.*\) \.\.\. FAILED$/\1/p' "$said" | sort -u)
if [ -z "$failed" ] || [ "$failed" != "$died" ] || [ "$(wc -l <<<"$failed")" != 1 ]; then exit 1; fi

printf '\n%s broke in the middle of %s, and nothing else failed. Once more:\n' "$PORCHLIGHT_ENGINE" "$failed"
: >"$PORCHLIGHT_ENGINE_DIED"
cargo test --locked --no-fail-fast "$@" -- --test-threads=1 --exact "$failed"
