#!/usr/bin/env python3
"""What klubba costs, step by step: bench.py KLUBBA [--matters N] [--rounds N] [--record] [--growth]

Three kinds of figures. Time and memory of whole runs, medians of some rounds, which the machine's mood changes; and, where
valgrind is installed, counts of instructions, which are the same from run to run, so that a step that has become a tenth
dearer shows. They are held against Benchmarks/figures.json, which --record writes. And how it grows: sites of 1,000, 2,000
and 4,000 ärenden of which a third are hidden, and votes of as many names, where twice the size may cost a little more than
twice, never four times. Nothing here fails: it tells.

KLUBBA is a release build with its symbols (make bench builds one). Everything is written under /dev/shm, or the
temporary folder where there is none, and removed afterwards.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
FIGURES = os.path.join(HERE, "figures.json")
TODAY = "2026-11-20"
SIZES = (1000, 2000, 4000)

# Each step by a function that all of it happens in, as the symbols name it.
STEPS = [
    ("reading the texts", [r"closure #\d in SiteReader\.read\(\)"]),
    ("the register and its checks", [r"^Register\.init\(_:\)"]),
    ("the gate", [r"^Register\.gated\(for:proposals:\)"]),
    ("the theme, read and compiled", [r"^Theme\.init\(overrides:language:problems:\)", r"Templates\.init\(_:problems:\)"]),
    ("planning the files", [r"^Planner\.files\(\)"]),
    ("rendering all files", [r"^Workbench\.render\(_:\)"]),
    ("  ärenden", [r"closure #1 in Planner\.matterPage\(of:\)"]),
    ("  bilagor", [r"closure #1 in Planner\.attachmentPage\(_:of:\)"]),
    ("  meetings and decision lists", [r"closure #[23] in closure #1 in Planner\.meetingPages\(\)"]),
    ("  meetings' papers on one page", [r"closure #1 in closure #1 in Planner\.wholeMeetingPages\(\)"]),
    ("  records and extracts", [r"closure #[12] in Planner\.minutesPages\(\)"]),
    ("  OParl", [r"closure #\d+ in Planner\.parliament\(\)"]),
    ("  tables", [r"closure #[12] in closure #1 in Planner\.openData\(_:\)"]),
    ("  feeds and calendars", [r"^Feed\.append\(to:\)", r"^CalendarFile\.append\(to:\)"]),
]


def environment(folder):
    own = dict(os.environ, XDG_CACHE_HOME=os.path.join(folder, "cache"))
    own.pop("SOURCE_DATE_EPOCH", None)
    return own


def run(argv, folder):
    """Seconds by the clock and of the processors, and the peak of memory in bytes."""
    began = time.monotonic()
    child = subprocess.Popen(argv, cwd=folder, env=environment(folder), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{' '.join(argv)}\n{error.decode()}")
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def edit(site, number):
    path = os.path.join(site, "content/arenden")
    folders = sorted(os.listdir(path))
    # One that everybody sees: a hidden one is nobody's page, and might be anybody's reason.
    for folder in folders[len(folders) // 2:]:
        text = os.path.join(path, folder, "arende.md")
        with open(text, encoding="utf-8") as file:
            old = file.read()
        if "\nsynlighet:" not in old:
            break
    with open(text, "w", encoding="utf-8") as file:
        file.write(re.sub(r"(?m)^(titel: .*?)( \(\d+\))?$", rf"\1 ({number})", old, count=1))
    # A file that was changed this moment is not trusted to stay as it is.
    time.sleep(0.2)


def times(klubba, site, folder, rounds):
    out = os.path.join(folder, "out")
    searched = [klubba, "build", "--site", site, "--today", TODAY, "--output", out]
    build = searched + ["--no-search"]
    found = {"check": [], "build": [], "nothing changed": [], "one ärende changed": [], "build with search": [],
             "one ärende changed, with search": []}
    for number in range(rounds + 1):
        shutil.rmtree(out, ignore_errors=True)
        shutil.rmtree(os.path.join(folder, "cache"), ignore_errors=True)
        time.sleep(0.2)
        results = {"check": run([klubba, "check", "--site", site, "--today", TODAY], folder)}
        results["build"] = run(build, folder)
        results["nothing changed"] = run(build, folder)
        edit(site, number)
        results["one ärende changed"] = run(build, folder)
        shutil.rmtree(out, ignore_errors=True)
        time.sleep(0.2)
        results["build with search"] = run(searched, folder)
        edit(site, rounds + 1 + number)
        results["one ärende changed, with search"] = run(searched, folder)
        if number:  # The first round warms the machine up.
            for name, figures in results.items():
                found[name].append(figures)
    files = sum(len(names) for _, _, names in os.walk(out))
    return {name: [statistics.median(column) for column in zip(*figures)] for name, figures in found.items()}, files


def growth(klubba, folder):
    """Of doubled sites the processors' seconds, and how many times the half's."""
    print(f"\n{'growth':32} " + " ".join(f"{size:>8} {'':>6}" for size in SIZES))
    for name, kind, command in (("check, a third hidden", [], "check"), ("build, a third hidden", [], "build"),
                                ("check, votes by name", ["--votes"], "check"),
                                ("build, votes by name", ["--votes"], "build")):
        line, last = f"{name:32}", None
        for size in SIZES:
            site, out = os.path.join(folder, "grown"), os.path.join(folder, "grown-out")
            subprocess.run([sys.executable, os.path.join(HERE, "corpus.py"), *kind, str(size), site], check=True)
            argv = [klubba, command, "--site", site, "--today", TODAY] + (["--output", out] if command == "build" else [])
            seconds = []
            for _ in range(2):
                for left in (out, os.path.join(folder, "cache")):
                    shutil.rmtree(left, ignore_errors=True)
                seconds.append(run(argv, folder)[1])
            cpu = min(seconds)
            times = cpu / last if last else 0
            line += f" {cpu:8.3f} " + (f"x{times:4.1f}{'!' if times > 2.5 and cpu > 0.5 else ' '}" if last else " " * 6)
            last = cpu
            shutil.rmtree(site)
        print(line)


def demangled(text):
    for tool in (["swift", "demangle", "--simplified"], ["swift-demangle", "--simplified"]):
        if shutil.which(tool[0]):
            return subprocess.run(tool, input=text, capture_output=True, text=True).stdout
    return text


def instructions(klubba, site, folder):
    """Of a cold build, by step; valgrind reads no debugging information of the static runtime, so it gets none."""
    lean = os.path.join(folder, "klubba")
    subprocess.run(["strip", "-g", "-o", lean, klubba], check=True)
    counts = os.path.join(folder, "counts")
    shutil.rmtree(os.path.join(folder, "cache"), ignore_errors=True)
    run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={counts}", lean, "build", "--site", site, "--today", TODAY,
         "--no-search", "--output", os.path.join(folder, "counted")], folder)
    listing = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", counts], capture_output=True,
                             text=True).stdout
    total, functions = 0, {}
    for line in demangled(listing).splitlines():
        match = re.match(r"\s*([\d,]+) \([ \d.]+%\)\s+(.*)", line)
        if not match:
            continue
        count = int(match[1].replace(",", ""))
        if match[2].startswith("PROGRAM TOTALS"):
            total = count
        else:
            name = re.sub(r"^\S*?:(?=\S)|\s\[.*$", "", match[2]).replace("specialized ", "").replace("??:", "")
            functions[name] = max(count, functions.get(name, 0))
    steps = {"whole build": total}
    for step, patterns in STEPS:
        # A partial application is the closure that it applies.
        steps[step] = sum(count for name, count in functions.items()
                          if not name.startswith("partial apply") and any(re.search(p, name) for p in patterns))
    return steps


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("klubba")
    parser.add_argument("--matters", type=int, default=2000, help="of the timed site; the counted one has 300")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--record", action="store_true", help="keep the counts to hold later ones against")
    parser.add_argument("--growth", action="store_true", help="how it grows, and nothing else")
    options = parser.parse_args()
    klubba = os.path.abspath(options.klubba)
    folder = tempfile.mkdtemp(prefix="klubba-bench-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
    try:
        if options.growth:
            return growth(klubba, folder)
        site = os.path.join(folder, "site")
        subprocess.run([sys.executable, os.path.join(HERE, "corpus.py"), str(options.matters), site], check=True)
        figures, files = times(klubba, site, folder, options.rounds)
        print(f"{options.matters} ärenden, {files} files, medians of {options.rounds} rounds")
        print(f"{'':32} {'wall s':>8} {'CPU s':>8} {'MB':>8}")
        for name, (wall, cpu, memory) in figures.items():
            print(f"{name:32} {wall:8.3f} {cpu:8.3f} {memory / 1e6:8.0f}")
        whole = figures["build"]
        for name in ("nothing changed", "one ärende changed", "build with search", "one ärende changed, with search"):
            print(f"{name + ' / build':32} {figures[name][0] / whole[0]:8.3f} {figures[name][1] / whole[1]:8.3f}")
        growth(klubba, folder)
        if not shutil.which("valgrind"):
            return print("valgrind is not installed: no instructions counted")
        shutil.rmtree(site)
        subprocess.run([sys.executable, os.path.join(HERE, "corpus.py"), "300", site], check=True)
        steps = instructions(klubba, site, folder)
        known = json.load(open(FIGURES)) if os.path.exists(FIGURES) else {}
        print(f"\n{'300 ärenden':32} {'million instructions':>22} {'recorded':>10}")
        for step, count in steps.items():
            before = known.get(step)
            change = f"{100 * (count / before - 1):+7.1f} %{'  <-- dearer' if count > 1.1 * before else ''}" if before else ""
            print(f"{step:32} {count / 1e6:22.1f} {(before or 0) / 1e6:10.1f} {change}")
        if options.record:
            with open(FIGURES, "w", encoding="utf-8") as file:
                json.dump(steps, file, ensure_ascii=False, indent=2)
                file.write("\n")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
