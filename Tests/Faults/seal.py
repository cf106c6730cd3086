#!/usr/bin/env python3
"""Kills a sealing at each of its system calls, lets each fail in turn, fills the disk, and lets several seal at once:
seal.py KLUBBA [--limit 12] [--kills 10] [--rounds 5] [--only NAME]

Every command that writes beside the log is tried: a kallelse's seal, a record's, --correct, --withdraw, --head, a cosignature
taken in, --timestamp-request, --timestamp-response, --renew, and cosign at the witness's desk. After each fault the log has to be
the old one or the old one and one line, everything that was kept has to be there, verify may at most say that something was
broken off, and the same command once more has to end with what it ends with undisturbed. Needs strace and openssl; the full
disk is a small tmpfs, for which it has to be root. Prints what was tried, and ends with 1 when something was lost.
"""
import argparse
import collections
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Tamper"))
from sealed_site import KEY, LOG, MEETING, MINUTES, OTHER_KEY, RECORD, SealedSite  # noqa: E402

CALLS = ["openat", "write", "pwrite64", "mkdirat", "mkdir", "renameat", "rename", "renameat2", "unlinkat", "unlink", "fsync",
         "fdatasync", "fchmod", "ftruncate", "ioctl", "copy_file_range", "sendfile", "flock", "fcntl", "close"]
FAULTS = ["signal=KILL", "error=ENOSPC", "error=EIO"]
# What may be told of a seal that was broken off: copies without a line, and a head behind its log or not there yet.
BROKEN_OFF = {"K139", "K311", "K435"}
AUTHORITY = """[req]
distinguished_name=n
prompt=no
[n]
CN=Provrot
[tsa]
default_tsa=t
[t]
serial=serial
crypto_device=builtin
signer_cert=tsa.pem
certs=root.pem
signer_key=tsa.key
signer_digest=sha256
default_policy=1.2.3.4
digests=sha256,sha512
accuracy=secs:1
[ext]
extendedKeyUsage=critical,timeStamping
"""


def openssl(folder, *arguments):
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


def authority(folder):
    os.makedirs(folder)
    with open(f"{folder}/c.cnf", "w") as file:
        file.write(AUTHORITY)
    with open(f"{folder}/serial", "w") as file:
        file.write("01\n")
    openssl(folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "root.key", "-out", "root.pem", "-config",
            "c.cnf", "-days", "9000")
    openssl(folder, "req", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-config", "c.cnf",
            "-subj", "/CN=Provstampel")
    openssl(folder, "x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-out",
            "tsa.pem", "-days", "9000", "-extfile", "c.cnf", "-extensions", "ext")
    with open(f"{folder}/chain.pem", "w") as file:
        for name in ("tsa.pem", "root.pem"):
            with open(f"{folder}/{name}") as part:
                file.write(part.read())


def read(path):
    with open(path, "rb") as file:
        return file.read()


