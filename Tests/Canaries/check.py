#!/usr/bin/env python3
"""Looks for words that an audience may not see in every byte of every output, and proves that it would find them.

    check.py PATH_TO_KLUBBA

A site has a word of its own in every place that an audience may not see. It is built for the public and for the members,
with packets (where WeasyPrint is there) and zip archives, and packed for an archive; everything packed is unpacked, to the last stream of a PDF and the
last part of an Office file. No word may be anywhere.

Then the mutants: the same site with everything open. Channel by channel its files take the place of the closed site's, as if
the gate had let that one channel through, and the same search has to find each word that the table says belongs there.
A channel whose mutant nothing finds would have a search without teeth. Exit status 1 for either.
"""
import gzip
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
import zlib

TODAY = "2031-03-22"

# A word, where it stands, who may see it, and the channels that show it once all is open.
PAGE, SEARCH, FEED, TABLE, OPARL, ZIP, PACKET, FILE, NAME, ICS, MAP, LIST = (
    "page", "search", "feed", "table", "oparl", "zip", "packet", "file", "name", "calendar", "sitemap", "manifest")
PACKAGE = "archive package"
MEMBERS, NOBODY = "members", "nobody"
WORDS = [
    ("medltitelx", "the title of a members' ärende", MEMBERS, [PAGE, SEARCH, TABLE, OPARL, PACKET, ZIP, ICS, FEED]),
    ("medlsatsx", "a clause of it", MEMBERS, [PAGE, SEARCH, PACKET, ZIP, TABLE, FEED, OPARL]),
    ("medltextx", "its text", MEMBERS, [PAGE, SEARCH, PACKET, ZIP]),
    ("medlmanx", "its case officer", MEMBERS, [PAGE, SEARCH, PACKET, TABLE, ZIP]),
    ("medlunderlagx", "its bilaga, a text", MEMBERS, [PAGE, SEARCH, PACKET, ZIP]),
    ("medlnamnx", "the name of a file of it", MEMBERS, [NAME, PAGE, LIST, ZIP, PACKET, OPARL, SEARCH]),
    ("medlinnehallx", "what that file says", MEMBERS, [FILE, SEARCH, ZIP, PACKET]),
    ("medlparagrafx", "its § of the record", MEMBERS, [PAGE, SEARCH]),
    ("2031-7777", "its dnr, and its address", MEMBERS, [PAGE, NAME, MAP, LIST, TABLE, OPARL, PACKET, FEED, ZIP, SEARCH]),
    ("medllistax", "the title of a members' bilaga in a public ärende's list", MEMBERS, [PAGE, OPARL, PACKET, ZIP, SEARCH]),
    ("medlbilagax", "what that bilaga says", MEMBERS, [PAGE, SEARCH, PACKET, ZIP]),
    ("medlwordx", "a members' Word file of a public ärende", MEMBERS, [FILE, ZIP, PACKET, SEARCH]),
    ("medlplatsx", "the place of a members' meeting", MEMBERS, [PAGE, ICS, TABLE, FEED, OPARL, SEARCH]),
    ("medlpunktx", "a line of its agenda", MEMBERS, [PAGE, ICS, FEED, OPARL, SEARCH]),
    ("medlsidax", "a members' page", MEMBERS, [PAGE, SEARCH]),
    ("hemltitelx", "the title of a secret ärende", NOBODY, [PAGE, SEARCH, TABLE, OPARL, PACKET, ZIP, ICS, FEED]),
    ("hemlsatsx", "a clause of it", NOBODY, [PAGE, SEARCH, PACKET, ZIP, TABLE, FEED, OPARL]),
    ("hemltextx", "its text", NOBODY, [PAGE, SEARCH, PACKET, ZIP]),
    ("hemlunderlagx", "its bilaga", NOBODY, [PAGE, SEARCH, PACKET, ZIP]),
    ("hemlparagrafx", "its § of the record", NOBODY, [PAGE, SEARCH]),
    ("hemlbilagax", "a secret bilaga of a public ärende", NOBODY, [PAGE, SEARCH, PACKET, ZIP]),
    ("utkasttitelx", "the title of a draft", NOBODY, [PAGE, SEARCH, TABLE, OPARL]),
    ("utkasttextx", "its text", NOBODY, [PAGE, SEARCH]),
    ("senaretitelx", "the title of what is published later", NOBODY, [PAGE, SEARCH, TABLE, OPARL]),
    ("senaretextx", "its text", NOBODY, [PAGE, SEARCH]),
    ("forfattarex", "who wrote a Word file, in its properties", NOBODY, [FILE, ZIP, PACKET]),
    ("kommenterarx", "a comment in it", NOBODY, [FILE, ZIP, PACKET]),
    ("strukenx", "a deletion in it that is tracked", NOBODY, [FILE, ZIP, PACKET]),
    ("kameraordx", "a picture's Exif", NOBODY, [FILE, ZIP]),
]
# The package has the site's own files: all of them, once all is open.
WORDS = [(word, place, readers, kinds + [PACKAGE]) for word, place, readers, kinds in WORDS]
# In no edition whatever is opened: there is nothing to open.
NEVER = {"anteckningx": "a note in a front matter", "kommentarx": "an HTML comment", "dolfilx": "a hidden file",
         "granskatx": "the list of what was looked at", "nyckelnamnx": "the register of keys' comment"}


