# Porchlight's everyday commands. `make` alone lists them.

SHELL       := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PORT     ?= 8080
DEV_PORT ?= 8081
# The engines to test in; `make test-e2e ENGINES=firefox` runs one of them.
ENGINES  ?= chromium firefox webkit
# With EVERYWHERE=1 each engine runs every journey. Otherwise, where all engines run, what one is enough for takes turns.
EVERYWHERE ?=
turns = $(if $(EVERYWHERE),,$(if $(word 3,$(ENGINES)),1))
DIST     := dist
WASM     := wasm32-unknown-unknown

# Chooses the toolchain and puts the project's tools on PATH.
ENV := . scripts/env.sh;

# Everything the built app depends on. Tests are left out: they never change it.
INPUTS := $(shell find src public style scripts/build -type f 2>/dev/null) \
	index.html Trunk.toml Cargo.toml Cargo.lock
SERVE := .tools/serve
# The release with its files compressed beside them, what it is measured beside, and what came of it.
PACKED  := target/packed
PEERS   := target/peers
REPORT  := target/bench
FIGURES := $(CURDIR)/$(REPORT)/figures.jsonl
DESK    := target/release/porchlight

.PHONY: help run build connect packed desk dev test test-format test-clippy test-native test-browser test-e2e \
	setup setup-native setup-test setup-bench size size-by-room bench bench-readme lighthouse soak shots clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup $(DIST)/sw.js $(SERVE) ## build the app and serve it on http://localhost:8080 (PORT=…)
	@$(SERVE) $(DIST) $(PORT)

build: setup $(DIST)/sw.js ## build the release into dist/

# sw.js is written last, so it stands for the whole of dist/.
$(DIST)/sw.js: $(INPUTS)
	@$(ENV) cargo fetch --locked --quiet
	@$(ENV) node scripts/build/release.mjs
	@touch $@

connect: setup $(DIST)/sw.js ## let the built app sync with servers of other origins: make connect TO="https://cloud.example.org"
	@$(ENV) node scripts/build/connect.mjs $(DIST) $(TO)

packed: setup $(PACKED)/sw.js ## the release with .br and .gz beside each file, in target/packed/, for hosts that send those

$(PACKED)/sw.js: $(DIST)/sw.js scripts/pack.mjs
	@$(ENV) node scripts/pack.mjs $(DIST) $(PACKED)
	@touch $@

# The release profile is made for a browser, where every byte is fetched. At a desk speed counts, and a server that comes upon
# a fault in one answer must go on with the others.
desk: export CARGO_PROFILE_RELEASE_OPT_LEVEL := 3
desk: export CARGO_PROFILE_RELEASE_LTO := off
desk: export CARGO_PROFILE_RELEASE_CODEGEN_UNITS := 16
desk: export CARGO_PROFILE_RELEASE_PANIC := unwind
desk: ## the program for a desk, target/release/porchlight: serves the app and a place where tablets meet, verifies, merges, exports notes
	@$(ENV) cargo build --locked --release --bin porchlight
	@echo "Built target/release/porchlight; \`target/release/porchlight help\` says what it does."

