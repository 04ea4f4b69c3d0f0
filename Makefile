PYTHON ?= python3
PORT ?= 8000
export PORT

.PHONY: demo test check bench format messages clean

demo:  ## Everything, from nothing to a filled running site on 127.0.0.1:$(PORT)
	@$(PYTHON) portal/machine demo

test:  ## The tests on SQLite; browser journeys where a Chromium is found
	@$(PYTHON) portal/machine test

check:  ## What CI runs: style, types, contracts, both databases, Redis, worker, browser, accessibility
	@$(PYTHON) portal/machine check

bench:  ## Speed, weight and memory against their targets, on both databases
	@$(PYTHON) portal/machine bench

format:  ## Put the code in order
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix .

messages:  ## Collect the sentences to translate
	@.venv/bin/python manage.py messages

clean:  ## Remove what was made here; the demo site's data too
	@rm -rf .venv .cache var assets/node_modules assets/dist
