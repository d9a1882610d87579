# Set-up, tests and figures. Needs git, make and Python 3.11 or newer with its venv module; everything else goes into .venv.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
SHARED ?= ../shared
NAMES := packages/matukio-names-masakhaner
COMPILED := $(VENV)/compiled

.PHONY: venv demo test lint format score bench times docs picture pictures clean

venv: $(VENV)/.runtime

demo: $(VENV)/.runtime
	$(BIN)/matukio read examples

test: $(VENV)/.test
	$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict src/

format: $(VENV)/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The gold articles lie beside the project's own checkout; elsewhere there is nothing to score against.
score: $(VENV)/.runtime
	$(BIN)/python -m scripts.score --shared $(SHARED) --write

bench: $(VENV)/.bench $(COMPILED)/.built
	PYTHONPATH=$(COMPILED) $(BIN)/python -m benchmarks.run --write
	PYTHONPATH=$(COMPILED) $(BIN)/python -m benchmarks.news --shared $(SHARED) --write
	PYTHONPATH=$(COMPILED) $(BIN)/python -m benchmarks.words --shared $(SHARED) --write
	PYTHONPATH=$(COMPILED) $(BIN)/python -m benchmarks.beside --write

times: $(VENV)/.bench $(COMPILED)/.built
	PYTHONPATH=$(COMPILED) $(BIN)/python -m benchmarks.times_beside_dateparser --shared $(SHARED) --write

picture: $(VENV)/.runtime
	$(BIN)/python -m scripts.picture
	$(BIN)/python -m scripts.example

# Needs Chromium; with axe-core in .cache/axe it looks for what keeps people out, too.
pictures: $(VENV)/.test
	$(BIN)/python -m scripts.browse

docs: $(VENV)/.test
	$(BIN)/python -m mkdocs build --strict

clean:
	rm -rf $(VENV) site build dist

# The package compiled, as in a wheel that is given away: this is what is measured. The sources of .venv stay as they are.
$(COMPILED)/.built: hatch_build.py $(shell find src -name '*.py' -o -name '*.tsv') | $(VENV)/.runtime
	@echo 'Compiling the stages; this takes some minutes.'
	rm -rf $(COMPILED)
	MATUKIO_COMPILE=1 $(PIP) install --no-deps --target $(COMPILED) .
	@touch $@

# Each stamp is newer than the files that say what to install, so that a second run installs nothing.
$(VENV)/.runtime: pyproject.toml constraints.txt $(NAMES)/pyproject.toml | $(VENV)/.made
	$(PIP) install --constraint constraints.txt --editable . --editable $(NAMES)
	@touch $@

$(VENV)/.test: pyproject.toml constraints.txt $(NAMES)/pyproject.toml | $(VENV)/.made
	$(PIP) install --constraint constraints.txt --editable '.[test]' --editable $(NAMES)
	@touch $(VENV)/.runtime $@

$(VENV)/.bench: pyproject.toml constraints.txt | $(VENV)/.made
	$(PIP) install --constraint constraints.txt --editable '.[bench]'
	@touch $(VENV)/.runtime $@

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "Matukio needs Python 3.11 or newer on the PATH (or: make PYTHON=/path/to/python)" >&2; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "$(PYTHON) has no venv module; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 2; }
	@echo 'Setting up $(VENV), once; this takes a minute.'
	$(PYTHON) -m venv $(VENV)
	@touch $@
