# Everything sets itself up in .venv, a folder inside the checkout. Each command can be typed without make as well.
# PYTHON=name chooses the interpreter; without it the first that can be used is taken.
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
COMPILE := $(BIN)/uv pip compile --quiet --no-python-downloads --universal --generate-hashes --no-header --no-annotate --no-emit-index-url

# A lock is complete: pip gets no say in what belongs to it, or a later release of anything could break the set-up.
# An environment of another lock is made anew, since what that one had and this one has not would stay.
define install
	@if [ -e $@ ] && ! cmp -s $(1) $@; then sh .ci/interpreters make $(VENV) "$(PYTHON)"; fi
	$(PIP) install --quiet --no-deps --require-hashes -r $(1)
	$(if $(2),,$(PIP) install --quiet --no-deps --no-build-isolation -e .)
	$(PIP) check
	@cp $(1) $@
endef

# The values of SPEC and BASE are data, for make and for the shell.
override SPEC := $(value SPEC)
override BASE := $(value BASE)
export SPEC BASE
ifeq ($(filter regenerate,$(MAKECMDGOALS))$(SPEC),regenerate)
$(error make regenerate SPEC=path)
endif

# Bytecode is kept: the processes of the tests, and the programs that they start, would compile the same files each.
unexport PYTHONDONTWRITEBYTECODE

# What `make test-fast` leaves to `make test`: the generator, what starts programs, and what waits.
SLOW := benchmarks cli/test_conversation.py cli/test_pipes.py core/test_crowds.py core/test_interruptions.py docs generator network reliability setup types website

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test test-fast coverage test-all test-tools test-browser test-lowest test-newest test-pyodide test-windows check-install generate check \
	lint types reliability soak prism bench bench-peers docs docs-serve audit regenerate build lock clean

help: ## Say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: $(VENV)/demo ## Watch the assistant answer: every method, against the embedded emulator
	@$(BIN)/python examples/tour.py

# Six processes on two cores: more than half of their time, tests wait for a deadline to pass.
test: $(VENV)/dev ## Run the tests on this Python
	$(BIN)/python -m pytest -n 6 --dist worksteal -q $(if $(COVERAGE),--cov --cov-report=term:skip-covered --cov-report=html)

coverage: COVERAGE = 1
coverage: test ## Run the tests and show the branch coverage; fails below 95 %

test-fast: $(VENV)/dev ## Run the tests of the client and the emulator, while you edit
	$(BIN)/python -m pytest -n 6 --dist worksteal -q $(SLOW:%=--ignore=tests/%)

test-all: $(VENV)/dev ## Run the tests of the package on every supported Python that is installed
	$(BIN)/python tests/every_python.py

test-tools: ## Run the tests that need the packages of others, in .venvs/tools
	@$(MAKE) --no-print-directory VENV=.venvs/tools .venvs/tools/tools
	.venvs/tools/bin/python -m pytest -q -o asyncio_default_fixture_loop_scope=function tests/tools

test-browser: $(VENV)/dev ## Look at the console and the gate of the emulator in a real browser; needs chromium
	$(BIN)/python -m pytest -q -rs tests/browser

test-lowest: $(VENV)/dev ## Run the quick tests with the lowest versions that pyproject.toml allows
	$(BIN)/python tests/every_python.py --quick --lowest --only 3.8 3.13

test-newest: $(VENV)/dev ## Run the quick tests with the newest versions there are
	$(BIN)/python tests/every_python.py --quick --newest --only 3.8 3.13

test-pyodide: $(VENV)/dev ## Run the package on CPython 3.14 and 3.15 as WebAssembly; needs node
	$(BIN)/python -m pytest -q -rs tests/pyodide/test_pyodide.py

test-windows: $(VENV)/dev ## Run tests of the package on a CPython of Windows; needs wine
	$(BIN)/python -m pytest -q -rs tests/windows/test_windows.py

check-install: $(VENV)/python ## Install the locks with the oldest and the newest pip, on every Python of development
	$(BIN)/python tests/check_install.py

generate: $(VENV)/dev ## Make infinity_assistant/ from openapi.yaml and overlays/
	$(BIN)/python -m generator

check: $(VENV)/dev lint types ## Change nothing; fail if generated files, lint or types are not as they should be
	$(BIN)/python -m generator --check

lint: $(VENV)/dev ## Lint Python, the workflows and openapi.yaml
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --exclude infinity_assistant .
	$(BIN)/zizmor --quiet --offline .github/workflows
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	@if command -v npx >/dev/null; then npx --yes @redocly/cli@2.77.0 lint --config generator/redocly.yaml openapi.yaml; \
	else echo "openapi.yaml is not linted by Redocly: that needs node"; fi

