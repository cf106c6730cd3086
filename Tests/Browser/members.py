"""The members' edition without a network, as a member meets it in Chromium.

    python Tests/Browser/members.py KLUBBA [--pictures DIR]

KLUBBA is the program. The demo's members' edition is built, served from a plain file server under a path of its own, and a
meeting is downloaded. Then: the server gone, a paper withdrawn, a login page and a fault instead of the register, a meeting
that is gone, no room, a browser that refuses, an old version waiting, the site moved to another path, a host without https,
notes kept, saved, removed and read back; axe with best practices on what is new. Nothing is sent anywhere.
Exit status 1 when something is wrong, with a line for each fault.
"""
import argparse
import functools
import http.server
import json
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
POLICY = re.search(r'"(default-src \'none\'; script-src[^"]+)"', (ROOT / "docs/drift.md").read_text("utf-8"))[1]
TODAY = "2026-11-20"


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request, address):
        pass


class Handler(http.server.SimpleHTTPRequestHandler):
    # What stands in for the site: nothing, a login page, a fault, or a register of another content.
    mode = "site"
    register = None
    folders = {}

    def do_GET(self):
        if self.mode == "login" and not self.path.startswith("/login"):
            self.send_response(302)
            self.send_header("Location", "/login")
            self.end_headers()
            return
        if self.mode == "fault":
            self.send_error(503)
            return
        if self.path.startswith("/login"):
            return self.give(b"<!doctype html><title>Logga in</title><h1>Logga in</h1>", "text/html; charset=utf-8")
        if self.register is not None and self.path.endswith("medtaget/register.json"):
            return self.give(self.register, "application/json")
        super().do_GET()

    def end_headers(self):
        """The rules that docs/drift.md gives a site's pages."""
        if not re.search(r"\.\w+$", urlsplit(self.path).path):
            self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def give(self, body, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def translate_path(self, path):
        path = urlsplit(path).path
        for prefix, folder in self.folders.items():
            if path.startswith(prefix):
                self.directory = str(folder)
                return super().translate_path("/" + path[len(prefix):])
        return super().translate_path("/nowhere/at/all")

    def log_message(self, *arguments):
        pass


class Web:
    """A server that can be gone and come back at the same port."""

    def __init__(self):
        self.port = 0
        self.start()

    def start(self):
        self.server = Server(("127.0.0.1", self.port), Handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


def build(program, site, output):
    result = subprocess.run(
        [str(program), "build", "--site", str(site), "--audience", "members", "--output", str(output), "--today", TODAY],
        capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(result.stderr)


class Visit:
    def __init__(self, page, url, faults, pictures):
        self.page, self.url, self.faults, self.pictures = page, url, faults, pictures

    def expect(self, what, holds):
        print(("  " if holds else "  FAULT ") + what, flush=True)
        if not holds:
            self.faults.append(what)

    def go(self, address):
        self.page.goto(self.url + address)

    def status(self):
        return self.page.locator(".ta-med [role=status]").inner_text()

    def told(self, text, timeout=15000):
        return self.until(
            lambda: text in (self.page.locator("#app-besked").inner_text() if self.page.locator("#app-besked").count() else ""),
            timeout)

    def until(self, holds, timeout):
        """Asks again and again: a page's own rules let no test wait inside it."""
        for _ in range(timeout // 100):
            try:
                if holds():
                    return True
            except Exception:
                # The page is on its way to another.
                pass
            self.page.wait_for_timeout(100)
        return False

    def download(self, meeting):
        self.go(meeting)
        self.page.wait_for_selector(".ta-med button")
        label = self.page.locator(".ta-med button").inner_text()
        self.page.click(".ta-med button")
        self.until(lambda: self.page.evaluate(
            "() => { const box = document.querySelector('.ta-med'); return box.querySelector('progress').hidden"
            " && !!box.querySelector('[role=status]').innerText"
            " && !/Laddar/.test(box.querySelector('[role=status]').innerText); }"), 60000)
        return label

    def kept(self):
        return self.page.evaluate(
            "async () => { let count = 0; for (const name of await caches.keys()) count += (await (await caches.open(name)).keys()).length; return count; }")

    def axe(self, name):
        for scheme in ("light", "dark"):
            for width in (390, 820, 1280):
                self.page.emulate_media(color_scheme=scheme)
                self.page.set_viewport_size({"width": width, "height": 900})
                wide = self.page.evaluate("document.documentElement.scrollWidth")
                if wide > width:
                    self.faults.append(f"{name}: {wide} px wide at {width} px")
                if self.pictures:
                    self.page.screenshot(path=str(self.pictures / f"{name}-{width}-{scheme}.png"), full_page=True)
            for violation in Axe().run(self.page, options=RULES).response["violations"]:
                nodes = ", ".join(str(node["target"]) for node in violation["nodes"][:3])
                self.faults.append(f"{name} ({scheme}): {violation['id']}: {nodes}")
        self.page.emulate_media(color_scheme="light")


def meeting_of(site):
    """A meeting to come with a bilaga that is a page, that bilaga, and its ärende."""
    for listing in sorted(site.glob("moten/*/medtaget.json"), reverse=True):
        paths = [row[0] for row in json.loads(listing.read_text("utf-8"))]
        papers = [path for path in paths if re.fullmatch(r"arenden/[^/]+/[^/]+/index\.html", path)]
        if papers:
            meeting = listing.relative_to(site).as_posix().removesuffix("medtaget.json")
            paper = papers[0].removesuffix("index.html")
            return meeting, paper.rsplit("/", 2)[0] + "/", paper
    sys.exit("no meeting has a bilaga")


def offline(visit, web, meeting, matter, paper):
    label = visit.download(meeting)
    visit.expect(f"the button says how much: {label}", bool(re.search(r"\d (MB|kB)\)|\d,\d MB\)", label)))
    visit.expect("the meeting is downloaded", "Klart" in visit.status())
    web.stop()
    visit.go(meeting)
    visit.expect("the meeting is there without a network", visit.page.locator("h1").count() == 1 and visit.told("Inget nät"))
    visit.go(matter)
    title = visit.page.locator("h1").inner_text()
    visit.expect("an ärende of it is there", bool(title))
    visit.expect("with its look", visit.page.evaluate("document.styleSheets.length") >= 3)
    visit.go(paper)
    visit.expect("a bilaga of it is there", visit.page.locator("h1").count() == 1)
    visit.go("sok/?q=" + max(re.findall(r"[a-zåäö]{5,}", title.lower()), key=len))
    try:
        visit.page.wait_for_selector("#traffar a", timeout=15000)
    except Exception:
        pass
    visit.expect("search finds without a network", visit.page.locator("#traffar a").count() > 0)
    visit.go("diarium/")
    visit.expect("what was not downloaded says so", "/medtaget/" in visit.page.url and visit.told("är inte nedladdad"))
    visit.expect("and lists what is there", visit.page.locator("#medtaget li a").count() == 1)
    visit.axe("medtaget")
    web.start()


def withdrawn(visit, web, program, site, output, meeting, paper):
    """What the register no longer has is dropped; what is no register changes nothing."""
    before = visit.kept()
    for mode, address in (("login", None), ("fault", meeting)):
        Handler.mode = mode
        if address:
            visit.go(address)
            visit.expect("a fault of the server shows what was downloaded", visit.page.locator(".ta-med").count() == 1)
        else:
            visit.page.evaluate("location.reload()")
            visit.page.wait_for_timeout(1500)
        visit.page.wait_for_timeout(800)
        Handler.mode = "site"
        visit.expect(f"a {mode} page instead of the register drops nothing", visit.kept() == before)
    matter, name = paper.split("/")[1:3]
    for file in site.glob("content/arenden/**/*.md"):
        if file.name != "arende.md" and name in file.name.lower().replace("ö", "o").replace("å", "a").replace("ä", "a"):
            if matter in file.parent.name or matter.replace("-", "") in file.parent.name.replace("-", ""):
                file.unlink()
    build(program, site, output)
    gone = not (output / paper / "index.html").exists()
    visit.expect("the paper is out of the site", gone)
    visit.go(meeting)
    visit.expect("the reader is told at the next contact", visit.told("Nytt har hämtats"))
    web.stop()
    visit.go(paper)
    visit.expect("the withdrawn paper is gone from the device", "/medtaget/" in visit.page.url)
    visit.go(meeting)
    visit.expect("the rest of the meeting is there", "/medtaget/" not in visit.page.url)
    web.start()


def gone(visit, output, meeting):
    register = json.loads((output / "medtaget/register.json").read_text("utf-8"))
    del register["moten"][meeting.split("/")[1]]
    Handler.register = json.dumps(register).encode()
    visit.go("moten/")
    visit.expect("a meeting that is gone is told of", visit.told("finns inte längre på webbplatsen"))
    visit.expect("and gone from the device", visit.kept() == 0)
    Handler.register = None


def full(browser, visit, meeting):
    context = browser.new_context()
    page = context.new_page()
    poor = Visit(page, visit.url, visit.faults, None)
    poor.go(meeting)
    session = context.new_cdp_session(page)
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(visit.url))
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 40000})
    poor.download(meeting)
    visit.expect("no room is told", "inte plats" in poor.status())
    visit.expect("and nothing half is left", poor.kept() == 0)
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    poor.download(meeting)
    visit.expect("with room it works", "Klart" in poor.status())
    context.close()


def refused(browser, visit, meeting):
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'));")
    poor = Visit(page, visit.url, visit.faults, None)
    poor.download(meeting)
    visit.expect("a browser that refuses is told of", "låter inte" in poor.status())
    context.close()


def version(visit, output, meeting):
    visit.download(meeting)
    worker = output / "foljmed.js"
    worker.write_bytes(worker.read_bytes() + b"// en senare version\n")
    visit.go(meeting)
    visit.expect("a new version waits for the reader", visit.told("ny version"))
    with visit.page.expect_navigation():
        visit.page.click("#app-besked button")
    visit.page.wait_for_timeout(500)
    waiting = visit.page.evaluate("navigator.serviceWorker.getRegistration().then(one => !!one.waiting)")
    visit.expect("and takes over when she says so", not waiting)


def notes(visit, matter, folder):
    visit.go(matter)
    visit.page.click(".anteckna")
    visit.page.locator(".anteckning button").first.click()
    visit.page.locator(".anteckning textarea").first.fill("Fråga om det här.")
    visit.page.keyboard.press("Tab")
    visit.axe("anteckningar")
    visit.go(matter)
    visit.expect("a mark and a note are there after a reload",
                 visit.page.locator(".markerat").count() == 1 and "Fråga" in visit.page.locator(".anteckning").inner_text())
    visit.go("medtaget/")
    with visit.page.expect_download() as download:
        visit.page.click("[data-gor=spara]")
    file = folder / "anteckningar.json"
    download.value.save_as(file)
    visit.expect("they are saved as one file", "Fråga om det här." in file.read_text("utf-8"))
    visit.page.click("[data-gor=tabort]")
    visit.expect("one click removes all", visit.page.evaluate(
        "Object.keys(localStorage).filter(key => key.startsWith('klubba-anteckningar')).length") == 0)
    visit.go("medtaget/")
    (folder / "annat.json").write_text("{}", "utf-8")
    visit.page.set_input_files("#anteckningar input", str(folder / "annat.json"))
    visit.page.wait_for_timeout(300)
    visit.expect("another file is refused", "inga anteckningar" in visit.page.locator("#anteckningar [role=status]").inner_text())
    visit.page.set_input_files("#anteckningar input", str(file))
    visit.page.wait_for_timeout(300)
    visit.go(matter)
    visit.expect("the file brings them back", visit.page.locator(".markerat").count() == 1)


def moved(visit, web, meeting, matter, output, folder):
    there = folder / "flyttad"
    shutil.copytree(output, there)
    Handler.folders = {"/annan/plats/": there}
    new = Visit(visit.page, visit.url.split("/forbund/")[0] + "/annan/plats/", visit.faults, None)
    new.go(matter)
    visit.expect("notes follow the site to another path", new.page.locator(".markerat").count() == 1)
    new.download(meeting)
    web.stop()
    new.go(matter)
    visit.expect("at its new path a meeting is downloaded anew", new.page.locator("h1").count() == 1)
    web.start()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    program = options.program.resolve()
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    faults, asked = [], []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        folder = Path(folder)
        site, output = folder / "site", folder / "ledamoter"
        site.mkdir()
        for name in ("content", "theme"):
            shutil.copytree(ROOT / name, site / name)
        shutil.copy(ROOT / "klubba.yml", site)
        # The log would refuse what this test changes.
        (site / "content/beslutslogg.jsonl").unlink(missing_ok=True)
        shutil.rmtree(site / "content/.forseglat", ignore_errors=True)
        build(program, site, output)
        Handler.folders = {"/forbund/ledamoter/": output}
        web = Web()
        url = f"http://127.0.0.1:{web.port}/forbund/ledamoter/"
        browser = playwright.chromium.launch(
            executable_path=options.chromium,
            args=["--no-sandbox", f"--host-resolver-rules=MAP vanlig.example 127.0.0.1:{web.port}"])
        context = browser.new_context(accept_downloads=True)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"{page.url}: script: {error}"))
        context.on("request", lambda request: asked.append(request))
        visit = Visit(page, url, faults, options.pictures)
        meeting, matter, paper = meeting_of(output)
        visit.go(meeting)
        page.wait_for_selector(".ta-med button")
        visit.axe("mote")
        page.set_viewport_size({"width": 1280, "height": 900})
        offline(visit, web, meeting, matter, paper)
        withdrawn(visit, web, program, site, output, meeting, paper)
        gone(visit, output, meeting)
        full(browser, visit, meeting)
        refused(browser, visit, meeting)
        version(visit, output, meeting)
        notes(visit, matter, folder)
        moved(visit, web, meeting, matter, output, folder)
        Handler.folders = {"/forbund/ledamoter/": output}
        visit.go("moten/")
        plain = Visit(browser.new_context().new_page(), "http://vanlig.example/forbund/ledamoter/", faults, None)
        plain.go(meeting)
        plain.page.wait_for_timeout(1000)
        visit.expect("without https there is no button", not plain.page.locator(".ta-med").is_visible())
        visit.expect("nothing is sent, and only to the site",
                     all(one.method == "GET" and (urlsplit(one.url).hostname in ("127.0.0.1", None)) for one in asked))
        browser.close()
        web.stop()
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
