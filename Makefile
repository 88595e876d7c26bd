# What a fresh machine needs is Python 3.11 or newer and make. Windows users: see README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help demo test test-lowest lint bench wheel golden samples docs messages templates lock clean

help:          ## show these targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/'

demo: $(VENV)/.installed        ## make a sample country's Word documents in ./mainstream-demo
	$(BIN)/mainstream demo

test: $(VENV)/.developing       ## run all tests
	$(BIN)/python -m pytest -n auto --dist worksteal

test-lowest: $(VENV)-lowest/.installed ## run all tests with the oldest versions that pyproject.toml allows
	$(VENV)-lowest/bin/python -m pytest -n auto

lint: $(VENV)/.developing       ## check style, types and the catalogue
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mainstream checklist lint

bench: $(VENV)/.developing      ## time the commands, as ratios measured in one run
	$(BIN)/python tests/bench.py

wheel: $(VENV)/.developing      ## build the wheel into dist/, with its bill of materials (SBOM) beside it
	$(BIN)/python -m build --no-isolation --outdir dist .
	$(BIN)/python tests/sbom.py

golden: $(VENV)/.developing     ## rewrite the golden files; review the diff before committing
	$(BIN)/python -m pytest --update-golden

samples: $(VENV)/.developing    ## put the present questions into the sample projects
	for project in sample_projects/*/; do $(BIN)/mainstream upgrade --write --project $$project || exit 1; done
	$(BIN)/python tests/renew_sign_offs.py

docs: $(VENV)/.developing       ## write docs/rules.md, the page of all rules
	$(BIN)/python tests/rule_pages.py

messages: $(VENV)/.developing   ## begin or renew a language: make messages LOCALE=pt
	$(BIN)/python tests/messages.py $(LOCALE)

templates: $(VENV)/.developing  ## give all Word templates the styles of the scoping proposal
	$(BIN)/python tests/refresh_templates.py

lock: $(VENV)/.developing       ## renew the locked requirements
	$(BIN)/uv pip compile pyproject.toml --extra charts --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --upgrade -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra charts --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --upgrade -o requirements-dev.lock
	$(BIN)/uv pip compile pyproject.toml --extra charts --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --upgrade --resolution lowest-direct -o requirements-lowest.lock

clean:         ## remove what the other targets made
	rm -rf $(VENV) $(VENV)-lowest dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis mainstream-demo

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "mainstream needs Python 3.11 or newer; call make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.developing: requirements-dev.lock $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)-lowest/.installed: requirements-lowest.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)-lowest
	$(VENV)-lowest/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-lowest.lock
	$(VENV)-lowest/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@
