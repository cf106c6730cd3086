#!/usr/bin/env python3
"""Changes to a sealed site and its output, and whether klubba finds and names each: attack.py KLUBBA [--changes 1000] [--from 1]

First the named attacks: what somebody would do who wants a page, a decision or a day to say something else. Then changes
by chance, each from its own seed: a byte, line or file changed, added, removed, moved or put in another order, in the output, the
log, the kept copies, the sealed texts and files, the settings, the theme's words, and the manifest's day.

Every change has to end with 1 (--strict) and a line that names the file, or one that the change is told by. Prints what was not
found, and exits with 1. A change is made again with --from SEED --changes 1.
"""

import argparse
import json
import multiprocessing
import os
import random
import re
import shutil
import sys
import tempfile
import time

from sealed_site import FILES, LOG, MEETING, MINUTES, PUBLIC, RECORD, SealedSite, TODAY

PAGE = f"public/moten/{MEETING}/protokoll/index.html"
MANIFEST = "public/.klubba-manifest"
COPIES = "content/.forseglat"
HEADS = "content/forsegling/huvuden"
# What may change without a correction (docs/record-format.md); of the lines of a head.
FREE = re.compile(rb"^(fs|bilaga|bilagor|status|publiceras|justerat)\b")


class Change:
    """Files as they were, to be put back."""

    def __init__(self, site):
        self.site, self.before, self.made = site, {}, []
        # Which built folder verify is asked about.
        self.output, self.day = "public", TODAY

    def keep(self, path):
        if path not in self.before:
            full = self.site.path(path)
            self.before[path] = self.site.read(path) if os.path.isfile(full) and not os.path.islink(full) else None

    def write(self, path, data):
        self.keep(path)
        folder = os.path.dirname(self.site.path(path))
        while not os.path.isdir(folder):
            self.made.append(folder)
            folder = os.path.dirname(folder)
        self.site.write(path, data)

    def replace(self, path, old, new):
        data = self.site.read(path)
        old, new = old.encode(), new.encode()
        if old not in data:
            raise RuntimeError(f"{path} has no {old.decode()}")
        self.write(path, data.replace(old, new, 1))

    def remove(self, path):
        self.keep(path)
        os.remove(self.site.path(path))

    def restore(self):
        for path, data in self.before.items():
            full = self.site.path(path)
            if os.path.islink(full) or (data is None and os.path.exists(full)):
                os.remove(full)
            if data is not None:
                self.site.write(path, data)
        for folder in sorted(self.made, key=len, reverse=True):
            if os.path.isdir(folder):
                shutil.rmtree(folder)


# --- by chance

def damaged(chance, data):
    """One byte, run of bytes or line of some bytes otherwise; never the same bytes."""
    for _ in range(50):
        kind = chance.choice(["byte", "drop", "add", "swap", "line gone", "line twice", "lines swapped", "digit", "end"])
        lines = data.split(b"\n")
        place = chance.randrange(len(data)) if data else 0
        new = data
        if kind == "byte" and data:
            new = data[:place] + bytes([(data[place] + chance.randrange(1, 256)) % 256]) + data[place + 1:]
        elif kind == "drop":
            new = data[:place] + data[place + chance.randrange(1, 40):]
        elif kind == "add":
            new = data[:place] + chance.choice([b" ", b"0", b"inte ", b"<b>", b"\n\n", b"Avslag"]) + data[place:]
        elif kind == "swap" and place + 9 < len(data):
            new = data[:place] + data[place + 4:place + 8] + data[place:place + 4] + data[place + 8:]
        elif kind == "line gone" and len(lines) > 1:
            lines.pop(chance.randrange(len(lines)))
            new = b"\n".join(lines)
        elif kind == "line twice":
            place = chance.randrange(len(lines))
            new = b"\n".join(lines[:place] + [lines[place]] + lines[place:])
        elif kind == "lines swapped" and len(lines) > 2:
            one, two = chance.sample(range(len(lines)), 2)
            lines[one], lines[two] = lines[two], lines[one]
            new = b"\n".join(lines)
        elif kind == "digit":
            digits = [match.start() for match in re.finditer(rb"\d", data)]
            if digits:
                place = chance.choice(digits)
                new = data[:place] + (b"%d" % ((data[place] - 47) % 10)) + data[place + 1:]
        elif kind == "end":
            new = data + chance.choice([b"\n", b" ", b"x"])
        if new != data:
            return kind, new
    return "end", data + b"x"


