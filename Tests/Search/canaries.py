#!/usr/bin/env python3
"""Looks for words that an audience may not see in every byte of what is published, the full-text index included.

    canaries.py PATH_TO_KLUBBA

A site is made with a word of its own in every place that an audience may not see, and one in every place that it may.
Zip archives are unpacked. The words that may be seen have to be found in the index, or the search for the others would
prove nothing. Exit status 1 when a word is where it may not be, or is missing where it should be.
"""
import pathlib
import subprocess
import sys
import tempfile
import zipfile

# Words that no stemmer shortens and no language has.
OPEN = {
    "oppnatitelx": "a public ärende's title",
    "oppnasatsx": "a clause of its proposal",
    "oppnatextx": "its text",
    "oppnabilagax": "its bilaga",
    "oppnafilx": "its bilaga that is no Markdown",
    "oppnamotex": "a meeting's page",
    "oppnaparagrafx": "a § of the record",
    "oppnasidax": "a free page",
}
MEMBERS = {
    "ledamottitelx": "a members-only ärende's title",
    "ledamotsatsx": "a clause of it",
    "ledamottextx": "its text",
    "ledamotmanx": "its case officer",
    "ledamotunderlagx": "its bilaga's text",
    "ledamotparagrafx": "its § of the record",
    "ledamotbilagax": "a members-only bilaga of a public ärende",
    "ledamotfilx": "a members-only bilaga that is no Markdown",
    "ledamotsidax": "a members-only page",
    "19850709-9805": "a personnummer, in what only the members see",
    "2031:7777": "a members-only ärende's dnr",
    "2031-7777": "its address",
}
# In no index and on no page, whoever reads.
NOBODY = {
    "hemligtitelx": "a secret ärende's title",
    "hemligsatsx": "a clause of it",
    "hemligtextx": "its text",
    "hemligunderlagx": "its bilaga",
    "hemligparagrafx": "its § of the record",
    "hemligbilagax": "a secret bilaga of a public ärende",
    "hemligfilx": "a secret bilaga that is no Markdown",
    "tillbakatitelx": "the title of an ärende that was taken back after the kallelse",
    "tillbakatextx": "its text",
    "tillbakabilagax": "its bilaga",
    "utkastx": "a hidden file, as editors leave behind",
    "anteckningx": "a note in a front matter",
    "kommentarx": "an HTML comment",
}
# Was public in the build before: the index of the next one has to forget it for the public, and keep it for the members.
CHANGED = {"indragentitelx": "an ärende that became members-only", "indragentextx": "its text"}


def matter(head, text, clause="oppnasatsx2"):
    return (f"---\n{head}\n---\n\n## Förslag till beslut\n\nFörbundsstyrelsen föreslås besluta\n\n"
            f"- **att** godkänna {clause}\n- **att** avsluta ärendet.\n\n## Ärendet\n\n{text}\n")


SITE = {
    "klubba.yml": "organisation: Strandbygdens förbund\nadress: https://handlingar.example.se\n",
    "content/arenden/2031-1/arende.md": matter(
        "# anteckningx\ndnr: 2031:1\ntitel: Lokaler oppnatitelx\nfs: 2031-03-07\nbilagor:\n"
        "  - {titel: Underlag, fil: underlag.md}\n  - {titel: Löner, fil: loner.md, synlighet: ledamöter}\n"
        "  - {titel: Hälsa, fil: halsa.md, synlighet: sekretess}\n  - {titel: Öppet, fil: oppet.txt}\n"
        "  - {titel: Löner, fil: loner.txt, synlighet: ledamöter}\n"
        "  - {titel: Hälsa, fil: halsa.txt, synlighet: sekretess}",
        "Här står oppnatextx. <!-- kommentarx -->", "oppnasatsx"),
    "content/arenden/2031-1/underlag.md": "# Underlag\n\nHär står oppnabilagax.\n",
    "content/arenden/2031-1/loner.md": "# Löner\n\nHär står ledamotbilagax.\n",
    "content/arenden/2031-1/halsa.md": "# Hälsa\n\nHär står hemligbilagax.\n",
    "content/arenden/2031-1/oppet.txt": "Här står oppnafilx.\n",
    "content/arenden/2031-1/loner.txt": "Här står ledamotfilx.\n",
    "content/arenden/2031-1/halsa.txt": "Här står hemligfilx.\n",
    "content/arenden/2031-1/.utkast.md": "utkastx\n",
    "content/arenden/intern/arende.md": matter(
        "dnr: 2031:7777\ntitel: Varsel ledamottitelx\nfs: 2031-03-07\nhandläggare: Ledamotmanx\nsynlighet: ledamöter",
        "Här står ledamottextx om 19850709-9805.", "ledamotsatsx"),
    "content/arenden/intern/ledamotunderlag.md": "# Underlag\n\nHär står ledamotunderlagx.\n",
    "content/arenden/hemlig/arende.md": matter(
        "dnr: 2031:3\ntitel: Utredning hemligtitelx\nfs: 2031-03-07\nsynlighet: sekretess",
        "Här står hemligtextx.", "hemligsatsx"),
    "content/arenden/hemlig/utredning.md": "# Utredning\n\nHär står hemligunderlagx.\n",
    "content/arenden/2031-4/arende.md": matter(
        "dnr: 2031:4\ntitel: Avtal tillbakatitelx\nfs: 2031-03-28", "Här står tillbakatextx."),
    "content/arenden/2031-4/avtal.md": "# Avtal\n\nHär står tillbakabilagax.\n",
    "content/arenden/2031-5.md": matter(
        "dnr: 2031:5\ntitel: Bidrag indragentitelx\nfs: 2031-03-28", "Här står indragentextx."),
    "content/moten/fs-2031-03-07.md": "---\nkallelse: 2031-02-28\n---\n\nHär står oppnamotex.\n",
    "content/moten/fs-2031-03-07.protokoll.md":
        "---\njusterat: 2031-03-14\nanslaget: 2031-03-15\nnärvarande: [N N]\n---\n\n"
        "## § 1 2031:1\n\nHär står oppnaparagrafx.\n\nBeslut: bifall\n\n"
        "## § 2 2031:7777\n\nHär står ledamotparagrafx.\n\nBeslut: bifall\n\n"
        "## § 3 2031:3\n\nHär står hemligparagrafx.\n\nBeslut: bifall\n",
    "content/moten/fs-2031-03-28.md": "---\nkallelse: 2031-03-20\n---\n",
    "content/sidor/om.md": "# Om\n\nHär står oppnasidax.\n",
    "content/sidor/internt.md": "---\ntitel: Internt\nsynlighet: ledamöter\n---\n\nHär står ledamotsidax.\n",
}

