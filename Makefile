# Two commands do all: "make site" builds klubba and the demo site, "make test" runs every test.

PREFIX ?= /usr/local
SWIFT ?= swift
BUILD = .build/release/klubba
RELEASE = -c release --static-swift-stdlib --product klubba
SOURCES = Sources Tests Plugins Package.swift
# The version of libqpdf, or nothing: Package.swift leaves the rooms for PDF files out without it.
export KLUBBA_LIBQPDF ?= $(shell pkg-config --modversion libqpdf 2>/dev/null)

.PHONY: site test bench build setup packet-tools packet-test-tools install uninstall clean format lint record test-browser browser-tools

# The demo site is this folder, and a site's own folder is never searched for programs: these are named.
OWN_TOOLS = for tool in KLUBBA_WEASYPRINT=packet/bin/weasyprint; do \
	  if [ -x "$(CURDIR)/.tools/$${tool\#*=}" ]; then export "$${tool%%=*}=$(CURDIR)/.tools/$${tool\#*=}"; fi; done;

site: build
	@$(OWN_TOOLS) $(BUILD) check
	@$(OWN_TOOLS) $(BUILD) build
	@echo "Webbplatsen ligger i $(CURDIR)/public"
	@echo "Bläddra i den:  $(BUILD) serve"

# Installing libqpdf changes what KLUBBA_LIBQPDF is, so the tests run in a make that reads it anew.
test: setup packet-test-tools
	@$(MAKE) --no-print-directory KLUBBA_LIBQPDF="$$(pkg-config --modversion libqpdf)" run-tests

.PHONY: run-tests
run-tests:
	$(SWIFT) build --build-tests -Xswiftc -warnings-as-errors
	$(SWIFT) test --skip-build --parallel

build: setup
	$(SWIFT) build $(RELEASE) -Xlinker -s
	@if [ -n "$(KLUBBA_LIBQPDF)" ]; then \
	  $(SWIFT) build -c release --static-swift-stdlib --product klubba-pdf -Xlinker -s; \
	else echo "libqpdf-dev saknas: klubba byggdes utan klubba packet. Installera med make packet-tools och bygg igen."; fi

setup:
	@sh scripts/setup.sh

# What "klubba packet" needs: WeasyPrint in .tools/packet, and libqpdf; then klubba-pdf is built with "make build".
packet-tools:
	@sh scripts/packet-tools.sh

packet-test-tools:
	@sh scripts/packet-tools.sh test

# The slow judges: every kind of page in a real browser, links, HTML, search, keyboard (Tests/Browser).
test-browser: build browser-tools
	rm -rf .build/judged
	$(OWN_TOOLS) $(BUILD) build --today 2026-11-20 --output .build/judged
	.tools/browser/bin/python Tests/Browser/judge.py .build/judged
	.tools/browser/bin/python Tests/Browser/tree.py .build/judged
	.tools/browser/bin/python Tests/Browser/members.py $(BUILD)
	rm -rf .build/large && python3 Benchmarks/corpus.py 2000 .build/large
	cd .build/large && ../../$(BUILD) build --today 2026-11-20 --output public >/dev/null
	.tools/browser/bin/python Tests/Browser/judge.py .build/large/public --quick
	.tools/browser/bin/python Tests/Browser/preview.py $(BUILD)
	.tools/browser/bin/python Tests/Browser/desk.py $(BUILD)
	.tools/browser/bin/python Tests/Data/check.py .build/judged
	python3 Tests/Search/canaries.py $(BUILD)
	rm -rf .build/made .build/asked
	python3 Benchmarks/corpus.py 300 .build/made
	$(BUILD) build --site .build/made --today 2026-11-20 --output "$(CURDIR)/.build/asked" >/dev/null 2>&1
	.tools/browser/bin/python Tests/Search/questions.py demo=.build/judged made=.build/asked

browser-tools:
	@sh scripts/browser-tools.sh

# A .deb and a .tar.gz for machines without Swift, the same bytes each time (scripts/dist.sh), and what they hold, checked.
.PHONY: dist dist-tools
dist: setup dist-tools
	@sh scripts/packet-tools.sh
	@KLUBBA_LIBQPDF="$$(pkg-config --modversion libqpdf)" sh scripts/dist.sh dist
	@for bom in .build/dist/klubba/usr/share/doc/klubba/klubba.cdx.json \
	  .build/dist/klubba-pdf/usr/share/doc/klubba-pdf/klubba-pdf.cdx.json; do \
	  .tools/dist/bin/python scripts/dist/sbom.py --check "$$bom" || exit 1; done

dist-tools:
	@[ -x .tools/dist/bin/python ] && .tools/dist/bin/python -c "import cyclonedx" 2>/dev/null || { \
	  rm -rf .tools/dist && python3 -m venv .tools/dist && .tools/dist/bin/pip install --quiet \
	  --disable-pip-version-check --require-hashes --only-binary :all: -r scripts/dist/sbom.lock; }

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BUILD) "$(DESTDIR)$(PREFIX)/bin/klubba"
	@if [ -x $(BUILD)-pdf ]; then install -m 755 $(BUILD)-pdf "$(DESTDIR)$(PREFIX)/bin/klubba-pdf"; fi
	@echo "klubba är installerad i $(DESTDIR)$(PREFIX)/bin"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/klubba" "$(DESTDIR)$(PREFIX)/bin/klubba-pdf"

format:
	$(SWIFT) format format --in-place --parallel --recursive $(SOURCES)

# What each step costs, in time, memory and instructions, beside what it cost before (Benchmarks).
bench: setup
	$(SWIFT) build $(RELEASE)
	python3 Benchmarks/bench.py $(BUILD) $(BENCH)

# Random sites, and what must hold for every one of them (Tests/Properties); make random SITES=20000 by hand.
SITES ?= 500
.PHONY: random
random: setup
	$(SWIFT) build $(RELEASE)
	python3 Tests/Properties/check.py $(BUILD) --sites $(SITES)

# Changes to a sealed site by chance, and whether each is found and named (Tests/Tamper).
CHANGES ?= 1000
.PHONY: tamper
tamper: setup
	$(SWIFT) build $(RELEASE)
	python3 Tests/Tamper/attack.py $(BUILD) --changes $(CHANGES)

lint:
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

clean:
	rm -rf .build
	find public -mindepth 1 -not -name .gitignore -delete

# Records the pages of the fixture sites anew. The tests fail in the run that records: look at the changes first.
record: setup
	-KLUBBA_RECORD=1 $(SWIFT) test --filter GoldenTests
	git diff --stat -- Tests/KlubbaTests/Fixtures