def in_output(site, chance, change):
    files = [path for path in site.files("public") if "/.well-known/" not in path]
    path = chance.choice(files)
    kind = chance.choice(["bytes"] * 6 + ["gone", "new", "moved", "exchanged", "link", "hidden new"])
    if kind == "bytes":
        kind, data = damaged(chance, site.read(path))
        change.write(path, data)
        return f"{kind} in {path}", [path]
    if kind == "gone":
        change.remove(path)
        return f"{path} gone", [path]
    if kind in ("new", "hidden new"):
        folder = os.path.dirname(chance.choice(files))
        new = f"{folder}/{'.' if kind == 'hidden new' else ''}ny{chance.randrange(1000)}{chance.choice(['.html', '/index.html', '.js', '.csv'])}"
        change.write(new, chance.choice([site.read(path), b"", b"<p>Avslag</p>"]))
        return f"{new} added", [new, os.path.dirname(new)]
    if kind == "link":
        change.keep(path)
        data = site.read(path)
        os.remove(site.path(path))
        other = os.path.join(site.folder, "annan-plats")
        with open(other, "wb") as file:
            file.write(data)
        os.symlink(other, site.path(path))
        return f"{path} a link", [path]
    other = chance.choice(files)
    data, others = site.read(path), site.read(other)
    if data == others:
        change.write(path, data + b" ")
        return f"a space in {path}", [path]
    if kind == "moved":
        change.write(other, data)
        change.remove(path)
    else:
        change.write(path, others)
        change.write(other, data)
    return f"{path} {kind} with {other}", [path, other]


def in_log(site, chance, change):
    kind, data = damaged(chance, site.read(LOG))
    change.write(LOG, data)
    return f"{kind} in the log", [LOG]


def in_copies(site, chance, change):
    path = chance.choice([path for path in site.files(COPIES) if len(os.path.basename(path)) == 64])
    if chance.random() < 0.3:
        change.remove(path)
    else:
        change.write(path, damaged(chance, site.read(path))[1])
    return f"the copy {path}", [path]


def in_sealed(site, chance, change):
    """A sealed text or file. A text is changed in its body, or in a line of its head that is sealed."""
    papers = [path for path in [*FILES, RECORD] if path.startswith(("content/arenden/2020-1", "content/arenden/2020-2",
                                                                    "content/arenden/2020-3", "content/moten"))]
    path = chance.choice(papers)
    data = site.read(path)
    if chance.random() < 0.15:
        change.remove(path)
        return f"{path} gone", [path]
    for _ in range(100):
        kind, new = damaged(chance, data)
        if path.endswith(".md") and meaning(new) == meaning(data):
            continue
        change.write(path, new)
        return f"{kind} in {path}", [path]
    change.write(path, data + b"\nTillagt.\n")
    return f"a line in {path}", [path]


def meaning(data):
    """What is sealed of a text: not the keys that are free, as the format has it."""
    data = re.sub(rb"\r\n?", b"\n", data[3:] if data.startswith(b"\xef\xbb\xbf") else data)
    lines = data.split(b"\n")
    if lines[0] != b"---" or b"---" not in lines[1:]:
        return data
    end = lines.index(b"---", 1)
    kept, free = [], False
    for line in lines[1:end]:
        if line[:1] not in (b"", b" ", b"\t", b"-", b"#", b"]", b"}") and b":" in line:
            key = line.split(b":")[0].decode("utf-8", "replace").strip().lower().replace("ö", "o").replace("ä", "a")
            free = key.strip("\"'") in ("anslaget", "bilaga", "bilagor", "forvaras", "fs", "au", "status", "publiceras", "nedtaget")
        if not free:
            kept.append(line)
    return b"\n".join([lines[0]] + kept + lines[end:])


