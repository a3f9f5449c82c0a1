# Everything sets itself up in .venv, a folder inside the checkout. Each command can be typed without make as well.
PYTHON ?= python3
BIN := .venv/bin
LOCK := requirements/dev.txt
# What `make test-fast` leaves to `make test`: the generator, what starts programs, and what waits.
SLOW := benchmarks docs generator others types reliability/test_matrix.py reliability/test_secrets.py

.DEFAULT_GOAL := help
.PHONY: help demo test test-fast test-all generate check lint types coverage reliability soak prism bench bench-peers regenerate build lock clean

help: ## Say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: .venv/demo ## Watch the assistant answer: every method, against the embedded emulator
	@$(BIN)/python examples/tour.py

# Four processes on two cores: half of their time, tests wait for a deadline to pass.
test: .venv/dev ## Run the tests on this Python
	$(BIN)/python -m pytest -n 4 --dist worksteal -q

test-fast: .venv/dev ## Run the tests of the client and the emulator, while you edit
	$(BIN)/python -m pytest -n 3 --dist worksteal -q $(SLOW:%=--ignore=tests/%)

coverage: .venv/dev ## Run the tests and show the branch coverage; fails below 95 %
	$(BIN)/python -m coverage erase
	$(BIN)/python -m pytest -n 4 --dist worksteal -q --cov --cov-report=term:skip-covered --cov-report=html

test-all: .venv/dev ## Run the tests of the package on every supported Python that is installed
	$(BIN)/python tests/every_python.py

generate: .venv/dev ## Make infinity_assistant/ from openapi.yaml and overlays/
	$(BIN)/python -m generator

check: .venv/dev lint types ## Change nothing; fail if generated files, lint or types are not as they should be
	$(BIN)/python -m generator --check

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --exclude infinity_assistant .
	$(BIN)/zizmor --quiet --offline .github/workflows
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@if command -v npx >/dev/null; then npx --yes @redocly/cli@2.77.0 lint --config generator/redocly.yaml openapi.yaml; \
	else echo "openapi.yaml is not linted by Redocly: that needs node"; fi

types: .venv/dev
	$(BIN)/mypy infinity_assistant generator
	$(BIN)/pyright --pythonpath $(BIN)/python

reliability: .venv/dev ## The fault matrix, life cycle, secrets and hostile inputs
	$(BIN)/python -m pytest -n 2 --dist worksteal -q tests/reliability tests/sse

soak: .venv/dev ## Minutes of random faults; not in CI
	$(BIN)/python -m tests.reliability.soak

prism: .venv/dev ## Hold the client against Prism, an independent server of the document; needs node
	$(BIN)/python tests/prism.py

bench: .venv/bench ## Measure against httpx and aiohttp, side by side
	$(BIN)/python -m benchmarks

bench-peers: .venv/bench ## Measure the SDKs of others as well, each in an environment of its own
	$(BIN)/python -m benchmarks peers

regenerate: export SPEC := $(value SPEC)
regenerate: export BASE := $(value BASE)
regenerate: .venv/dev ## Take a new document: make regenerate SPEC=path [BASE=the one before]
	@$(BIN)/python -m generator regenerate --spec "$$SPEC" $${BASE:+--base "$$BASE"}

build: .venv/dev ## Make the wheel and the source distribution
	$(BIN)/python -m build --no-isolation

clean: ## Remove what was built
	rm -rf .venv .venvs dist build htmlcov

.venv/python:
	$(PYTHON) -m venv .venv
	@touch $@

.venv/demo: .venv/python pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv/dev: .venv/python $(LOCK) pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $(LOCK)
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/pip check
	@touch $@ .venv/demo

.venv/bench: .venv/dev
	$(BIN)/pip install --quiet --disable-pip-version-check aiohttp httptools
	@touch $@

lock: .venv/python ## Lock the requirements of development and of the tests, with hashes and without addresses
	$(BIN)/pip install --quiet --disable-pip-version-check uv
	for name in dev:3.11 test:3.8; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version $${name#*:} --generate-hashes --no-header --no-annotate \
	    --no-emit-index-url requirements/$${name%:*}.in -o requirements/$${name%:*}.txt; done