def matter(head, text, clause):
    return (f"---\n{head}\n---\n\n## Förslag till beslut\n\nFörbundsstyrelsen föreslås besluta\n\n"
            f"- **att** godkänna {clause}\n- **att** avsluta ärendet.\n\n## Ärendet\n\n{text}\n")


def word_file(said):
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{types}.document.main+xml"/>'
        f'<Override PartName="/word/comments.xml" ContentType="{types}.comments+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{r}/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="c" Type="{r}/comments" Target="comments.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0"?><w:document {w}><w:body><w:p><w:r><w:t>{said}</w:t></w:r>'
        '<w:del w:id="1" w:author="A" w:date="2031-01-01T00:00:00Z"><w:r><w:delText>strukenx</w:delText></w:r></w:del></w:p></w:body></w:document>',
        "word/comments.xml": f'<?xml version="1.0"?><w:comments {w}><w:comment w:id="0" w:author="A"><w:p><w:r><w:t>kommenterarx</w:t></w:r></w:p></w:comment></w:comments>',
        "docProps/core.xml": '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>forfattarex</dc:creator></cp:coreProperties>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def picture():
    """A picture of one pixel with an Exif field."""
    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    said = b"kameraordx\0"
    exif = b"II*\0\x08\0\0\0\x01\0" + b"\x0f\x01\x02\0" + len(said).to_bytes(4, "little") + b"\x1a\0\0\0" + b"\0\0\0\0" + said
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])) + chunk(b"eXIf", exif)
            + chunk(b"IDAT", zlib.compress(b"\0\xff\xff\xff")) + chunk(b"IEND", b""))


SITE = {
    "klubba.yml": "organisation: Strandbygdens förbund\nadress: https://handlingar.example.se\n",
    "content/arenden/2031-1/arende.md": matter(
        "# anteckningx\ndnr: 2031:1\ntitel: Lokaler\nfs: 2031-03-28\nbilagor:\n"
        "  - {titel: Underlag, fil: underlag.md}\n  - {titel: Löner medllistax, fil: loner.md, synlighet: ledamöter}\n"
        "  - {titel: Hälsa, fil: halsa.md, synlighet: sekretess}\n  - {titel: Avtal, fil: avtal.docx}\n"
        "  - {titel: Anbud, fil: anbud.docx, synlighet: ledamöter}\n  - {titel: Ritning, fil: ritning.png}",
        "Här står text. <!-- kommentarx -->", "lokalerna"),
    "content/arenden/2031-1/underlag.md": "# Underlag\n\nHär står öppet.\n",
    "content/arenden/2031-1/loner.md": "# Löner\n\nHär står medlbilagax.\n",
    "content/arenden/2031-1/halsa.md": "# Hälsa\n\nHär står hemlbilagax.\n",
    "content/arenden/2031-1/.utkast.md": "dolfilx\n",
    "content/arenden/2031-1/avtal.docx": word_file("Avtalets text"),
    "content/arenden/2031-1/anbud.docx": word_file("medlwordx"),
    "content/arenden/2031-1/ritning.png": picture(),
    "content/arenden/intern/arende.md": matter(
        "dnr: 2031:7777\ntitel: Varsel medltitelx\nfs: [2031-03-07, 2031-03-28]\nhandläggare: Medlmanx\nsynlighet: ledamöter",
        "Här står medltextx.", "medlsatsx"),
    "content/arenden/intern/underlag.md": "# Underlag\n\nHär står medlunderlagx.\n",
    "content/arenden/intern/medlnamnx.txt": "Här står medlinnehallx.\n",
    "content/arenden/hemlig/arende.md": matter(
        "dnr: 2031:3\ntitel: Utredning hemltitelx\nfs: [2031-03-07, 2031-03-28]\nsynlighet: sekretess",
        "Här står hemltextx.", "hemlsatsx"),
    "content/arenden/hemlig/utredning.md": "# Utredning\n\nHär står hemlunderlagx.\n",
    "content/arenden/2031-8.md": matter(
        "dnr: 2031:8\ntitel: Skiss utkasttitelx\nsynlighet: utkast", "Här står utkasttextx.", "skissen"),
    "content/arenden/2031-9.md": matter(
        "dnr: 2031:9\ntitel: Avtal senaretitelx\npubliceras: 2031-04-20", "Här står senaretextx.", "avtalet"),
    "content/moten/fs-2031-03-07.md": "---\nkallelse: 2031-02-28\n---\n",
    "content/moten/fs-2031-03-07.protokoll.md":
        "---\njusterat: 2031-03-14\nanslaget: 2031-03-15\nnärvarande: [N N]\n---\n\n## § 1 Öppnande\n\nMötet öppnas.\n\n"
        "## § 2 2031:7777\n\nHär står medlparagrafx.\n\nBeslut: bifall\n\n## § 3 2031:3\n\nHär står hemlparagrafx.\n\nBeslut: bifall\n",
    "content/moten/fs-2031-03-28.md": "---\nkallelse: 2031-03-20\n---\n",
    "content/moten/fs-2031-04-25.md":
        "---\nkallelse: 2031-03-20\nplats: Hotell medlplatsx\ndagordning: [Medlpunktx]\nsynlighet: ledamöter\n---\n",
    "content/sidor/internt.md": "---\ntitel: Internt\nsynlighet: ledamöter\n---\n\nHär står medlsidax.\n",
    "content/granskade.jsonl": "",
    "content/nycklar.txt": "# nyckelnamnx\n",
}