SETTINGS = [
    ("klubba.yml", "överklagandetid-dagar: 21", "överklagandetid-dagar: {}", ["14", "22", "30", "90"]),
    ("klubba.yml", "förvaras: Förbundskansliet", "förvaras: {}", ["Arkivet", "Hemma", "Kommunhuset"]),
    ("klubba.yml", "anslag:\n", "organ:\n  - {{kod: FS, namn: {}, roll: beslutande}}\nanslag:\n", ["Styrelsen", "Nämnden", "Rådet"]),
    ("klubba.yml", "anslag:\n", "organ:\n  - {{kod: FS, namn: Förbundsstyrelsen, roll: {}}}\nanslag:\n", ["beredande"]),
    ("klubba.yml", "anslag:\n", "anslag:\n  tillkännage-inom-dagar: {}\n", ["1", "5", "30"]),
    ("theme/texter/sv.txt", "utfall_noteras: Noterat av styrelsen", "utfall_noteras: {}", ["Bifall", "Avslag", "Nej"]),
    ("theme/texter/sv.txt", "utfall_noteras", "utfall_bifall: {}\nutfall_noteras", ["Avslag", "Nej", "Inget beslut"]),
    ("theme/texter/sv.txt", "utfall_noteras", "utfall_avslag: {}\nutfall_noteras", ["Bifall", "Ja"]),
]


# What an ärende's head may say otherwise without a correction: the meeting keeps what was sealed, and it is told.
FREELY = [
    ("content/arenden/2020-1/arende.md", "fs: 2020-09-18", ["fs: 2020-12-04", "fs: 2020-10-23", "fs: 2020-09-17"]),
    ("content/arenden/2020-3.md", "fs: 2020-09-18", ["fs: 2020-12-04", "fs: 2021-01-15", ""]),
    ("content/arenden/2020-1/arende.md", "bilaga: 1 - 1.3", ["bilaga: 7 - 7.3", "bilaga: 9"]),
    ("content/arenden/2020-3.md", "bilaga: 3", ["bilaga: 4", "bilaga: 12"]),
    ("content/arenden/2020-1/arende.md", "bilagor: [ansokan.md, budget.csv, ritning.pdf]", [
        "bilagor: [budget.csv, ansokan.md, ritning.pdf]", "bilagor: [ansokan.md, ritning.pdf, budget.csv]",
        "bilagor: [ansokan.md, {fil: budget.csv, titel: Avslag}, ritning.pdf]",
        "bilagor: [ansokan.md, {fil: budget.csv, synlighet: ledamöter}, ritning.pdf]",
        "bilagor: [{fil: ansokan.md, titel: Återkallelse}, budget.csv, {fil: ritning.pdf, synlighet: sekretess}]"]),
]


def in_free_keys(site, chance, change):
    path, old, values = chance.choice(FREELY)
    new = chance.choice(values)
    change.replace(path, old, new)
    return f"{new!r} in {path}", [path]


def in_settings(site, chance, change):
    path, old, new, values = chance.choice(SETTINGS)
    change.replace(path, old, new.format(chance.choice(values)))
    return f"{new[:30]!r} in {path}", [path.replace("/sv.txt", "")]


def in_manifest(site, chance, change):
    lines = site.read(MANIFEST).split(b"\n")
    kind = chance.choice(["day", "program", "readers", "option", "tool", "entry", "bytes"])
    if kind == "bytes":
        change.write(MANIFEST, damaged(chance, site.read(MANIFEST))[1])
        return "bytes of the manifest", ["public/"]
    if kind == "entry":
        place = chance.randrange(6, len(lines) - 2)
        word, path = lines[place].split(b" ", 1)
        lines[place] = chance.choice([w for w in (b"file", b"page", b"gone") if w != word]) + b" " + path
    else:
        place, values = {
            "day": (2, ["2020-09-20", "2020-09-27", "2020-10-02", "2021-01-01", "1999-01-01"]),
            "program": (3, ["klubba 0.0.1", "klubba 9.9", "annat 1"]),
            "readers": (1, ["members", "archive", "alla"]),
            "option": (4, ["zip", "search zip", "offline search", "annat", "packets search", "nothing"]),
            "tool": (4, ["nothing\nusing pagefind 1", "nothing\nusing annat 2"]),
        }[kind]
        lines[place] = lines[place].split(b" ")[0] + b" " + chance.choice(values).encode()
    change.write(MANIFEST, b"\n".join(lines))
    return f"{kind} of the manifest", ["public/"]