# Straight through rustc: as a cargo example it would first build every dependency of the tests.
$(SERVE): examples/serve.rs $(wildcard tests/server/*.rs)
	@mkdir -p .tools
	@$(ENV) rustc --edition 2024 -O examples/serve.rs -o $@

dev: setup ## serve a debug build that reloads on every change, with the gallery (DEV_PORT=8081)
	@$(ENV) trunk serve --port $(DEV_PORT) $(if $(shell grep '^gallery' Cargo.toml),--features gallery)

test: ## everything that must pass, set-up included
	@scripts/stages.sh setup-test test-format test-clippy test-native test-browser size test-e2e

test-format: ## is the code formatted?
	@# Whatever toolchain builds, rustfmt is rustup's own.
	@$(ENV) env -u RUSTUP_TOOLCHAIN cargo fmt --all --check

test-clippy: setup ## no warnings, natively and for wasm
	@$(ENV) cargo clippy --locked --all-targets -- -D warnings
	@# The unit tests run natively alone, so for wasm they are not built.
	@$(ENV) cargo clippy --locked --lib --bins $(web_tests) --target $(WASM) -- -D warnings
	@# As it is built for a release.
	@$(ENV) cargo clippy --locked --lib --bins --features split --target $(WASM) -- -D warnings

# Property tests draw the same histories each time, so that a failure is the change's own; `make soak` draws others.
test-native: setup-native ## the tests that need no browser
	@$(ENV) PROPTEST_RNG_SEED=1854 cargo test --locked --lib --bins $(native_tests)

# Every integration test except those for a browser (web_*) and those that drive one.
native_tests = $(foreach file,$(filter-out tests/web_% tests/e2e% tests/soak.rs tests/shots.rs tests/bench.rs,$(wildcard tests/*.rs)),--test $(basename $(notdir $(file))))

# The tests that run inside a browser.
web_tests = $(patsubst tests/%.rs,--test %,$(wildcard tests/web_*.rs))

test-browser: setup-test ## tests/web_*.rs inside each engine
	@$(ENV) for engine in $(ENGINES); do \
	    echo "— browser tests in $$engine"; \
	    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	    WASM_BINDGEN_TEST_TIMEOUT=300 \
	    scripts/with-driver.sh $$engine \
	        cargo test --locked --target $(WASM) $(web_tests); \
	done

e2e_tests = $(patsubst tests/%.rs,--test %,$(wildcard tests/e2e*.rs))

test-e2e: setup-test $(DIST)/sw.js ## tests/e2e*.rs: the release build, used as a person would (EVERYWHERE=1: every journey in every engine)
	@$(ENV) for engine in $(ENGINES); do \
	    echo "— end-to-end tests in $$engine"; \
	    PORCHLIGHT_TURNS=$(turns) PORCHLIGHT_DIST=$(CURDIR)/$(DIST) scripts/with-driver.sh $$engine \
	        scripts/e2e.sh $(e2e_tests); \
	done

size: setup $(DIST)/sw.js ## bytes of the release build, raw and brotli; fails above what they may be
	@$(ENV) node scripts/size.mjs $(DIST)

size-by-room: setup $(DIST)/sw.js ## where the code of the release build is, by crate and by room
	@$(ENV) node scripts/size-by-room.mjs target/$(WASM)/release/porchlight.wasm

measure = PORCHLIGHT_FIGURES=$(FIGURES) PORCHLIGHT_PEERS=$(CURDIR)/$(PEERS) PORCHLIGHT_DESK=$(CURDIR)/$(DESK) scripts/with-driver.sh chromium \
	cargo test --locked --test bench -- --ignored --nocapture --test-threads=1

bench: setup-bench $(DIST)/sw.js $(PACKED)/sw.js $(PEERS)/page.html $(SERVE) desk ## measure beside plain IndexedDB, Dexie, RxDB and PouchDB, and merging beside Automerge and Loro; visits; memory; Lighthouse: a report in target/bench/ (BEFORE=another-dist/: and that build, to compare)
	@mkdir -p $(REPORT)
	@rm -f $(FIGURES)
	@$(ENV) cargo bench --locked --quiet --bench '*'
	@$(ENV) cd benches/merge && CARGO_TARGET_DIR=$(CURDIR)/target/merge PORCHLIGHT_FIGURES=$(FIGURES) \
	    cargo run --locked --quiet --release
	@$(ENV) cargo test --locked --quiet --lib same_as_last_time -- --nocapture | grep unmet
	@$(ENV) PORCHLIGHT_DIST=$(CURDIR)/$(DIST) PORCHLIGHT_PACKED=$(CURDIR)/$(PACKED) $(measure)
	@$(if $(BEFORE),$(ENV) node scripts/pack.mjs $(BEFORE) $(PACKED)-before; \
	    PORCHLIGHT_DIST=$(abspath $(BEFORE)) PORCHLIGHT_PACKED=$(CURDIR)/$(PACKED)-before \
	    BENCH_WHO=Porchlight PORCHLIGHT_CALLED='Porchlight before' $(measure))
	@$(ENV) PORCHLIGHT_FIGURES=$(FIGURES) node scripts/lighthouse.mjs $(PACKED) $(SERVE)
	@$(ENV) node scripts/bench.mjs

bench-readme: ## put what `make bench` measured last into README.md and docs/
	@$(ENV) node scripts/bench.mjs --publish

lighthouse: setup-bench $(PACKED)/sw.js $(SERVE) ## what Lighthouse says of the release, as a good host serves it
	@$(ENV) node scripts/lighthouse.mjs $(PACKED) $(SERVE)

# What Porchlight is measured beside, a bundle each.
$(PEERS)/page.html: $(wildcard benches/peers/*)
	@rm -rf $(PEERS)
	@NODE_PATH=$(CURDIR)/.tools/bench/node_modules .tools/bench/node_modules/.bin/esbuild \
	    $(foreach peer,plain dexie rxdb pouchdb replicate,benches/peers/$(peer).js) \
	    --bundle --minify --format=esm --log-level=warning --outdir=$(PEERS)
	@cp benches/peers/page.html $@

# How many times as many histories of tablets that meet in a place as in `make test`.
HISTORIES ?= 120

soak: setup-test $(DIST)/sw.js ## some 240,000 histories of tablets that meet (HISTORIES=120), new ones for all property tests, then faults for 20 minutes: kills, full tablets, take-overs, updates; then every journey everywhere (PORCHLIGHT_SOAK=0.1 rehearses the faults alone)
	@$(ENV) PORCHLIGHT_CASES=$(HISTORIES) cargo test --locked --profile soak --lib histories -- --nocapture
	@$(ENV) PORCHLIGHT_CASES=20 cargo test --locked --lib --bins $(native_tests)
	@$(ENV) PORCHLIGHT_DIST=$(CURDIR)/$(DIST) scripts/with-driver.sh chromium \
	    cargo test --locked --test soak -- --ignored --nocapture --test-threads=1
	@$(if $(PORCHLIGHT_SOAK),,$(MAKE) --no-print-directory test-e2e EVERYWHERE=1)

shots: setup-test $(DIST)/sw.js ## screenshots of every screen into .shots/
	@$(ENV) PORCHLIGHT_DIST=$(CURDIR)/$(DIST) scripts/with-driver.sh chromium \
	    cargo test --locked --test shots -- --ignored --nocapture --test-threads=1

setup:
	@scripts/setup.sh build

setup-native:
	@scripts/setup.sh native

setup-test:
	@scripts/setup.sh test

setup-bench:
	@scripts/setup.sh bench

clean: ## remove what was built (tools in .tools/ stay)
	@rm -rf target $(DIST)
