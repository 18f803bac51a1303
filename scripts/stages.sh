#!/usr/bin/env bash
# Runs make targets one after the other, stops at the first that fails, and says what each
# took. After the last nothing more is said, so that the output ends with cargo's own result.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for stage in "$@"; do
    printf '\n== %s (%d s so far)\n' "$stage" "$SECONDS"
    started=$SECONDS
    if ! make --no-print-directory "$stage"; then
        printf '\n== %s failed after %d s\n' "$stage" $((SECONDS - started))
        exit 1
    fi
    [ "$stage" = "${!#}" ] || printf '== %s took %d s\n' "$stage" $((SECONDS - started))
done
