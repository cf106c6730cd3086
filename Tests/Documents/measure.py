#!/usr/bin/env python3
"""Measures what klubba finds in files of real programs: measure.py KLUBBA [--keep FOLDER]

LibreOffice, WeasyPrint, pandoc, qpdf, exiftool, ImageMagick, zip and Python's mail write files with a personnummer of its own in
every place where words can hide. Each is read as a build reads it. Prints a table: format, place, program, and whether the number
was found, is gone from the published copy, or keeps the file back until a person has looked. Exit 1 where a number is none
of these: it would be published unseen. --keep saves the files, for Tests/Fuzz.
"""

import argparse
import email.message
import html
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib

import more_files


def number(serial):
    """A personnummer of 18 December 1981 with a right check digit."""
    digits = f"811218{serial:03d}"
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(digits))
    return f"811218-{serial:03d}{-total % 10}"


class Numbers:
    """The next unused number, noted by its place."""

    def __init__(self):
        self.places = {}

    def __call__(self, place):
        self.places[place] = number(100 + len(self.places))
        return self.places[place]


ODF = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
       'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
       'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
       'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
       'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
       'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"')


def flat(kind, meta, styles, body):
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {ODF} office:mimetype="application/vnd.oasis.opendocument.{kind}">'
            f"<office:meta>{meta}</office:meta>{styles}<office:body>{body}</office:body></office:document>")


def meta(n):
    return (f"<dc:title>{n('title')}</dc:title><dc:creator>{n('last author')}</dc:creator><meta:initial-creator>{n('author')}</meta:initial-creator>"
            f"<dc:subject>{n('subject')}</dc:subject><meta:keyword>{n('keyword')}</meta:keyword><dc:description>{n('description')}</dc:description>"
            f'<meta:user-defined meta:name="Egen">{n("own property")}</meta:user-defined>')


def note(n, place):
    return (f"<office:annotation><dc:creator>{n(place + ', author')}</dc:creator><dc:date>2026-01-01T00:00:00</dc:date>"
            f"<text:p>{n(place)}</text:p></office:annotation>")


def text_document(n, hidden):
    styles = ('<office:styles><style:style style:name="Standard" style:family="paragraph"/></office:styles><office:automatic-styles>'
              '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
              '<style:style style:name="W" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>'
              '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
              '<style:page-layout style:name="L"><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>'
              f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"><style:header><text:p>{n("header")}</text:p></style:header>'
              f'<style:footer><text:p>{n("footer")}</text:p></style:footer></style:master-page></office:master-styles>')
    split = n("text, part of it bold")
    body = (f'<office:text><text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>A</dc:creator>'
            f"<dc:date>2026-01-01T00:00:00</dc:date></office:change-info><text:p>{n('tracked deletion')}</text:p></text:deletion></text:changed-region></text:tracked-changes>"
            f"<text:p>{n('text')}</text:p><text:p>{split[:8]}<text:span text:style-name=\"B\">{split[8:]}</text:span></text:p>"
            f'<text:p>Kvar <text:change text:change-id="c1"/> text{note(n, "comment")}</text:p>'
            f'<text:p>White <text:span text:style-name="W">{n("white text")}</text:span></text:p>'
            f'<text:p>Not<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>{n("footnote")}</text:p></text:note-body></text:note></text:p>'
            f'<text:p>Ram <draw:frame draw:name="{n("name of a frame")}" text:anchor-type="as-char" svg:width="5cm" svg:height="2cm"><draw:text-box><text:p>{n("text box")}</text:p></draw:text-box></draw:frame></text:p>'
            f'<text:p><text:a xlink:href="https://example.se/{n("address of a link")}">länk</text:a> <text:bookmark text:name="{n("bookmark")}"/></text:p>'
            + (f'<text:p>Dold <text:span text:style-name="H">{n("hidden text")}</text:span></text:p>' if hidden else "")
            + f"<table:table><table:table-column/><table:table-row><table:table-cell><text:p>{n('table')}</text:p></table:table-cell></table:table-row></table:table></office:text>")
    return flat("text", meta(n), styles, body)


