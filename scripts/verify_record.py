#!/usr/bin/env python3
"""Checks a sealed record by docs/record-format.md alone; it shares no code with klubba and needs only Python 3.8.

    verify_record.py SITE [PUBLISHED [members]] [--head HASH]... [--key PUBLIC]...

Prints what is wrong, one line a fault; exit status 0 when nothing is, else 1. What has to be known but is no fault (a lost
key) is told beside. Cosignatures, time stamps and renewals are left to verify_page.py and klubba, and what a site shows
beside the sealed is klubba's, which makes the site again.
"""
import base64
import datetime
import hashlib
import hmac
import html
import json
import os
import re
import sys

FAULTS = []
ORIGINS = set()


def fault(place, text):
    FAULTS.append(f"{place}: {text}")


def sha(data):
    return hashlib.sha256(data).hexdigest()


# --- Ed25519, RFC 8032 section 6, verification only
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    A, B = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    C, E = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = B - A, E - C, E + C, B + A
    return (e * f, g * h, f * g, e * h)


def multiply(n, point):
    result = (0, 1, 1, 0)
    while n:
        if n & 1:
            result = add(result, point)
        point, n = add(point, point), n >> 1
    return result


def recover(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P)
    if square % P == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P:
        return None
    return P - x if x & 1 != sign else x