def opened(name, data):
    """The same with nothing hidden, and no traces removed."""
    if isinstance(data, bytes):
        return data
    if name == "klubba.yml":
        return data + "spår: behåll\n"
    return re.sub(r"\n?(, )?\b(synlighet|publiceras): *[^,\n}]+", "", data)


def unpacked(data, depth=0):
    """A file's bytes and all that is packed in it, by what made them so: (name within, bytes)."""
    yield "", data
    if depth > 4:
        return
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name, name.encode()
                for inner, part in unpacked(archive.read(name), depth + 1):
                    yield f"{name}/{inner}", part
    elif data[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for member in archive:
                yield member.name, member.name.encode()
                for inner, part in unpacked(archive.extractfile(member).read(), depth + 1):
                    yield f"{member.name}/{inner}", part
    elif data[:2] == b"\x1f\x8b":
        yield from unpacked(gzip.decompress(data), depth + 1)
    elif data[:5] == b"%PDF-":
        with tempfile.TemporaryDirectory() as folder:
            source, plain = os.path.join(folder, "in.pdf"), os.path.join(folder, "ut.pdf")
            pathlib.Path(source).write_bytes(data)
            subprocess.run(["qpdf", "--qdf", "--object-streams=disable", "--warning-exit-0", source, plain],
                           capture_output=True, check=True)
            yield "qdf", pathlib.Path(plain).read_bytes()
            for command in (["pdftotext", "-q", source, "-"], ["pdfinfo", "-meta", source], ["pdfinfo", "-dests", source]):
                yield command[0], subprocess.run(command, capture_output=True).stdout
            subprocess.run(["pdfdetach", "-saveall", "-o", folder, source], capture_output=True)
            for path in sorted(pathlib.Path(folder).iterdir()):
                if path.name not in ("in.pdf", "ut.pdf"):
                    yield path.name, path.name.encode()
                    for inner, part in unpacked(path.read_bytes(), depth + 1):
                        yield f"{path.name}/{inner}", part


def channel(name):
    if name == ".klubba-manifest":
        return LIST
    if name.startswith("sok/"):
        return SEARCH
    if name.startswith("oparl/"):
        return OPARL
    if name.startswith("data/"):
        return TABLE
    if name == "sitemap.xml":
        return MAP
    ending = name.rsplit(".", 1)[-1]
    kinds = {"html": PAGE, "xml": FEED, "ics": ICS, "zip": ZIP}
    if ending in kinds:
        return kinds[ending]
    return PACKET if ending == "pdf" and name.startswith("moten/") else FILE


class Output:
    """Files by channel: what each says, in any case of letters."""

    def __init__(self, root):
        self.files = {}
        for path in sorted(root.rglob("*")):
            if path.is_file():
                name = path.relative_to(root).as_posix()
                parts = [part.lower() for _, part in unpacked(path.read_bytes())]
                # UTF-16 has a nought byte beside each letter.
                parts += [part.replace(b"\0", b"") for part in parts if b"\0" in part]
                self.files[name] = parts
        self.channels = {}
        for name, parts in self.files.items():
            self.channels.setdefault(channel(name), {})[name] = parts
        self.channels[NAME] = {name: [name.lower().encode()] for name in self.files}

    def with_channel(self, other, kind):
        """As if the gate let one channel through."""
        mutant = Output.__new__(Output)
        mutant.channels = {**self.channels, kind: other.channels.get(kind, {})}
        return mutant

    def holding(self, word, kinds=None):
        known = word.lower().encode()
        return [(kind, name) for kind, files in self.channels.items() if kinds is None or kind in kinds
                for name, parts in files.items() if any(known in part for part in parts)]


def write(root, change=lambda name, data: data):
    for name, data in SITE.items():
        data = change(name, data)
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())


