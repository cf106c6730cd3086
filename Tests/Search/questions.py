#!/usr/bin/env python3
"""Asks a built site's search page sixty questions and counts how many it answers rightly.

    python Tests/Search/questions.py demo=FOLDER made=FOLDER [--show]

FOLDER is what `klubba build` made of this repository's own site (demo) and of Benchmarks/corpus.py's for 300 ärenden
(made). The questions and their right answers are in questions.tsv. A question is answered when a right address is the
first result, or among the first five. Needs what `make browser-tools` installs. Any search page with the theme's form and
list can be asked. Exit status 1 when fewer are answered than FLOOR says.
"""
import functools
import http.server
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

# Of sixty: right at once, and right among five.
FLOOR = (54, 59)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def questions():
    lines = (Path(__file__).parent / "questions.tsv").read_text("utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            site, question, right, about = line.split("\t")
            yield site, question, right.split(), about


def answers(page, url, question):
    """The addresses of the first results, from the site's root, and how long they took."""
    page.goto("about:blank")
    start = time.monotonic()
    page.goto(f"{url}/sok/?q={quote(question)}")
    page.wait_for_function("document.getElementById('sokantal').textContent !== ''", timeout=10_000)
    page.wait_for_timeout(50)
    found = page.eval_on_selector_all("#traffar a", "links => links.slice(0, 5).map(link => link.href)")
    spent = time.monotonic() - start
    return [address.removeprefix(url + "/").split("#")[0].removesuffix("index.html") for address in found], spent


def serve(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def main():
    show = "--show" in sys.argv
    sites = dict(part.split("=", 1) for part in sys.argv[1:] if "=" in part)
    if not sites:
        print(__doc__, file=sys.stderr)
        return 2
    urls = {name: serve(folder) for name, folder in sites.items()}
    asked = first = five = 0
    times = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_context().new_page()
        for site, question, right, about in questions():
            if site not in urls:
                continue
            found, spent = answers(page, urls[site], question)
            asked += 1
            times.append(spent)
            at = next((place for place, address in enumerate(found) if address in right), None)
            first += at == 0
            five += at is not None
            if show and at != 0:
                place = "not among five" if at is None else f"number {at + 1}"
                print(f"{question} ({about}): {place}; {', '.join(found) or 'nothing'}")
        browser.close()
    times.sort()
    print(f"{asked} questions: {first} right at once, {five} among the first five; "
          f"half of them within {times[len(times) // 2] * 1000:.0f} ms, page and all")
    return 1 if asked == 60 and (first < FLOOR[0] or five < FLOOR[1]) else 0


if __name__ == "__main__":
    sys.exit(main())
