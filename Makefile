# Two commands matter: `make demo` and `make test`. Both need only Python 3.11+ and make a .venv here.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# Builds the explorer too: with Node 20+ from PATH, else with one that pip fetches for the build alone. Without either it is left out.
INSTALL := $(PIP) install --quiet --no-deps -e . || KAWAT_SKIP_EXPLORER=1 $(PIP) install --quiet --no-deps -e .

.PHONY: demo test check lint types arch unit gate train clean lock explorer notebooks

demo: $(VENV)/.base
	@$(BIN)/python examples/demo.py

test: $(VENV)/.dev lint types arch unit gate

check: test

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

arch: $(VENV)/.dev
	$(BIN)/lint-imports

unit: $(VENV)/.dev
	$(BIN)/pytest -q -n auto --durations=20 --durations-min=5

gate: $(VENV)/.dev
	$(BIN)/python -m kawat.bench.gate
	$(BIN)/python -m kawat.bench.gate --examples gold/test
	$(BIN)/python -m kawat.bench.merging.gate
	$(BIN)/python -m training.encoder.gate

# The model anew: a night on two cores, or goes on from where it was stopped. torch has an environment of its own.
DATA ?= ../shared/data
BUILD := training/build
TRAIN := training/.venv
TEXTS = $(wildcard training/corpus/passages/*.txt) $(shell find src/kawat/knowledge/data src/kawat/reading/lexicon/data -type f)

train: $(TRAIN)/.ready $(BUILD)/cut.json
	$(TRAIN)/bin/python -m training.encoder.train $(BUILD) --names $(DATA)/ner --epochs 30
	$(TRAIN)/bin/python -m training.encoder.export $(BUILD)
	$(TRAIN)/bin/python -m training.encoder.meaning
	$(TRAIN)/bin/python -m training.encoder.calibrate
	$(TRAIN)/bin/python -m kawat.bench.standing gold/dev examples/reports --published 0.38 --write
	$(TRAIN)/bin/python -m training.encoder.measure
	$(TRAIN)/bin/python -m kawat.bench.merging.fit

$(BUILD)/cut.json: $(TRAIN)/.ready
	$(TRAIN)/bin/python -m training.encoder.base $(BUILD)
	$(TRAIN)/bin/python -m training.encoder.vocabulary $(BUILD) $(TEXTS)

$(TRAIN)/.ready: training/requirements.txt requirements/base.lock pyproject.toml
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet -r training/requirements.txt
	$(TRAIN)/bin/python -m pip install --quiet -r requirements/base.lock
	$(TRAIN)/bin/python -m pip install --quiet --no-deps -e .
	@touch $@

lock:
	requirements/lock.sh

notebooks: $(VENV)/.dev
	$(BIN)/python examples/notebooks/execute.py

explorer: $(VENV)/.dev
	$(BIN)/python hatch_build.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis out

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kawat needs Python 3.11 or newer; set PYTHON=...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.base: $(VENV)/bin/python requirements/base.lock pyproject.toml
	$(PIP) install --quiet --require-hashes -r requirements/base.lock
	$(INSTALL)
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python requirements/dev.lock pyproject.toml
	$(PIP) install --quiet --require-hashes -r requirements/dev.lock
	$(INSTALL)
	@touch $@ $(VENV)/.base
