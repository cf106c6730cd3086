#!/usr/bin/env python3
"""Large files through `klubba import`, made here from made-up words: times, and whether a packet is cut where it was put
together.

    pages.py KLUBBA        1,000 texts; a text PDF of 200 pages; a packet of 200 pages; two scanned pages
"""
import json, os, random, shutil, subprocess, sys, tempfile, time

dice = random.Random(7)
WORDS = ("förbundet insatsen deltagarna kommunen arbetet planen hösten mötet stödet samtalet gruppen praktiken vägledaren "
         "kontakten lokalen resan kursen uppföljningen samverkan handläggaren").split()
VERBS = "ger visar kräver följer stärker prövar minskar ökar leder bär".split()


def sentence():
    return " ".join([dice.choice(WORDS).capitalize(), dice.choice(VERBS), dice.choice(WORDS), "och",
                     dice.choice(VERBS), dice.choice(WORDS), "i", dice.choice(WORDS)]) + "."


def prose(lines): return [sentence() for _ in range(lines)]


class PDF:
    """Pages of lines: (x, y from the top, size, text)."""

    def __init__(self): self.pages = []

    def page(self, lines): self.pages.append(lines)

    def write(self, path, pictures=None):
        objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"",
                   b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
                   b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"]
        kids = []
        for number, lines in enumerate(self.pages):
            drawn = b""
            if pictures:
                width, height, data = pictures[number]
                objects.append(b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 "
                               b"/Filter /DCTDecode /Length %d >>\nstream\n" % (width, height, len(data)) + data + b"\nendstream")
                resources = b"/XObject << /Im %d 0 R >>" % len(objects)
                drawn = b"q 595 0 0 842 0 0 cm /Im Do Q"
            else:
                resources = b"/Font << /F1 3 0 R /F2 4 0 R >>"
                for x, y, size, text in lines:
                    escaped = text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
                    drawn += b"BT /F%d %d Tf %d %d Td (%s) Tj ET\n" % (2 if size > 12 else 1, size, x, 842 - y, escaped)
            objects.append(b"<< /Length %d >>\nstream\n" % len(drawn) + drawn + b"\nendstream")
            objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << " + resources
                           + b" >> /Contents %d 0 R >>" % len(objects))
            kids.append(len(objects))
        objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % k for k in kids))
        out, places = b"%PDF-1.5\n", []
        for number, body in enumerate(objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
        out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
        open(path, "wb").write(out)


def text_page(lines, top=150): return [(70, top + 15 * n, 11, text) for n, text in enumerate(lines)]


def memorandum(pdf, number, title, range_, pages):
    """An ärende of some pages, each with "Sida 1 (3)" in its head."""
    for page in range(1, pages + 1):
        head = [(70, 50, 11, f"Dnr {number}"), (450, 50, 11, f"Sida {page} ({pages})")]
        if page > 1:
            pdf.page(head + text_page(prose(36), 90))
            continue
        pdf.page(head + [(70, 66, 11, "FS 260918"), (70, 82, 11, f"Bilaga {range_}"), (70, 120, 16, title),
                         (70, 160, 14, "Förslag till beslut"), (70, 185, 11, "Förbundsstyrelsen föreslås besluta"),
                         (70, 210, 11, f"att bevilja {dice.randrange(10, 900)} 000 kronor"), (70, 240, 14, "Ärendet")]
                 + text_page(prose(30), 265))


def packet(path, pages=200):
    """A kallelse, then ärenden with their bilagor behind dividers; what it is cut into."""
    pdf, cut, matters = PDF(), [], []
    while sum(m[2] + sum(1 + a for a in m[3]) for m in matters) < pages - 1:
        matters.append((f"2026:{40 + len(matters)}", f"{dice.choice(WORDS).capitalize()} och {dice.choice(WORDS)} nummer {len(matters) + 1}",
                        dice.randrange(1, 5), [dice.randrange(1, 12) for _ in range(dice.randrange(0, 3))]))
    rows = [(70, 60, 16, "Kallelse till förbundsstyrelsen"), (70, 100, 11, "Tid: fredagen den 18 september 2026, klockan 13.00"),
            (70, 120, 11, "Plats: Kansliet"), (70, 150, 11, "1. Mötets öppnande")]
    rows += [(70, 165 + 15 * n, 11, f"{n + 2}. {m[1]}, dnr {m[0]}") for n, m in enumerate(matters)]
    pdf.page(rows)
    cut.append(("kallelse", [1, 1], None))
    for first, (number, title, length, papers) in enumerate(matters, 1):
        start = len(pdf.pages) + 1
        memorandum(pdf, number, title, f"{first} - {first}.{len(papers)}" if papers else f"{first}", length)
        cut.append(("arende", [start, len(pdf.pages)], None))
        for second, extra in enumerate(papers, 1):
            start = len(pdf.pages) + 1
            pdf.page([(70, 300, 20, f"Bilaga {first}.{second}"), (70, 340, 14, f"Rapport om {dice.choice(WORDS)}")])
            for _ in range(extra): pdf.page([(70, 80, 16, sentence())] + text_page(prose(38), 110))
            cut.append(("bilaga", [start, len(pdf.pages)], number))
    pdf.write(path)
    return cut, len(pdf.pages)


def klubba(program, folder, *words):
    start = time.time()
    done = subprocess.run([program, "import", *words], cwd=folder, capture_output=True, text=True)
    return done, time.time() - start


def main():
    program, work = os.path.abspath(sys.argv[1]), tempfile.mkdtemp()
    wrong = 0

    os.makedirs(os.path.join(work, "texter"))
    for n in range(1000):
        lines = [f"Dnr 2025:{n}", "FS 250918", "", f"{dice.choice(WORDS).capitalize()} {n}", "", "Förslag till beslut", "",
                 "Förbundsstyrelsen föreslås besluta", "", f"att bevilja {n} 000 kronor", "", "Ärendet", ""] + prose(25)
        open(os.path.join(work, "texter", f"{n}.txt"), "w").write("\n".join(lines) + "\n")
    done, taken = klubba(program, work, "texter", "--no-original")
    print(f"1,000 texts: {taken:.1f} s, status {done.returncode}")

    one = PDF()
    for n in range(200): one.page([(70, 50, 11, "Rapport om arbetet"), (500, 50, 11, f"{n + 1} (200)"), (70, 100, 14, sentence())] + text_page(prose(40)))
    one.write(os.path.join(work, "rapport.pdf"))
    done, taken = klubba(program, work, "rapport.pdf", "--dry-run", "--format", "json")
    read = json.loads(done.stdout)[0]
    print(f"a text PDF of 200 pages: {taken:.1f} s, status {done.returncode}, {read['sidor']} pages, {len(read['delar'])} parts")
    wrong += len(read["delar"])

    cut, pages = packet(os.path.join(work, "utskick.pdf"))
    done, taken = klubba(program, work, "utskick.pdf", "--dry-run", "--format", "json")
    found = [(p["kind"], p["sidor"], p["till"]) for p in json.loads(done.stdout)[0]["delar"]]
    missed = [c for c in cut if not any(f[1] == c[1] and (f[0] == c[0] or c[0] == "bilaga") and f[2] == c[2] for f in found)]
    print(f"a packet of {pages} pages: {taken:.1f} s, {len(cut)} parts, {len(found)} found, {len(missed)} not as put together {missed[:4]}")
    wrong += len(missed)

    if shutil.which("tesseract") and shutil.which("pdftoppm"):
        two = PDF()
        memorandum(two, "2026:7", "Köp av cyklar", "6", 2)
        two.write(os.path.join(work, "ren.pdf"))
        subprocess.run(["pdftoppm", "-r", "150", "-gray", "-jpeg", "ren.pdf", "bild"], cwd=work, check=True)
        pictures = []
        for name in sorted(n for n in os.listdir(work) if n.startswith("bild")):
            data = open(os.path.join(work, name), "rb").read()
            at = data.index(b"\xff\xc0") + 5
            pictures.append((int.from_bytes(data[at + 2:at + 4], "big"), int.from_bytes(data[at:at + 2], "big"), data))
        two.write(os.path.join(work, "skannad.pdf"), pictures)
        done, taken = klubba(program, work, "skannad.pdf", "--dry-run", "--format", "json")
        read = json.loads(done.stdout)[0]
        print(f"2 scanned pages: {taken:.1f} s, {read['tolkad']}, dnr {read['dnr']}, {read['forslag']['clauses']}")
        wrong += read["dnr"] != "2026:7"
    shutil.rmtree(work)
    sys.exit(1 if wrong else 0)


main()