types: $(VENV)/dev ## Check the types with mypy and pyright; all that is public must have one
	$(BIN)/mypy infinity_assistant generator
	$(BIN)/pyright --pythonpath $(BIN)/python
	PATH="$(abspath $(BIN)):$$PATH" $(BIN)/pyright --verifytypes infinity_assistant --ignoreexternal > $(VENV)/verifytypes.txt \
	|| { cat $(VENV)/verifytypes.txt; exit 1; }

reliability: $(VENV)/dev ## The fault matrix, life cycle, secrets and hostile inputs
	WHOLE_MATRIX=1 $(BIN)/python -m pytest -n 2 --dist worksteal -q tests/reliability tests/sse

soak: $(VENV)/dev ## Minutes of random faults; not in CI
	$(BIN)/python -m tests.reliability.soak

prism: $(VENV)/dev ## Hold the client against Prism, an independent server of the document; needs node
	$(BIN)/python tests/prism.py

bench: $(VENV)/dev ## Measure against httpx and aiohttp, side by side
	$(BIN)/python -m benchmarks

bench-peers: $(VENV)/dev ## Measure the SDKs of others as well, each in an environment of its own
	$(BIN)/python -m benchmarks peers

docs: ## Build the site of the documentation into build/docs/site; fails at a broken link
	@$(MAKE) --no-print-directory VENV=.venvs/docs .venvs/docs/docs
	PYTHONPATH=docs .venvs/docs/bin/python -m website.picture
	PYTHONPATH=docs .venvs/docs/bin/python -m website
	.venvs/docs/bin/zensical build --strict --clean --config-file build/docs/zensical.toml

docs-serve: ## Show the site on this machine, and follow changes of the pages
	@$(MAKE) --no-print-directory VENV=.venvs/docs .venvs/docs/docs
	PYTHONPATH=docs .venvs/docs/bin/python -m website serve

regenerate: $(VENV)/dev ## Take a new document: make regenerate SPEC=path [BASE=the one before]
	$(BIN)/python -m generator regenerate --spec "$$SPEC" $${BASE:+--base "$$BASE"}

build: $(VENV)/dev ## Make the wheel and the source distribution
	$(BIN)/python -m build --no-isolation

clean: ## Remove what was built
	rm -rf .venv .venvs dist build htmlcov

# A wrong environment counts as none: that of another Python, of none that is left, or one moved here from elsewhere.
ifneq ($(shell sh .ci/interpreters stale $(VENV) "$(PYTHON)"),)
.PHONY: $(VENV)/python
endif
$(VENV)/python:
	@sh .ci/interpreters make $(VENV) "$(PYTHON)"

$(VENV)/demo: $(VENV)/python requirements/demo.txt pyproject.toml
	$(call install,requirements/demo.txt)

# What the demo needs is among the tools of development, in the same versions.
$(VENV)/dev: $(VENV)/python requirements/dev.txt pyproject.toml
	$(call install,requirements/dev.txt)
	@cp requirements/demo.txt $(VENV)/demo

$(VENV)/tools: $(VENV)/python requirements/tools.txt pyproject.toml
	$(call install,requirements/tools.txt)

audit: ## Look for known weaknesses in what is locked; asks the advisory database of the index
	@$(MAKE) --no-print-directory VENV=.venvs/audit .venvs/audit/audit
	.venvs/audit/bin/pip-audit --disable-pip --require-hashes -r requirements/test.txt
	.venvs/audit/bin/pip-audit --disable-pip --require-hashes -r requirements/dev.txt

$(VENV)/audit: $(VENV)/python requirements/audit.txt
	$(call install,requirements/audit.txt,without this package)

$(VENV)/docs: $(VENV)/python requirements/docs.txt pyproject.toml
	$(call install,requirements/docs.txt)

# The extras that are small enough for the environment of development.
EXTRAS := cli httpx2 otel speed trio

lock: $(VENV)/python ## Lock the requirements anew, with hashes and without addresses
	$(PIP) install --quiet uv
	$(COMPILE) --python-version 3.11 $(EXTRAS:%=--extra %) pyproject.toml requirements/dev.in -o requirements/dev.txt
	$(COMPILE) --python-version 3.11 -c requirements/dev.txt pyproject.toml requirements/demo.in -o requirements/demo.txt
	$(COMPILE) --python-version 3.11 -c requirements/dev.txt pyproject.toml requirements/tools.in -o requirements/tools.txt
	$(COMPILE) --python-version 3.11 pyproject.toml requirements/docs.in -o requirements/docs.txt
	$(COMPILE) --python-version 3.11 requirements/audit.in -o requirements/audit.txt
	$(COMPILE) --python-version 3.8 pyproject.toml requirements/test.in -o requirements/test.txt
	$(COMPILE) --python-version 3.8 --all-extras --resolution lowest-direct pyproject.toml -o requirements/lowest.txt
