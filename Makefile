# The commands of the README. Each installs first what it needs, and only once.
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
ASSETS := build.mjs $(shell find app -path '*/assets/*' -type f)

.PHONY: demo test check bench install lock messages access

demo: install
	exec $(BIN)/lijn demo

test: .venv/.dev .venv/.assets .venv/.browser
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

check: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml tests/support/docker-compose.yml

bench: .venv/.dev .venv/.assets
	$(BIN)/python -m bench

install: .venv/.base .venv/.assets

$(UV): requirements/uv.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.lock

.venv/.base: requirements/base.lock pyproject.toml | $(UV)
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/base.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	touch $@

.venv/.dev: requirements/dev.lock .venv/.base
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.lock
	touch $@

# A catalogue without a header counts as fuzzy; without -f the compiler leaves it out.
.venv/.assets: package-lock.json $(ASSETS) $(wildcard app/translations/*/*/*.po) | .venv/.base
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent
	PATH="$(CURDIR)/$(BIN):$$PATH" npm run --silent build
	$(BIN)/pybabel -q compile -f -d app/translations
	touch $@

# The first that is there: a system chromium, Playwright's own, Debian's.
.venv/.browser: .venv/.dev
	command -v chromium >/dev/null || $(BIN)/playwright install --with-deps chromium || (apt-get update -q && apt-get install -qy chromium)
	touch $@

# Run after a change in who may do what: writes the table for readers.
access: .venv/.base
	$(BIN)/lijn access > docs/access.md

# Run after a change in requirements/*.in.
lock: | $(UV)
	$(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 requirements/uv.in -o requirements/uv.lock
	$(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 requirements/base.in -o requirements/base.lock
	$(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 requirements/dev.in -c requirements/base.lock -o requirements/dev.lock

# Run after a change in a Dutch sentence: brings the catalogue of English up to date.
messages: .venv/.dev
	mkdir -p var && $(BIN)/pybabel -q extract -F babel.cfg -k lazy_gettext -k _l --omit-header --no-location --sort-output -o var/messages.pot .
	$(BIN)/pybabel -q update --no-fuzzy-matching --omit-header --ignore-pot-creation-date -i var/messages.pot -d app/translations -l en