def build(klubba, site, output, audience, packets):
    words = [klubba, "build", "--site", str(site), "--today", TODAY, "--audience", audience, "--zip", "--output", str(output)]
    # Without LibreOffice an office file goes along as it is in a packet, with all that it may hold.
    environment = dict(os.environ, XDG_CACHE_HOME=str(output) + ".cache", KLUBBA_SOFFICE="")
    result = subprocess.run(words + (["--packets"] if packets else []), capture_output=True, text=True, env=environment)
    if result.returncode:
        sys.exit(f"klubba build for {audience}: {result.returncode}\n{result.stderr}")
    made = Output(output)
    made.channels[PACKAGE] = package(klubba, site, audience, packets, pathlib.Path(f"{output}.arkiv"), environment)
    # The same of a part of the site and in every form, each unpacked to its last file.
    for what in ([], ["2031"], ["fs-2031-03-07"]):
        for form in ("mapp", "tar", "zip", "bag"):
            name = "-".join(what + [form])
            files = package(klubba, site, audience, False, pathlib.Path(f"{output}.{name}"), environment, what + ["--form", form])
            made.channels[PACKAGE] |= {f"{name}: {file}": parts for file, parts in files.items()}
    return made


def package(klubba, site, audience, packets, output, environment, more=()):
    """Each file of an archive package: its name, and what it says."""
    words = [klubba, "archive", *more, "--site", str(site), "--today", TODAY, "--audience", audience, "--output", str(output)]
    result = subprocess.run(words + ([] if packets else ["--no-pdf"]), capture_output=True, text=True, env=environment)
    if result.returncode:
        sys.exit(f"klubba archive for {audience}: {result.returncode}\n{result.stderr}")
    files = Output(output).files
    return {name: parts + [name.lower().encode()] for name, parts in files.items()}


def hidden(audience):
    words = {word: place for word, place, readers, _ in WORDS if readers == NOBODY or audience == "public"}
    return {**words, **NEVER}


def judge(klubba, folder):
    faults = []
    packets = bool(os.environ.get("KLUBBA_WEASYPRINT") or shutil.which("weasyprint"))
    write(folder / "stangd")
    write(folder / "oppen", opened)
    open_site = build(klubba, folder / "oppen", folder / "oppen-ut", "public", packets)
    for word, place in NEVER.items():
        faults += [f"all open: {name} holds {word}, {place}" for _, name in open_site.holding(word)]
    # The table is right: each word is where it says.
    for word, place, _, kinds in WORDS:
        for kind in kinds:
            if kind == PACKET and not packets:
                continue
            if not open_site.holding(word, [kind]):
                faults.append(f"no teeth: with all open {word}, {place}, is in no {kind}")
    for audience in ("public", "members"):
        closed = build(klubba, folder / "stangd", folder / audience, audience, packets)
        words = hidden(audience)
        for word, place in words.items():
            faults += [f"{audience}: {name} ({kind}) holds {word}, {place}" for kind, name in closed.holding(word)]
        killed = 0
        for kind in sorted({kind for *_, kinds in WORDS for kind in kinds}):
            if kind == PACKET and not packets:
                continue
            mutant = closed.with_channel(open_site, kind)
            expected = {word for word, _, _, kinds in WORDS if kind in kinds and word in words}
            found = {word for word in words if mutant.holding(word)}
            if expected - found:
                faults.append(f"{audience}: the mutant of {kind} is not found by {sorted(expected - found)}")
            killed += bool(expected)
        print(f"{audience}: {len(words)} words in no byte of {len(closed.files)} files, "
              f"{sum(len(parts) for parts in closed.files.values())} parts unpacked, "
              f"nor of 13 packages of {len(closed.channels[PACKAGE])} files in all; {killed} channels' mutants found"
              + ("" if packets else "; packets not made: WeasyPrint is missing"))
    return faults


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        faults = judge(os.path.abspath(sys.argv[1]), pathlib.Path(folder))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
