"""Sees the live preview in a real browser: python Tests/Browser/preview.py PATH_TO_KLUBBA

Needs Playwright for Python and Debian's chromium. Exit status 0 when all is as it should be, else 1. With --time the
seconds from saving a file to the new page are measured too: --time SITE, a folder with content/, changed and put back.
"""

import argparse
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

PARAGRAPHS = "\n\n".join(f"Stycke {number} om lokalerna vid torget." for number in range(120))
SITE = {
    "klubba.yml": "organisation: Strandbygdens förbund\nadress: https://handlingar.example.se/bygden/\n",
    "content/moten/fs-2020-09-18.md": "---\ntid: 13.00\n---\n",
    "content/arenden/2020-1.md": "---\ndnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\n---\n\n## Ärendet\n\n" + PARAGRAPHS + "\n",
}
MISTAKE = SITE["content/arenden/2020-1.md"].replace("fs: 2020-09-18", "fs: 2020-02-30")


class Preview:
    def __init__(self, klubba, site):
        self.process = subprocess.Popen(
            [klubba, "serve", "--site", str(site), "--port", "0", "--today", "2020-10-01"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        self.address = re.search(r"http://127\.0\.0\.1:\d+/", line).group()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)


def expect(what, is_so):
    print(("ok    " if is_so else "FAIL  ") + what)
    return is_so


def waits_for(page, script, argument=None):
    try:
        page.wait_for_function(script, arg=argument, timeout=15_000)
        return True
    except Exception:
        return False


TEXT = "text => document.body.innerText.includes(text)"
OVERLAY = "text => document.querySelector('klubba-preview')?.shadowRoot.querySelector('section')?.innerText.includes(text)"
NO_OVERLAY = "() => !document.querySelector('klubba-preview')?.shadowRoot.querySelector('section')"
PILL = "() => document.querySelector('klubba-preview')?.shadowRoot.querySelector('.pill') !== null"


def save(path, text):
    """As editors do: a new file beside the old, then renamed over it."""
    beside = path.with_name("." + path.name + ".new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def judge(klubba, browser, folder):
    good = True
    for name, text in SITE.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    matter = folder / "content/arenden/2020-1.md"
    with Preview(klubba, folder) as preview:
        page = browser.new_page(viewport={"width": 1024, "height": 700})
        faults = []
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        hosts = set()
        page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
        page.goto(preview.address + "arenden/2020-1/", wait_until="load")
        page.mouse.wheel(0, 1500)
        page.wait_for_function("() => scrollY > 1000")
        place = page.evaluate("scrollY")

        changed = SITE["content/arenden/2020-1.md"].replace("titel: Lokaler", "titel: Nya lokaler")
        save(matter, changed)
        good &= expect("a saved change is seen", waits_for(page, TEXT, "Nya lokaler"))
        good &= expect("the page stays where it was scrolled to", waits_for(page, "y => Math.abs(scrollY - y) < 2", place))

        page.evaluate("window.mark = 1")
        for change, seen in [
            (("Stycke 3 ", "Ändrat stycke 3 "), "Ändrat stycke 3"),
            (("Stycke 5 om lokalerna vid torget.", "Stycke 5 om *lokalerna*.\n\nEtt stycke till.\n\n- en sak"), "en sak"),
            (("Stycke 119 om lokalerna vid torget.", "Sista stycket."), "Sista stycket."),
        ]:
            changed = changed.replace(*change)
            save(matter, changed)
            good &= expect(f"running text is changed in place: {seen}", waits_for(page, TEXT, seen))
        good &= expect("without loading the page", page.evaluate("window.mark") == 1)
        good &= expect("and stays there", waits_for(page, "y => Math.abs(scrollY - y) < 200", place))
        renewed = page.evaluate("document.querySelector('main').innerText")
        page.reload()
        good &= expect("and it is the page that a reload gives", renewed == page.evaluate("document.querySelector('main').innerText"))
        page.evaluate("window.mark = 1")
        (folder / "content/moten/fs-2020-11-20.md").write_text("---\ntid: 13.00\n---\n", encoding="utf-8")
        other = browser.new_page()
        other.goto(preview.address + "moten/")
        good &= expect("a new file is seen", waits_for(other, TEXT, "20 november 2020"))
        good &= expect("a page that has not changed is not reloaded", page.evaluate("window.mark") == 1)
        other.close()

        save(matter, MISTAKE)
        good &= expect("a mistake is shown over the page", waits_for(page, OVERLAY, "det finns ingen dag \"2020-02-30\""))
        good &= expect("with file and line", waits_for(page, OVERLAY, "content/arenden/2020-1.md, rad 4"))
        good &= expect("the last good page is below it", waits_for(page, TEXT, "Ändrat stycke 3"))
        page.keyboard.press("Tab")
        page.locator("klubba-preview button", has_text="Dölj").focus()
        page.keyboard.press("Escape")
        good &= expect("Escape hides it", waits_for(page, NO_OVERLAY) and waits_for(page, PILL))
        page.keyboard.press("Enter")
        good &= expect("and its button brings it back", waits_for(page, OVERLAY, "K030"))
        save(matter, SITE["content/arenden/2020-1.md"])
        good &= expect("it goes away when the mistake is mended", waits_for(page, NO_OVERLAY))
        good &= expect("and the new page is there", waits_for(page, "() => !document.body.innerText.includes('Ändrat')"))

        page.goto(preview.address + "sok/")
        page.fill("#q", "2020 : 1")
        good &= expect("search finds by dnr, without an index of all text",
                       waits_for(page, "() => document.querySelector('#traffar a')?.href.endsWith('/arenden/2020-1/')"))

        good &= expect("no error in the console" + "".join(f": {fault}" for fault in faults), faults == [])
        good &= expect("no request to another host", hosts == {preview.address.split("/")[2]})
        page.close()

    save(matter, MISTAKE)
    with Preview(klubba, folder) as preview:
        page = browser.new_page()
        page.goto(preview.address + "arenden/2020-1/")
        good &= expect("a site that never was good says so", waits_for(page, TEXT, "Webbplatsen har fel"))
        good &= expect("with what is wrong", waits_for(page, OVERLAY, "K030"))
        save(matter, SITE["content/arenden/2020-1.md"])
        good &= expect("and is shown when it is mended", waits_for(page, TEXT, "Stycke 3 om lokalerna"))
        page.close()
    return good


def measure(klubba, browser, site):
    matter = sorted((site / "content/arenden").glob("**/arende.md"))[0]
    before = matter.read_text(encoding="utf-8")
    times = []
    try:
        with Preview(klubba, site) as preview:
            page = browser.new_page()
            # The browser's own time of the frame that the page is drawn in: asking from here takes longer than that.
            page.add_init_script("""new MutationObserver(() => requestAnimationFrame(() => {
                window.drawn = performance.timeOrigin + performance.now();
            })).observe(document, { childList: true, characterData: true, subtree: true })""")
            page.goto(preview.address + "diarium/", wait_until="load")
            address = page.evaluate("dnr => [...document.querySelectorAll('main a')].map(a => a.href)"
                                    ".find(href => href.endsWith('/arenden/' + dnr + '/'))", matter.parent.name)
            page.goto(address or preview.address + f"arenden/{matter.parent.name}/", wait_until="load")
            for number in range(21):
                word = f"Mätning{number}"
                start = time.time()
                save(matter, before + f"\n\n{word}\n")
                page.wait_for_function("word => document.body.innerText.includes(word)", arg=word)
                page.wait_for_timeout(100)
                times.append(page.evaluate("drawn") - start * 1000)
                time.sleep(0.5)
    finally:
        matter.write_text(before, encoding="utf-8")
    times = times[1:]
    print(f"from saving to the new page: median {statistics.median(times):.0f} ms, "
          f"{min(times):.0f}–{max(times):.0f} ms of {len(times)}")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("klubba")
    arguments.add_argument("--time", type=pathlib.Path)
    arguments = arguments.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        if arguments.time:
            measure(arguments.klubba, browser, arguments.time)
            return 0
        with tempfile.TemporaryDirectory() as folder:
            return 0 if judge(arguments.klubba, browser, pathlib.Path(folder)) else 1


if __name__ == "__main__":
    sys.exit(main())
