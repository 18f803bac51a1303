#!/usr/bin/env bash
# Runs make targets one after the other, stops at the first that fails, and says what each
# took. Cargo's own summary lines come last, so that the end of the output is the result.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
summary=()
result=0

for stage in "$@"; do
    printf '\n== %s\n' "$stage"
    started=$SECONDS
    make --no-print-directory "$stage" 2>&1 | tee -a "$log"
    status=${PIPESTATUS[0]}
    summary+=("$(printf '%-14s %5d s  %s' "$stage" $((SECONDS - started)) "$([ "$status" = 0 ] && echo passed || echo FAILED)")")
    if [ "$status" != 0 ]; then
        result=$status
        break
    fi
done

printf '\n== what each stage took\n'
printf '%s\n' "${summary[@]}"
printf '%-14s %5d s\n\n' all "$SECONDS"
grep -E '^(— |     Running |test result: )' "$log"
exit "$result"