class Desk:
    """A folder with a site, the keys, a time stamp authority and a witness; each command starts from a state of it."""

    def __init__(self, klubba, folder):
        self.klubba, self.folder, self.site = klubba, folder, f"{folder}/site"
        self.states, self.commands = f"{folder}/states", {}
        self.environment = dict(os.environ, XDG_CACHE_HOME=f"{folder}/cache", KLUBBA_SYNK="nej", KLUBBA_PAGEFIND="")
        self.environment.pop("SOURCE_DATE_EPOCH", None)
        authority(f"{folder}/tsa")
        self.prepare()

    def run(self, *arguments, before=()):
        return subprocess.run([*before, self.klubba, *arguments], cwd=self.site, env=self.environment, capture_output=True,
                              text=True, timeout=300)

    def must(self, *arguments):
        result = self.run(*arguments)
        if result.returncode:
            sys.exit(f"{' '.join(arguments)}: {result.returncode} {result.stderr}")

    def seal(self, day, *more):
        return ["seal", MEETING, "--today", day, "--key", "../nyckel", *more]

    def put(self, path, text):
        os.makedirs(os.path.dirname(f"{self.site}/{path}"), exist_ok=True)
        with open(f"{self.site}/{path}", "w") as file:
            file.write(text)

    def state(self, name, command):
        """The command, and the state that it is tried from; then the command is carried out."""
        shutil.copytree(self.site, f"{self.states}/{name}")
        self.commands[name] = command
        self.must(*command)

    def restore(self, name, site=None):
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.copytree(f"{self.states}/{name}", self.site)

    def prepare(self):
        from sealed_site import FILES
        for path, text in FILES.items():
            self.put(path, text)
        for name, key in (("nyckel", KEY), ("annan", OTHER_KEY)):
            with open(f"{self.folder}/{name}", "w") as file:
                file.write(key + "\n")
        self.state("kallelse", self.seal("2020-09-11"))
        self.state("withdraw", self.seal("2020-09-12", "--withdraw", "--reason", "Fel dag"))
        self.must(*self.seal("2020-09-13"))
        self.must("build", "--today", "2020-09-13", "--output", "../ut")
        # The witness keeps what it signed in the site's folder here, so that it is part of the state.
        shutil.copy(f"{self.folder}/ut/forsegling/begaran-0.txt", f"{self.site}/begaran.txt")
        self.state("cosign", ["cosign", "begaran.txt", "--key", "../annan", "--name", "nyhamn.se/intyg", "--state", "minne"])
        told = self.run("cosign", "begaran.txt", "--key", "../annan", "--name", "nyhamn.se/intyg", "--state", "../annat")
        key = re.search(r"nyhamn\.se/intyg[+]\S+", told.stdout)[0]
        self.put("content/forsegling/intygare.txt", f"Nyhamns kommun: {key}\n")
        self.state("cosignature", ["seal", "--cosignature", "intyg.txt"])
        self.state("timestamp-request", ["seal", "--timestamp-request", "q.tsq"])
        self.reply()
        self.state("timestamp-response", ["seal", "--timestamp-response", "a.tsr", "--certificates", "../tsa/chain.pem"])
        self.put(RECORD, MINUTES)
        self.state("protokoll", self.seal("2020-09-25"))
        self.state("renew", ["seal", "--renew", "q.tsq"])
        self.reply()
        self.state("renewal-response", ["seal", "--timestamp-response", "a.tsr", "--certificates", "../tsa/chain.pem"])
        with open(f"{self.site}/{RECORD}") as file:
            text = file.read()
        self.put(RECORD, text.replace("mot avslaget", "mot avslagen"))
        self.state("correct", self.seal("2020-09-28", "--correct", "--reason", "Skrivfel"))
        for name in os.listdir(f"{self.site}/content/forsegling/huvuden"):
            if name.startswith(f"{self.lines()}."):
                os.remove(f"{self.site}/content/forsegling/huvuden/{name}")
        self.state("head", ["seal", "--head", "--key", "../nyckel"])

    def reply(self):
        openssl(self.folder + "/tsa", "ts", "-reply", "-config", "c.cnf", "-section", "t", "-queryfile", "../site/q.tsq", "-out",
                "../site/a.tsr")

    def lines(self):
        path = f"{self.site}/{LOG}"
        return read(path).count(b"\n") if os.path.exists(path) else 0

    def kept(self):
        """Everything under content/ that a fault must leave, and what the witness remembers."""
        found = {}
        for top, _, names in os.walk(f"{self.site}/content"):
            for name in names:
                if not name.startswith(("skrivs-", "las")):
                    found[os.path.relpath(f"{top}/{name}", self.site)] = read(f"{top}/{name}")
        for name in ("minne", "intyg.txt"):
            if os.path.exists(f"{self.site}/{name}"):
                found[name] = read(f"{self.site}/{name}")
        return found

    def fault(self, name, status, old, new):
        """What is wrong after the command was disturbed; None where nothing is."""
        now, log = self.kept(), LOG
        for path, data in old.items():
            standing = now.get(path)
            if standing is None:
                return f"{path} is gone"
            same = standing == data or standing == new.get(path)
            grown = path.startswith("content/forsegling/huvuden/") and standing.startswith(data)
            if not same and not grown and path not in ("minne", "intyg.txt") and not path.endswith("fornyelser/1.txt"):
                return f"{path} is neither as it was nor as it shall be"
        if now.get(log, b"") not in (old.get(log, b""), new.get(log, b"")):
            return "the log is neither the old nor the new"
        told = self.run("verify", "--today", "2020-10-01")
        codes = set(re.findall(r"(?:error|warning)\[(K\d+)\]", told.stderr))
        expected = set(re.findall(r"(?:error|warning)\[(K\d+)\]", self.told_before[name])) | set(
            re.findall(r"(?:error|warning)\[(K\d+)\]", self.told_after[name]))
        if codes - BROKEN_OFF - expected:
            return f"verify: {told.stderr.strip()[:300]}"
        if status == 0 and not self.is_done(name, new):
            return "it said that it was done, and it was not"
        is_sealed = self.lines() > old.get(LOG, b"").count(b"\n")
        again = self.run(*self.commands[name])
        # What is taken back already is not taken back once more, and that is said.
        if again.returncode and not (name == "withdraw" and is_sealed):
            return f"once more: {again.returncode} {again.stderr.strip()[:300]}"
        if not self.is_done(name, new):
            # A line is sealed, and its head not signed: the other command does that.
            head = self.run("seal", "--head", "--key", "../nyckel")
            if head.returncode or not self.is_done(name, new):
                return f"once more did not do it: {again.stdout[:100]} {head.stderr[:200]}"
        strange = [path for path in now if path.endswith(".skrivs") or "/skrivs-" in path]
        return f"left behind: {strange}" if strange else None

    def is_done(self, name, new):
        """Whether every file is there that the command makes, and the log is the new one."""
        now = self.kept()
        return all(path in now for path in new) and now.get(LOG) == new.get(LOG)

    def learn(self):
        """What each command makes of its state undisturbed."""
        self.before, self.after, self.told_before, self.told_after = {}, {}, {}, {}
        for name, command in self.commands.items():
            self.restore(name)
            self.before[name] = self.kept()
            self.told_before[name] = self.run("verify", "--today", "2020-10-01").stderr
            self.must(*command)
            self.after[name] = self.kept()
            self.told_after[name] = self.run("verify", "--today", "2020-10-01").stderr


