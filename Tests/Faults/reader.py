#!/usr/bin/env python3
"""Fetches pages with their style sheets through nginx, in a process of its own, while a site is built again and again.

    reader.py KLUBBA [--builds N]

Needs nginx. Each build changes every page and the style sheet. Every response must be a whole page or style sheet of one
build; a page's own style sheet may be gone only where the site was turned between the two fetches. Ends with 1 otherwise.
"""
import argparse
import collections
import hashlib
import multiprocessing
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

PAGES = ["", "arenden/2019-1/", "arenden/2019-2/", "moten/fs-2020-09-18/", "diarium/", "moten/"]
TEXT = "---\ndnr: 2019:{n}\ntitel: Ärende {n} i bygge {build}\nfs: 2020-09-18\nbilaga: {n}\n---\n\n## Ärendet\n\n{words}\n"


def put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def lay(site, build):
    put(f"{site}/klubba.yml", f"organisation: Förbundet, bygge {build}\nadress: https://prov.example\n")
    put(f"{site}/content/moten/fs-2020-09-18.md", f"---\norgan: FS\ndatum: 2020-09-18\nplats: Rum {build}\n---\n")
    for n in (1, 2, 3):
        put(f"{site}/content/arenden/{n}.md", TEXT.format(n=n, build=build, words=f"Ord {build}. " * 300))
    put(f"{site}/theme/tillgangar/farger.css", f"body{{margin:{build}px}}\n" + f"/* {build} */\n" * 500)


def sums(folder):
    found = {}
    for top, _, files in os.walk(folder):
        for name in files:
            path = os.path.join(top, name)
            if name.endswith((".html", ".css")):
                with open(path, "rb") as file:
                    found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


def fetch(address):
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, b""


def read(address, end, results):
    fetched = []
    while not end.is_set():
        for page in PAGES:
            begun = time.time()
            status, body = fetch(f"{address}/{page}")
            styles = []
            for up, name in set(re.findall(rb'href="((?:\.\./)*)(tema/[^"]+\.css)"', body)):
                code, style = fetch(f"{address}/{name.decode()}")
                styles.append((name.decode(), code, hashlib.sha256(style).hexdigest()))
            fetched.append((begun, time.time(), page + "index.html", status, hashlib.sha256(body).hexdigest(), styles))
    results.put(fetched)


def judge(fetched, builds):
    figures, bad = collections.Counter(), []
    for begun, ended, page, status, found, styles in fetched:
        own = [build for build in builds if build[2].get(page) == found]
        figures["pages"] += 1
        if status != 200 or not own:
            bad.append(f"{page}: {status}, of no build")
            continue
        # The build that turned to the page's successor, and when.
        after = builds[builds.index(own[-1]) + 1:][:1]
        wasTurned = bool(after) and after[0][0] <= ended and begun <= after[0][1]
        for name, code, style in styles:
            figures["style sheets"] += 1
            if code == 200 and style == own[-1][2].get(name):
                continue
            if code == 404 and wasTurned:
                figures["style sheets gone, for the site was turned between page and style"] += 1
            else:
                bad.append(f"{page}: {name} {code}, turned {wasTurned}")
    return figures, bad


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("klubba")
    parser.add_argument("--builds", type=int, default=200)
    options = parser.parse_args()
    work = tempfile.mkdtemp(prefix="klubba-lasare-", dir=os.environ.get("TMPDIR", "/tmp"))
    os.chmod(work, 0o755)
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    site = f"{work}/site"
    user = "user root;\n" if os.geteuid() == 0 else ""
    put(f"{work}/nginx.conf", f"{user}daemon off;\nmaster_process off;\npid {work}/pid;\nerror_log {work}/fel;\nevents {{}}\n"
        f"http {{ access_log off; server {{ listen 127.0.0.1:{port}; root {site}/public; index index.html; }} }}\n")
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1599900000", XDG_CACHE_HOME=f"{work}/cache", KLUBBA_SYNK="nej")
    builds = []

    def build(number):
        lay(site, number)
        begun = time.time()
        done = subprocess.run([options.klubba, "build", "--site", site, "--no-search"], env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(done.stderr)
        builds.append((begun, time.time(), sums(f"{site}/public")))

    build(1)
    nginx = subprocess.Popen(["nginx", "-p", work, "-c", f"{work}/nginx.conf"], stderr=subprocess.DEVNULL)
    try:
        while socket.socket().connect_ex(("127.0.0.1", port)) != 0:
            time.sleep(0.05)
        end, results = multiprocessing.Event(), multiprocessing.Queue()
        reader = multiprocessing.Process(target=read, args=(f"http://127.0.0.1:{port}", end, results))
        reader.start()
        for number in range(2, options.builds + 2):
            build(number)
        end.set()
        figures, bad = judge(results.get(), builds)
        reader.join()
    finally:
        nginx.terminate()
        nginx.wait()
        shutil.rmtree(work, ignore_errors=True)
    print(f"{options.builds} builds", dict(figures))
    for line in bad[:20]:
        print("FAIL", line)
    return 1 if bad else 0


sys.exit(main())
