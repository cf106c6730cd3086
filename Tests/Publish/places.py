#!/usr/bin/env python3
"""klubba publish against real places, with the line cut at random moments, and back again with --undo.

    places.py KLUBBA [--rounds N] [--seed N] [--only ssh,webdav,s3,git,folder]

Needs sshd, rsync, git and rclone (Debian: openssh-server rsync git rclone nginx-light curl) and, for s3, moto's server in the Python that
runs this (pip install "moto[server]"); a place whose program is missing is told and left out. Everything lies in a
temporary folder: keys are made for the run, servers listen on 127.0.0.1. The line is a proxy that counts bytes and, from a
random one on, lets nobody through. A folder has no line: there klubba itself is killed.

In front of ssh stands nginx, where it is installed: klubba fetches its pages back through it (`kontroll`), and a reader
fetches pages all the while, each of which must be a whole page of one edition or another.

After each round, whatever became of it, what a reader finds is the old site or the new one, whole; where the place has no
step that turns a whole site (rclone) each file is the old one or the new one, and every style sheet that a page names is
there. Then it is run again without a cut, and readers have the new site. At last --undo brings back the one before, with
the line cut on the way back too: taken up again, it goes back to the same site and no further.
"""

import argparse
import getpass
import hashlib
import json
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(port):
    for _ in range(2400):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    sys.exit(f"nothing answers on port {port}")


class Line(threading.Thread):
    """A way to a server, which breaks for good after so many bytes."""

    def __init__(self, target):
        super().__init__(daemon=True)
        self.target, self.limit, self.passed = target, None, 0
        self.lock, self.open = threading.Lock(), set()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.start()

    def reset(self, limit):
        with self.lock:
            self.limit, self.passed = limit, 0

    @property
    def is_cut(self):
        return self.limit is not None and self.passed >= self.limit

    def run(self):
        while True:
            client, _ = self.listener.accept()
            if self.is_cut:
                client.close()
                continue
            server = socket.create_connection(("127.0.0.1", self.target))
            with self.lock:
                self.open |= {client, server}
            for a, b in ((client, server), (server, client)):
                threading.Thread(target=self.pump, args=(a, b), daemon=True).start()

    def pump(self, a, b):
        try:
            while data := a.recv(16384):
                with self.lock:
                    if self.limit is not None:
                        data = data[: max(0, self.limit - self.passed)]
                    self.passed += len(data)
                b.sendall(data)
                if self.is_cut:
                    self.cut()
                    return
        except OSError:
            pass
        for one in (a, b):
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def cut(self):
        with self.lock:
            for one in self.open:
                try:
                    one.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
            self.open = set()


class Reader(threading.Thread):
    """Fetches the front page again and again, and keeps the sums of what came."""

    def __init__(self, address):
        super().__init__(daemon=True)
        self.address, self.seen, self.missing, self.count = address, set(), 0, 0
        self.start()

    def run(self):
        while True:
            try:
                with urllib.request.urlopen(self.address + "/", timeout=30) as answer:
                    self.seen.add(hashlib.sha256(answer.read()).hexdigest())
                    self.count += 1
            except OSError:
                self.missing += 1
            time.sleep(0.02)


class Place:
    """Somewhere to publish to: what klubba.yml calls it, and what its readers find."""

    whole = True
    line = None
    # The server itself lets readers see a file that has come by half (rclone's does, nginx does not).
    cuts_files = False
    control = None

    def __init__(self, work):
        self.work = work / self.name
        self.work.mkdir()
        self.children, self.environment = [], {}

    def server(self, *words, port, **more):
        log = open(self.work / "server.log", "ab")
        self.children.append(subprocess.Popen(words, stdout=log, stderr=log, **more))
        wait_for(port)

    def end(self):
        for child in self.children:
            child.terminate()
            child.wait()


def tree(folder):
    folder = pathlib.Path(folder)
    if not folder.exists():
        return {}
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".klubba")
    }


class Folder(Place):
    name = "folder"

    def __init__(self, work):
        super().__init__(work)
        self.till = f"mapp:{self.work}/webb"

    def seen(self):
        return tree(self.work / "webb")


