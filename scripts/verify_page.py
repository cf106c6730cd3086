#!/usr/bin/env python3
"""Kontrollerar en sparad sida, eller en fil, med dess bevis. / Checks a saved page, or a file, with its proof.

    python3 verify_page.py PAGE PROOF.json [--key HEX]... [--witness "NAME: KEY"]...

Follows docs/record-format.md ("The proof of a page") alone, offline. Needs Python 3.9 and the package cryptography.
Exit status: 0 everything agrees, 1 something does not, 2 it could not be checked.
"""
import base64
import datetime
import hashlib
import html
import json
import re
import sys
import textwrap

try:
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
except ImportError:
    sys.exit("Installera paketet cryptography / Install the package cryptography:  pip install cryptography")

FAULTS = []
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def say(text=""):
    """What somebody else wrote is shown as it is, and does nothing to the terminal."""
    print(CONTROLS.sub("?", text))


def fault(swedish, english):
    FAULTS.append((swedish, english))


class Unreadable(Exception):
    """The proof is not one."""


def need(condition, what):
    if not condition:
        raise Unreadable(what)


# --- the words of a page
TOKEN = re.compile(r"<!--.*?(?:-->|$)|<(?:\"[^\"]*\"|'[^']*'|[^'\">])*(?:>|$)|[^<]+", re.S)
ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]+|#[xX][0-9a-fA-F]+);")


def decode(text):
    return ENTITY.sub(lambda match: html.unescape(match.group()), text)


def collapse(text):
    return re.sub("[ \t\n\f\r]+", " ", text).strip(" ")


def attribute(token, name):
    match = re.search(rf' {name}="([^"]*)"', token)
    return decode(match[1]) if match else ""


def words(markup):
    text, is_data = "", False
    for token in TOKEN.findall(markup):
        if token.startswith("<img "):
            text += attribute(token, "alt")
        elif token.startswith("<data "):
            text, is_data = text + attribute(token, "value"), True
        elif token.startswith("</data"):
            is_data = False
        elif not token.startswith("<") and not is_data:
            text += decode(token)
    return collapse(text)


def part_of(page, name):
    """What stands between the marks of a name; None where there are none."""
    pieces = re.findall(rf"<!--klubba:{re.escape(name)}-->(.*?)<!--/klubba-->", page, re.S)
    return " ".join(text for text in map(words, pieces) if text) if pieces else None


# --- trees, RFC 9162
def leaf_hash(data):
    return hashlib.sha256(b"\0" + data).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def root_of(leaf, index, size, path):
    need(0 <= index < size, "index")
    own, last, value = index, size - 1, leaf
    for node in path:
        need(last > 0, "path")
        if own & 1 or own == last:
            value = node_hash(node, value)
            while own and not own & 1:
                own, last = own >> 1, last >> 1
        else:
            value = node_hash(value, node)
        own, last = own >> 1, last >> 1
    need(last == 0, "path")
    return value


def unbase64(text):
    data = base64.b64decode(text, validate=True)
    need(base64.b64encode(data).decode() == text, "base64")
    return data


def nodes(path):
    path = [unbase64(node) for node in path]
    need(all(len(node) == 32 for node in path), "path")
    return path


# --- notes and keys, c2sp.org
def is_signed(key, signature, message):
    try:
        ed25519.Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        return True
    except (InvalidSignature, ValueError):
        return False


def key_id(name, kind, key):
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + key).digest()[:4]


