#!/usr/bin/env python3
"""importing.py KLUBBA SECONDS FILE...: mutated papers through `klubba import`, as processor seconds go.

Texts get lines moved, doubled, cut and mixed from other papers; other formats get bytes changed, in an archive's parts
too. Most rounds are rehearsals; one in six is an import into a site of its own, after which nothing half written may
lie there and `klubba check` may find no error in it. What fails is kept in .build/fuzz-import. Exit 0 when nothing did.
"""
import collections, io, json, os, random, resource, shutil, subprocess, sys, tempfile, time, zipfile

klubba, seconds, seeds = os.path.abspath(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]
dice = random.Random(int(os.environ.get("SEED", "2026")))
KEEP, LIMIT = ".build/fuzz-import", 240
TEXTS = (".txt", ".md")
lines = [l for s in seeds if s.endswith(TEXTS) for l in open(s, encoding="utf-8", errors="replace").read().splitlines()]
ODD = ["", "§", "§ ", "§ 1", "|", "||", "| a |", "|---|", "- ", "1.", "att", "att:", "- **att**", "Dnr", "Dnr:", "Bilaga", "#", "# ",
       "---", "===", "```", "<!-- sida 2 -->", "<table>", "\f", "Fel! Bokmärket är inte definierat.", "Ordförande ..... Justeras .....",
       "[^1]:", "Datum\t\tDnr", "Bilaga 6 - ", "AU", "AU 999999", "\u2010", "-", "_" * 40, "." * 60, "(" * 50, "\\", "**", "SEKRETESS:"]


def text(data):
    own = data.decode("utf-8", "replace").split("\n")
    for _ in range(dice.choice([1, 2, 5, 20])):
        at = dice.randrange(len(own) + 1)
        kind = dice.randrange(8)
        if kind == 0: own[at:at + dice.randrange(1, 6)] = []
        elif kind == 1: own.insert(at, dice.choice(ODD))
        elif kind == 2 and lines: own[at:at] = [dice.choice(lines) for _ in range(dice.randrange(1, 4))]
        elif kind == 3 and own and at < len(own): own[at] = own[at][:dice.randrange(len(own[at]) + 1)]
        elif kind == 4 and own and at < len(own): own[at] = own[at] * dice.choice([2, 3, 40])
        elif kind == 5 and at + 1 < len(own): own[at:at + 2] = [own[at] + dice.choice(["", " ", "\t", "   "]) + own[at + 1]]
        elif kind == 6 and own and at < len(own): own[at] = dice.choice(["  ", "\t", "> ", "    ", "# ", "§ 9 "]) + own[at]
        elif kind == 7: dice.shuffle(own) if dice.random() < 0.1 else own.reverse() if dice.random() < 0.05 else None
    return "\n".join(own).encode()


def raw(data):
    data = bytearray(data)
    for _ in range(dice.choice([1, 1, 2, 4, 16])):
        if not data: break
        kind, at = dice.randrange(5), dice.randrange(len(data))
        if kind == 0: data[at] = dice.randrange(256)
        elif kind == 1: del data[at:at + dice.randrange(1, 64)]
        elif kind == 2: data[at:at] = bytes(dice.randrange(256) for _ in range(dice.randrange(1, 32)))
        elif kind == 3: data[at:at] = data[at:at + dice.randrange(1, 2048)]
        else: del data[at:]
    return bytes(data)


def parts(data):
    """An archive with one of its XML parts mutated, by its tags."""
    try: old = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile: return raw(data)
    new, names = io.BytesIO(), [n for n in old.namelist() if n.endswith(".xml")]
    chosen = dice.choice(names) if names else None
    with zipfile.ZipFile(new, "w") as out:
        for name in old.namelist():
            inner = old.read(name)
            if name == chosen:
                tags = inner.split(b"<")
                for _ in range(dice.choice([1, 3, 9])):
                    at, to = dice.randrange(len(tags)), dice.randrange(len(tags))
                    kind = dice.randrange(4)
                    if kind == 0: del tags[at]
                    elif kind == 1: tags.insert(at, tags[to % len(tags)])
                    elif kind == 2: tags.insert(at, b"w:vanish/>")
                    else: tags[at] = raw(tags[at])
                    if not tags: break
                inner = b"<".join(tags)
            out.writestr(name, inner)
    return new.getvalue()


def mutated(path):
    data = open(path, "rb").read()
    if path.endswith(TEXTS): return text(data) if dice.random() < 0.9 else raw(data)
    if path.endswith((".docx", ".odt", ".xlsx", ".ods")) and dice.random() < 0.7: return parts(data)
    return raw(data)


def run(folder, *words):
    try:
        return subprocess.run([klubba, *words], cwd=folder, capture_output=True, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        return None


def crashed(result): return result is None or result.returncode < 0 or result.returncode > 3


def keep(folder, names, what):
    os.makedirs(KEEP, exist_ok=True)
    for name in names:
        target = os.path.join(KEEP, f"{len(os.listdir(KEEP))}-{what}-{name}")
        shutil.copy(os.path.join(folder, name), target)
        print("kept", target, flush=True)


def used(): return sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


rounds = files = failures = unsound = 0
formats = collections.Counter()
while used() < seconds:
    work = tempfile.mkdtemp()
    count = dice.choice([1, 8, 24])
    names = []
    for number in range(count):
        seed = dice.choice(seeds)
        if not seed.endswith(TEXTS) and dice.random() < 0.7: seed = dice.choice([s for s in seeds if s.endswith(TEXTS)] or seeds)
        names.append(f"{number:02d}{os.path.splitext(seed)[1]}")
        formats[os.path.splitext(seed)[1]] += 1
        open(os.path.join(work, names[-1]), "wb").write(mutated(seed))
    writes = dice.random() < 1 / 6
    words = ["import", *names] + ([] if writes else ["--dry-run", "--format", dice.choice(["json", "text"])])
    result = run(work, *words)
    rounds, files = rounds + 1, files + count
    if crashed(result):
        failures += 1
        guilty = [n for n in names if crashed(run(work, "import", n, "--dry-run", "--format", "json"))]
        keep(work, guilty or names, "slow" if result is None else f"crash{result.returncode}")
    elif writes:
        left = [n for f, _, ns in os.walk(work) for n in ns if n.startswith(".klubba-import")]
        checked = run(work, "check")
        if left or crashed(checked):
            failures += 1
            keep(work, names, "half")
        elif checked.returncode == 1 and os.path.isdir(os.path.join(work, "content")):
            unsound += 1
            text_of = checked.stderr.decode(errors="replace")
            print("unsound:", next((l for l in text_of.splitlines() if " error[" in l), "?")[:200], flush=True)
            keep(work, names if count == 1 else [], "unsound")
    elif "json" in words:
        try: json.loads(result.stdout)
        except ValueError:
            failures += 1
            keep(work, names, "json")
    shutil.rmtree(work)
print(", ".join(f"{count} {name}" for name, count in sorted(formats.items())))
print(f"{rounds} rounds, {files} files, {used():.0f} s: {failures} failed, {unsound} wrote what check finds an error in")
sys.exit(1 if failures else 0)