def workbook(n, hidden):
    styles = ('<office:automatic-styles><style:style style:name="T" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>')
    cell = '<table:table-cell office:value-type="string">{}<text:p>{}</text:p></table:table-cell>'
    rows = (f"<table:table-row>{cell.format('', n('cell'))}{cell.format(note(n, 'comment'), 'Text')}</table:table-row>"
            f'<table:table-row><table:table-cell table:formula="of:=&quot;{n("formula")}&quot;" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>')
    more = ""
    if hidden:
        rows += f'<table:table-row table:visibility="collapse">{cell.format("", n("hidden row"))}</table:table-row>'
        more = f'<table:table table:name="Dold" table:style-name="T"><table:table-column/><table:table-row>{cell.format("", n("hidden sheet"))}</table:table-row></table:table>'
    return flat("spreadsheet", meta(n), styles,
                f'<office:spreadsheet><table:table table:name="Blad {n("name of a sheet")}"><table:table-column table:number-columns-repeated="2"/>{rows}</table:table>{more}</office:spreadsheet>')


def slides(n, hidden):
    styles = ('<office:styles/><office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout>'
              '<style:style style:name="D" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style></office:automatic-styles>'
              '<office:master-styles><style:master-page style:name="M" style:page-layout-name="L"/></office:master-styles>')
    frame = '<draw:frame svg:width="20cm" svg:height="3cm" svg:x="1cm" svg:y="1cm"><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>'
    notes = f'<presentation:notes><draw:frame presentation:class="notes" svg:width="15cm" svg:height="10cm" svg:x="2cm" svg:y="14cm"><draw:text-box><text:p>{n("notes")}</text:p></draw:text-box></draw:frame></presentation:notes>'
    outside = frame.replace('svg:x="1cm"', 'svg:x="80cm"').format(n("outside the slide"))
    pages = f'<draw:page draw:name="Ett" draw:master-page-name="M">{frame.format(n("slide"))}{outside}{notes}</draw:page>'
    if hidden:
        pages += f'<draw:page draw:name="Dold" draw:style-name="D" draw:master-page-name="M">{frame.format(n("hidden slide"))}</draw:page>'
    return flat("presentation", meta(n), styles, f"<office:presentation>{pages}</office:presentation>")


def run(*words, **options):
    return subprocess.run([str(word) for word in words], capture_output=True, **options)


class Bench:
    run = staticmethod(run)

    def __init__(self, folder):
        self.folder, self.files = folder, []

    def add(self, path, program, numbers):
        path = pathlib.Path(path)
        if path.is_file() and path.stat().st_size:
            self.files.append((path, program, dict(numbers.places)))
        else:
            print(f"not made: {path.name} ({program})", file=sys.stderr)

    def convert(self, sources, ending):
        run("soffice", f"-env:UserInstallation=file://{self.folder}/profil", "--headless", "--convert-to", ending, "--outdir",
            self.folder / "ut", *sources, timeout=300)


def office(bench):
    made = {}
    for name, make, endings, source in [("text", text_document, ["odt", "docx", "rtf"], "fodt"), ("tabell", workbook, ["ods", "xlsx"], "fods"),
                                        ("bilder", slides, ["odp", "pptx"], "fodp")]:
        for hidden in (False, True):
            n = Numbers()
            path = bench.folder / f"{name}{'-dolt' if hidden else ''}.{source}"
            path.write_text(make(n, hidden))
            if hidden:
                # What the other file has not.
                n.places = {place: own for place, own in n.places.items() if "hidden" in place}
            for ending in endings:
                made.setdefault(ending, []).append((path, n))
    for ending, sources in made.items():
        bench.convert([path for path, _ in sources], ending)
        for path, n in sources:
            bench.add(bench.folder / "ut" / f"{path.stem}.{ending}", "LibreOffice", n)