class Note:
    def __init__(self, text):
        need(text.endswith("\n") and "\n\n" in text, "note")
        body, _, rest = text.rpartition("\n\n")
        self.text = body + "\n"
        self.lines = rest.rstrip("\n").split("\n")
        self.signatures = []
        for line in self.lines:
            dash, name, data = line.split(" ")
            need(dash == "\u2014", "note")
            data = unbase64(data)
            self.signatures.append((name, data[:4], data[4:]))
        fields = self.text.split("\n")
        self.origin, self.size, self.root = fields[0], int(fields[1]), unbase64(fields[2])
        need(str(self.size) == fields[1] and len(self.root) == 32, "head")
        self.dated = (self.text + "\n" + self.lines[0] + "\n").encode()

    def claimed(self, name, kind, key):
        wanted = (name, key_id(name, kind, key))
        return next((signature for *own, signature in self.signatures if tuple(own) == wanted), None)

    def signed_by(self, key):
        signature = self.claimed(self.origin, 1, key)
        return signature is not None and is_signed(key, signature, self.text.encode())

    def cosigned_by(self, name, key):
        """The time; None for one who has not, False for a signature that does not hold."""
        signature = self.claimed(name, 4, key)
        if signature is None:
            return None
        time = int.from_bytes(signature[:8], "big")
        message = f"cosignature/v1\ntime {time}\n{self.text}".encode()
        return time if len(signature) == 72 and is_signed(key, signature[8:], message) else False


def witnesses(text):
    found = []
    for line in text.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        name, _, verifier = line.rpartition(":")
        label, identity, data = verifier.strip().split("+", 2)
        data = unbase64(data)
        need(len(data) == 33 and data[0] == 4 and key_id(label, 4, data[1:]).hex() == identity, "witness")
        found.append((name.strip(), label, data[1:]))
    return found


def register(text):
    """The holders of keys, the oldest first."""
    holders, fields = [], {}
    for line in text.splitlines() + [""]:
        line = line.strip()
        if line.startswith("#"):
            continue
        if not line:
            if fields:
                holders.append(fields)
            fields = {}
            continue
        name, _, value = line.partition(":")
        fields[name.strip().lower()] = value.strip()
    return holders


def is_successor(holder, before):
    text = "klubba/nyckel/1\nföre {}\nnamn {}\nroll {}\nfrån {}\ntill {}\nnyckel {}\n".format(
        before["nyckel"], holder["namn"], holder["roll"], holder["från"], holder.get("till", ""), holder["nyckel"]
    )
    signature = bytes.fromhex(holder.get("underskrift", ""))
    return is_signed(bytes.fromhex(before["nyckel"]), signature, text.encode())


# --- time stamps, RFC 3161
class Value:
    """A value of DER."""

    def __init__(self, data, start=0):
        self.tag, length, begin = data[start], data[start + 1], start + 2
        if length & 0x80:
            count = length & 0x7F
            need(1 <= count <= 4, "length")
            length, begin = int.from_bytes(data[begin : begin + count], "big"), begin + count
        self.end = begin + length
        need(self.end <= len(data), "length")
        self.whole, self.content = data[start : self.end], data[begin : self.end]

    def items(self):
        found, position = [], 0
        while position < len(self.content):
            found.append(Value(self.content, position))
            position = found[-1].end
        return found


DIGESTS = {
    bytes.fromhex("608648016503040201"): hashes.SHA256(),
    bytes.fromhex("608648016503040202"): hashes.SHA384(),
    bytes.fromhex("608648016503040203"): hashes.SHA512(),
}
IS_TIME = "1.3.6.1.5.5.7.3.8"
CONTENT_TYPE, MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010903"), bytes.fromhex("2a864886f70d010904")
TIME_INFORMATION = bytes.fromhex("2a864886f70d0109100104")


def digest(algorithm, data):
    value = hashes.Hash(algorithm)
    value.update(data)
    return value.finalize()


def verify_with(key, signature, message, algorithm):
    if isinstance(key, rsa.RSAPublicKey):
        key.verify(signature, message, padding.PKCS1v15(), algorithm)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(signature, message, ec.ECDSA(algorithm))
    elif isinstance(key, ed25519.Ed25519PublicKey):
        key.verify(signature, message)
    else:
        raise Unreadable("key")