def in_heads(site, chance, change):
    """What the log's public head is made of: the heads that were signed, and the salt."""
    path = chance.choice(site.files("content/forsegling"))
    if path.endswith("/salt") and chance.random() < 0.3:
        change.remove(path)
    else:
        data = site.read(path)
        new = damaged(chance, data)[1]
        # The same signature twice is one.
        if set(new.split(b"\n")) == set(data.split(b"\n")):
            new = data[:-1]
        change.write(path, new)
    return f"bytes of {path}", [path, HEADS]


def in_beside(site, chance, change):
    """A text that is not sealed, changed since the build: told with its file."""
    path, old, new = chance.choice([
        ("content/sidor/om.md", "tre medlemmar", "fyra medlemmar"), ("content/index.md", "Välkommen", "Stängt"),
        ("content/arenden/2020-4.md", "under arbete", "antagen"), ("content/arenden/2020-4.md", "fs: 2020-12-04", "fs: 2020-12-11")])
    # What earlier changes put back has another time than the build left, which excuses nothing: it is built anew.
    site.build()
    change.replace(path, old, new)
    return f"{new!r} in {path}", [path]


KINDS = [(in_output, 50), (in_sealed, 18), (in_log, 12), (in_copies, 6), (in_settings, 6), (in_manifest, 8), (in_free_keys, 6),
         (in_heads, 6), (in_beside, 3)]


# --- named

NAMED = {}


def named(function):
    NAMED[function.__name__] = function
    return function


@named
def an_amount_on_a_page(site, change):
    """An amount on a page"""
    change.replace(f"public/moten/{MEETING}/protokoll/8/index.html", "90 000", "190 000")
    return [f"public/moten/{MEETING}/protokoll/8/", '"90 000', '"190 000']


@named
def sealed_words_hidden(site, change):
    """Sealed words moved into a hidden element, and others shown"""
    page = site.read(PAGE).decode()
    part = re.search(r"<!--klubba:p-8-->.*?<!--/klubba-->", page, re.S)[0]
    change.write(PAGE, page.replace(part, f"<div hidden>{part}</div><p>Styrelsen avslår allt.</p>"))
    return [PAGE, "Styrelsen avslår allt"]


@named
def a_script(site, change):
    """A script that writes other words"""
    change.replace(PAGE, "</body>", "<script>document.body.textContent='Avslag'</script></body>")
    return [PAGE, "Avslag"]


@named
def a_style_sheet(site, change):
    """A style sheet that hides a §"""
    path = next(path for path in site.files("public/tema") if path.endswith(".css"))
    change.write(path, site.read(path) + b"\n#p-8{display:none}#p-8::before{content:'Avslag'}\n")
    return [path]


@named
def an_added_page(site, change):
    """A page that no build wrote"""
    change.write(f"public/moten/{MEETING}/protokoll/11/index.html", site.read(PAGE))
    return [f"public/moten/{MEETING}/protokoll/11"]


@named
def an_added_page_in_the_manifest(site, change):
    """A page that no build wrote, put into the list of files too"""
    path = f"moten/{MEETING}/protokoll/11/index.html"
    change.write(f"public/{path}", site.read(PAGE))
    head, *entries = re.split(rb"\n(?=(?:file|page|gone) )", site.read(MANIFEST).rstrip(b"\n").rsplit(b"\n", 1)[0])
    entries = sorted(entries + [b"page " + path.encode()], key=lambda entry: entry[5:])
    change.write(MANIFEST, b"\n".join([head, *entries, b"end %d" % len(entries), b""]))
    return [path]


@named
def a_changed_table(site, change):
    """A changed CSV"""
    path = "public/data/beslut.csv"
    change.replace(path, "bifall", "avslag")
    return [path, "avslag"]


@named
def a_changed_oparl_file(site, change):
    """A changed OParl file"""
    path = next(path for path in site.files("public/oparl") if b"Lokaler f" in site.read(path))
    change.replace(path, "Lokaler f", "Utan lokaler f")
    return [path, "Utan"]


@named
def outcome_words_in_the_theme(site, change):
    """Theme words that call a bifall "Avslag", and the site built with them"""
    change.replace("theme/texter/sv.txt", "utfall_noteras", "utfall_bifall: Avslag\nutfall_noteras")
    rebuild(site, change)
    return ["theme/texter", 'utfall_bifall', '"Avslag"']


@named
def a_template_with_words(site, change):
    """A template of the site's own that says another outcome, and the site built with it"""
    change.write("theme/sidfot.mustache", "Alla ärenden avslogs.\n")
    rebuild(site, change)
    return ["theme/sidfot.mustache"]


