#!/usr/bin/env python3
"""Lets each system call of a rebuild fail in turn, and kills the build at each, and looks at what a reader would find.

    inject.py KLUBBA [--errors EIO,ENOSPC,EACCES,EINTR] [--limit N] [--in-place]

Needs strace. Prints a table of call, fault, how often it was tried, exit statuses, and whether the site was the old one or
the new one, whole; ends with 1 when it was ever neither, or when a build afterwards did not make the new one.
"""
import argparse
import collections
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile

CALLS = ["openat", "write", "mkdirat", "mkdir", "linkat", "renameat", "rename", "renameat2", "unlinkat", "unlink",
         "fsync", "syncfs", "fchmod", "fchmodat", "sendfile", "utimensat", "newfstatat", "getdents64", "flock", "read"]

MATTER = """---
dnr: 2019:{n}
titel: {title}
fs: 2020-09-18
bilaga: {n}
---

# {title}

## Förslag till beslut

Förbundsstyrelsen föreslås besluta

- **att** pröva {n}
"""


def put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def lay(site):
    put(f"{site}/klubba.yml", "organisation: Provförbundet\nadress: https://prov.example\n")
    put(f"{site}/content/moten/fs-2020-09-18.md", "---\norgan: FS\ndatum: 2020-09-18\nkallelse: 2020-09-11\n---\n")
    for n in (1, 2, 3):
        put(f"{site}/content/arenden/{n}/arende.md", MATTER.format(n=n, title=f"Ärende {n}"))
    put(f"{site}/content/arenden/3/bilaga.txt", "bilaga\n")


def change(site):
    put(f"{site}/content/arenden/1/arende.md", MATTER.format(n=1, title="Ett annat namn"))
    shutil.rmtree(f"{site}/content/arenden/2")
    put(f"{site}/content/arenden/4/arende.md", MATTER.format(n=4, title="Ärende 4"))
    put(f"{site}/theme/tillgangar/farger.css", "body{margin:1px}\n")


def sums(folder):
    found = {}
    for top, _, files in os.walk(folder):
        for name in files:
            path = os.path.join(top, name)
            relative = os.path.relpath(path, folder)
            if relative.startswith(".klubba"):
                continue
            with open(path, "rb") as file:
                found[relative] = hashlib.sha256(file.read()).hexdigest()
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("klubba")
    parser.add_argument("--errors", default="EIO,ENOSPC,EACCES,EINTR,KILL")
    parser.add_argument("--limit", type=int, default=40, help="how many of each call are tried, spread evenly")
    parser.add_argument("--in-place", action="store_true", help="take the name of the folder beside the output")
    options = parser.parse_args()
    klubba = os.path.realpath(options.klubba)
    work = tempfile.mkdtemp(prefix="klubba-fel-", dir=os.environ.get("TMPDIR", "/tmp"))
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1601000000", XDG_CACHE_HOME=f"{work}/cache")
    base, site = f"{work}/base", f"{work}/site"
    build = [klubba, "build", "--site", site, "--no-search"]

    def run(command):
        return subprocess.run(command, env=environment, capture_output=True, text=True)

    def restore():
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(base, site, symlinks=True)
        if options.in_place:
            put(f"{site}/.public.klubba", "min")
        assert run(build).returncode == 0
        old = sums(f"{site}/public")
        change(site)
        return old

    lay(base)
    old = restore()
    log = f"{work}/log"
    counted = run(["strace", "-f", "-o", log, "-e", "trace=" + ",".join(CALLS)] + build)
    assert counted.returncode == 0, counted.stderr
    new = sums(f"{site}/public")
    with open(log) as file:
        counts = collections.Counter(re.findall(r"^\d+ +(\w+)\(", file.read(), re.M))
    bad, tried = [], 0
    print(f"{'call':12} {'fault':8} {'tried':>5} {'old':>4} {'new':>4} {'mixed':>5}  exit statuses")
    for call in CALLS:
        if not counts[call]:
            continue
        for fault in options.errors.split(","):
            states, exits = collections.Counter(), collections.Counter()
            step = max(1, counts[call] // options.limit)
            for number in range(1, counts[call] + 1, step):
                old = restore()
                what = "signal=KILL" if fault == "KILL" else f"error={fault}"
                result = run(["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}",
                              "-e", f"inject={call}:{what}:when={number}"] + build)
                found = sums(f"{site}/public")
                state = "old" if found == old else "new" if found == new else "mixed"
                states[state] += 1
                exits[result.returncode] += 1
                tried += 1
                said = result.stderr.strip().splitlines()[-1:] or [""]
                if state == "mixed" and not (options.in_place and (fault == "KILL" or "är nya" in said[0])):
                    bad.append(f"{call} {fault} {number}: mixed, exit {result.returncode}: {said[0][:160]}")
                if state == "old" and result.returncode == 0:
                    bad.append(f"{call} {fault} {number}: old, and exit 0")
                again = run(build)
                if again.returncode != 0 or sums(f"{site}/public") != new:
                    bad.append(f"{call} {fault} {number}: the next build, exit {again.returncode}: {again.stderr[-160:]}")
            print(f"{call:12} {fault:8} {sum(states.values()):5} {states['old']:4} {states['new']:4} "
                  f"{states['mixed']:5}  {dict(exits)}", flush=True)
    shutil.rmtree(work, ignore_errors=True)
    print(f"{tried} faults tried")
    for line in bad:
        print("FEL", line)
    return 1 if bad else 0


sys.exit(main())
