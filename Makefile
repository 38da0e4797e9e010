# Genvej. `make help` lists what can be done; each line of it is a script in scripts/.

SHELL := bash
.DEFAULT_GOAL := help

PORT ?= 8080
SOAK_MINUTES ?= 10
export PORT SOAK_MINUTES

.PHONY: help
help: ## This list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

.PHONY: run
run: ## Start Genvej with a demo database on http://localhost:8080 (PORT=, GENVEJ_DB=, GENVEJ_NOW=)
	@scripts/run

.PHONY: test
test: ## Everything that must hold before a change lands (PARTS="rust browser" for some of it)
	@scripts/test $(PARTS)

.PHONY: fmt
fmt: ## Put the Rust code in its form
	@cargo fmt --all

.PHONY: assets
assets: ## Fetch the design system and htmx, and lay them where the program embeds them
	@scripts/need npm
	@scripts/packages
	@scripts/assets

.PHONY: shots
shots: ## Take pictures of the pages at 1280 and 360 px, into target/shots
	@scripts/shots

.PHONY: bench
bench: ## Measure, each figure as a ratio within the same run (BENCH_ARGS=)
	@scripts/bench $(BENCH_ARGS)

.PHONY: soak
soak: ## The long tests, for SOAK_MINUTES (10) at most
	@scripts/soak