@named
def names_of_those_present(site, change):
    """The names of those present, on the page"""
    change.replace(PAGE, "Alex Lund", "Charlie Berg")
    return [PAGE, "Charlie"]


@named
def names_of_those_present_in_the_record(site, change):
    """The names of those present, in the record"""
    change.replace(RECORD, "närvarande: [Robin Ek, Sam Dahl, Alex Lund]", "närvarande: [Robin Ek, Sam Dahl]")
    return [RECORD, "K134"]


@named
def last_day_of_appeal(site, change):
    """The last day of appeal, on the page"""
    page = site.read(PAGE).decode()
    shown = re.search(r"(?:19|20|21) oktober 2020", page)[0]
    change.replace(PAGE, shown, "2 oktober 2020")
    return [PAGE, "oktober" if shown[2:] == " oktober 2020" and False else shown[:2]]


@named
def time_to_appeal_in_the_settings(site, change):
    """The time to appeal, in klubba.yml, and the site built with it: no sealed day moves, and the change is told"""
    was = re.findall(r"\d+ oktober 2020", site.read(PAGE).decode())
    change.replace("klubba.yml", "överklagandetid-dagar: 21", "överklagandetid-dagar: 14")
    rebuild(site, change)
    if re.findall(r"\d+ oktober 2020", site.read(PAGE).decode()) != was:
        raise RuntimeError("a sealed last day of appeal moved")
    return ["klubba.yml", "överklagandetid-dagar", '"14"']


@named
def a_slipped_in_matter(site, change):
    """An ärende slipped into a held meeting's agenda"""
    change.write("content/arenden/2020-9.md", "---\ndnr: 2020:9\ntitel: Höjda arvoden\nfs: 2020-09-18\nbilaga: 4\n---\n\nArvodena höjs.\n")
    return ["content/arenden/2020-9.md", "2020:9 Höjda arvoden", "K307"]


@named
def a_matter_taken_from_the_agenda(site, change):
    """An ärende taken from a held meeting's agenda"""
    change.replace("content/arenden/2020-3.md", "fs: 2020-09-18", "fs: 2020-12-04")
    return ["content/arenden/2020-3.md", "FS 2020-09-18", "K216"]


@named
def a_slipped_in_paper(site, change):
    """A bilaga slipped into a held meeting's ärende"""
    change.write("content/arenden/2020-1/yttrande.md", "# Yttrande\n\nBra.\n")
    return ["content/arenden/2020-1/yttrande.md", "Yttrande", "K307"]


@named
def a_style_sheet_of_the_theme(site, change):
    """A style sheet of the site's own theme that hides a §, and the site built with it"""
    change.write("theme/tillgangar/farger.css", "#p-8{display:none}\n")
    rebuild(site, change)
    return ["theme/tillgangar/farger.css", "K305"]


@named
def a_file_let_in_by_the_settings(site, change):
    """A page among the board's own that klubba.yml lets in as somebody else's"""
    change.replace("klubba.yml", "egna-filer: [.well-known/]", "egna-filer: [.well-known/, moten/]")
    change.write(f"public/moten/{MEETING}/protokoll/12/index.html", site.read(PAGE))
    return [f"public/moten/{MEETING}/protokoll/12", "K436"]


@named
def a_folder_that_is_a_link(site, change):
    """A folder of the site that is a link to one elsewhere"""
    elsewhere = os.path.join(site.folder, "annan-mapp")
    os.rename(site.path("public/moten"), elsewhere)
    os.symlink(elsewhere, site.path("public/moten"))
    return ["public/moten", "K300"]


@named
def a_word_in_the_members_site(site, change):
    """A word on a page of the members' site"""
    change.output = "../ledamoter"
    change.replace("../ledamoter/arenden/2020-2/index.html", "utlysa", "tillsätta")
    return ["ledamoter/arenden/2020-2/index.html", "utlysa", "tillsätta"]


@named
def on_another_machine(site, change):
    """A page changed, and nobody who remembers the build"""
    shutil.rmtree(os.path.join(site.folder, "cache"))
    change.replace("public/diarium/index.html", "Lokaler", "Lador")
    return ["public/diarium/index.html", "Lador", "K300"]