def pdf(bench, weasyprint):
    n, folder = Numbers(), bench.folder
    page = (f"<html><head><meta charset=utf-8><title>{n('title')}</title><meta name=author content='{n('author')}'><meta name=keywords content='{n('keyword')}'></head>"
            f"<body><h1>{n('bookmark and heading')}</h1><p>{n('text')}</p><p>{n('text, part of it bold')[:8]}<b>{list(n.places.values())[-1][8:]}</b></p>"
            f"<p style='color:white'>{n('white text')}</p><div style='position:absolute;left:-900px'>{n('outside the page')}</div>"
            f"<p style='position:absolute;top:300px'>{n('under a black box')}</p><div style='position:absolute;top:290px;width:400px;height:60px;background:black'></div>"
            f"<p><a href='https://example.se/{n('address of a link')}'>länk</a></p><p>{'Vanlig text. ' * 30}</p></body></html>")
    (folder / "sida.html").write_text(page)
    run(weasyprint, folder / "sida.html", folder / "sida.pdf")
    bench.add(folder / "sida.pdf", "WeasyPrint", n)
    n = Numbers()
    name = folder / f"bilaga {n('name of a file in it')}.txt"
    name.write_text(n("file in it"))
    run("qpdf", folder / "sida.pdf", "--add-attachment", name, "--", folder / "bifogat.pdf")
    bench.add(folder / "bifogat.pdf", "qpdf", n)
    # A scan: a clean page, and one with handwriting on it.
    for what, extra in (("clean scan", ""), ("scan with a scribble", "<svg style='position:absolute;top:500px' width=600 height=200><path d='M10 80 C 40 10, 65 10, 95 80 S 150 150, 180 80 S 300 10 350 120 S 500 20 580 90' stroke=black stroke-width=7 fill=none></path></svg>")):
        n = Numbers()
        text = f"<html><meta charset=utf-8><body style='font:14pt sans-serif'><p>Styrelsen behandlade ansökan från {n(what)} och beslutade att godkänna den enligt förslaget.</p>{extra}</body></html>"
        (folder / "skan.html").write_text(text)
        run(weasyprint, folder / "skan.html", folder / "skan0.pdf")
        run("pdftoppm", "-r", "200", "-png", "-singlefile", folder / "skan0.pdf", folder / "skan")
        (folder / "skan.html").write_text("<html><head><style>@page{margin:0}</style></head><body style='margin:0'><img src=skan.png style='width:210mm'></body></html>")
        path = folder / f"{what.replace(' ', '-')}.pdf"
        run(weasyprint, folder / "skan.html", path)
        bench.add(path, "WeasyPrint, pdftoppm", n)
    n = Numbers()
    run("qpdf", "--encrypt", "hemligt", "hemligt", "256", "--", folder / "sida.pdf", folder / "last.pdf")
    n("with a password")
    bench.add(folder / "last.pdf", "qpdf", n)