def stamped(answer, data, certificates, algorithm):
    """When data was stamped, and under whose root; raises where the stamp does not hold."""
    status, token = Value(answer).items()[:2]
    need(status.items()[0].content in (b"\0", b"\1"), "status")
    signed = Value(token.items()[1].content).items()
    kind, octets = signed[2].items()
    information = Value(octets.content).content
    fields = Value(information).items()
    need(kind.content == TIME_INFORMATION and fields[0].content == b"\1", "TSTInfo")
    imprint, own = fields[2].items()
    need(DIGESTS.get(imprint.items()[0].content).name == algorithm.name, "algorithm")
    need(own.content == digest(algorithm, data), "imprint")
    time = datetime.datetime.strptime(fields[4].content[:14].decode(), "%Y%m%d%H%M%S")
    pool = x509.load_pem_x509_certificates(certificates)
    for item in signed[3:-1]:
        if item.tag == 0xA0:
            pool += [x509.load_der_x509_certificate(own.whole) for own in item.items()]
    signer = signed[-1].items()[0].items()
    issuer, serial = signer[1].items()
    wanted = int.from_bytes(serial.content, "big")
    certificate = next(c for c in pool if c.serial_number == wanted and c.issuer.public_bytes() == issuer.whole)
    own_digest = DIGESTS[signer[2].items()[0].content]
    need(signer[3].tag == 0xA0, "attributes")
    attributes = {}
    for item in signer[3].items():
        name, values = item.items()
        attributes[name.content] = values.items()[0].content
    need(attributes[CONTENT_TYPE] == TIME_INFORMATION, "content type")
    need(attributes[MESSAGE_DIGEST] == digest(own_digest, information), "digest")
    verify_with(certificate.public_key(), signer[5].content, b"\x31" + signer[3].whole[1:], own_digest)
    purposes = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    need(any(purpose.dotted_string == IS_TIME for purpose in purposes), "purpose")
    return time, root_name(certificate, pool, x509.load_pem_x509_certificates(certificates), time)


def root_name(certificate, pool, given, time):
    for _ in range(8):
        need(certificate.not_valid_before_utc.replace(tzinfo=None) <= time, "certificate's time")
        need(time <= certificate.not_valid_after_utc.replace(tzinfo=None), "certificate's time")
        if certificate.issuer == certificate.subject:
            need(certificate in given, "root")
            certificate.verify_directly_issued_by(certificate)
            return f"{certificate.subject.rfc4514_string()} ({certificate.fingerprint(hashes.SHA256()).hex()[:16]}…)"
        certificate = next(c for c in pool if c.subject == certificate.issuer and issued(certificate, c))
    raise Unreadable("chain")


def issued(certificate, issuer):
    try:
        need(issuer.extensions.get_extension_for_class(x509.BasicConstraints).value.ca, "CA")
        certificate.verify_directly_issued_by(issuer)
        return True
    except (InvalidSignature, ValueError, TypeError, Unreadable, x509.ExtensionNotFound):
        return False


def stamp_line(stamp, data, algorithm, swedish, english):
    try:
        answer, certificates = unbase64(stamp["svar"]), stamp["certifikat"].encode()
        time, root = stamped(answer, data, certificates, algorithm)
        say(f"  {swedish} / {english}: {time:%Y-%m-%d %H:%M:%S} UTC, {root}")
    except Exception as reason:  # whatever a hostile stamp makes of it, it does not hold
        fault(f"en tidsstämpel stämmer inte ({reason})", f"a time stamp does not hold ({reason})")


