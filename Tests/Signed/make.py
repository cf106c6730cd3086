#!/usr/bin/env python3
"""Makes the signed record of the tests anew: make.py WEASYPRINT PYHANKO FOLDER.

A record as a board prints it, over two pages with a running head, is signed twice (PAdES) with throwaway certificates of
invented people; the second person's certificate has a personnummer (one that tax forms print as an example) in its name and serial number.
Writes protokoll.pdf, and osignerat.pdf without signatures. Run once; the files are fixtures, since each signing gives other bytes.
"""
import pathlib
import subprocess
import sys
import tempfile

weasyprint, pyhanko, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
PAGE = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Protokoll</title><style>
@page { size: A4; margin: 25mm; @top-left { content: "Samordningsförbundet Granån" } @top-right { content: "Sida " counter(page) " (" counter(pages) ")" } }
h2 { font-size: 12pt } .ny { break-before: page }</style></head><body>
<h1>Protokoll</h1><p>Förbundsstyrelsen 2020-09-18</p>
<h2>§ 7 Öppnande</h2><p>Ordföranden öppnar mötet och hälsar alla väl-<br>komna till kansliet.</p>
<h2 class="ny">§ 8 Lokaler, dnr 2020:1</h2><h3>Beslut</h3><p>Förbundsstyrelsen beslutar</p>
<ol><li>att hyra lokalen för högst 90&nbsp;000 kronor – bifall</li><li>att köpa möbler – avslag</li></ol>
<h3>Reservation</h3><p>En ledamot reserverar sig.</p>
<h2>§ 9 Avslutning</h2><p>Mötet avslutas.</p>
<p>Vid protokollet: Kim Alm. Justeras: Robin Ek, Sam Dahl</p></body></html>"""


def run(*words):
    subprocess.run([str(word) for word in words], check=True)


with tempfile.TemporaryDirectory() as made:
    made = pathlib.Path(made)
    (made / "sida.html").write_text(PAGE)
    run(weasyprint, made / "sida.html", folder / "osignerat.pdf")
    current = folder / "osignerat.pdf"
    people = [("a", "/C=SE/CN=Robin Ek"), ("b", "/C=SE/CN=Sam Dahl 19811218-9876/serialNumber=198112189876")]
    for place, (name, subject) in enumerate(people):
        run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "36500", "-subj", subject,
            "-addext", "keyUsage=digitalSignature,nonRepudiation", "-keyout", made / f"{name}.key", "-out", made / f"{name}.pem")
        target = folder / "protokoll.pdf" if place + 1 == len(people) else made / "en.pdf"
        run(pyhanko, "sign", "addsig", "--field", f"Sig{place}", "--use-pades", "pemder", "--no-pass", "--key", made / f"{name}.key",
            "--cert", made / f"{name}.pem", current, target)
        current = target
