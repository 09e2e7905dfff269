# The verbs of development. `make demo` and `make test` each do all their own set-up.

PLAYBOOK ?=
JOBS ?= 2
URL ?=
PIDS ?=
SECONDS_A_TARGET ?= 60
TRUTH ?=
DOCS ?=
MISSES ?=
PYTEST = .venv/bin/python -m pytest

export PYTHON

.PHONY: demo test peers check crash browser bench fuzz docs lock clean set-up-demo set-up-test accuracy reliability soak

demo: set-up-demo
	@.venv/bin/runcard demo $(if $(PLAYBOOK),--playbook "$(PLAYBOOK)")

test: set-up-test
	@.venv/bin/python tools/run_tests.py -n $(JOBS) --dist loadfile

peers:
	@tools/install_peers

check: set-up-test
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	$(PYTEST) -q tests/architecture
	.venv/bin/lint-imports

crash: set-up-test
	$(PYTEST) -m crash tests

browser: set-up-test
	$(PYTEST) -m browser tests

# Minutes: seeds by the hundred, kills by the hundred, the network cut. Figures go to bench/out.
reliability: set-up-test
	RUNCARD_SIM_SEEDS=$${RUNCARD_SIM_SEEDS:-500} $(PYTEST) -m reliability tests

# Hours: seeds by the thousand, and a house that runs for two of them.
soak: set-up-test
	RUNCARD_SIM_SEEDS=$${RUNCARD_SIM_SEEDS:-10000} $(PYTEST) -m soak tests

bench: set-up-test
	@URL="$(URL)" PIDS="$(PIDS)" PYTHON="$(CURDIR)/.venv/bin/python" bench/run

fuzz:
	@tools/fuzz $(SECONDS_A_TARGET)

accuracy: set-up-test
	@.venv/bin/python -m tools.accuracy $(if $(TRUTH),--truth "$(TRUTH)") $(if $(DOCS),--docs "$(DOCS)") $(if $(MISSES),--misses)

docs: set-up-test
	@.venv/bin/python tools/write_reference.py
	@.venv/bin/python tools/check_docs.py

lock:
	@tools/lock

clean:
	rm -rf .venv .venv-fuzz build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage htmlcov
	find src tests tools bench -name __pycache__ -type d -prune -exec rm -rf {} +

set-up-demo:
	@tools/set_up demo requirements.lock requirements-build.lock

set-up-test:
	@tools/set_up test requirements-test.lock
