"""Plays a meeting through the desk in a real browser: python Tests/Browser/desk.py PATH_TO_KLUBBA [--pictures FOLDER]

From an empty folder: a site, a meeting, an ärende, the record with a vote, and the site published to a folder. Needs
Playwright and axe-core for Python, and Debian's chromium. Exit status 0 when all is as it should be.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

PROFILE = """organisation: Strandbygdens förbund
adress: https://handlingar.example.se
organ:
  - kod: FS
    namn: Förbundsstyrelsen
    roll: beslutande
    ledamöter:
      - {namn: Anna Alm, för: Uppsala kommun, uppdrag: ordförande}
      - {namn: Bo Berg, för: Regionen}
publicering:
  offentlig: {till: "mapp:PLACE"}
"""
good = True


def expect(what, is_so):
    global good
    print(("ok    " if is_so else "FAIL  ") + what)
    good = good and bool(is_so)


def axe_findings(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{item['id']}: {item['nodes'][0]['html'][:160]}" for item in found]


class Desk:
    def __init__(self, klubba, site, state):
        environment = dict(os.environ, XDG_RUNTIME_DIR=str(state))
        self.process = subprocess.Popen(
            [klubba, "desk", "--site", str(site), "--no-open", "--port", "0", "--today", "2027-01-15"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment)
        self.address = re.search(r"http://127\.0\.0\.1:\d+/#biljett=\w+", self.process.stdout.readline()).group()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)


def saved(page):
    page.wait_for_function("() => document.getElementById('sparlage').textContent === 'Sparat'", timeout=15_000)


def look(page, name, pictures):
    if pictures:
        for width in (820, 1280):
            page.set_viewport_size({"width": width, "height": 1100})
            page.screenshot(path=f"{pictures}/{name}-{width}.png", full_page=True)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        findings = axe_findings(page)
        expect(f"axe finds nothing in {name}, {scheme}: {findings}", not findings)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 800})
    wide = page.evaluate("() => document.documentElement.scrollWidth")
    expect(f"{name} fits 320 px ({wide})", wide <= 320)
    page.set_viewport_size({"width": 1280, "height": 900})


MATTER = "content/arenden/2027-1/arende.md"
WORD = ("<p class=MsoNormal><b>Bakgrund</b> och <i>läge</i><o:p></o:p></p><p style='mso-list:l0 level1 lfo1'>"
        "<span style='mso-list:Ignore'>·</span>Ett</p><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·"
        "</span>Två</p><table><tr><td>Post</td><td>Kronor</td></tr><tr><td>Hyra</td><td>12</td></tr></table>"
        "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>")


def write(page, text, site):
    """Marks, a table, and what is pasted from Word; the browser's undo takes it back."""
    before = text.input_value()
    text.focus()
    page.keyboard.press("Control+End")
    page.get_by_role("button", name="Tabell …").click()
    page.get_by_role("button", name="Sätt in").click()
    page.wait_for_timeout(200)
    expect("a table is put in as a block", "\n\n| Rubrik | Rubrik | Rubrik |\n| --- | --- | --- |" in text.input_value())
    text.evaluate("""(area, html) => {
        area.setSelectionRange(area.value.length, area.value.length);
        const data = new DataTransfer();
        data.setData("text/html", html);
        data.setData("text/plain", "x");
        area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }""", WORD)
    pasted = text.input_value()
    for piece in ("**Bakgrund** och *läge*", "- Ett\n- Två", "| Post | Kronor |\n| --- | --- |\n| Hyra | 12 |"):
        expect(f"pasted from Word: {piece!r}", piece in pasted)
    expect("nothing of what was pasted ran", page.evaluate("() => window.hacked === undefined") and "script" not in pasted)
    expect("pictures are told of", "Bilderna följde inte med" in page.locator("#besked").inner_text())
    text.fill(before)
    page.keyboard.press("Control+s")
    saved(page)
    expect("the text is as it was", (site / MATTER).read_text(encoding="utf-8").endswith(before))


def papers(page, site, folder):
    """Two bilagor, their order and who sees one; to show it to more is asked about once."""
    for name in ("Budget.txt", "Yttrande.txt"):
        (folder / name).write_text(name, encoding="utf-8")
    page.get_by_label("Lägg till bilagor", exact=True).set_input_files([folder / "Budget.txt", folder / "Yttrande.txt"])
    page.get_by_role("button", name="Flytta ner: Budget").wait_for(timeout=30_000)
    page.get_by_role("button", name="Flytta ner: Budget").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Vem ser bilaga 1").select_option("ledamöter")
    page.keyboard.press("Control+s")
    saved(page)
    head = (site / MATTER).read_text(encoding="utf-8").split("---")[1]
    expect("the list has order and visibility", head.index("Yttrande.txt") < head.index("Budget.txt") and "synlighet: ledamöter" in head)
    page.get_by_label("Vem ser bilaga 1").select_option("offentlig")
    page.get_by_role("dialog", name="Visa för fler?").get_by_role("button", name="Ja, visa").click()
    page.keyboard.press("Control+s")
    saved(page)
    expect("it is for all again", "synlighet: ledamöter" not in (site / MATTER).read_text(encoding="utf-8"))


