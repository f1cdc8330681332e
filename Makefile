# make          lists what there is
# make demo     installs what is missing, builds a release, reads the examples, draws a picture
# make test     installs what is missing, builds, and runs all tests
# make check    format, build with warnings as errors, tests: what continuous integration runs
# make format   formats every file
# make measure  prints how right and how fast memcon is: the tables of Docs/Quality.md
# make fuzz     reads 200,000 texts spoilt at random: RUNS=200000
# make fuzz-readers  reads inputs of every format spoilt at random, each for SECONDS=600, under AddressSanitizer
# make install  installs the program: PREFIX=/usr/local DESTDIR=
# make setup    installs what is missing, or says what to install
# make models   trains tagger and parser again from the treebanks in ../shared/data
# make pictures draws the pictures of Docs/Diagrams.md from the examples
# make docs     writes the pages that the program itself knows: Docs/CommandLine.md
# make clean    removes what was built and the demo

PREFIX ?= /usr/local
DESTDIR ?=

SOURCES = Package.swift Sources Schema Benchmarks Tests
RELEASE = swift build -c release --static-swift-stdlib --product memcon
BINARY = $$($(RELEASE) --show-bin-path)/memcon

.PHONY: help setup demo check test format measure fuzz fuzz-readers install clean docs models pictures

help:
	@sed -n 's/^# make/make/p' Makefile

setup:
	@Scripts/setup

demo:
	@Scripts/demo

check: setup
	swift format lint --strict --parallel --recursive $(SOURCES)
	swift build --build-tests
	swift test --skip-build --disable-xctest

test:
	@Scripts/test

format:
	swift format --in-place --parallel --recursive $(SOURCES)

models:
	swift run -c release memcon-train ../shared/data Sources/CModels/Data --test

measure: setup
	@Scripts/measure

RUNS ?= 200000

fuzz: setup
	swift run -c release measure fuzz --runs $(RUNS)

SECONDS ?= 600

fuzz-readers: setup
	@Scripts/fuzz-readers $(SECONDS)

install: setup
	$(RELEASE)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/doc/memcon"
	install -m 755 "$(BINARY)" "$(DESTDIR)$(PREFIX)/bin/memcon"
	install -m 644 LICENSE NOTICE "$(DESTDIR)$(PREFIX)/share/doc/memcon"

pictures: setup
	@Scripts/pictures

docs: setup
	RECORD_SNAPSHOTS=1 swift test --disable-xctest --filter CommandsTests

clean:
	swift package clean
	rm -rf memcon-demo