# --- the whole
def moment(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%d %H:%M:%S UTC")


def check_part(part, proof, page, heads):
    name, claimed = part["del"], part["sha256"]
    if name == "":
        text, found = None, page
    else:
        markup = page.decode("utf-8", "replace")
        text = part_of(markup, name)
        if text is None and "<!--klubba:" not in markup:
            text = collapse(markup)
        found = text.encode() if text is not None else None
    agrees = found is not None and hashlib.sha256(found).hexdigest() == claimed
    said = (
        f"klubba/forseglad-del/1\nsalt {part['salt']}\ntid {part['tid']}\nmote {part['mote']}\nslag {part['slag']}\n"
        f"adress {proof['adress']}\ndel {name}\nsha256 {claimed}\n"
    )
    need(all("\n" not in part[key] for key in ("salt", "tid", "mote", "slag", "del", "sha256")), "part")
    need("\n" not in proof["adress"], "address")
    path = nodes(part["vag"])
    need(len(path) == 20, "path")
    line = root_of(leaf_hash(said.encode()), part["plats"], 1 << 20, path)
    sizes = []
    for under in part["under"]:
        head = heads[under["storlek"]]
        if root_of(leaf_hash(line), part["rad"], head.size, nodes(under["vag"])) == head.root:
            sizes.append(head.size)
        else:
            fault(
                f"{name or proof['adress']} finns inte i huvudet med {head.size} rader",
                f"{name or proof['adress']} is not under the head of {head.size} lines",
            )
    if not sizes:
        fault(f"{name or proof['adress']} står inte under något huvud", f"{name or proof['adress']} is under no head")
    label = name or "filen / the file"
    state = "STÄMMER / AGREES" if agrees else "SKILJER SIG / DIFFERS"
    say(f"{label}: {state}")
    say(f"  förseglad / sealed {part['tid']}, {part['slag']}, {part['mote']} (rad / line {part['rad'] + 1})")
    if agrees and text is not None:
        say(textwrap.indent(textwrap.fill(text, 98), "  | "))
    if not agrees:
        fault(f"{label} är inte som den förseglades", f"{label} is not as it was sealed")
    return agrees


def signers(proof):
    names = {key: "" for key in proof["nyckellista"]}
    holders = register(proof["nycklar"])
    for before, holder in zip([None] + holders, holders):
        names[holder["nyckel"]] = f"{holder['namn']}, {holder['roll']}"
        if before and holder.get("förlorad"):
            say(
                f"OBS / NOTE: nyckeln för {before['namn']} förlorades och har inte undertecknat den efter / the key of "
                f"{before['namn']} was lost and has not signed the next: {holder['förlorad']}"
            )
        elif before and not is_successor(holder, before):
            fault(
                f"nyckeln för {holder['namn']} är inte undertecknad med den förra",
                f"the key of {holder['namn']} is not signed by the one before",
            )
    return names, holders


def trusted(given, holders):
    keys = set(given)
    for before, holder in zip(holders, holders[1:]):
        if before["nyckel"] in keys and is_successor(holder, before):
            keys.add(holder["nyckel"])
    return keys


def ended(key, holders, day):
    """Whether a key's time was over before a day."""
    for holder, after in zip(holders, holders[1:] + [{}]):
        if holder["nyckel"] == key:
            return min(holder.get("till", "9"), after.get("från", "9")) < day
    return False


def check_head(head, stamps, names, keys, vouchers):
    say(f"Huvud / Head: {head.origin}, {head.size} rader / lines, {base64.b64encode(head.root).decode()}")
    signer = next((key for key in names if head.signed_by(bytes.fromhex(key))), None)
    if signer is None:
        fault(
            f"huvudet med {head.size} rader är inte undertecknat med någon känd nyckel",
            f"the head of {head.size} lines is not signed by any known key",
        )
    else:
        say(f"  undertecknat av / signed by: {names[signer] or '?'} ({signer})")
        if keys and signer not in keys:
            fault("huvudet är undertecknat med en annan nyckel än den angivna", "the head is not signed by the given key")
    for name, label, key in vouchers:
        time = head.cosigned_by(label, key)
        if time is False:
            fault(f"intyget från {name} stämmer inte", f"the cosignature of {name} does not hold")
        elif time is not None:
            say(f"  intygat av / cosigned by: {name} ({label}), {moment(time)}")
    for stamp in stamps:
        stamp_line(stamp, head.dated, hashes.SHA256(), "tidsstämplat", "time stamped")


def check_renewal(item, heads, stamps):
    text = item["lista"]
    for line in text.splitlines():
        fields = line.split(" ")
        if fields[0] == "huvud" and int(fields[1]) in heads:
            need(fields[2] == hashlib.sha512(heads[int(fields[1])].dated).hexdigest(), "renewal")
        if fields[0] == "stämpel" and fields[1] in stamps:
            own = stamps[fields[1]]
            answer, certificates = unbase64(own["svar"]), own["certifikat"].encode()
            need(fields[2:] == [hashlib.sha512(data).hexdigest() for data in (answer, certificates)], "renewal")
    say(f"Förnyelse / Renewal {item['nr']}:")
    stamp_line(item, text.encode(), hashes.SHA512(), "daterat på nytt", "dated anew")


def tell_unproven(page, proof):
    """Names what the page marks as sealed and the proof does not have; tables made of it (visat-) are sealed by none."""
    marks = re.findall(r"<!--klubba:([^>]*?)-->", page.decode("utf-8", "replace"))
    left = sorted({name for name in marks if not name.startswith("visat-")} - {part["del"] for part in proof["delar"]})
    if left:
        say(f"OBS / NOTE: på sidan, men utan bevis / on the page, and without a proof: {', '.join(left)}")


def check(page, proof, given, asked):
    need(proof["version"] == 1, "version")
    say(f"Sidan / The page: {proof['adress']}")
    heads, stamps = {}, {}
    for item in proof["huvuden"]:
        note = Note(item["not"])
        heads[note.size] = note
        stamps[note.size] = item["tidsstamplar"]
    need(proof["delar"] and heads, "empty")
    for part in proof["delar"]:
        check_part(part, proof, page, heads)
    tell_unproven(page, proof)
    names, holders = signers(proof)
    names.update({key: names.get(key, "") for key in given})
    vouchers = witnesses(proof["intygare"])
    vouchers += [own for own in witnesses("\n".join(asked)) if own[1:] not in [known[1:] for known in vouchers]]
    for size in sorted(heads, reverse=True):
        day = max((part["tid"][:10] for part in proof["delar"] if size in [own["storlek"] for own in part["under"]]), default="")
        in_force = {key: name for key, name in names.items() if not ended(key, holders, day)}
        check_head(heads[size], stamps[size], in_force, trusted(given, holders), vouchers)
    for name, label, key in witnesses("\n".join(asked)):
        if not any(head.cosigned_by(label, key) for head in heads.values()):
            fault(f"{name or label} har inte intygat något av huvudena", f"{name or label} has cosigned none of the heads")
    by_name = {stamp["namn"]: stamp for own in stamps.values() for stamp in own}
    for item in proof["fornyelser"]:
        check_renewal(item, heads, by_name)


def verdict(given):
    say()
    for swedish, english in FAULTS:
        say(f"FEL: {swedish}.\nFAULT: {english}.")
    if FAULTS:
        say("RESULTAT: det stämmer INTE.\nRESULT: it does NOT agree.")
        return 1
    say("RESULTAT: det som står efter | ovan är ordagrant vad som förseglades. Sidans övriga ord är inte kontrollerade.")
    say("RESULT: what stands after | above is word for word what was sealed. The page's other words are not checked.")
    if not given:
        say("Jämför nyckeln med den som du har fått från annat håll (--key).")
        say("Compare the key with the one that you have got from elsewhere (--key).")
    return 0


def main(arguments):
    plain, given, asked = [], [], []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--key":
            given.append(next(rest, "").lower())
        elif argument == "--witness":
            asked.append(next(rest, ""))
        else:
            plain.append(argument)
    if len(plain) != 2 or any(not re.fullmatch("[0-9a-f]{64}", key) for key in given):
        print(__doc__)
        return 2
    try:
        with open(plain[0], "rb") as file:
            page = file.read()
        with open(plain[1], encoding="utf-8") as file:
            proof = json.load(file)
        check(page, proof, given, asked)
    except OSError as reason:
        say(f"{reason.filename}: går inte att läsa / cannot be read ({reason.strerror})")
        return 2
    except (Unreadable, ValueError, KeyError, TypeError, AttributeError, IndexError) as reason:
        say(f"FEL: beviset går inte att läsa ({reason}).\nFAULT: the proof cannot be read ({reason}).")
        return 1
    return verdict(given)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
