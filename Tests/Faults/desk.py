#!/usr/bin/env python3
"""Kills a save of several files at each of its system calls, and fills its disk, and looks at what lies there.

    desk.py KLUBBA [--limit N]

Needs strace, and for the full disk the right to mount. A meeting is moved, which changes its file and each of its ärenden.
After each kill the desk is started, which finishes what was begun; then all files must be the old ones or all the new
ones, with nothing left beside them. On a full disk nothing may have changed. Ends with 1 when it was ever otherwise.
"""
import argparse
import collections
import json
import http.client
import os
import re
import shutil
import subprocess
import sys
import tempfile

CALLS = ["write", "fsync", "renameat", "rename", "renameat2", "linkat", "unlinkat", "unlink", "mkdir", "mkdirat", "fchmod"]
HEAD = "---\ndnr: 2027:{n}\ntitel: Ärende {n}\nfs: 2027-02-26\n---\n\n## Ärendet\n\nText.\n"


def put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def lay(site):
    put(f"{site}/klubba.yml", "organisation: Provförbundet\nadress: https://prov.example\n")
    put(f"{site}/content/moten/fs-2027-02-26.md", "---\norgan: FS\ndatum: 2027-02-26\ntid: 13.00\n---\n")
    for n in (1, 2, 3):
        put(f"{site}/content/arenden/{n}/arende.md", HEAD.format(n=n))


def tree(site):
    found = {}
    for top, _, files in os.walk(f"{site}/content"):
        for name in files:
            with open(os.path.join(top, name), "rb") as file:
                found[os.path.relpath(os.path.join(top, name), site)] = file.read()
    return found


class Desk:
    """A desk that is at work on a site, with a key to it."""

    def __init__(self, klubba, site, state):
        self.process = subprocess.Popen(
            [klubba, "desk", "--site", site, "--no-open", "--port", "0", "--today", "2027-01-15"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=dict(os.environ, XDG_RUNTIME_DIR=state))
        found = re.search(r"127\.0\.0\.1:(\d+)/#biljett=(\w+)", self.process.stdout.readline())
        self.port, self.key = int(found[1]), None
        self.key = self.ask("POST", "session", {"ticket": found[2]})[1]["key"]

    def ask(self, method, path, value=None):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        fields = {"Klubba-Key": self.key} if self.key else {}
        if value is not None:
            fields["Content-Type"] = "application/json"
        line.request(method, "/api/" + path, None if value is None else json.dumps(value), fields)
        answer = line.getresponse()
        return answer.status, json.loads(answer.read())

    def end(self):
        self.process.terminate()
        self.process.wait()


def killed(klubba, work, limit):
    site, state, log = f"{work}/site", f"{work}/state", f"{work}/log"
    move = [klubba, "move", "fs-2027-02-26", "2027-03-05", "--site", site, "--today", "2027-01-15"]

    def restore():
        shutil.rmtree(site, ignore_errors=True)
        lay(site)

    restore()
    old = tree(site)
    counted = subprocess.run(["strace", "-f", "-o", log, "-e", "trace=" + ",".join(CALLS)] + move, capture_output=True)
    assert counted.returncode == 0, counted.stderr
    new = tree(site)
    assert new != old and len(new) == len(old)
    with open(log, encoding="utf-8", errors="replace") as file:
        counts = collections.Counter(re.findall(r"^\d+ +(\w+)\(", file.read(), re.M))
    bad, tried = [], collections.Counter()
    for call in CALLS:
        # The last calls are those of the save; the first belong to the reading of the site.
        for number in range(max(1, counts[call] - limit + 1), counts[call] + 1):
            restore()
            subprocess.run(["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                            f"inject={call}:signal=KILL:when={number}"] + move, capture_output=True)
            Desk(klubba, site, state).end()
            found = tree(site)
            kind = "old" if found == old else "new" if found == new else "mixed"
            tried[kind] += 1
            if kind == "mixed" or os.path.exists(f"{site}/.klubba/historik/pagar.json"):
                bad.append(f"{call} {number}: {kind} {sorted(set(found) ^ set(new))}")
        print(f"killed, up to {call}: {dict(tried)}", flush=True)
    return bad


def full(klubba, work):
    site, state = f"{work}/full", f"{work}/state"
    os.makedirs(site)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", site], check=True)
    bad = []
    try:
        lay(site)
        desk = Desk(klubba, site, state)
        path = "content/arenden/1/arende.md"
        version = desk.ask("GET", f"file?path={path}")[1]["version"]
        with open(f"{site}/fylld", "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError:
                pass
        before = tree(site)
        change = {"path": path, "base": version, "edits": [{"body": "Mycket text.\n" * 2000}]}
        status, answer = desk.ask("POST", "save", {"changes": [change], "label": ""})
        said = "Disken är full. Inget skrevs; texten ligger kvar här."
        if (status, answer["error"], answer["text"]) != (507, "disk", said):
            bad.append(f"full disk: {status} {answer}")
        if tree(site) != before:
            bad.append("full disk: something was written")
        os.unlink(f"{site}/fylld")
        status, answer = desk.ask("POST", "save", {"changes": [change], "label": ""})
        if status != 200:
            bad.append(f"after the full disk: {status} {answer}")
        desk.end()
        print("full disk: 507 and nothing written")
    finally:
        subprocess.run(["umount", "-l", site], check=False)
    return bad


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("klubba")
    parser.add_argument("--limit", type=int, default=40, help="how many of each call are tried, from the last")
    options = parser.parse_args()
    klubba = os.path.realpath(options.klubba)
    work = tempfile.mkdtemp(prefix="klubba-desk-", dir=os.environ.get("TMPDIR", "/tmp"))
    bad = full(klubba, work) + killed(klubba, work, options.limit)
    shutil.rmtree(work, ignore_errors=True)
    for line in bad:
        print("FAIL", line)
    return 1 if bad else 0


sys.exit(main())
