#!/usr/bin/env python3
"""Lets each system call of a command fail in turn, and kills the command at each, and looks at what a reader would find.

    inject.py KLUBBA [--what build,in-place,undo,publish,publish-undo,seal,import] [--errors EIO,ENOSPC,EACCES,EINTR,KILL]
              [--limit N]

Needs strace, which counts calls by thread: the Nth call of every thread fails. Prints a table of command, call, fault, how
often it struck, what a reader found (old, new, some: each file whole, mixed) and exit statuses, and what klubba said. Ends
with 1 when what was found was ever neither the old nor the new, when klubba said otherwise, when a failure was told
without its file, or when the command run again did not make the new one.
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


def sums(folder):
    found = {}
    for top, _, files in os.walk(folder):
        for name in files:
            path = os.path.join(top, name)
            relative = os.path.relpath(path, folder)
            # Klubba's own, and a draft that an import left when it was killed: hidden, and taken away by the next.
            if relative.startswith(".klubba") or name.startswith(".klubba-import-"):
                continue
            with open(path, "rb") as file:
                found[relative] = hashlib.sha256(file.read()).hexdigest()
    return found


class Command:
    """What is run, on which site, and where its readers look."""

    words, watched, withdraws, may_be_some = [], "site/public", True, False

    def __init__(self, klubba, work):
        self.klubba, self.work, self.site = klubba, work, f"{work}/root/site"
        self.environment = dict(
            os.environ, SOURCE_DATE_EPOCH="1599900000", XDG_CACHE_HOME=f"{work}/root/cache", TMPDIR=f"{work}/tmp")

    def line(self, *words):
        return [self.klubba, *(words or self.words), "--site", self.site]

    def run(self, command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)

    def must(self, *words):
        done = self.run(self.line(*words))
        assert done.returncode == 0, done.stderr

    def lay(self):
        put(f"{self.site}/klubba.yml", "organisation: Provförbundet\nadress: https://prov.example\n"
            f'publicering:\n  offentlig: {{till: "mapp:{self.work}/root/webb"}}\n')
        put(f"{self.site}/content/moten/fs-2020-09-18.md", "---\norgan: FS\ndatum: 2020-09-18\nkallelse: 2020-09-11\n---\n")
        for n in (1, 2, 3):
            put(f"{self.site}/content/arenden/{n}/arende.md", MATTER.format(n=n, title=f"Ärende {n}"))
        put(f"{self.site}/content/arenden/3/bilaga.txt", "bilaga\n")

    def change(self):
        put(f"{self.site}/content/arenden/1/arende.md", MATTER.format(n=1, title="Ett annat namn"))
        if self.withdraws:
            shutil.rmtree(f"{self.site}/content/arenden/2")
        put(f"{self.site}/content/arenden/4/arende.md", MATTER.format(n=4, title="Ärende 4"))
        put(f"{self.site}/theme/tillgangar/farger.css", "body{margin:1px}\n")

    def prepare(self):
        self.lay()
        self.must("build", "--no-search")
        self.change()

    def seen(self):
        return sums(f"{self.work}/root/{self.watched}")

    def again(self, state):
        """The command once more: what a person does when the fault is gone."""
        return self.run(self.line())


class Build(Command):
    name, words = "build", ["build", "--no-search"]


class InPlace(Build):
    """Where no folder can change places with the output: its name is taken."""

    name = "in-place"

    def prepare(self):
        super().prepare()
        shutil.rmtree(f"{self.site}/.public.klubba", ignore_errors=True)
        put(f"{self.site}/.public.klubba", "min")


class Undo(Command):
    name, words, withdraws = "undo", ["build", "--undo"], False

    def prepare(self):
        super().prepare()
        self.must("build", "--no-search")

    def again(self, state):
        # What is back is not taken back once more.
        return super().again(state) if state == "old" else self.run(["true"])


class Publish(Command):
    name, words, watched = "publish", ["publish", "--yes"], "webb"

    def prepare(self):
        self.lay()
        self.must("publish", "--yes")
        self.change()


class PublishUndo(Publish):
    name, words, withdraws = "publish-undo", ["publish", "--undo", "--yes"], False

    def prepare(self):
        super().prepare()
        self.must("publish", "--yes")

    def again(self, state):
        mark = os.path.exists(f"{self.site}/.klubba/publicerat/offentlig.pagar")
        return super().again(state) if state == "old" or mark else self.run(["true"])


class Seal(Command):
    name, words = "seal", ["seal", "fs-2020-09-18"]

    def prepare(self):
        self.lay()

    def seen(self):
        # Copies without a line are the next seal's to find.
        path = f"{self.site}/content/beslutslogg.jsonl"
        return open(path, "rb").read() if os.path.exists(path) else b""

    def again(self, state):
        done = super().again(state)
        return done if done.returncode else self.run([self.klubba, "verify", "--site", self.site])


class Import(Command):
    name, watched, may_be_some = "import", "site/content", True

    def prepare(self):
        self.lay()
        for n in (8, 9):
            put(f"{self.work}/root/papper/2019-{n} Skrivelse.md", f"# Skrivelse {n}\n\nDnr 2019:{n}\n\nText om {n}.\n" * 20)

    def line(self, *words):
        return [self.klubba, "import", f"{self.work}/root/papper", "--into", f"{self.site}/content", "--yes"]


class Trials:
    """All faults of one command."""

    def __init__(self, command, limit):
        self.command, self.limit = command, limit
        self.bad, self.tried, self.said = [], 0, collections.Counter()
        self.root, self.base = f"{command.work}/root", f"{command.work}/base"
        os.makedirs(f"{command.work}/tmp", exist_ok=True)
        command.prepare()
        os.rename(self.root, self.base)
        self.restore()
        self.old = command.seen()
        log = f"{command.work}/log"
        counted = command.run(["strace", "-f", "-o", log, "-e", "trace=" + ",".join(CALLS)] + command.line())
        assert counted.returncode == 0, counted.stderr
        self.new = command.seen()
        assert self.new != self.old
        threads = collections.Counter()
        with open(log, errors="replace") as file:
            for thread, call in re.findall(r"^(\d+) +(\w+)\(", file.read(), re.M):
                threads[call, thread] += 1
        self.most = collections.Counter()
        for (call, _), count in threads.items():
            self.most[call] = max(self.most[call], count)

    def restore(self):
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.rmtree(f"{self.command.work}/tmp", ignore_errors=True)
        os.makedirs(f"{self.command.work}/tmp")
        shutil.copytree(self.base, self.root, symlinks=True)

    def state(self):
        found = self.command.seen()
        if found == self.old:
            return "old"
        if found == self.new:
            return "new"
        isWhole = isinstance(found, dict) and all(sum in (self.old.get(path), self.new.get(path)) for path, sum in found.items())
        return "some" if isWhole and set(found) >= set(self.old) & set(self.new) else "mixed"

    def run(self, errors):
        for call in CALLS:
            step = max(1, self.most[call] // self.limit)
            for fault in errors:
                states, exits = collections.Counter(), collections.Counter()
                for number in range(1, self.most[call] + 1, step):
                    self.strike(call, fault, number, states, exits)
                if states:
                    shown = " ".join(f"{kind} {count}" for kind, count in sorted(states.items()))
                    print(f"{self.command.name:12} {call:10} {fault:7} {sum(states.values()):4}  {shown:24} {dict(exits)}", flush=True)
                self.tried += sum(states.values())

    def strike(self, call, fault, number, states, exits):
        self.restore()
        log = f"{self.command.work}/log"
        what = "signal=KILL" if fault == "KILL" else f"error={fault}"
        done = self.command.run(["strace", "-f", "-y", "-o", log, "-e", f"trace={call}", "-e", f"inject={call}:{what}:when={number}"]
                                + self.command.line())
        with open(log, errors="replace") as file:
            struck = file.read()
        if "INJECTED" not in struck and "SIGKILL" not in struck:
            return
        # The runtime looks at its own process before anything of klubba's has begun.
        if any("/proc/" in line for line in struck.splitlines() if "INJECTED" in line):
            return
        # What the loader could not read never became klubba.
        if done.returncode == 127:
            return
        state, lines = self.state(), done.stderr.strip().splitlines()
        states[state] += 1
        exits[done.returncode] += 1
        last = " / ".join(lines[-2:])
        where = f"{self.command.name} {call} {fault} {number}: {state}, exit {done.returncode}: {last[:300]}"
        if done.returncode > 0:
            self.said[re.sub(r"\S*/(root|tmp)/", "", re.sub(r"\d+", "N", last))[:200]] += 1
        if state == "mixed" or (state == "some" and not self.is_allowed(fault, last)):
            self.bad.append(where)
        if state != "new" and done.returncode == 0:
            self.bad.append(f"said that all went well: {where}")
        if state == "new" and "är orörd" in last:
            self.bad.append(f"said that the old one is untouched: {where}")
        if done.returncode not in (0, 1, 3, -9, 137) or (done.returncode > 0 and "/" not in last and "Inget" not in last):
            self.bad.append(f"said too little: {where}")
        again = self.command.again(state)
        after = self.state()
        left = [name for _, _, names in os.walk(self.root) for name in names if name.startswith(".klubba-import-")]
        if left:
            self.bad.append(f"left {left} AFTER {where}")
        if again.returncode != 0 or after != "new":
            self.bad.append(f"run again {after}, exit {again.returncode}: {again.stderr[-200:]} AFTER {where}")

    def is_allowed(self, fault, said):
        """Files that change one by one, each whole: papers that are moved in, and a folder that cannot be exchanged."""
        return self.command.may_be_some or (self.command.name == "in-place" and (fault == "KILL" or "är nya" in said))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("klubba")
    parser.add_argument("--what", default="build,in-place,undo,publish,publish-undo,seal,import")
    parser.add_argument("--errors", default="EIO,ENOSPC,EACCES,EINTR,KILL")
    parser.add_argument("--limit", type=int, default=40, help="how many of each call are tried, spread evenly")
    options = parser.parse_args()
    commands = {one.name: one for one in (Build, InPlace, Undo, Publish, PublishUndo, Seal, Import)}
    bad, tried, said = [], 0, collections.Counter()
    print(f"{'command':12} {'call':10} {'fault':7} {'hits':>4}  {'found':24} exit statuses")
    for name in options.what.split(","):
        work = tempfile.mkdtemp(prefix="klubba-fel-", dir=os.environ.get("TMPDIR", "/tmp"))
        trials = Trials(commands[name](os.path.realpath(options.klubba), work), options.limit)
        trials.run(options.errors.split(","))
        bad, tried, said = bad + trials.bad, tried + trials.tried, said + trials.said
        shutil.rmtree(work, ignore_errors=True)
    print(f"{tried} faults struck\nWhat was said, and how often:")
    for text, count in said.most_common():
        print(f"{count:5}  {text}")
    for line in bad:
        print("FAIL", line)
    return 1 if bad else 0


sys.exit(main())
