#!/usr/bin/env python3
"""Random sites, and what must hold for every one of them: check.py KLUBBA [--sites 500] [--from 1] [--keep DIR]

1. What is hidden changes no byte of the public edition, and none of its words stands there.
2. The same content gives the same bytes in every process, for both editions.
3. A § with a decision in it has one on its page, or a message on its lines.
4. No ärende stands twice on an agenda, and no number twice at a meeting; both editions agree on a seen paper's number.
5. Every link inside the site leads to a file, and its fragment to an id; no id stands twice on a page.

Prints what does not hold, each with its seeds, and exits with 1. A site is made again with --from SEED --sites 1.
"""

import argparse
import collections
import html
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse

from random_site import SECRET, Site, TODAY

DECIDES = re.compile(r"beslut|bifall|avslag|bordl", re.I)


# A start or end tag and its attributes, or the text up to the next: klubba writes no comments and quotes every value.
PART = re.compile(r'<(/?)([a-zA-Z0-9]+)((?:[^<>"]|"[^"]*")*)>|([^<]+)')
ATTRIBUTE = re.compile(r'\s(id|href|src|class)="([^"]*)"')


class Page:
    """The ids and links of a page, and the rows of its agenda."""

    def __init__(self, text):
        self.ids, self.links, self.rows, self.agenda, self.row = [], [], [], 0, None
        self.is_heading = False
        for end, tag, attributes, words in PART.findall(text):
            if words:
                if self.row is not None:
                    self.row["text"] += html.unescape(words)
            elif end:
                self.end(tag)
            else:
                self.start(tag, {name: html.unescape(value) for name, value in ATTRIBUTE.findall(attributes)})

    def start(self, tag, attributes):
        if attributes.get("id"):
            self.ids.append(attributes["id"])
        for key in ("href", "src"):
            if key in attributes:
                self.links.append(attributes[key])
        names = attributes.get("class", "").split()
        if tag == "ol" and "dagordning" in names:
            self.agenda = 1
        elif self.agenda and tag in ("ol", "ul"):
            self.agenda += 1
        elif self.agenda == 1 and tag == "li":
            self.row = {"links": [], "text": ""}
            self.rows.append(self.row)
        if self.row is not None and tag == "p" and "punkt" in names:
            self.is_heading = True
        if self.is_heading and tag == "a":
            self.row["links"].append(attributes.get("href"))

    def end(self, tag):
        if self.agenda and tag in ("ol", "ul"):
            self.agenda -= 1
            if not self.agenda:
                self.row = None
        if tag == "p":
            self.is_heading = False


