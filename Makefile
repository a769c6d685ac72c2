# The front door. `make run` and `make test` set up everything they need in .venv; nothing else is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help run test tools lint fix eval crash fuzz bench lock clean

help: ## Show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 8

run: $(READY) ## The demonstration; with REPORT=export.csv PROPERTY=example.com your own report
ifdef REPORT
	$(BIN)/linkwitness run "$(REPORT)" $(if $(PROPERTY),--property "$(PROPERTY)")
else
	$(BIN)/python -m tests.web
endif

test: $(READY) lint tools ## Every check and every test, those against PostgreSQL too
	$(BIN)/python -m pytest -n 2

tools: # The hostile servers of the tests live in a network namespace; the review page is read in a browser
	@command -v ip >/dev/null && command -v unshare >/dev/null && command -v chromium >/dev/null || \
		{ [ "$$(id -u)" = 0 ] && apt-get install --quiet --yes iproute2 util-linux chromium; } || \
		echo "Not installed: iproute2, util-linux, chromium. The tests that need them will be skipped." >&2

lint: $(READY) ## Format, lint, types and layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

fix: $(READY) ## Let ruff repair what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

eval: $(READY) ## The quality gate over labelled cases, with its floors
	$(BIN)/python -m eval.gate

crash: $(READY) ## Kill a crawl of 4,000 pages 100 times and judge what is left (a quarter of an hour)
	$(BIN)/python -m tests.crawler.crash --kills 100 --pages 4000

fuzz: $(READY) ## A million damaged pages through the extractor (half an hour on two processors)
	$(BIN)/python -m eval.fuzz --inputs 1000000

bench: $(READY) ## Speed and memory, as ratios in one run
	$(BIN)/python -m benchmarks.evidence
	$(BIN)/python -m benchmarks.crawl
	$(BIN)/python -m benchmarks.hostile
	$(BIN)/python -m benchmarks.discovery
	$(BIN)/python -m benchmarks.frontier
	$(BIN)/python -m benchmarks.analysis
	$(BIN)/python -m benchmarks.review
	$(BIN)/python -m benchmarks.imports --rows 200000 --runs 3
	$(BIN)/python -m benchmarks.imports

lock: $(READY) ## Resolve pyproject.toml again into requirements.lock
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11.5 --generate-hashes \
		--no-emit-index-url --no-header --quiet --upgrade --output-file requirements.lock

clean: ## Remove the virtual environment and the caches
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis demonstration

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' || \
		{ echo "Linkwitness needs Python 3.11.5 or newer; name one with: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv module is missing; on Debian and Ubuntu: apt-get install $(notdir $(PYTHON))-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
