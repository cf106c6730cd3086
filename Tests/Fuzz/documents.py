#!/usr/bin/env python3
"""documents.py KLUBBA SECONDS FILE...: mutates real files and has klubba read each in its own process, as a build does.

Counts what ended in a crash (a signal), over its time or with more memory than a file may take; prints the figures and
keeps what failed in .build/fuzz. Exit 0 when nothing failed.
"""
import os, random, resource, subprocess, sys, tempfile, time

klubba, seconds, seeds = os.path.abspath(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]
tools = [subprocess.run(["which", t], capture_output=True, text=True).stdout.strip() for t in ("pdftotext", "pdfimages", "pdffonts", "qpdf")]
cleaner = os.path.join(os.path.dirname(klubba), "klubba-pdf")
tools.append(cleaner if os.access(cleaner, os.X_OK) else "")
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


start, runs, failures, longest = time.time(), 0, 0, 0.0
with tempfile.TemporaryDirectory() as folder:
    originals = [(os.path.basename(s), open(s, "rb").read()) for s in seeds]
    while time.time() - start < seconds:
        name, data = dice.choice(originals)
        path = os.path.join(folder, "fil")
        bad = mutated(data)
        with open(path, "wb") as handle:
            handle.write(bad)
        began = time.time()
        try:
            ended = subprocess.run(
                [klubba, "--read-document", path, name, os.path.join(folder, "kopia"), "111"] + tools, capture_output=True, timeout=LIMIT_S)
            why = None if ended.returncode == 0 and ended.stdout.rstrip().endswith(b"klar") else "ended with %d" % ended.returncode
        except subprocess.TimeoutExpired:
            why = "took more than %d s" % LIMIT_S
        runs, longest = runs + 1, max(longest, time.time() - began)
        if why:
            failures += 1
            os.makedirs(".build/fuzz", exist_ok=True)
            kept = ".build/fuzz/%d-%s" % (failures, name)
            with open(kept, "wb") as handle:
                handle.write(bad)
            print(kept, why, ended.stderr[-200:] if "ended" in why else "", flush=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print("%d files in %.0f s of processor time: %d failed; longest %.1f s, most memory %d MB" % (
    runs, used.ru_utime + used.ru_stime, failures, longest, used.ru_maxrss // 1024))
sys.exit(1 if failures else 0)
