# One command each. `make help` lists them.
# What is built twice on purpose: debug for the checks and unit tests, release for what runs.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
# Steps share SwiftPM's build folder, which takes one at a time.
.NOTPARALLEL:

LISTEN ?= 127.0.0.1:8080
DATA ?= ./data

RELEASE := swift build -c release --static-swift-stdlib
PYTEST := .build/venv/bin/python -m pytest -c Tests/Process/pytest.ini --rootdir .
# Everything that people write; what the generator writes is not formatted.
SWIFT_FILES = Package.swift $(shell find Sources Tests Fuzz -name '*.swift' -not -path '*/Generated/*')

.PHONY: help
help: ## This list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 24

.PHONY: run
run: build wasm ## Build, then serve on LISTEN (127.0.0.1:8080) with the data in DATA (./data)
	exec .build/release/martletd serve --data $(DATA) --listen $(LISTEN) $(if $(wildcard Web),--web Web)

.PHONY: demo
demo: build venv ## Serve on LISTEN a server full of people who talk, with its data in ./demo-data
	.build/venv/bin/python dev/demo.py --listen $(LISTEN)

.PHONY: build
build: packages ## The release build of the server
	$(RELEASE) --product martletd

.PHONY: wasm
wasm: packages ## The core of end-to-end encryption for browsers: Web/crypto/martlet-e2ee.wasm
	dev/build-wasm.sh

.PHONY: check
check: packages format-check layers tidy wasm build-debug generated breaking ## Format, layers, warnings, contract

.PHONY: test
test: build-debug build wasm venv ## Unit tests, then the real server from outside, then the tests of the checks
	swift test --skip-build
	rm -f .build/conformance/*.json
	$(PYTEST) Tests/Checks Tests/Process
	dev/write-conformance.py --check

.PHONY: process-test
process-test: build wasm venv ## Only the tests of the real server
	swift build --product e2ee-testee
	$(PYTEST) Tests/Process

.PHONY: proto
proto: packages ## Generate the contracts from proto/
	dev/generate-proto.sh

.PHONY: conformance-protobuf
conformance-protobuf: packages ## The official protobuf conformance tests on the Swift runtime
	dev/conformance-protobuf.sh

.PHONY: format
format: ## Format the Swift code
	swift format format --in-place --parallel --configuration .swift-format $(SWIFT_FILES)

.PHONY: bench
bench: build ## Messages a second on this machine
	$(RELEASE) --product martlet-bench
	dev/bench.sh

.PHONY: bench-store
bench-store: packages ## Durable appends a second of the message store alone
	$(RELEASE) --product martlet-bench
	dev/bench-store.sh

.PHONY: bench-room
bench-room: build ## Deliveries to a room of 1,000, and what one reader that does not read changes
	$(RELEASE) --product martlet-bench
	dev/bench.sh room --in-flight 16
	dev/bench.sh room --in-flight 16 --slow 1

.PHONY: bench-idle
bench-idle: build ## What a silent socket costs the server
	$(RELEASE) --product martlet-bench
	dev/bench.sh idle

.PHONY: bench-start
bench-start: build ## How soon an empty server is ready, and the memory it takes
	dev/bench-start.py

.PHONY: bench-logins
bench-logins: build ## What 200 log-ins at a time cost those who do not log in
	$(RELEASE) --product martlet-bench
	dev/bench-logins.sh

.PHONY: bench-web
bench-web: wasm venv ## What sealing and opening a message costs in Chromium
	.build/venv/bin/python dev/bench-web-crypto.py

.PHONY: fuzz
fuzz: packages ## Every decoder against inputs that nobody thought of, FUZZ_SECONDS (60) each
	dev/fuzz.sh

.PHONY: fuzz-smoke
fuzz-smoke: packages ## The same for a few seconds each
	FUZZ_SECONDS=3 dev/fuzz.sh

.PHONY: bench-codec
bench-codec: packages ## Nanoseconds that decoding and encoding a frame takes
	$(RELEASE) --product martlet-bench
	.build/release/martlet-bench codec

.PHONY: bench-seal
bench-seal: packages ## What sealing, opening and checking keys cost a device
	$(RELEASE) --product martlet-bench
	.build/release/martlet-bench seal

.PHONY: clean
clean: ## Remove what was built (not the data)
	rm -rf .build Web/crypto/martlet-e2ee.wasm

# The parts of the above.

.PHONY: packages
packages:
	@dev/install-packages.sh

.PHONY: venv
venv: packages
	@dev/make-venv.sh

.PHONY: format-check
format-check:
	swift format lint --strict --parallel --configuration .swift-format $(SWIFT_FILES)

.PHONY: layers
layers: packages
	python3 dev/check-layers.py

.PHONY: tidy
tidy: packages
	python3 dev/tidy.py

# Warnings are errors: Package.swift says so for every target.
.PHONY: build-debug
build-debug: packages
	swift build --build-tests

.PHONY: breaking
breaking: venv generated
	.build/venv/bin/python dev/check-breaking.py

.PHONY: generated
generated: packages
	dev/check-generated.sh