def disturbed(desk, name, before, bad, what):
    desk.restore(name)
    result = desk.run(*desk.commands[name], before=before)
    why = desk.fault(name, result.returncode, desk.before[name], desk.after[name])
    if why:
        bad.append(f"{name}, {what}, exit {result.returncode} {result.stderr.strip()[-120:]!r}: {why}")
    return result.returncode


def system_calls(desk, name, limit, bad):
    desk.restore(name)
    log = f"{desk.folder}/strace"
    desk.run(*desk.commands[name], before=["strace", "-f", "-o", log, "-e", "trace=" + ",".join(CALLS)])
    counts = collections.Counter()
    for thread, call in re.findall(r"^(\d+) +(\w+)\(", read(log).decode("utf-8", "replace"), re.M):
        counts[thread, call] += 1
    tried, exits = 0, collections.Counter()
    for call in CALLS:
        # A count is a thread's own; the busiest one does the work.
        most = max([number for (_, other), number in counts.items() if other == call], default=0)
        # What is written is written last.
        numbers = sorted(set(range(1, most + 1, max(1, most // limit))) | set(range(max(1, most - limit), most + 1)))
        for number in numbers:
            for fault in FAULTS:
                if call in ("close", "flock", "fcntl") and fault != "signal=KILL":
                    continue
                before = ["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={number}"]
                exits[disturbed(desk, name, before, bad, f"{call} {fault} {number}")] += 1
                tried += 1
    print(f"{name:20} {tried:5} calls disturbed, exit statuses {dict(exits)}", flush=True)


def killed(desk, name, kills, bad):
    desk.restore(name)
    began = time.monotonic()
    desk.must(*desk.commands[name])
    whole = time.monotonic() - began
    for number in range(kills):
        desk.restore(name)
        child = subprocess.Popen([desk.klubba, *desk.commands[name]], cwd=desk.site, env=desk.environment,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.random() * whole)
        child.kill()
        status = child.wait()
        why = desk.fault(name, status, desk.before[name], desk.after[name])
        if why:
            bad.append(f"{name}, killed {number}: {why}")
    print(f"{name:20} {kills:5} kills at random", flush=True)


def full_disk(desk, name, bad):
    """The site on a disk with so and so many free blocks."""
    small, tried, exits = f"{desk.folder}/liten", 0, collections.Counter()
    os.makedirs(small, exist_ok=True)
    own = desk.site
    for free in range(0, 20):
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", small], check=True)
        try:
            desk.site = f"{small}/site"
            for key in ("nyckel", "annan"):
                shutil.copy(f"{desk.folder}/{key}", small)
            shutil.copytree(f"{desk.folder}/tsa", f"{small}/tsa")
            desk.restore(name)
            used = os.statvfs(small)
            blocks = used.f_blocks - used.f_bfree + free
            subprocess.run(["mount", "-o", f"remount,size={blocks * used.f_bsize}", small], check=True)
            result = desk.run(*desk.commands[name])
            exits[result.returncode] += 1
            subprocess.run(["mount", "-o", "remount,size=64m", small], check=True)
            why = desk.fault(name, result.returncode, desk.before[name], desk.after[name])
            if why:
                bad.append(f"{name}, {free} blocks free, exit {result.returncode} {result.stderr.strip()[-120:]!r}: {why}")
            tried += 1
        finally:
            desk.site = own
            subprocess.run(["umount", small], check=True)
    print(f"{name:20} {tried:5} full disks, exit statuses {dict(exits)}", flush=True)


def at_once(desk, rounds, bad):
    """Several commands at the same time: each line is whole, and whoever was told "done" is done."""
    for number in range(rounds):
        desk.restore("correct")
        before = desk.lines()
        commands = [desk.commands["correct"], desk.commands["correct"], desk.commands["head"],
                    ["seal", "--renew", "q2.tsq"], ["seal", "--cosignature", "intyg.txt"]]
        children = [subprocess.Popen([desk.klubba, *command], cwd=desk.site, env=desk.environment, stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE, text=True) for command in commands]
        said = [(child.communicate(), child.returncode) for child in children]
        sealed = sum(1 for (out, _), status in said[:2] if status == 0 and out.startswith("Förseglade"))
        told = desk.run("verify", "--today", "2020-10-01")
        codes = set(re.findall(r"error\[(K\d+)\]", told.stderr))
        if desk.lines() != before + sealed or sealed != 1 or codes:
            bad.append(f"at once {number}: {sealed} sealed, {desk.lines() - before} lines, {told.stderr[:300]} {said}")
    print(f"{rounds} rounds of five commands at once", flush=True)


def witnesses_at_once(desk, rounds, bad):
    """Two heads that do not fit together, put to one witness at the same time: it never vouches for both."""
    desk.restore("cosign")
    other = Fork(desk)
    for number in range(rounds):
        desk.restore("cosign")
        shutil.copy(other.request, f"{desk.site}/annan.txt")
        command = desk.commands["cosign"]
        commands = [[*command, "--output", "a"], [command[0], "annan.txt", *command[2:], "--output", "b"]]
        children = [subprocess.Popen([desk.klubba, *one], cwd=desk.site, env=desk.environment, stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE, text=True) for one in commands]
        statuses = sorted(child.wait() for child in children)
        if statuses != [0, 1]:
            bad.append(f"witness {number}: {statuses}")
    print(f"{rounds} rounds of two heads put to one witness at once", flush=True)


class Fork:
    """The same log's owner with another log of as many lines."""

    def __init__(self, desk):
        shutil.rmtree(f"{desk.site}/content/.forseglat", ignore_errors=True)
        shutil.rmtree(f"{desk.site}/content/forsegling", ignore_errors=True)
        os.remove(f"{desk.site}/{LOG}")
        desk.must(*desk.seal("2020-09-14"))
        desk.must("build", "--today", "2020-09-14", "--output", "../ut2")
        self.request = f"{desk.folder}/ut2/forsegling/begaran-0.txt"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("klubba")
    parser.add_argument("--limit", type=int, default=12, help="how many of each call are tried, spread evenly, and as many of the last")
    parser.add_argument("--kills", type=int, default=10, help="kills of each command at random moments")
    parser.add_argument("--rounds", type=int, default=5, help="of several commands at once")
    parser.add_argument("--only", help="one command")
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="klubba-fel-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
    bad = []
    try:
        desk = Desk(os.path.realpath(options.klubba), folder)
        desk.learn()
        for name in desk.commands:
            if options.only in (None, name):
                killed(desk, name, options.kills, bad)
                if os.geteuid() == 0:
                    full_disk(desk, name, bad)
                if options.limit:
                    system_calls(desk, name, options.limit, bad)
        at_once(desk, options.rounds, bad)
        witnesses_at_once(desk, options.rounds, bad)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for line in bad:
        print("FEL", line)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
