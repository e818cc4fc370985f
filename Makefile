# The four commands of the README. Each installs what it needs first, and only once.
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
UV_VERSION := 0.13.9

.PHONY: demo test check bench lock

demo: .venv/.base .venv/.assets
	$(BIN)/lijn demo

test: .venv/.dev .venv/.assets .venv/.browser
	$(BIN)/python -m pytest

check: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml

bench: .venv/.dev .venv/.assets
	$(BIN)/python -m bench

$(UV):
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.base: requirements/base.lock pyproject.toml | $(UV)
	$(UV) pip install --python $(BIN)/python --require-hashes -r requirements/base.lock
	$(UV) pip install --python $(BIN)/python --no-deps --no-build-isolation -e .
	$(BIN)/pybabel -q compile -d app/translations
	touch $@

.venv/.dev: requirements/dev.lock .venv/.base
	$(UV) pip install --python $(BIN)/python --require-hashes -r requirements/dev.lock
	touch $@

.venv/.assets: package-lock.json $(wildcard app/*/assets/* app/*/*/assets/*) | .venv/.base
	$(BIN)/npm ci --silent
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm run --silent build
	touch $@

.venv/.browser: .venv/.dev
	command -v chromium >/dev/null || $(BIN)/playwright install chromium || (apt-get update && apt-get install -y chromium)
	touch $@

lock: | $(UV)
	$(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 requirements/base.in -o requirements/base.lock
	$(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 requirements/dev.in -c requirements/base.lock -o requirements/dev.lock
