# `make run` and `make test` need nothing but python3 (3.11 or newer) and make: .ci/setup gets the rest.
# ARGS is passed on: make run ARGS="--library try.db", make test ARGS="tests/unit -x".

XVFB = xvfb-run -a -s "-screen 0 1920x1200x24"
ARGS =

.PHONY: help run test lint format speed screenshots translations ready

help:
	@echo "make run          start the program"
	@echo "make test         every check and test; the last line is pytest's"
	@echo "make lint         ruff, mypy and the import rules alone"
	@echo "make format       let ruff put the code in order"
	@echo "make speed        the table of speeds (minutes)"
	@echo "make screenshots  take the pictures of the window again"
	@echo "make translations bring resources/locale up to date with the texts"

run:
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
		echo "There is no display to open a window on: run this in a desktop session (or as xvfb-run -a make run)." >&2; \
		exit 1; \
	fi
	@.ci/setup window >/dev/null
	@.venv/bin/readerapp $(ARGS)

ready:
	@.ci/setup tests >/dev/null

lint: ready
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports

test: lint
	@$(XVFB) .venv/bin/pytest $(ARGS)

format: ready
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

speed: ready
	@$(XVFB) .venv/bin/python -m tests.speed $(ARGS)

screenshots: ready
	@$(XVFB) .venv/bin/python -m tests.end2end.screenshot $(ARGS)

# Then fill in what is unfinished in resources/locale/*.ts, with Qt Linguist or by hand, and run it again.
translations: ready
	.venv/bin/python -m tests.rules.translations
