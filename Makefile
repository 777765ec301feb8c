# Two commands do everything on a fresh machine with Python 3.11+:
#   make release   builds data/<version>/ from seeds/
#   make test      passes the tests
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: release test publish readme notebooks constraints clean

release: .venv/ready
	$(BIN)/readouts build

test: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

# Writes what is downloaded of a release to dist/; VERSION=0.1.0 names another than the newest.
publish: .venv/ready
	$(BIN)/python build/publish.py $(VERSION)

# Writes down in README.md what its examples print.
readme: .venv/ready
	$(BIN)/python tests/readme.py

# Runs the notebooks, and stores what they show.
notebooks: .venv/ready
	$(BIN)/python tests/notebooks.py

# The environment is made again whenever what it is made from changes.
.venv/ready: constraints.txt pyproject.toml hatch_build.py
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

# Needs uv; rewrites the pinned versions and their hashes.
constraints:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-annotate --upgrade --quiet \
	  --custom-compile-command "make constraints" --output-file constraints.txt

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache dist
