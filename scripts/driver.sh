#!/usr/bin/env bash
# Starts one engine's WebDriver in the foreground: scripts/driver.sh chromium|firefox|webkit PORT
# It stops, and its display with it, when this process gets TERM. See scripts/drivers.md.
set -euo pipefail
engine=$1 port=$2

case $engine in
chromium) exec chromedriver "--port=$port" --log-level=SEVERE --enable-chrome-logs ;;
firefox)  exec geckodriver --port "$port" --log fatal ;;
webkit)
    # WebKit has no headless mode: it gets a display of its own, on the first free number.
    exec 3< <(exec Xvfb -displayfd 1 -screen 0 1280x1024x24 -nolisten tcp 2>/dev/null)
    display=$!
    read -r -u 3 number
    # WebKit's sandbox and its GPU process need kernel rights that containers lack. Ways in
    # which WebKitGTK 2.50 runs WebAssembly go wrong once in hundreds of journeys (drivers.md, "Code that strays").
    DISPLAY=:$number JSC_useWasmIPInt=false JSC_freeRetiredWasmCode=false WEBKIT_DISABLE_COMPOSITING_MODE=1 LIBGL_ALWAYS_SOFTWARE=1 GDK_BACKEND=x11 \
        WebKitWebDriver --host=127.0.0.1 "--port=$port" &
    driver=$!
    trap 'kill "$driver" "$display" 2>/dev/null || true' EXIT
    trap 'exit 143' TERM INT
    wait "$driver"
    ;;
*) echo "unknown engine: $engine (chromium, firefox or webkit)" >&2; exit 2 ;;
esac