def earlier(page, site, pictures):
    """History: compared, brought back, taken back."""
    now = (site / MATTER).read_text(encoding="utf-8")
    page.get_by_role("button", name="Historik").click()
    box = page.get_by_role("dialog", name="Historik")
    box.get_by_role("button", name=re.compile("^Jämför")).last.click()
    page.get_by_role("dialog", name="Jämför").get_by_role("region", name="Skillnader").wait_for()
    look(page, "jamfor", pictures)
    page.get_by_role("dialog", name="Jämför").get_by_role("button", name="Stäng").click()
    look(page, "historik", None)
    box.get_by_role("button", name=re.compile("^Återställ")).last.click()
    page.get_by_role("dialog", name="Återställ").get_by_role("button", name="Återställ").click()
    box.wait_for(state="detached", timeout=30_000)
    expect("an earlier version is back", (site / MATTER).read_text(encoding="utf-8") != now)
    page.get_by_role("button", name="Ångra").click()
    for _ in range(100):
        if (site / MATTER).read_text(encoding="utf-8") == now:
            break
        page.wait_for_timeout(200)
    expect("and taken back", (site / MATTER).read_text(encoding="utf-8") == now)


def play(klubba, browser, folder, pictures):
    site, place = folder / "plats", folder / "ut"
    subprocess.run([klubba, "init", str(site)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for path in sorted((site / "content").rglob("*"), reverse=True):
        if "sidor" not in path.parts:
            path.unlink() if path.is_file() else path.rmdir() if not any(path.iterdir()) else None
    place.mkdir()
    (site / "klubba.yml").write_text(PROFILE.replace("PLACE", str(place)), encoding="utf-8")
    for name in ("arenden", "moten"):
        (site / "content" / name).mkdir(exist_ok=True)
    with Desk(klubba, site, folder / "state") as desk:
        # The page forbids eval, which the waits below need; that it does is tested without a browser.
        page = browser.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)
        faults = []
        # The preview's frame may run no script, and the browser says so of each page in it; it asks for a picture
        # of the site by itself.
        page.on("console", lambda message: faults.append(f"{message.text} {message.location.get('url')}") if message.type == "error"
                and "is sandboxed" not in message.text and "favicon.ico" not in message.location.get("url", "") else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: faults.append(request.url) if not request.url.startswith("http://127.0.0.1:") else None)
        page.goto(desk.address)
        page.get_by_role("heading", name="Översikt", level=1).wait_for()
        expect("the ticket is gone from the address bar", "biljett" not in page.url)
        look(page, "oversikt-tom", pictures)

        page.get_by_role("button", name="Nytt möte").click()
        page.get_by_label("Datum", exact=True).fill("2027-02-26")
        page.get_by_role("button", name="Skapa", exact=True).click()
        page.wait_for_url("**/mote/fs-2027-02-26")
        page.get_by_role("button", name="Nytt ärende till mötet").click()
        page.get_by_label("Titel", exact=True).fill("Lokaler: nytt avtal")
        look(page, "nytt-arende", pictures)
        page.get_by_role("button", name="Skapa", exact=True).click()
        page.wait_for_url("**/arende/2027-1")
        text = page.get_by_role("textbox", name="Text", exact=True)
        for _ in range(60):
            if "**att**" in text.input_value():
                break
            page.wait_for_timeout(250)
        text.press_sequentially("Osparat ord. ")
        frame = page.frame_locator("iframe[title=Förhandsvisning]")
        frame.get_by_text("Osparat ord.").first.wait_for(state="attached", timeout=30_000)
        expect("the preview shows what is typed", True)
        text.fill(text.input_value().replace("Osparat ord. ", "").replace("- **att** …", "- **att** hyra lokalen vid torget").replace("…", "Avtalet går ut."))
        page.get_by_label("Handläggare").fill("Förbundschefen")
        page.keyboard.press("Control+s")
        saved(page)
        frame.get_by_text("hyra lokalen vid torget").first.wait_for(state="attached", timeout=30_000)
        expect("the preview shows the saved text", True)
        look(page, "arende", pictures)
        write(page, text, site)
        papers(page, site, folder)
        earlier(page, site, pictures)

        page.goto(page.url.split("/arende/")[0] + "/mote/fs-2027-02-26")
        page.get_by_role("textbox", name="Ny punkt").wait_for()
        page.get_by_role("textbox", name="Ny punkt").fill("Rapport från revisorn")
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Flytta upp: Rapport från revisorn").click()
        expect("the focus follows the row", "Rapport från revisorn" in (page.evaluate("() => document.activeElement.getAttribute('aria-label')") or ""))
        page.get_by_label("Kallelse skickad").fill("2027-01-15")
        page.keyboard.press("Control+s")
        saved(page)
        look(page, "mote", pictures)
        meeting = (site / "content/moten/fs-2027-02-26.md").read_text(encoding="utf-8")
        expect("the agenda and the kallelse are in the file", "- Rapport från revisorn" in meeting and "kallelse: 2027-01-15" in meeting)

        page.get_by_role("button", name="Skapa protokoll").first.click()
        page.wait_for_url("**/protokoll/fs-2027-02-26")
        page.get_by_role("navigation", name="Paragrafer").wait_for()
        expect("both members are ticked", page.get_by_role("group", name="Närvaro").get_by_role("checkbox", checked=True).count() == 2)
        # One click after the other, each saved before the next: the file has what is ticked.
        present = page.get_by_role("group", name="Närvaro")
        minutes = site / "content/moten/fs-2027-02-26.protokoll.md"
        for ticked in ("Bo Berg", None, "Anna Alm", "Anna Alm och Bo Berg"):
            for name in ("Anna Alm", "Bo Berg"):
                present.get_by_label(re.compile(name)).set_checked(name in (ticked or ""))
                page.keyboard.press("Control+s")
                saved(page)
            head = minutes.read_text(encoding="utf-8").split("---")[1]
            expect(f"present: {ticked}", [name in head.partition("närvarande")[2] for name in ("Anna Alm", "Bo Berg")]
                   == [name in (ticked or "") for name in ("Anna Alm", "Bo Berg")])
        page.get_by_role("navigation", name="Paragrafer").get_by_role("button", name=re.compile("Lokaler")).click()
        page.get_by_role("textbox", name="Text", exact=True).fill("Förbundschefen föredrar.")
        page.get_by_label("Beslut", exact=True).select_option("bifall")
        page.get_by_label("Följs upp", exact=True).fill("15 juni 2027 Kommunen redovisar")
        page.keyboard.press("Tab")
        page.locator("summary", has_text=re.compile("^Omröstning$")).click()
        page.get_by_role("radiogroup", name="Anna Alm (Uppsala kommun)").get_by_label("Ja").check()
        page.get_by_role("radiogroup", name="Bo Berg (Regionen)").get_by_label("Nej").check()
        page.keyboard.press("Control+s")
        saved(page)
        look(page, "protokoll", pictures)
        page.get_by_role("button", name="Mötesläge").click()
        look(page, "moteslage", pictures)
        page.get_by_role("button", name="Mötesläge").click()
        record = (site / "content/moten/fs-2027-02-26.protokoll.md").read_text(encoding="utf-8")
        for line in ("Förbundschefen föredrar.", "Beslut: bifall", "Följs upp: 15 juni 2027 Kommunen redovisar", "Ja: Anna Alm (Uppsala kommun)", "Nej: Bo Berg (Regionen)"):
            expect(f"the record has {line!r}", line in record)

        # Somebody else saves the same file: it shows, and what is typed here goes in beside it.
        path = site / "content/moten/fs-2027-02-26.protokoll.md"
        path.write_text(record.replace("## § 1 Mötets öppnande\n", "## § 1 Mötets öppnande\n\nUtifrån.\n"), encoding="utf-8")
        page.get_by_role("navigation", name="Paragrafer").get_by_role("button", name=re.compile("§ 1 ")).click()
        for _ in range(60):
            if "**att**" in text.input_value():
                break
            page.wait_for_timeout(250)
        expect("an edit from outside shows in the open view", True)

        page.get_by_role("link", name="Publicera", exact=True).click()
        page.get_by_role("heading", name="Publicera", level=1).wait_for()
        look(page, "publicera", pictures)
        page.get_by_role("button", name="Publicera", exact=True).click()
        page.wait_for_function("() => /^(Publicerat|Det gick inte)/.test(document.querySelector('[aria-label=Publicerat]').textContent)", timeout=120_000)
        said = page.get_by_role("log").inner_text()
        expect("published: " + page.get_by_role("status", name="Publicerat").inner_text() + said[-400:], list(place.rglob("arenden/2027-1/index.html")))
        page.goto(page.url.split("/publicera")[0] + "/")
        page.get_by_role("heading", name="Översikt", level=1).wait_for()
        look(page, "oversikt", pictures)
        expect(f"no error in the console, and nothing outside is asked for: {faults[:3]}", not faults)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("klubba")
    arguments.add_argument("--pictures")
    options = arguments.parse_args()
    if options.pictures:
        pathlib.Path(options.pictures).mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        play(os.path.abspath(options.klubba), browser, pathlib.Path(folder), options.pictures)
        browser.close()
    sys.exit(0 if good else 1)


main()