def decompress(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    x = recover(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE = decompress((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(key, signature, message):
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r = decompress(key), decompress(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = multiply(s, BASE), add(r, multiply(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# --- the log
KEYS = "nr tid mote slag skal utelamnat handlingar utgar fore nyckel summa signatur".split()
SECOND = "version nr tid mote slag skal sammantrade dagordning utelamnat handlingar utgar fore nyckel summa signatur".split()
THIRD = SECOND[: SECOND.index("utelamnat")] + ["anslag", "installningar"] + SECOND[SECOND.index("utelamnat") :]
NOTICE = "paragraf anslaget overklagas forvaras".split()
SETTINGS = "organ tillkannage overklagandetid forvaras overklagan ord mallar".split()
MEETING = "organ dagar klockslag plats status synlighet".split()
ITEM = "punkt fil nummer titel synlighet bilagor".split()
SENT = "fil nummer titel synlighet".split()
PAPER = "fil titel storlek sha256 innehall synlighet publicerat".split()
PART = "adress del sha256 synlighet".split()


KINDS = {"kallelse", "tillägg", "paragrafer", "protokoll", "anslag", "rättelse", "återtagande"}
READERS = {"offentlig", "ledamöter", "sekretess"}
DIGITS = "[0-9a-f]{64}"


def is_day(text):
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except (TypeError, ValueError):
        return False


def is_time(text):
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").strftime("%Y-%m-%dT%H:%M:%SZ") == text
    except (TypeError, ValueError):
        return False


def is_path(path):
    return not path.startswith("/") and not {".", ".."} & set(path.split("/"))


def is_number(value):
    return type(value) is int and value >= 0


def has_values(entry):
    """Whether each value is one of its list, or of its form."""
    papers = entry["handlingar"]
    parts = [part for paper in papers for part in paper["publicerat"]]
    numbers = [entry["nr"]] + [paper["storlek"] for paper in papers]
    digests = [entry["fore"], entry["summa"]] + [item["sha256"] for item in papers + parts] + [paper["innehall"] for paper in papers]
    places = [paper["fil"] for paper in papers] + [part["adress"] for part in parts] + entry["utgar"]
    readers = [item["synlighet"] for item in papers + parts]
    days = []
    if "version" in entry:
        meeting, agenda = entry["sammantrade"], entry["dagordning"]
        days += meeting["dagar"]
        if meeting["status"] not in ("planerat", "kallat", "genomfört", "inställt"):
            return False
    if "anslag" in entry:
        settings = entry["installningar"]
        days += [notice[field] for notice in entry["anslag"] for field in ("anslaget", "overklagas")]
        numbers += [notice["paragraf"] for notice in entry["anslag"]] + [settings["tillkannage"], settings["overklagandetid"]]
        digests += [template["sha256"] for template in settings["mallar"]]
        if any(body["roll"] not in ("beredande", "beslutande") for body in settings["organ"]):
            return False
    return (
        entry["slag"] in KINDS - (set() if "anslag" in entry else {"anslag"})
        and entry["mote"] != ""
        and is_time(entry["tid"])
        and all(map(is_number, numbers))
        and all(re.fullmatch(DIGITS, digest) for digest in digests)
        and all(map(is_path, places))
        and all(map(is_day, days))
        and set(readers) <= READERS
    )


def is_second(entry):
    agenda = entry["dagordning"]
    return (
        entry["version"] == (3 if "anslag" in entry else 2)
        and list(entry["sammantrade"]) == MEETING
        and all(list(item) == ITEM and all(list(paper) == SENT for paper in item["bilagor"]) for item in agenda)
    )


def is_third(entry):
    settings = entry["installningar"]
    return (
        all(list(notice) == NOTICE for notice in entry["anslag"])
        and list(settings) == SETTINGS
        and all(list(body) == ["kod", "namn", "roll"] for body in settings["organ"])
        and all(list(word) == ["nyckel", "text"] for word in settings["ord"])
        and all(list(template) == ["fil", "sha256"] for template in settings["mallar"])
    )


def parse(raw):
    try:
        entry = json.loads(raw.decode("utf-8"))
    except ValueError:
        return None
    if not isinstance(entry, dict) or list(entry) not in (KEYS, SECOND, THIRD):
        return None
    if "version" in entry and not is_second(entry) or "anslag" in entry and not is_third(entry):
        return None
    if any(list(p) != PAPER or any(list(q) != PART for q in p["publicerat"]) for p in entry["handlingar"]):
        return None
    try:
        if not has_values(entry):
            return None
    except (AttributeError, KeyError, TypeError):
        return None
    return entry if json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode() == raw else None


def read_log(data):
    lines = data.split(b"\n")
    if lines.pop() != b"":
        fault(f"beslutslogg.jsonl:{len(lines) + 1}", "half a line")
    entries, before, latest, number, is_signed = [], "0" * 64, "", 0, False
    for place, raw in enumerate(lines, 1):
        where = f"beslutslogg.jsonl:{place}"
        entry = parse(raw)
        if entry is None:
            fault(where, "damaged")
        else:
            covered = raw[: raw.rindex(b',"summa":')]
            if sha(covered) != entry["summa"]:
                fault(where, "edited")
            if entry["nr"] != number + 1:
                fault(where, f"entry {entry['nr']} follows entry {number}")
            elif entry["fore"] != before:
                fault(where, "does not follow the line before")
            if entry["tid"] < latest:
                fault(where, "time runs backwards")
            if entry["nyckel"] or entry["signatur"]:
                is_signed = True
                try:
                    fine = signed(bytes.fromhex(entry["nyckel"]), bytes.fromhex(entry["signatur"]), covered)
                except ValueError:
                    fine = False
                if not fine:
                    fault(where, "wrong signature")
            elif is_signed:
                fault(where, "not signed")
            latest, number = max(latest, entry["tid"]), entry["nr"]
            entries.append(entry)
        before = sha(raw + b"\n")
    return entries, [sha(raw + b"\n") for raw in lines]


# --- content/nycklar.txt
KEY_FIELDS = {"namn", "roll", "från", "till", "nyckel", "underskrift", "förlorad"}
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


def read_keys(data):
    """The holders of keys, the oldest first, and what is wrong with how they follow each other."""
    holders, fields, start = [], {}, 1
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines() + [""], 1):
        line = line.strip()
        if not line and fields:
            add_holder(holders, fields, f"nycklar.txt:{start}")
            fields = {}
        if not line or line.startswith("#"):
            continue
        start = start if fields else number
        name, colon, value = line.partition(":")
        name = name.strip().lower()
        if not colon or name not in KEY_FIELDS or name in fields:
            fault(f"nycklar.txt:{number}", "cannot be read")
        else:
            fields[name] = value.strip()
    return holders


def add_holder(holders, fields, place):
    right = (
        all(fields.get(name) for name in ("namn", "roll", "från", "nyckel"))
        and all(re.fullmatch(DAY, fields[name]) for name in ("från", "till") if name in fields)
        and re.fullmatch("[0-9a-fA-F]{64}", fields["nyckel"])
    )
    if not right:
        return fault(place, "no name, role, day or key")
    fields["nyckel"] = fields["nyckel"].lower()
    if holders:
        before = holders[-1]
        if any(holder["nyckel"] == fields["nyckel"] for holder in holders):
            fault(place, "the key is there twice")
        elif fields["från"] < before["från"]:
            fault(place, "the key begins before the one above it")
        elif fields.get("förlorad"):
            print(f"{place}: the key before was lost ({fields['förlorad']})", file=sys.stderr)
        elif not follows(fields, before):
            fault(place, "the key is not signed by the key before")
    holders.append(fields)


def follows(holder, before):
    said = "klubba/nyckel/1\nföre {}\nnamn {}\nroll {}\nfrån {}\ntill {}\nnyckel {}\n".format(
        before["nyckel"], holder["namn"], holder["roll"], holder["från"], holder.get("till", ""), holder["nyckel"]
    )
    try:
        signature = bytes.fromhex(holder.get("underskrift", ""))
    except ValueError:
        return False
    return signed(bytes.fromhex(before["nyckel"]), signature, said.encode())


def check_keys(entries, holders, given):
    """Lines by keys that nobody has or outside their time; and, of given keys, lines by others than they and theirs."""
    trusted = set(given)
    for before, holder in zip(holders, holders[1:]):
        if before["nyckel"] in trusted and follows(holder, before):
            trusted.add(holder["nyckel"])
    periods = {}
    for holder, after in zip(holders, holders[1:] + [{}]):
        ends = [end for end in (holder.get("till"), after.get("från")) if end]
        periods[holder["nyckel"]] = (holder["från"], min(ends, default="9999-12-31"))
    for place, entry in enumerate(entries, 1):
        key, day = entry["nyckel"], entry["tid"][:10]
        if holders and key and key not in periods:
            fault(f"beslutslogg.jsonl:{place}", "signed by an unknown key")
        elif holders and key and not periods[key][0] <= day <= periods[key][1]:
            fault(f"beslutslogg.jsonl:{place}", "signed by a key that was not in force")
        if given and key not in trusted:
            fault(f"beslutslogg.jsonl:{place}", "a line is not signed with the key")


# --- content/forsegling: the log as a tree, and its heads
HEIGHT = 20


def mac(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def pair(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def line_root(entry, digest, salt):
    """The root of what one line commits to."""
    secret = mac(salt, f"rad {entry['nr']} {digest}")
    published = [part for paper in entry["handlingar"] for part in paper["publicerat"]]
    said = [
        f"tid {entry['tid']}\nmote {entry['mote']}\nslag {entry['slag']}\n"
        f"adress {part['adress']}\ndel {part['del']}\nsha256 {part['sha256']}\n"
        for part in sorted(published, key=lambda part: part["synlighet"] != "offentlig")
    ]
    level = {}
    for text in said + [f"rad {entry['nr']}\nsha256 {digest}\n"]:
        attempt = 0
        while (place := place_of(secret, attempt, text)) in level:
            attempt += 1
        data = f"klubba/forseglad-del/1\nsalt {mac(secret, 'salt' + chr(10) + text).hex()}\n{text}"
        level[place] = hashlib.sha256(b"\0" + data.encode()).digest()
    for height in range(HEIGHT):
        full = {}
        for parent in {place >> 1 for place in level}:
            left, right = (
                level.get(child) or mac(secret, f"tomt {height} {child}") for child in (2 * parent, 2 * parent + 1)
            )
            full[parent] = pair(left, right)
        level = full
    return level[0]


def place_of(secret, attempt, text):
    return int.from_bytes(mac(secret, f"plats {attempt}\n{text}")[:3], "big") % (1 << HEIGHT)


def tree_root(leaves):
    if len(leaves) == 1:
        return leaves[0]
    middle = 1 << (len(leaves) - 1).bit_length() - 1
    return pair(tree_root(leaves[:middle]), tree_root(leaves[middle:]))


def check_heads(folder, entries, digests, holders):
    folder = os.path.join(folder, "forsegling")
    names = sorted(os.listdir(os.path.join(folder, "huvuden"))) if os.path.isdir(os.path.join(folder, "huvuden")) else []
    if not names:
        return
    try:
        salt = bytes.fromhex((read(os.path.join(folder, "salt")) or b"").decode().strip())
        leaves = [
            hashlib.sha256(b"\0" + line_root(entry, digest, salt)).digest() for entry, digest in zip(entries, digests)
        ]
    except ValueError:
        salt = b""
    if len(salt) != 32:
        return fault("forsegling/salt", "missing or damaged")
    for name in names:
        try:
            check_head(f"forsegling/huvuden/{name}", read(os.path.join(folder, "huvuden", name)).decode(), leaves, entries, holders)
        except (ValueError, IndexError):
            fault(f"forsegling/huvuden/{name}", "cannot be read")


def signers(entries, holders, size):
    """The keys that may sign a head of so many lines: those whose time was not over on the day of its last line."""
    if not holders:
        return {entry["nyckel"] for entry in entries} - {""}
    day = entries[size - 1]["tid"][:10] if 0 < size <= len(entries) else ""
    periods = zip(holders, holders[1:] + [{}])
    return {holder["nyckel"] for holder, after in periods if day <= min(holder.get("till", "9"), after.get("från", "9"))}


def check_head(place, note, leaves, entries, holders):
    text, _, lines = note.rpartition("\n\n")
    origin, size, root = text.split("\n")
    if not re.fullmatch("[1-9][0-9]*", size) or not note.endswith("\n"):
        raise ValueError
    if place != f"forsegling/huvuden/{size}.txt":
        fault(place, f"is of {size} lines")
    ORIGINS.add(origin)
    if len(ORIGINS) > 1:
        fault(place, "another origin than the head before")
    if any(not line.startswith("\u2014 ") for line in lines.splitlines()):
        raise ValueError
    keys = signers(entries, holders, int(size))
    if lines.split(" ")[1] != origin:
        fault(place, "another's signature stands before the log's own")
    message = (text + "\n").encode()
    if int(size) > len(leaves):
        fault(place, "of more lines than the log has")
    elif base64.b64decode(root) != tree_root(leaves[: int(size)]):
        fault(place, "of another log")
    own = [base64.b64decode(line.split(" ")[2]) for line in lines.splitlines() if line.split(" ")[1] == origin]
    if not any(signed(bytes.fromhex(key), signature[4:], message) for key in keys for signature in own):
        fault(place, "not signed by a known key")


def check_strays(folder, entries):
    """Copies that no line names: the log's end may be gone."""
    named = {paper["sha256"] for entry in entries for paper in entry["handlingar"]}
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        if re.fullmatch(DIGITS, name) and name not in named:
            fault(f".forseglat/{name}", "a copy that no line names")


def newest(entries):
    seals = {}
    for entry in entries:
        for paper in entry["handlingar"]:
            seals[paper["fil"]] = (entry, paper)
        for path in entry["utgar"]:
            if path in seals and seals[path][0]["mote"] == entry["mote"]:
                del seals[path]
    return seals


# --- files
def fold(key):
    key = "".join(c for c in key if not 0x300 <= ord(c) <= 0x36F and c not in "\"'")
    key = "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in key)
    return key.translate(str.maketrans("åäöéüÅÄÖÉÜ _", "aaoeuaaoeu--")).rstrip("-")


def split(path):
    """The file of a sealed path, and the § that it names, if any."""
    match = re.fullmatch(r"(.*\.protokoll\.md)#p-([0-9]+)", path, re.I | re.S)
    return (match[1], int(match[2])) if match else (path, None)


def key(line):
    return fold(line.split(b":")[0].decode("utf-8", "replace")) if is_entry(line) else None


def is_entry(line):
    return line[:1] not in (b"", b" ", b"\t", b"-", b"#", b"]", b"}") and b":" in line


def paragraph(lines, number, left_out):
    starts = [i for i, line in enumerate(lines) if number_of(line) == number]
    if not starts:
        return b""
    start = starts[0]
    end = next((i for i in range(start + 1, len(lines)) if lines[i].startswith(b"## ")), len(lines))
    kept = [line for line in lines[start:end] if key(line) not in left_out]
    while kept and not kept[-1].strip(b" \t"):
        kept.pop()
    return b"\n".join(kept)


def number_of(line):
    match = re.match("## *§[ \u00a0]*([0-9]+)", line.decode("utf-8", "replace"))
    return int(match[1]) if match else None


def content(data, path, left_out):
    path, number = split(path)
    if not path.lower().endswith(".md"):
        return data
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    lines = re.split(rb"\r\n|\r|\n", data)
    if number is not None:
        return paragraph(lines, number, left_out)
    end = lines.index(b"---", 1) if lines[0] == b"---" and b"---" in lines[1:] else 0
    kept, skips = [], False
    for index, line in enumerate(lines):
        if 0 < index < end:
            if is_entry(line):
                skips = key(line) in left_out
            if skips:
                continue
        kept.append(line)
    return b"\n".join(kept)


# --- pages
TOKEN = re.compile(r"<!--.*?(?:-->|$)|<(?:\"[^\"]*\"|'[^']*'|[^'\">])*(?:>|$)|[^<]+", re.S)
ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]+|#[xX][0-9a-fA-F]+);")


def decode(text):
    return ENTITY.sub(lambda match: html.unescape(match.group()), text)


def canonical(page, name):
    texts = []
    for part in re.findall(rf"<!--klubba:{re.escape(name)}-->(.*?)<!--/klubba-->", page, re.S):
        words, is_data = "", False
        for token in TOKEN.findall(part):
            if token.startswith("<img "):
                words += decode((re.search(r' alt="([^"]*)"', token) or ["", ""])[1])
            elif token.startswith("<data "):
                words += decode((re.search(r' value="([^"]*)"', token) or ["", ""])[1])
                is_data = True
            elif token.startswith("</data"):
                is_data = False
            elif not token.startswith("<") and not is_data:
                words += decode(token)
        texts.append(re.sub("[ \t\n\f\r]+", " ", words).strip(" "))
    return " ".join(text for text in texts if text)


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def main(arguments):
    heads, keys, plain = [], [], []
    arguments = iter(arguments)
    for argument in arguments:
        if argument in ("--head", "--key"):
            (heads if argument == "--head" else keys).append(next(arguments))
        else:
            plain.append(argument)
    folder = os.path.join(plain[0], "content")
    log = read(os.path.join(folder, "beslutslogg.jsonl"))
    if log is None:
        fault(os.path.join(folder, "beslutslogg.jsonl"), "is not there: nothing is sealed here, or this is not the site's folder")
    entries, digests = read_log(log or b"")
    if len(entries) == len(digests):
        check_strays(os.path.join(folder, ".forseglat"), entries)
    for head in heads:
        if head not in digests:
            fault("beslutslogg.jsonl", f"no line has the hash {head}")
    holders = read_keys(read(os.path.join(folder, "nycklar.txt")) or b"")
    check_keys(entries, holders, [key.lower() for key in keys])
    if len(entries) == len(digests):
        check_heads(folder, entries, digests, holders)
    for entry in entries:
        for paper in entry["handlingar"]:
            if "anslag" in entry or split(paper["fil"])[0].lower().endswith(".md"):
                copy = read(os.path.join(folder, ".forseglat", paper["sha256"]))
                if copy is None or sha(copy) != paper["sha256"]:
                    fault(f".forseglat/{paper['sha256']}", f"no true copy of {paper['fil']}")
                elif (len(copy), sha(content(copy, paper["fil"], entry["utelamnat"]))) != (paper["storlek"], paper["innehall"]):
                    fault(paper["fil"], f"the copy's size or sealed content is not what entry {entry['nr']} says")
    seals = newest(entries)
    for path, (entry, paper) in sorted(seals.items()):
        data = read(os.path.join(folder, split(path)[0]))
        if data is None:
            fault(path, "missing")
        elif sha(data) != paper["sha256"] and sha(content(data, path, entry["utelamnat"])) != paper["innehall"]:
            fault(path, f"changed since entry {entry['nr']}")
    if len(plain) > 1:
        seen = {"offentlig", "ledamöter"} if "members" in plain[2:] else {"offentlig"}
        for path, (entry, paper) in sorted(seals.items()):
            for part in paper["publicerat"]:
                if part["synlighet"] not in seen:
                    continue
                file = part["adress"] + ("index.html" if part["adress"].endswith("/") else "")
                data = read(os.path.join(plain[1], file))
                if data is None:
                    fault(file, f"missing ({paper['titel']})")
                elif sha(data if not part["del"] else canonical(data.decode(), part["del"]).encode()) != part["sha256"]:
                    fault(file, f"not as sealed ({paper['titel']}, {part['del'] or 'file'})")
    for line in FAULTS:
        print(line)
    print(f"{len(entries)} entries, {len(seals)} sealed papers: {len(FAULTS)} faults", file=sys.stderr)
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