class SSH(Place):
    name = "ssh"

    def __init__(self, work):
        super().__init__(work)
        self.start()
        self.till = f"ssh:webben:{self.work}/webb"

    def start(self):
        port = free_port()
        for key in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.work / key], check=True)
        shutil.copy(self.work / "user.pub", self.work / "keys")
        (self.work / "sshd_config").write_text(
            f"Port {port}\nListenAddress 127.0.0.1\nHostKey {self.work}/host\nAuthorizedKeysFile {self.work}/keys\n"
            f"PidFile {self.work}/pid\nUsePAM no\nPasswordAuthentication no\nStrictModes no\nPermitRootLogin yes\n"
            "MaxStartups 100\nSubsystem sftp internal-sftp\n"
        )
        pathlib.Path("/run/sshd").mkdir(exist_ok=True)
        self.server("/usr/sbin/sshd", "-D", "-e", "-f", self.work / "sshd_config", port=port)
        self.line = Line(port)
        (self.work / "config").write_text(
            f"Host webben\n HostName 127.0.0.1\n Port {self.line.port}\n User {getpass.getuser()}\n"
            f" IdentityFile {self.work}/user\n StrictHostKeyChecking no\n UserKnownHostsFile {self.work}/known\n"
            " LogLevel ERROR\n"
        )
        own = self.work / "bin"
        own.mkdir()
        # OpenSSH reads the settings of the user's real home: these say where the run's own are.
        for program, more in (("ssh", ""), ("sftp", f"-S {own}/ssh ")):
            (own / program).write_text(f'#!/bin/sh\nexec /usr/bin/{program} {more}-F {self.work}/config "$@"\n')
            (own / program).chmod(0o755)
        self.environment = {"PATH": f"{own}:{os.environ['PATH']}"}
        if self.name == "ssh" and shutil.which("nginx") and shutil.which("curl"):
            self.serve()

    def serve(self):
        port = free_port()
        user = "user root;\n" if os.geteuid() == 0 else ""
        (self.work / "nginx.conf").write_text(
            f"{user}daemon off;\nmaster_process off;\npid {self.work}/nginx.pid;\nerror_log {self.work}/nginx.log;\nevents {{}}\n"
            f"http {{ access_log off; include /etc/nginx/mime.types;\n"
            f"server {{ listen 127.0.0.1:{port}; root {self.work}/webb; index index.html; }} }}\n"
        )
        self.server("nginx", "-p", self.work, "-c", self.work / "nginx.conf", port=port)
        self.control = f"http://127.0.0.1:{port}"

    def seen(self):
        return tree(self.work / "webb")


class Git(SSH):
    name = "git"

    def __init__(self, work):
        Place.__init__(self, work)
        self.start()
        self.repository = self.work / "fjarr.git"
        subprocess.run(["git", "init", "--quiet", "--bare", self.repository], check=True)
        self.till = f"git:ssh://webben{self.repository}#sidor"

    def seen(self):
        out = self.work / "ut"
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        archive = subprocess.run(["git", "-C", self.repository, "archive", "sidor"], capture_output=True)
        if archive.returncode == 0:
            subprocess.run(["tar", "-x", "-C", out], input=archive.stdout, check=True)
        subprocess.run(["git", "-C", self.repository, "fsck", "--no-progress", "--no-dangling"], check=True, capture_output=True)
        return tree(out)


class WebDAV(Place):
    name = "webdav"
    whole = False
    cuts_files = True

    def __init__(self, work):
        super().__init__(work)
        port = free_port()
        (self.work / "webb").mkdir()
        self.server("rclone", "serve", "webdav", self.work / "webb", "--addr", f"127.0.0.1:{port}", port=port)
        self.line = Line(port)
        (self.work / "rclone.conf").write_text(f"[prov]\ntype = webdav\nurl = http://127.0.0.1:{self.line.port}\nvendor = other\n")
        self.environment = {"RCLONE_CONFIG": str(self.work / "rclone.conf"), "RCLONE_LOW_LEVEL_RETRIES": "1", "RCLONE_TIMEOUT": "20s"}
        self.till = "rclone:prov:"

    def seen(self):
        return tree(self.work / "webb")


class S3(Place):
    name = "s3"
    whole = False

    def __init__(self, work):
        super().__init__(work)
        self.port = free_port()
        self.server(sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port), port=self.port)
        self.line = Line(self.port)
        (self.work / "rclone.conf").write_text(
            "[prov]\ntype = s3\nprovider = Other\naccess_key_id = x\nsecret_access_key = y\nregion = us-east-1\n"
            f"endpoint = http://127.0.0.1:{self.line.port}\n"
        )
        self.environment = {"RCLONE_CONFIG": str(self.work / "rclone.conf"), "RCLONE_LOW_LEVEL_RETRIES": "1", "RCLONE_TIMEOUT": "20s"}
        self.till = "rclone:prov:webb"

    def seen(self):
        out = self.work / "ut"
        shutil.rmtree(out, ignore_errors=True)
        environment = os.environ | {"RCLONE_CONFIG": str(self.work / "rclone.conf")}
        self.line.reset(None)
        subprocess.run(["rclone", "copy", "prov:webb", out], env=environment, capture_output=True)
        return tree(out)


