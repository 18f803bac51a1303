#!/usr/bin/env bash
# Runs a command while one engine's WebDriver is up: scripts/with-driver.sh ENGINE COMMAND…
#
# The command sees
#   PORCHLIGHT_ENGINE   chromium, firefox or webkit
#   WEBDRIVER_URL       where the driver listens
# and what wasm-bindgen-test-runner reads to use that same driver. The runner knows nothing
# of WebKitWebDriver, but speaks to it happily as to Safari's, whose protocol it shares.
set -euo pipefail
engine=$1
shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
log=$(mktemp)
"$here/driver.sh" "$engine" "$port" >"$log" 2>&1 &
driver=$!
trap 'kill "$driver" 2>/dev/null || true; wait "$driver" 2>/dev/null || true; rm -f "$log"' EXIT

# Ready when it accepts a connection; a driver that cannot start says why in its log.
for ((tries = 0; ; tries++)); do
    if (exec 4<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then break; fi
    if [ "$tries" -ge 150 ] || ! kill -0 "$driver" 2>/dev/null; then
        echo "The $engine driver did not start:" >&2
        cat "$log" >&2
        exit 1
    fi
    sleep 0.2
done

export PORCHLIGHT_ENGINE=$engine WEBDRIVER_URL=http://127.0.0.1:$port
export WASM_BINDGEN_TEST_WEBDRIVER_JSON=$here/webdriver/$engine.json
case $engine in
chromium) export CHROMEDRIVER_REMOTE=$WEBDRIVER_URL ;;
firefox)  export GECKODRIVER_REMOTE=$WEBDRIVER_URL ;;
webkit)   export SAFARIDRIVER_REMOTE=$WEBDRIVER_URL ;;
esac
"$@"