def others(bench):
    folder = bench.folder
    n = Numbers()
    (folder / "text.md").write_text(f"---\ntitle: {n('title')}\nauthor: {n('author')}\n---\n\nText {n('text')}.[^1]\n\n[^1]: {n('footnote')}\n")
    run("pandoc", folder / "text.md", "-o", folder / "pandoc.docx")
    bench.add(folder / "pandoc.docx", "pandoc", n)
    for ending in ("jpg", "png"):
        n = Numbers()
        path = folder / f"bild.{ending}"
        run("convert", "-size", "300x200", "plasma:", path)
        tags = {"exif:Artist": "Exif, artist", "exif:ImageDescription": "Exif, description", "xmp:Creator": "XMP, creator"}
        if ending == "jpg":
            tags |= {"iptc:Caption-Abstract": "IPTC, caption", "comment": "comment"}
        run("exiftool", "-q", "-overwrite_original", *[f"-{tag}={n(place)}" for tag, place in tags.items()], path)
        bench.add(path, "ImageMagick, exiftool", n)
    n = Numbers()
    path = folder / "visar.png"
    run("convert", "-size", "900x200", "xc:white", "-pointsize", "40", "-annotate", "+20+100", f"Sökande {n('shown in the picture')} i dag", path)
    bench.add(path, "ImageMagick", n)
    n = Numbers()
    mail = email.message.EmailMessage()
    mail["From"], mail["To"] = "a@example.se", "b@example.se"
    mail["Subject"] = f"Åter {n('subject')}"
    mail.set_content(f"Hej å {n('text')}\n")
    mail.add_alternative(f"<p>{n('HTML')[:6]}<b>{list(n.places.values())[-1][6:]}</b></p>", subtype="html")
    mail.add_attachment(n("attachment").encode(), maintype="text", subtype="plain", filename=f"a {n('name of an attachment')}.txt")
    (folder / "brev.eml").write_bytes(mail.as_bytes())
    bench.add(folder / "brev.eml", "Python", n)
    n = Numbers()
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", n("file in a file"))
    with zipfile.ZipFile(folder / "arkiv.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = n("comment of the archive").encode()
        archive.writestr(f"{n('name of a file')}.txt", n("file"))
        archive.writestr("in.zip", inner.getvalue())
    bench.add(folder / "arkiv.zip", "Python", n)


def unpacked(data, depth=0):
    """All bytes of a file, and of what is packed in it."""
    yield data
    if data[:4] == b"PK\x03\x04" and depth < 4:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive.comment
            for name in archive.namelist():
                yield name.encode()
                yield from unpacked(archive.read(name), depth + 1)
    elif data[:5] == b"%PDF-":
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(data)
            file.flush()
            yield run("pdftotext", "-q", file.name, "-").stdout
            # Layers on, and room around the pages.
            bare = run("qpdf", "--qdf", "--object-streams=disable", "--warning-exit-0", file.name, "-").stdout
            for name in (b"CropBox", b"OCProperties"):
                bare = bare.replace(b"/" + name, b"/X" + name[1:])
            bare = re.sub(rb"/MediaBox\s*\[[^\]]*\]", lambda box: b"/MediaBox [-99999 -99999 99999 99999]".ljust(len(box.group(0))), bare)
            yield bare
            with tempfile.NamedTemporaryFile(suffix=".pdf") as wide:
                wide.write(bare)
                wide.flush()
                yield run("pdftotext", "-q", wide.name, "-").stdout
            yield run("pdfinfo", "-meta", file.name).stdout
            yield run("pdfinfo", file.name).stdout
        for part in data.split(b"stream")[1:]:
            try:
                yield zlib.decompressobj().decompress(part.lstrip(b"\r\n"))
            except zlib.error:
                pass


def holds(data, own):
    """Whether the digits are there, in one piece or in pieces of markup."""
    text = own.encode()
    for part in unpacked(data):
        plain = html.unescape(re.sub(rb"<[^>]*>", b"", part).decode("utf-8", "replace")).encode()
        if any(form in part or form in plain for form in (text, text.replace(b"-", b""))):
            return True
    return False


# What nothing here could find in a file: pictures of letters, what is locked, what no program here reads.
UNREADABLE = ("scan", "clean scan", "with a password", "shown in the picture", "all of it", "cell in")


def judge(bench, klubba, tools):
    rows, unseen = [], 0
    for path, program, places in bench.files:
        copy, text = bench.folder / "kopia", bench.folder / "utskrift"
        for old in (copy, text):
            old.unlink(missing_ok=True)
        said = run(klubba, "--read-document", path, path.name, copy, "111", text, *tools, timeout=300).stdout.decode()
        lines = [line.split("\t") for line in said.splitlines()]
        if lines[-1:] != [["klar"]]:
            print(f"{path.name}: {said}", file=sys.stderr)
        left = [line[1:] for line in lines if line[0] == "oläst"]
        digits = {kind: {line[1].zfill(10) for line in lines if line[0] == kind} for kind in ("personnummer", "borta")}
        published = copy.read_bytes() if copy.exists() else path.read_bytes()
        for place, own in places.items():
            plain = own.replace("-", "")
            found = plain in digits["personnummer"] | digits["borta"] or f"19{plain}" in digits["personnummer"]
            is_unreadable = place.startswith(UNREADABLE)
            is_there = is_unreadable or holds(path.read_bytes(), own)
            if not is_there and not found and not left:
                continue  # Its program left it out.
            gone = is_there and not is_unreadable and not holds(published, own)
            # What a picture shows is for a person to look at, as the handbook says.
            is_safe = found or gone or bool(left) or place == "shown in the picture"
            unseen += not is_safe
            rows.append((path.suffix[1:], place, program, "yes" if found else "no", "yes" if gone else "no",
                         "held back" if left else ("" if is_safe else "**published unseen**")))
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    for row in [("format", "place", "program", "found", "gone", "")] + rows:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")
    print(f"{len(rows)} places in {len(bench.files)} files: {sum(row[3] == 'yes' for row in rows)} found, "
          f"{sum(row[4] == 'yes' for row in rows)} gone from the copy, {sum(row[5] == 'held back' for row in rows)} in files held back, {unseen} published unseen")
    return unseen


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("klubba")
    parser.add_argument("--keep")
    options = parser.parse_args()
    klubba = os.path.abspath(options.klubba)
    cleaner = os.path.join(os.path.dirname(klubba), "klubba-pdf")
    # In the order of DocumentTools.
    tools = [shutil.which(tool) or "" for tool in ("pdftotext", "pdfimages", "pdffonts", "qpdf")]
    tools += [cleaner if os.access(cleaner, os.X_OK) else ""]
    tools += [shutil.which("pdfsig") or ""]
    weasyprint = os.environ.get("KLUBBA_WEASYPRINT") or shutil.which("weasyprint") or "weasyprint"
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(pathlib.Path(folder))
        office(bench)
        pdf(bench, weasyprint)
        others(bench)
        more_files.make(bench, Numbers, weasyprint)
        if options.keep:
            os.makedirs(options.keep, exist_ok=True)
            for path, *_ in bench.files:
                shutil.copy(path, options.keep)
        if os.environ.get("KLUBBA_TOOLS"):
            tools = tools[: int(os.environ["KLUBBA_TOOLS"])]
        return 1 if judge(bench, klubba, tools) else 0


if __name__ == "__main__":
    sys.exit(main())