class Trial:
    """A site that is published to a place again and again."""

    def __init__(self, klubba, place, work, chance):
        self.klubba, self.place, self.chance = klubba, place, chance
        self.root = work / f"{place.name}-sajt"
        subprocess.run([sys.executable, HERE / "../../Benchmarks/corpus.py", "40", self.root], check=True, capture_output=True)
        profile = self.root / "klubba.yml"
        control = f', kontroll: "{place.control}"' if place.control else ""
        profile.write_text(profile.read_text() + f'publicering:\n  offentlig: {{till: "{place.till}"{control}}}\n')
        self.fronts = set()
        self.number, self.figures = 0, {"cut": 0, "old": 0, "new": 0, "mixed files, each whole": 0, "undone": 0, "undone after a cut": 0}

    def edit(self, withdraws=True):
        """A page changes, one comes and one goes."""
        self.number += 1
        (self.root / "content/index.md").write_text(f"Version {self.number}.\n")
        if not withdraws:
            return
        pages = self.root / "content/sidor"
        pages.mkdir(exist_ok=True)
        for old in pages.glob("prov-*.md"):
            old.unlink()
        (pages / f"prov-{self.number}.md").write_text(f"# Sida {self.number}\n\nText {self.number}.\n" + "Mer text. " * self.chance.randrange(2000))

    def command(self, *words):
        return [self.klubba, *words, "--today", "2026-11-20"]

    def built(self):
        out = self.root / "../" / f"{self.place.name}-facit"
        done = subprocess.run(self.command("build", "--output", str(out), "--keep", "0"), cwd=self.root, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(done.stderr)
        found = tree(out)
        self.fronts.add(hashlib.sha256(found["index.html"]).hexdigest())
        return found

    def publish(self, *words, kill_after=None):
        child = subprocess.Popen(
            self.command("publish", "--yes", *words), cwd=self.root, env=os.environ | self.place.environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if kill_after is not None:
            time.sleep(kill_after)
            child.send_signal(signal.SIGKILL)
        said, _ = child.communicate()
        return child.returncode, said

    def look(self, before, after):
        """Whose site a reader finds; a mixture is a fault, or not, by the place."""
        seen = self.place.seen()
        if seen == after:
            return "new"
        if seen == before:
            return "old"
        if self.place.whole:
            self.fail("a mixture of the old site and the new", seen, before, after)
        for path, data in seen.items():
            if self.place.cuts_files and data != after.get(path) and after.get(path, b"").startswith(data):
                self.figures["files cut in the middle"] = self.figures.get("files cut in the middle", 0) + 1
            elif data not in (before.get(path), after.get(path)):
                self.fail(f"{path} is neither the old file nor the new", seen, before, after)
            if path.endswith(".html"):
                for name in re.findall(rb'href="[./]*(tema/[^"]+)"', data):
                    if name.decode() not in seen:
                        self.fail(f"{path} names {name.decode()}, which is not there", seen, before, after)
        return "mixed files, each whole"

    def fail(self, what, seen, before, after):
        print(f"FAULT at {self.place.name}: {what}")
        print("  only seen:", sorted(set(seen) - set(before) - set(after))[:5])
        print("  missing of new:", sorted(set(after) - set(seen))[:5], "of old:", sorted(set(before) - set(seen))[:5])
        sys.exit(1)

    def run(self, rounds):
        place, line = self.place, self.place.line
        self.edit()
        before = self.built()
        began = time.monotonic()
        if line:
            line.reset(None)
        status, said = self.publish()
        if status != 0 or self.look({}, before) != "new":
            sys.exit(f"{place.name}: the first publish: {status}\n{said}")
        seconds = time.monotonic() - began
        reader = Reader(place.control) if place.control else None
        # What an ordinary round sends, so that a cut can come anywhere in it.
        usual = None
        for number in range(rounds):
            self.edit()
            after = self.built()
            if line:
                line.reset(None if usual is None else self.chance.randrange(1, int(usual * 1.05)))
                status, said = self.publish()
                if usual is None:
                    usual, seconds = line.passed, seconds
            else:
                status, said = self.publish(kill_after=self.chance.uniform(0, seconds))
            was_cut = line.is_cut if line else status == -signal.SIGKILL
            found = self.look(before, after)
            if status == 0 and found != "new":
                self.fail("klubba says that it is published, and it is not", place.seen(), before, after)
            if status != 0 and line and "Läsarna har kvar den förra webbplatsen" in said and found not in ("old",):
                self.fail(f"klubba says that readers have the old site, and they have: {found}", place.seen(), before, after)
            self.figures["cut"] += was_cut
            self.figures[found] += 1
            if line:
                line.reset(None)
            status, said = self.publish()
            if status != 0 or self.look(before, after) != "new":
                sys.exit(f"{place.name}: taken up again: {status}\n{said}")
            before = after
        for number in range(max(2, rounds // 3)):
            self.undo(before, usual, seconds, isCut=number > 0)
        if reader:
            self.figures["pages read meanwhile"] = reader.count
            if reader.seen - self.fronts or reader.missing:
                sys.exit(f"{place.name}: a reader got {len(reader.seen - self.fronts)} pages of no edition, {reader.missing} times none")
        print(f"{place.name}: {rounds} rounds, {json.dumps(self.figures)}, an ordinary round sends {usual or '-'} bytes", flush=True)

    def undo(self, before, usual, seconds, isCut):
        """A publish, and back to the one before."""
        place, line = self.place, self.place.line
        # What is withdrawn since does not come back unasked, so this time nothing is.
        self.edit(withdraws=False)
        status, said = self.publish()
        last = self.built()
        if status != 0 or self.look(before, last) != "new":
            sys.exit(f"{place.name}: the last publish: {status}\n{said}")
        if isCut:
            if line:
                line.reset(self.chance.randrange(1, int(usual * 1.05)))
                status, said = self.publish("--undo")
                line.reset(None)
            else:
                status, said = self.publish("--undo", kill_after=self.chance.uniform(0, seconds))
            found = self.look(last, before)
            if status == 0 and found != "new":
                self.fail("klubba says that it is back, and it is not", place.seen(), last, before)
            if status > 0 and "Läsarna har kvar den senaste webbplatsen" in said and found != "old":
                self.fail(f"klubba says that readers have the last site, and they have: {found}", place.seen(), last, before)
            # It may have been done before it was killed: once more would be another step back.
            if status == 0 or (found == "new" and not (self.root / ".klubba/publicerat/offentlig.pagar").exists()):
                return
        status, said = self.publish("--undo")
        if status != 0 or self.look({}, before) != "new":
            self.fail(f"--undo ended with {status}: {said}", place.seen(), {}, before)
        self.figures["undone after a cut" if isCut else "undone"] += 1


def main():
    words = argparse.ArgumentParser()
    words.add_argument("klubba")
    words.add_argument("--rounds", type=int, default=20)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--only", default="folder,ssh,git,webdav,s3")
    asked = words.parse_args()
    places = {place.name: place for place in (Folder, SSH, Git, WebDAV, S3)}
    needed = {"ssh": ["rsync", "ssh"], "git": ["git", "ssh"], "webdav": ["rclone"], "s3": ["rclone"]}
    work = pathlib.Path(tempfile.mkdtemp(prefix="klubba-platser-"))
    os.environ["XDG_CACHE_HOME"] = str(work / "cache")
    os.environ["KLUBBA_SYNK"] = "nej"
    # rclone refuses S3 where somebody's own certificates are set, and nothing here is encrypted.
    os.environ.pop("AWS_CA_BUNDLE", None)
    try:
        for name in asked.only.split(","):
            missing = [one for one in needed.get(name, []) if not shutil.which(one)]
            if name in ("ssh", "git") and not pathlib.Path("/usr/sbin/sshd").exists():
                missing.append("sshd")
            if name == "s3":
                try:
                    import moto.server  # noqa: F401
                except ImportError:
                    missing.append("moto")
            if missing:
                print(f"{name}: left out, {', '.join(missing)} is missing")
                continue
            place = places[name](work)
            try:
                Trial(os.path.abspath(asked.klubba), place, work, random.Random(asked.seed)).run(asked.rounds)
            finally:
                place.end()
    finally:
        shutil.rmtree(work, ignore_errors=True)


main()
