# Every task of the project. `make run` and `make test` set everything up themselves;
# the second time they start at once, and need no network.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
# Four files of tests at a time: most of their time is spent waiting for brokers. `make test PARALLEL=` runs one by one.
PARALLEL := -n 4 --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help setup run test check format lock schemas bench bench-check chaos soak screenshots clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

setup: $(READY) ## Make the virtual environment, as locked

# --no-deps: the lock is complete, and an older pip resolves an extra (coverage[toml]) past its own pin.
# --no-compile: what is imported is compiled then, half of the packages never are.
$(READY): pyproject.toml requirements-dev.lock
	@echo "==> setting up $(VENV) (once; a minute or two)"
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if (3, 10) <= v < (3, 14) else f"Python 3.10 to 3.13 is needed, this is {v[0]}.{v[1]}: make PYTHON=python3.12 ...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-compile --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: $(READY) ## The whole line once: embedded broker, worker, sample pages, a table of the articles
	@$(BIN)/rotative demo

test: $(READY) ## All tests, with coverage
	@echo "==> tests (about ten minutes on two cores; real Kafka where Java 17 and Maven are found)"
	@$(BIN)/python -m pytest $(PARALLEL) --cov --cov-report=term:skip-covered $(PYTEST_ARGS)

screenshots: $(READY) ## Pictures of the console at work, into docs/images (needs Chromium and chromedriver)
	@$(BIN)/python -m tools.screenshots

check: $(READY) ## Exactly what CI runs: format, lint, types, tests with the coverage floor
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest $(PARALLEL) --cov --cov-report=term:skip-covered --cov-fail-under=90 $(PYTEST_ARGS)

format: $(READY) ## Put the code into the project's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

BENCH := build/bench-venv

$(BENCH)/.ready: pyproject.toml
	@echo "==> setting up $(BENCH) with the engines to compare with (once)"
	@test -x $(BENCH)/bin/python || $(PYTHON) -m venv $(BENCH)
	@$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --group bench
	@touch $@

bench: $(READY) $(BENCH)/.ready ## Speed beside trafilatura and other engines, into benchmarks/results; BENCH_ARGS="--pages FILE"
	$(BIN)/python -m benchmarks --peer-python $(BENCH)/bin/python $(BENCH_ARGS)

bench-check: $(READY) ## Whether any stage got slower than the kept result says; BENCH_ARGS as for bench
	$(BIN)/python -m benchmarks.check $(BENCH_ARGS)

schemas: $(READY) ## Write schemas/*.schema.json; refuses a breaking change without a new version
	@$(BIN)/python -m tools.schema_compatibility

lock: ## Resolve the dependencies anew into the lock files: for developers, for the image, for building it
	$(PYTHON) -m venv build/lock-venv
	build/lock-venv/bin/pip install --quiet uv
	$(COMPILE) pyproject.toml --group dev -o requirements-dev.lock
	$(COMPILE) pyproject.toml -c requirements-dev.lock -o requirements.lock
	echo hatchling | $(COMPILE) - -c requirements-dev.lock -o deploy/build.lock

COMPILE := build/lock-venv/bin/uv pip compile --quiet --universal --python-version 3.10 --generate-hashes \
  --no-emit-index-url --no-annotate --custom-compile-command "make lock"

chaos: $(READY) ## Things break while 10,000 pages flow: what was lost and doubled, into docs/promises.md (an hour)
	@$(BIN)/python -m tools.chaos $(CHAOS_ARGS)

soak: $(READY) ## Half an hour at half of full speed with a kill a minute, into docs/promises.md
	@$(BIN)/python -m tools.soak $(SOAK_ARGS)

clean: ## Remove everything that was made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.*