class Trial:
    def __init__(self, klubba, seed, folder):
        self.klubba, self.seed, self.folder, self.faults = klubba, seed, folder, []

    def fault(self, kind, text):
        self.faults.append((kind, f"{self.seed}: {text}"))

    def write(self, name, site):
        root = os.path.join(self.folder, name)
        for path, text in site.files.items():
            path = os.path.join(root, path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w") as file:
                file.write(text)
        return root

    def build(self, root, name, audience="public"):
        output = os.path.join(self.folder, name)
        result = subprocess.run(
            [self.klubba, "build", "--site", root, "--today", TODAY, "--audience", audience, "--output", output],
            capture_output=True, text=True, timeout=120)
        return output, result

    def run(self):
        one, two = Site(self.seed, 1), Site(self.seed, 2)
        first = self.write("a", one)
        public, built = self.build(first, "pa")
        if built.returncode not in (0, 1):
            self.fault("crash", f"exit status {built.returncode} {built.stderr[-300:]}")
            return
        second = self.write("b", two)
        other, rebuilt = self.build(second, "pb")
        if built.returncode or rebuilt.returncode:
            errors = re.findall(r"error\[(K\d+)\]: (.*)", built.stderr + rebuilt.stderr)
            self.fault("not built", ", ".join(f"{code} {text[:90]}" for code, text in errors[:2]))
            return
        self.compare("hidden bytes", public, other)
        self.words(public)
        again, _ = self.build(first, "pc")
        self.compare("another process", public, again)
        members, told = self.build(first, "ma", "members")
        if told.returncode:
            self.fault("not built", "members: " + told.stderr[-200:])
            return
        again, _ = self.build(first, "mb", "members")
        self.compare("another process, members", members, again)
        self.decisions(one, public, built.stderr)
        agendas = [self.pages(public, "public"), self.pages(members, "members")]
        for page, numbers in agendas[0].items():
            for row, number in numbers.items():
                if agendas[1].get(page, {}).get(row, number) != number:
                    self.fault("editions differ", f"{page} {row}: {number}, {agendas[1][page][row]}")

    def files(self, output):
        found = {}
        for root, _, names in os.walk(output):
            for name in names:
                path = os.path.join(root, name)
                with open(path, "rb") as file:
                    found[os.path.relpath(path, output)] = file.read()
        return found

    def compare(self, kind, one, two):
        one, two = self.files(one), self.files(two)
        differing = sorted(set(one) ^ set(two)) + sorted(p for p in one.keys() & two.keys() if one[p] != two[p])
        if differing:
            path = differing[0]
            detail = "one has it"
            if path in one and path in two:
                lines = [(a, b) for a, b in zip(one[path].split(b"\n"), two[path].split(b"\n")) if a != b]
                detail = " | ".join(line.decode("utf-8", "replace")[:160] for line in (lines[0] if lines else ()))
            self.fault(kind, f"{len(differing)} files, {path}: {detail}")

    def words(self, output):
        for path, data in self.files(output).items():
            if SECRET in path or SECRET.encode() in data.lower():
                self.fault("a hidden word", path)

    def decisions(self, site, output, messages):
        lines = collections.defaultdict(set)
        for file, line in re.findall(r"^(content/\S+?):(\d+):\d+: (?:warning|error)", messages, re.M):
            lines[file].add(int(line))
        for file, first, last, slug, number, shape in site.paragraphs:
            page = os.path.join(output, "moten", slug, "protokoll", str(number), "index.html")
            if not DECIDES.search(shape) or not os.path.exists(page):
                continue
            with open(page) as text:
                decided = 'class="utfall"' in text.read()
            if not decided and not any(first <= line <= last for line in lines[file]):
                self.fault("no decision and no message", f"{file}:{first} {shape!r}")

    def pages(self, output, edition):
        """Follows links and reads agendas; gives each meeting's numbers by the ärende's address."""
        pages, agendas = {}, {}
        for root, _, names in os.walk(output):
            for name in names:
                path = os.path.relpath(os.path.join(root, name), output)
                if name.endswith(".html"):
                    with open(os.path.join(root, name)) as file:
                        pages[path] = Page(file.read())
                else:
                    pages[path] = None
        for path, page in pages.items():
            if page is None:
                continue
            twice = [i for i, n in collections.Counter(page.ids).items() if n > 1]
            if twice:
                self.fault("an id twice", f"{edition} {path}: {twice[:3]}")
            for link in page.links:
                self.follow(link, path, pages, edition)
            if re.fullmatch(r"moten/[^/]+/index.html", path):
                agendas[path] = self.agenda(path, page, edition)
        return agendas

    def follow(self, link, path, pages, edition):
        address, fragment = urllib.parse.urldefrag(link)
        if re.match(r"[a-z]+:|//", address) or path == "404.html":
            return
        target = os.path.normpath(os.path.join(os.path.dirname(path), urllib.parse.unquote(address))) if address else path
        target = target.split("?")[0]
        if address and (address.endswith("/") or target in (".", "")) or target == ".":
            target = os.path.normpath(os.path.join(target, "index.html"))
        if target not in pages:
            self.fault("a link to nothing", f"{edition} {path}: {link}")
        elif fragment and pages[target] is not None and urllib.parse.unquote(fragment) not in pages[target].ids:
            self.fault("a fragment to nothing", f"{edition} {path}: {link}")

    def agenda(self, path, page, edition):
        numbers, seen, taken = {}, set(), collections.Counter()
        for row in page.rows:
            for link in row["links"]:
                if link in seen:
                    self.fault("an ärende twice", f"{edition} {path}: {link}")
                seen.add(link)
            found = re.findall(r"(?:Bilaga|Attachment)\s+(\d+(?:\.\d+)*)", row["text"])
            taken.update(set(found) if row["links"] else found)
            if row["links"]:
                numbers[row["links"][0]] = found[:1]
        for number, count in taken.items():
            if count > 1:
                self.fault("a number twice", f"{edition} {path}: {number}")
        return numbers


def trial(task):
    klubba, seed, keep = task
    parent = "/dev/shm" if os.path.isdir("/dev/shm") else None
    folder = keep and os.path.join(keep, str(seed)) or tempfile.mkdtemp(prefix="klubba-", dir=parent)
    try:
        one = Trial(klubba, seed, folder)
        one.run()
        return one.faults
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)


def main():
    reading = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    reading.add_argument("klubba")
    reading.add_argument("--sites", type=int, default=500)
    reading.add_argument("--from", type=int, default=1, dest="first")
    reading.add_argument("--keep", help="a folder in which the sites and what was built of them stay")
    reading.add_argument("--jobs", type=int, default=os.cpu_count())
    arguments = reading.parse_args()
    started = time.time()
    seeds = range(arguments.first, arguments.first + arguments.sites)
    tasks = [(os.path.abspath(arguments.klubba), seed, arguments.keep) for seed in seeds]
    faults = collections.defaultdict(list)
    with multiprocessing.Pool(arguments.jobs) as pool:
        for found in pool.imap_unordered(trial, tasks, chunksize=4):
            for kind, text in found:
                faults[kind].append(text)
    unbuilt = faults.pop("not built", [])
    for kind in sorted(faults):
        print(f"{kind}: {len(faults[kind])}")
        for text in sorted(faults[kind])[:6]:
            print(f"  {text}")
    print(f"{arguments.sites} sites, {len(unbuilt)} of them refused with an error, {sum(map(len, faults.values()))} faults, "
          f"{time.time() - started:.0f} s")
    for text in sorted(unbuilt)[:4]:
        print(f"  refused: {text}")
    # A generator whose sites are refused proves nothing.
    return 1 if faults or len(unbuilt) * 5 > arguments.sites else 0


if __name__ == "__main__":
    sys.exit(main())