faults = []


def expect(what, is_so):
    if not is_so:
        faults.append(what)


def unpacked(path):
    """A file's bytes, and what is packed in it: a meeting's archive is zip."""
    data = path.read_bytes()
    found = [data]
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                found += [name.encode(), archive.read(name)]
    return found


class Output:
    def __init__(self, root):
        self.root = root
        self.files = {
            path.relative_to(root).as_posix(): unpacked(path) for path in sorted(root.rglob("*")) if path.is_file()
        }
        self.index = {name: parts for name, parts in self.files.items() if name.startswith("sok/") and name.endswith(".js")}

    def holds(self, word):
        """Where a word is, in any case of letters: the files' names."""
        known = word.lower().encode()
        return [name for name, parts in self.files.items()
                if known in name.lower().encode() or any(known in part.lower() for part in parts)]

    def fragments(self, word):
        return [name for name in self.holds(word) if name.startswith("sok/text/")]

    def words(self, word):
        return [name for name in self.holds(word) if name.startswith("sok/lista/")]


def build(klubba, site, output, *options):
    """A whole build with the index."""
    result = subprocess.run(
        [klubba, "build", "--site", str(site), "--today", "2031-03-22", "--zip", "--output", str(output), *options],
        capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"klubba build {' '.join(options)}: {result.returncode}\n{result.stderr}")
    made = Output(output)
    kinds = {name.split("/")[1] for name in made.index}
    if not {"index.js", "fakta", "lista", "ord", "text"} <= kinds:
        sys.exit(f"the index lacks texts, words or facts: {sorted(kinds)}")
    large = [name for name, parts in made.index.items() if len(parts[0]) > 50_000]
    expect(f"larger than 50 kB: {large}", not large)
    return made


def change(site):
    """What happens between two builds: one ärende is taken back, another becomes the members' own."""
    for name in ("arende.md", "avtal.md"):
        (site / "content/arenden/2031-4" / name).unlink()
    (site / "content/arenden/2031-4").rmdir()
    path = site / "content/arenden/2031-5.md"
    path.write_text(path.read_text("utf-8").replace("fs: 2031-03-28", "fs: 2031-03-28\nsynlighet: ledamöter"), "utf-8")


def judge(klubba, folder):
    site, public, members = folder / "site", folder / "public", folder / "members"
    for name, text in SITE.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    before = build(klubba, site, public)
    for word in [*CHANGED, "tillbakatextx"]:
        expect(f"public, before: {word} is not in the index", before.fragments(word) and before.words(word))
    change(site)
    outputs = {
        "public": (build(klubba, site, public), OPEN, {**MEMBERS, **CHANGED, **NOBODY}),
        "members": (build(klubba, site, members, "--audience", "members"),
                    {**OPEN, **MEMBERS, **CHANGED}, NOBODY),
    }
    for audience, (output, seen, hidden) in outputs.items():
        for word, place in seen.items():
            expect(f"{audience}: {word}, {place}, is nowhere", output.holds(word))
            expect(f"{audience}: {word}, {place}, is in no text of the index", output.fragments(word) or ":" in word)
            if word.isalpha():
                expect(f"{audience}: {word}, {place}, is no word of the index", output.words(word))
        for word, place in hidden.items():
            for name in output.holds(word):
                faults.append(f"{audience}: {name} holds {word}, {place}")
        if not faults:
            print(f"{audience}: {len(hidden)} words in no byte of {len(output.files)} files, "
                  f"{len(output.index)} of them the index; {len(seen)} words found")


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        judge(sys.argv[1], pathlib.Path(folder))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
