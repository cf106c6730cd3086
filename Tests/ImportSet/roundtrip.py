#!/usr/bin/env python3
"""A site's ärenden and meetings to Word and back (IMPORT.md §3).

    roundtrip.py KLUBBA SITE        three passes, each with its differences counted and listed

1. The exported files, as they are, into an empty site: the same front matter and the same blocks, line for line.
2. The same files over their own site with --update: nothing changes.
3. The same files without what klubba keeps unseen in them, as a mail server or another program may leave them: what
   Word itself holds. Its differences are what Word cannot hold, told and no failure.
"""
import difflib, os, re, shutil, subprocess, sys, tempfile, time, zipfile

TODAY = "2026-11-20"


def run(klubba, folder, *words):
    return subprocess.run([klubba, *words, "--today", TODAY], cwd=folder, capture_output=True, text=True)


def texts(site):
    found = {}
    for folder, _, names in os.walk(os.path.join(site, "content")):
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), os.path.join(site, "content"))
            if name.endswith(".md") and path.split(os.sep)[0] in ("arenden", "moten"):
                found[path] = open(os.path.join(folder, name), encoding="utf-8").read()
    return found


def parts(text):
    match = re.match(r"---\n(.*?\n)---\n", text, re.S)
    head = match.group(1) if match else ""
    body = text[match.end():] if match else text
    # The kind of a list's marker may differ.
    blocks = [re.sub(r"^(\s*)([-*+]|\d+[.)]) ", r"\1- ", line).rstrip() for line in body.splitlines() if line.strip()]
    return head.splitlines(), blocks


def number(text):
    match = re.search(r"^dnr: *(.+)$", text, re.M)
    return match and re.sub(r"[\s\"]", "", match.group(1)).lower()


def differences(before, after, matched=False):
    """Lines of (path, part, what); `matched` finds an ärende by its dnr where its folder has another name."""
    lines = []
    numbers = {number(t): p for p, t in after.items() if number(t)}
    for path, text in sorted(before.items()):
        other = path if path in after else numbers.get(number(text)) if matched else None
        if other is None:
            lines.append((path, "file", "not written"))
            continue
        for kind, old, new in zip(("head", "text"), parts(text), parts(after[other])):
            for op, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
                if op != "equal": lines.append((path, kind, f"{old[a:b]} became {new[c:d]}"))
    return lines


def show(lines, most=40):
    for path, kind, what in lines[:most]: print(f"   {path}: {kind}: {what[:240]}")


def bare(source, target):
    """A copy without its custom XML parts."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            if item.filename.startswith("customXml/"): continue
            data = old.read(item.filename)
            if item.filename == "word/_rels/document.xml.rels":
                data = re.sub(rb'<Relationship [^>]*customXml[^>]*/>', b"", data)
            new.writestr(item, data)


def main():
    klubba, site = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    work = tempfile.mkdtemp()
    start = time.time()
    word = os.path.join(work, "word")
    made = run(klubba, work, "export", "--all", "--site", site, "--output", word)
    files = sorted(os.path.join(f, n) for f, _, ns in os.walk(word) for n in ns)
    print(f"{len(files)} files exported in {time.time() - start:.0f} s, status {made.returncode} {made.stderr.strip()}")
    before = {p: t for p, t in texts(site).items() if os.path.exists(os.path.join(site, "content", p))}
    wanted = {p: t for p, t in before.items()
              if p.startswith("moten") or os.path.basename(p) == "arende.md" or p.count(os.sep) == 1}

    empty = os.path.join(work, "tom")
    os.makedirs(empty)
    shutil.copy(os.path.join(site, "klubba.yml"), empty)
    done = run(klubba, empty, "import", word)
    first = differences(wanted, texts(empty))
    print(f"1. into an empty site: status {done.returncode}, {len(wanted)} texts, {len(first)} differences")
    show(first)

    own = os.path.join(work, "egen")
    shutil.copytree(os.path.join(site, "content"), os.path.join(own, "content"))
    shutil.copy(os.path.join(site, "klubba.yml"), own)
    done = run(klubba, own, "import", word, "--update")
    second = differences(before, texts(own))
    print(f"2. over its own site: status {done.returncode}, {len(second)} differences")
    show(second)

    plain, other = os.path.join(work, "naken"), os.path.join(work, "annan")
    os.makedirs(plain)
    os.makedirs(other)
    for path in files: bare(path, os.path.join(plain, os.path.basename(path)))
    shutil.copy(os.path.join(site, "klubba.yml"), other)
    done = run(klubba, other, "import", plain, "--no-original")
    third = differences(wanted, texts(other), matched=True)
    kinds = {}
    for _, kind, what in third:
        keys = re.findall(r"'([a-zåäö-]+):", what) if kind == "head" else []
        for name in keys or [kind]: kinds[name] = kinds.get(name, 0) + 1
    print(f"3. what Word itself holds: status {done.returncode}, {len(third)} differences, by key or part: "
          + ", ".join(f"{k} {n}" for k, n in sorted(kinds.items(), key=lambda x: -x[1])))
    show(third, int(os.environ.get("SHOW", "10")))
    shutil.rmtree(work)
    sys.exit(1 if first or second else 0)


main()
