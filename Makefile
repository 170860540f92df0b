# The commands of the project. Each works on a machine with make and Python 3.11 or newer and nothing else of ours.
.PHONY: help setup run test check bench bench-peers lock

help: ## list these commands
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 14

setup: ## make .venv and install the locked dependencies
	@bin/setup base dev

run: ## start the sample desk on 127.0.0.1:8000 (PORT= changes it)
	@exec bin/run

test: ## everything: the checks, the suite on SQLite and PostgreSQL, the browser
	@exec bin/test

check: ## format, lint, types, import direction, migrations
	@exec bin/check

bench: ## the benchmarks of bench/, as JSON and as a table
	@bin/setup base dev && exec .venv/bin/python -m bench

bench-peers: ## put the extractors the benchmark compares with into .venv-peers
	@bin/setup base dev && .venv/bin/python -m venv .venv-peers && \
	    .venv-peers/bin/python -m pip install --quiet --disable-pip-version-check -r bench/requirements-peers.txt

lock: ## recompile requirements/*.txt from requirements/*.in (needs uv)
	@exec bin/lock
