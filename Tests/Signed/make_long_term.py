#!/usr/bin/env python3
"""Makes langtid.pdf anew: make_long_term.py FOLDER. Needs pyHanko and ReportLab, and the typeface DejaVu Sans.

The record of make.py on one page, signed twice as services do that keep proofs for a long time: certificates after each signature
(PAdES LT), and at the end a time stamp of the whole file with the certificates that it is checked by (PAdES LTA). The time stamp
service and the people are invented, their certificates throwaway. Run once: each signing gives other bytes.
"""
import datetime
import io
import pathlib
import sys
import tempfile

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator import ValidationContext
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

LINES = ["Protokoll", "Förbundsstyrelsen 2020-09-18", "§ 7 Öppnande", "Ordföranden öppnar mötet och hälsar alla välkomna till kansliet.",
         "§ 8 Lokaler, dnr 2020:1", "Beslut", "Förbundsstyrelsen beslutar", "1. att hyra lokalen för högst 90 000 kronor – bifall",
         "2. att köpa möbler – avslag", "Reservation", "En ledamot reserverar sig.", "§ 9 Avslutning", "Mötet avslutas.",
         "Vid protokollet: Kim Alm. Justeras: Robin Ek, Sam Dahl"]


def signer(name, folder, is_authority=False, **more):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    attributes = [(NameOID.COUNTRY_NAME, "SE"), (NameOID.COMMON_NAME, name)] + [(getattr(NameOID, one), more[one]) for one in more]
    subject = x509.Name([x509.NameAttribute(*one) for one in attributes])
    began = datetime.datetime(2020, 1, 1)
    made = (x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(began).not_valid_after(began + datetime.timedelta(days=36500))
            .add_extension(x509.KeyUsage(True, True, False, False, False, True, is_authority, False, False), True)
            .add_extension(x509.BasicConstraints(True, None), True))
    if is_authority:
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), True)
    own = [folder / "key.pem", folder / "certificate.pem"]
    own[0].write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    own[1].write_bytes(made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    return signers.SimpleSigner.load(*map(str, own))


def record():
    pdfmetrics.registerFont(TTFont("D", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))
    style = getSampleStyleSheet()["Normal"]
    style.fontName = "D"
    file = io.BytesIO()
    SimpleDocTemplate(file).build([Paragraph(line, style) for line in LINES])
    return file.getvalue()


def main():
    with tempfile.TemporaryDirectory() as made:
        made = pathlib.Path(made)
        people = [signer("Robin Ek", made), signer("Sam Dahl", made, SERIAL_NUMBER="198112189876")]
        authority = signer("Tidsstämpeltjänsten AB", made, is_authority=True)
    stamper = DummyTimeStamper(tsa_cert=authority.signing_cert, tsa_key=authority.signing_key)
    roots = [one.signing_cert for one in people + [authority]]
    file = record()
    for number, person in enumerate(people, 1):
        writer = IncrementalPdfFileWriter(io.BytesIO(file))
        fields.append_signature_field(writer, fields.SigFieldSpec(f"S{number}"))
        validation = ValidationContext(trust_roots=roots, allow_fetching=False, revocation_mode="soft-fail")
        how = signers.PdfSignatureMetadata(
            field_name=f"S{number}", subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256", embed_validation_info=True,
            use_pades_lta=number == len(people), validation_context=validation)
        file = signers.PdfSigner(how, person, timestamper=stamper).sign_pdf(writer).getvalue()
    (pathlib.Path(sys.argv[1]) / "langtid.pdf").write_bytes(file)


if __name__ == "__main__":
    main()
