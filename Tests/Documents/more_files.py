"""Files for measure.py whose words lie where nobody looks: layers, earlier savings, packed parts, pictures in letters."""

import email.message
import gzip
import io
import tarfile
import zipfile


def pdf_bytes(objects):
    """A PDF of these objects; the first is the catalogue."""
    data, places = b"%PDF-1.5\n", []
    for index, body in enumerate(objects):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (index + 1, body if isinstance(body, bytes) else body.encode("latin-1"))
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def stream(head, content):
    content = content.encode("latin-1")
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head.encode(), len(content), content)


# Digits and a dash under other numbers than ASCII's: only a program that reads typefaces knows them.
ALPHABET = ("/Encoding << /Type /Encoding /Differences [1 /zero /one /two /three /four /five /six /seven /eight /nine /hyphen] >>")


def coded(number):
    return "<" + "".join("0B" if sign == "-" else f"{int(sign) + 1:02X}" for sign in number) + "> Tj"


def layers(bench, new):
    n = new()
    say = lambda x, y, place: f"BT /F 12 Tf {x} {y} Td {coded(n(place))} ET "
    content = ("BT /G 12 Tf 100 700 Td (En sida med vanlig text som alla ser) Tj ET " + say(9000, 600, "outside the page")
               + "/OC /L BDC " + say(100, 600, "layer that is off") + "EMC q 0 0 5 5 re W n " + say(100, 500, "under a clip") + "Q "
               + "BT 3 Tr /F 12 Tf 100 450 Td " + coded(n("letters that are not drawn")) + " ET BT 0 Tr ET /X Do " + say(100, 20, "outside the crop"))
    form = say(100, 400, "form in a layer that is off")
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >> /AcroForm << /Fields [10 0 R] >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /CropBox [0 100 595 842] /Contents 4 0 R /Annots [9 0 R 10 0 R] /Resources "
        "<< /Font << /F 5 0 R /G 8 0 R >> /Properties << /L 6 0 R >> /XObject << /X 7 0 R >> >> >>",
        stream("", content), f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica {ALPHABET} >>",
        f"<< /Type /OCG /Name (Lager {n('name of a layer')}) >>",
        stream("/Type /XObject /Subtype /Form /BBox [0 0 600 900] /OC 6 0 R /Resources << /Font << /F 5 0 R >> >>", form),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Se {n('note')}) /T ({n('author of a note')}) >>",
        f"<< /Type /Annot /Subtype /Widget /FT /Tx /T ({n('name of a field')}) /V ({n('value of a field')}) /Rect [0 0 9 9] /P 3 0 R >>",
    ]
    (bench.folder / "lager.pdf").write_bytes(pdf_bytes(objects))
    bench.add(bench.folder / "lager.pdf", "by hand", n)
    # Saved once more with another text: the first is still in it.
    saved = new()
    first = pdf_bytes(objects[:3] + [stream("", f"BT /F 12 Tf 100 300 Td {coded(saved('earlier saving'))} ET")] + objects[4:])
    again = bench.folder / "sparad-igen.pdf"
    start = len(first)
    changed = stream("", "BT /G 12 Tf 100 700 Td (En annan text, som alla ser) Tj ET")
    update = b"4 0 obj\n" + changed + b"\nendobj\n"
    before = int(first.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    again.write_bytes(first + update + b"xref\n4 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
                      % (start, len(objects) + 1, before, start + len(update)))
    bench.add(again, "by hand", saved)


def scans(bench, new, weasyprint):
    folder = bench.folder
    for what, text in (("scan with a stamp", "<p style='position:absolute;top:20px;left:20px'>Inkom 2026-09-18, dnr 2026:30</p>"),):
        n = new()
        n(what)
        (folder / "stampel.html").write_text(f"<style>@page{{margin:0}}</style><body style='margin:0'><img src=skan.png style='width:210mm'>{text}")
        bench.run(weasyprint, folder / "stampel.html", folder / "stampel.pdf")
        bench.add(folder / "stampel.pdf", "WeasyPrint", n)
    n = new()
    n("scan that tesseract has read")
    bench.run("tesseract", folder / "skan.png", folder / "last-av-maskin", "pdf")
    bench.add(folder / "last-av-maskin.pdf", "tesseract", n)


def pictures(bench, new, weasyprint):
    folder = bench.folder
    bench.run("convert", "-size", "300x200", "plasma:", folder / "rena.jpg")
    for ending in ("gif", "tiff", "webp", "heic", "bmp", "svg"):
        n, path = new(), folder / f"andra.{ending}"
        if ending == "heic":
            bench.run("heif-enc", folder / "rena.jpg", "-o", path)
        elif ending == "svg":
            path.write_text(f"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' xmlns:sodipodi='x' sodipodi:docname='{n('name of its file')}.svg'><!-- {n('comment')} -->"
                            f"<title>{n('title')}</title><metadata>{n('metadata')}</metadata><text display='none'>{n('text that is not shown')}</text><text>{n('text')}</text></svg>")
        else:
            bench.run("convert", folder / "rena.jpg", "-set", "comment", n("comment"), path)
        if ending not in ("svg", "bmp"):
            bench.run("exiftool", "-q", "-overwrite_original", f"-xmp:Creator={n('XMP, creator')}", path)
        if ending == "bmp":
            n.places.clear()
        bench.add(path, "ImageMagick, exiftool", n)
    n = new()
    photo = folder / "foto.jpg"
    bench.run("convert", "-size", "300x200", "plasma:", photo)
    bench.run("exiftool", "-q", "-overwrite_original", f"-exif:Artist={n('Exif of a photo in it')}", "-gpslatitude=59", "-gpslatituderef=N", photo)
    (folder / "foto.html").write_text(f"<h1>Rapport</h1><p>{'Vanlig text. ' * 30}</p><img src=foto.jpg width=200>")
    bench.run(weasyprint, folder / "foto.html", folder / "foto.pdf")
    bench.add(folder / "foto.pdf", "WeasyPrint", n)
    for ending in ("docx", "odt", "pptx", "epub"):
        bench.run("pandoc", folder / "foto.html", "--resource-path", folder, "-o", folder / f"foto.{ending}")
        bench.add(folder / f"foto.{ending}", "pandoc", n)
    bench.convert([folder / "foto.docx"], "pdf")
    bench.add(folder / "ut" / "foto.pdf", "LibreOffice", n)


def archives(bench, new):
    folder = bench.folder
    n = new()
    with zipfile.ZipFile(folder / "arkiv2.zip", "w") as archive:
        entry = zipfile.ZipInfo("a.txt")
        entry.comment = n("comment of a file").encode()
        archive.writestr(entry, "x")
        archive.write(folder / "ut" / "text.docx", "brev.docx")
    n.places.update({f"{place}, letter in it": own for path, _, places in bench.files if path.name == "text.docx" for place, own in places.items() if place in ("comment", "author", "text")})
    bench.add(folder / "arkiv2.zip", "Python", n)
    n = new()
    with open(folder / "namn.gz", "wb") as handle, gzip.GzipFile(f"{n('name in its head')}.txt", "wb", fileobj=handle, mtime=0) as packed:
        packed.write(n("file").encode())
    bench.add(folder / "namn.gz", "Python", n)
    for ending, mode in (("tar", "w"), ("tar.gz", "w:gz"), ("tar.xz", "w:xz")):
        n = new()
        with tarfile.open(folder / f"a.{ending}", mode) as archive:
            text = n("file").encode()
            entry = tarfile.TarInfo(f"{n('name of a file')}.txt")
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text))
        bench.add(folder / f"a.{ending}", "Python", n)
    n = new()
    n("cell")
    with zipfile.ZipFile(folder / "bok.xlsb", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.bin", b"\x83\x01\0\0\x9c" + n.places["cell"].encode("utf-16-le"))
    bench.add(folder / "bok.xlsb", "by hand", n)
    for ending, source in (("doc", "text.fodt"), ("xls", "tabell.fods"), ("ppt", "bilder.fodp")):
        bench.convert([folder / source], ending)
        n = new()
        n("all of it")
        bench.add(folder / "ut" / source.replace(source.rsplit(".", 1)[1], ending), "LibreOffice", n)


def texts(bench, new):
    folder = bench.folder
    for name, code in (("utf-16.txt", "utf-16"), ("utf-16le.txt", "utf-16-le"), ("utf-16be.csv", "utf-16-be"), ("utf-32.txt", "utf-32"), ("latin.txt", "latin-1")):
        n = new()
        (folder / name).write_bytes(f"Hej på dig, här står {n('text')} i en lång rad med flera ord.\n".encode(code))
        bench.add(folder / name, "Python", n)
    n = new()
    inner = email.message.EmailMessage()
    inner["From"], inner["Subject"] = "b@example.se", f"Vb {n('subject of a mail in it')}"
    inner.set_content(n("text of a mail in it"))
    mail = email.message.EmailMessage()
    mail["From"], mail["To"], mail["MIME-Version"] = "a@example.se", f'"{n("name of a receiver")}" <b@example.se>', "1.0"
    mail["Subject"] = "Åter"
    mail.set_content("Hej")
    mail.add_attachment(inner)
    mail.add_attachment((folder / "ut" / "text.docx").read_bytes(), maintype="application", subtype="octet-stream", filename="brev.docx")
    text = next(places for path, _, places in bench.files if path.name == "text.docx")["text"]
    n.places["letter in it"] = text
    (folder / "vidare.eml").write_bytes(mail.as_bytes())
    bench.add(folder / "vidare.eml", "Python", n)
    n = new()
    (folder / "sida2.html").write_text(f"<!-- {n('comment')} --><meta name=author content='{n('author')}'><p hidden>{n('hidden')}</p><p>{n('text beside a mark')}<sup>1</sup></p><img alt='{n('alternative text')}'>")
    bench.add(folder / "sida2.html", "by hand", n)


def make(bench, new, weasyprint):
    layers(bench, new)
    scans(bench, new, weasyprint)
    pictures(bench, new, weasyprint)
    archives(bench, new)
    texts(bench, new)