@named
def an_earlier_site_put_back(site, change):
    """An honest site of an earlier day, from before the last seal, put back"""
    shutil.copytree(site.path("public"), os.path.join(site.folder, "forr"))
    change.replace(RECORD, "mot avslaget", "mot avslagen")
    site.must("seal", MEETING, "--today", "2020-10-02", "--correct", "--reason", "Skrivfel", "--key",
              os.path.join(site.folder, "nyckel"))
    site.build(day="2020-10-02")
    shutil.rmtree(site.path("public"))
    shutil.copytree(os.path.join(site.folder, "forr"), site.path("public"))
    change.day = "2020-10-02"
    return [MANIFEST, "K302", "2020-10-02"]


@named
def the_heads_gone(site, change):
    """All that belongs to the public head gone, and the site built without it"""
    shutil.rmtree(site.path("content/forsegling"))
    rebuild(site, change)
    return [HEADS, "K435"]


@named
def the_log_and_its_head_cut(site, change):
    """The log without its last line, nor the head and the copies that came with it, and the site built"""
    lines = site.read(LOG).split(b"\n")
    change.write(LOG, b"\n".join(lines[:-2]) + b"\n")
    change.remove(f"{HEADS}/{len(lines) - 1}.txt")
    for path in site.files(COPIES):
        if len(os.path.basename(path)) == 64 and os.path.basename(path).encode() not in site.read(LOG):
            change.remove(path)
    rebuild(site, change)
    return [LOG, site.head, "K139"]


@named
def the_keys_period(site, change):
    """A register of keys by which the key was not in force on a line's day"""
    change.write("content/nycklar.txt", f"namn: Kim Alm\nroll: sekreterare\nfrån: 2020-01-01\ntill: 2020-09-20\nnyckel: {PUBLIC}\n")
    return [LOG, "K313", "2020-09-25", "Kim Alm"]


@named
def an_option_in_the_manifest(site, change):
    """An option that was not asked for, in the manifest alone"""
    change.replace(MANIFEST, "\nwith search\n", "\nwith packets search\n")
    return [MANIFEST, "K300"]


@named
def the_posting_day_moved(site, change):
    """The day that the notice went up"""
    change.replace(RECORD, "anslaget: 2020-09-26", "anslaget: 2020-09-25")
    return [RECORD, "2020-09-26", "2020-09-25", "K306"]


@named
def the_notice_gone(site, change):
    """The notice taken out of the record"""
    change.replace(RECORD, "anslaget: 2020-09-26\n", "")
    return [RECORD, "2020-09-26", "K306"]


@named
def the_log_made_anew(site, change):
    """The whole log made anew with another key, from changed papers, and the site built"""
    anew(site, change, "annan")
    return [LOG, "K133", "K139"]


@named
def the_log_made_anew_unsigned(site, change):
    """The whole log made anew without a key"""
    anew(site, change, None)
    return [LOG, "K133", "K139"]


@named
def the_logs_last_line_cut(site, change):
    """The log without its last line"""
    lines = site.read(LOG).split(b"\n")
    change.write(LOG, b"\n".join(lines[:-2]) + b"\n")
    return [LOG, "K139"]


@named
def another_program_in_the_manifest(site, change):
    """A page changed, and another program's name in the manifest so that nobody makes it again"""
    change.replace("public/diarium/index.html", "Lokaler", "Lador")
    change.replace(MANIFEST, "by klubba ", "by klubba 7")
    return [MANIFEST, "K303", "K300"]


@named
def no_manifest(site, change):
    """The manifest gone"""
    change.remove(MANIFEST)
    return [MANIFEST, "K301"]


@named
def a_day_to_come(site, change):
    """A site that says it was built for a day to come"""
    change.replace(MANIFEST, f"day {TODAY}", "day 2020-12-24")
    return [MANIFEST, "2020-12-24", "K302"]


@named
def a_day_before_the_seal(site, change):
    """A site that says it was built before the last seal"""
    change.replace(MANIFEST, f"day {TODAY}", "day 2020-09-12")
    return [MANIFEST, "2020-09-12", "K302"]


@named
def tampered_while_a_draft_is_written(site, change):
    """A page changed on the day that somebody works on another text"""
    change.replace("content/sidor/om.md", "tre medlemmar", "fyra medlemmar")
    change.replace("public/diarium/index.html", "Lokaler", "Lador")
    return ["public/diarium/index.html", "K300", "K304", "content/sidor/om.md"]


