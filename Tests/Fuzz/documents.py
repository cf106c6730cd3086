#!/usr/bin/env python3
"""documents.py KLUBBA SECONDS FILE...: mutates real files and has klubba read each in its own process, as a build does, until so
many seconds of processor time are used. Files made by real programs come from Tests/Documents/measure.py --keep FOLDER.

Counts what ended in a crash (a signal), over its time or with more memory than a file may take; prints the figures and
keeps what failed in .build/fuzz. Exit 0 when nothing failed.
"""
import os, random, resource, shutil, subprocess, sys, tempfile, time

klubba, seconds, seeds = os.path.abspath(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]
# In the order of DocumentTools.
cleaner = os.path.join(os.path.dirname(klubba), "klubba-pdf")
tools = [shutil.which(tool) or "" for tool in ("pdftotext", "pdfimages", "pdffonts", "qpdf")]
tools += [cleaner if os.access(cleaner, os.X_OK) else ""]
tools += [shutil.which("pdfsig") or ""]
dice = random.Random(2026)
LIMIT_S, LIMIT_KB = 300, 4 << 20


def mutated(data):
    data = bytearray(data)
    for _ in range(dice.choice([1, 1, 2, 4, 16, 64])):
        if not data:
            break
        kind, at = dice.randrange(6), dice.randrange(len(data))
        if kind == 0:
            data[at] = dice.randrange(256)
        elif kind == 1:
            del data[at : at + dice.randrange(1, 64)]
        elif kind == 2:
            data[at:at] = bytes(dice.randrange(256) for _ in range(dice.randrange(1, 32)))
        elif kind == 3:
            part = data[at : at + dice.randrange(1, 4096)]
            to = dice.randrange(len(data))
            data[to:to] = part
        elif kind == 4:
            data[at : at + 4] = dice.choice([b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff"])
        else:
            del data[at:]
    return bytes(data)


def used():
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


runs, failures, longest, kinds = 0, 0, 0.0, {}
with tempfile.TemporaryDirectory() as folder:
    originals = [(os.path.basename(s), open(s, "rb").read()) for s in seeds]
    while used() < seconds:
        name, data = dice.choice(originals)
        path = os.path.join(folder, "fil")
        bad = mutated(data)
        with open(path, "wb") as handle:
            handle.write(bad)
        began = time.time()
        try:
            ended = subprocess.run(
                [klubba, "--read-document", path, name, os.path.join(folder, "kopia"), "111", os.path.join(folder, "text")] + tools, capture_output=True, timeout=LIMIT_S)
            why = None if ended.returncode == 0 and ended.stdout.rstrip().endswith(b"klar") else "ended with %d" % ended.returncode
            # What takes a PDF's traces away is a process of the reading one's own, whose crash is only a file not freed.
            if name.endswith(".pdf") and tools[4] and not why:
                freed = subprocess.run([tools[4], "clean", path, os.path.join(folder, "ren"), "1"], capture_output=True, timeout=LIMIT_S)
                why = "klubba-pdf ended with %d" % freed.returncode if freed.returncode < 0 else None
        except subprocess.TimeoutExpired:
            why = "took more than %d s" % LIMIT_S
        kinds[name.rsplit(".", 1)[-1]] = kinds.get(name.rsplit(".", 1)[-1], 0) + 1
        runs, longest = runs + 1, max(longest, time.time() - began)
        if why:
            failures += 1
            os.makedirs(".build/fuzz", exist_ok=True)
            kept = ".build/fuzz/%d-%s" % (failures, name)
            with open(kept, "wb") as handle:
                handle.write(bad)
            print(kept, why, ended.stderr[-200:] if "ended" in why else "", flush=True)
print(", ".join("%d %s" % (count, kind) for kind, count in sorted(kinds.items())))
print("%d files in %.0f s of processor time: %d failed; longest %.1f s, most memory %d MB" % (
    runs, used(), failures, longest, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024))
sys.exit(1 if failures else 0)
