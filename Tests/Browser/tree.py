"""What a screen reader is given of the main pages, held against what somebody has read.

    python Tests/Browser/tree.py SITE [--record]

SITE is the demo, built with --today 2026-11-20. Of each page Chromium's accessibility tree is compared with
Tests/Browser/trees/NAME.yml: landmarks, headings, links, tables and the states of what can be opened. --record writes the
files anew: read what has changed. Exit status 1 when a tree is another, or missing, or of no page.
"""
import argparse
import difflib
import functools
import http.server
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

TREES = Path(__file__).resolve().parent / "trees"
PAGES = {
    "start": "", "moten": "moten/", "mote": "moten/fs-2026-11-06/", "protokoll": "moten/fs-2026-11-06/protokoll/",
    "utdrag": None, "arende": None, "bilaga": None, "beslut": "beslut/", "diarium": "diarium/", "insatser": "insatser/",
    "anslagstavla": "anslagstavla/", "sok": "sok/", "arkiv": "arkiv/", "data": "data/",
}


def first(site, pattern):
    """The richest page of a kind."""
    pages = sorted(site.glob(pattern), key=lambda page: (-page.stat().st_size, page))
    return pages[0].relative_to(site).as_posix().removesuffix("index.html")


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path)
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    site = options.site.resolve()
    pages = dict(PAGES)
    pages["utdrag"] = first(site, "moten/fs-2026-11-06/protokoll/*/index.html")
    pages["arende"] = first(site, "arenden/*/index.html")
    pages["bilaga"] = first(site, "arenden/*/*/index.html")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    TREES.mkdir(exist_ok=True)
    faults = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        page = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 900}).new_page()
        for name, address in pages.items():
            page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
            page.wait_for_load_state("networkidle")
            tree = page.locator("body").aria_snapshot().rstrip() + "\n"
            file = TREES / f"{name}.yml"
            before = file.read_text("utf-8") if file.exists() else ""
            if options.record:
                file.write_text(tree, "utf-8")
            if tree != before:
                change = "".join(list(difflib.unified_diff(
                    before.splitlines(True), tree.splitlines(True), f"trees/{name}.yml", f"/{address}", n=1))[:60])
                faults.append(f"{name}: another tree\n{change}")
        browser.close()
    faults += [f"{file.name}: of no page" for file in sorted(TREES.glob("*.yml")) if file.stem not in pages]
    for fault in faults:
        print(fault)
    print(f"{len(pages)} trees, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
