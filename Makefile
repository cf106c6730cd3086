# Two commands do all: "make site" builds klubba and the demo site, "make test" runs every test.

PREFIX ?= /usr/local
SWIFT ?= swift
BUILD = .build/release/klubba
RELEASE = -c release --static-swift-stdlib --product klubba
SOURCES = Sources Tests Plugins Package.swift

.PHONY: site test build setup install uninstall clean format lint record search-tools test-browser browser-tools

site: build search-tools
	@$(BUILD) check
	@$(BUILD) build
	@echo "Webbplatsen ligger i $(CURDIR)/public"
	@echo "Bläddra i den:  python3 -m http.server --directory public   och öppna http://localhost:8000/"

test: setup
	$(SWIFT) build --build-tests -Xswiftc -warnings-as-errors
	$(SWIFT) test --skip-build --parallel

build: setup
	$(SWIFT) build $(RELEASE) -Xlinker -s

setup:
	@sh scripts/setup.sh

# The slow judges: every kind of page in a real browser, links, HTML, search, keyboard (Tests/Browser).
test-browser: build search-tools browser-tools
	rm -rf .build/judged
	$(BUILD) build --today 2026-11-20 --output .build/judged
	.tools/browser/bin/python Tests/Browser/judge.py .build/judged

browser-tools:
	@sh scripts/browser-tools.sh

# Pagefind, for full-text search, in a local environment. The site is whole without it.
search-tools:
	@sh scripts/search-tools.sh

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BUILD) "$(DESTDIR)$(PREFIX)/bin/klubba"
	@echo "klubba är installerad i $(DESTDIR)$(PREFIX)/bin"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/klubba"

format:
	$(SWIFT) format format --in-place --parallel --recursive $(SOURCES)

lint:
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

clean:
	rm -rf .build
	find public -mindepth 1 -not -name .gitignore -delete

# Records the pages of the fixture sites anew. The tests fail in the run that records: look at the changes first.
record: setup
	-KLUBBA_RECORD=1 $(SWIFT) test --filter GoldenTests
	git diff --stat -- Tests/KlubbaTests/Fixtures