def rebuild(site, change):
    for path in site.files("public"):
        change.keep(path)
    before = set(site.files("public"))
    site.build()
    for path in set(site.files("public")) - before:
        change.before[path] = None


def anew(site, change, key):
    for path in site.files(COPIES) + site.files("public"):
        change.keep(path)
    for path in site.files(COPIES):
        change.remove(path)
    # Whoever makes the log anew takes its heads away too: they would not fit it.
    for path in site.files("content/forsegling"):
        change.keep(path)
        change.remove(path)
    change.remove(LOG)
    change.remove(RECORD)
    change.replace("content/arenden/2020-1/arende.md", "90 000", "190 000")
    key = [] if key is None else ["--key", os.path.join(site.folder, key)]
    site.must("seal", MEETING, "--today", "2020-09-11", *key)
    change.write(RECORD, MINUTES)
    site.must("seal", MEETING, "--today", "2020-09-25", *key)
    site.must("seal", MEETING, "--today", "2020-09-28", *key)
    before = set(change.before)
    site.build()
    for path in set(site.files("public") + site.files(COPIES)) - before:
        change.before[path] = None


def fault(site, names, every=False, output="public", day=TODAY):
    """Why a change was not found and named; None where it was."""
    told = site.verify(output=output, day=day)
    if told.returncode not in (0, 1):
        return f"exit status {told.returncode}: {told.stderr[-300:]}"
    lines = [line for line in told.stderr.splitlines() if "[K" in line]
    if told.returncode == 0:
        return "not found"
    shown = "\n".join(lines)
    if every and not all(name in shown for name in names) or not any(name in shown for name in names):
        return f"not named by {names}: {shown[:400]}"
    return None


def worker(arguments):
    klubba, seeds, folder, number = arguments
    site = SealedSite(klubba, os.path.join(folder, str(number)))
    faults, counts = [], {}
    if (why := fault(site, [])) != "not found":
        return [("untouched", why)], {}
    for seed in seeds:
        change = Change(site)
        chance = random.Random(seed)
        kind = chance.choices([kind for kind, _ in KINDS], [weight for _, weight in KINDS])[0]
        try:
            what, names = kind(site, chance, change)
            why = fault(site, names)
        finally:
            change.restore()
        counts[kind.__name__] = counts.get(kind.__name__, 0) + 1
        if why:
            faults.append((f"{seed}: {what}", why))
    if (why := fault(site, [])) != "not found":
        faults.append(("put back", why))
    return faults, counts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("klubba")
    parser.add_argument("--changes", type=int, default=1000)
    parser.add_argument("--from", dest="first", type=int, default=1)
    parser.add_argument("--only", help="one named attack")
    options = parser.parse_args()
    began = time.monotonic()
    klubba = os.path.abspath(options.klubba)
    folder = tempfile.mkdtemp(prefix="klubba-angrepp-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
    faults = []
    try:
        # One by one, each on a site of its own: some build and seal.
        for name, attack in NAMED.items():
            if options.only not in (None, name):
                continue
            site = SealedSite(klubba, os.path.join(folder, name))
            change = Change(site)
            why = fault(site, attack(site, change), every=True, output=change.output, day=change.day)
            print(f"{'not found' if why else 'found':10} {attack.__doc__}")
            if why:
                faults.append((name, why))
            shutil.rmtree(os.path.join(folder, name))
        count = max(1, min(os.cpu_count() or 1, options.changes))
        seeds = range(options.first, options.first + (0 if options.only else options.changes))
        counts = {}
        with multiprocessing.Pool(count) as pool:
            for found, some in pool.imap_unordered(
                    worker, [(klubba, list(seeds)[n::count], folder, n) for n in range(count)] if seeds else []):
                faults += found
                for kind, number in some.items():
                    counts[kind] = counts.get(kind, 0) + number
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for what, why in sorted(faults)[:40]:
        print(f"{what}\n    {why}")
    told = ", ".join(f"{number} {kind.replace('in_', 'in the ')}" for kind, number in sorted(counts.items()))
    print(f"{sum(counts.values())} changes ({told}): {len(faults)} not found, {time.monotonic() - began:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
