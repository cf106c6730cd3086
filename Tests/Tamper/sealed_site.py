"""A sealed and signed site with papers of every kind and visibility, built for both audiences; invented throughout."""

import os
import subprocess

TODAY = "2020-10-01"
MEETING = "fs-2020-09-18"
RECORD = f"content/moten/{MEETING}.protokoll.md"
LOG = "content/beslutslogg.jsonl"

FILES = {
    "klubba.yml": """organisation: Samordningsförbundet Granån
adress: https://handlingar.example.se
anslag:
  överklagandetid-dagar: 21
  förvaras: Förbundskansliet
egna-filer: [.well-known/]
""",
    "theme/texter/sv.txt": "utfall_noteras: Noterat av styrelsen\n",
    "content/index.md": "# Välkommen\n\nHär finns styrelsens handlingar.\n",
    "content/sidor/om.md": "# Om förbundet\n\nFörbundet har tre medlemmar.\n",
    "content/arenden/2020-1/arende.md": """---
dnr: 2020:1
titel: Lokaler för verksamheten
fs: 2020-09-18
bilaga: 1 - 1.3
bilagor: [ansokan.md, budget.csv, ritning.pdf]
handläggare: Kim Alm
insats: Mötesplatsen
period: 2021
belopp: 90 000 kr
---

# Lokaler för verksamheten

## Förslag till beslut

Förbundsstyrelsen föreslås besluta

- **att** bevilja högst 90 000 kronor för hyran under 2021
- **att** köpa möbler för högst 15 000 kronor

## Ärendet

Lokalen ligger vid torget. Se bilaga 1.1.
""",
    "content/arenden/2020-1/ansokan.md": "# Ansökan\n\nVi söker om en lokal & möbler för 25 deltagare.\n",
    "content/arenden/2020-1/budget.csv": "post,kronor\nhyra,90000\nmöbler,15000\n",
    "content/arenden/2020-1/ritning.pdf": "%PDF-1.4 ritning",
    "content/arenden/2020-2/arende.md": """---
dnr: 2020:2
titel: Rekrytering
fs: 2020-09-18
bilaga: 2 - 2.1
synlighet: ledamöter
---

# Rekrytering

## Förslag till beslut

Förbundsstyrelsen föreslås besluta

- **att** utlysa tjänsten

## Ärendet

Tjänsten är ledig.
""",
    "content/arenden/2020-2/2.1 Profil.md": "# Profil\n\nEn kunnig person.\n",
    "content/arenden/2020-3.md": """---
dnr: 2020:3
titel: Årsrapport
fs: 2020-09-18
bilaga: 3
---

# Årsrapport

## Förslag till beslut

Förbundsstyrelsen föreslås besluta

- **att** lägga rapporten till handlingarna

## Ärendet

Året gick bra.
""",
    "content/arenden/2020-4.md": """---
dnr: 2020:4
titel: Nästa års plan
fs: 2020-12-04
bilaga: 1
---

# Nästa års plan

Planen är under arbete.
""",
    f"content/moten/{MEETING}.md": """---
kallelse: 2020-09-11
tid: 13.00–15.00
plats: Kansliet
dagordning: [Öppnande, 2020:1, 2020:2, 2020:3]
---

Välkomna till mötet.
""",
}

MINUTES = """---
ordförande: Robin Ek
närvarande: [Robin Ek, Sam Dahl, Alex Lund]
justerare: Sam Dahl
justerat: 2020-09-25
anslaget: 2020-09-26
---

## § 7 Öppnande

Ordföranden öppnar mötet.

## § 8 2020:1

Beslut: 1 bifall, 2 avslag

### Reservation

Alex Lund reserverar sig mot avslaget.

## § 9 2020:2

Beslut: bifall

## § 10 2020:3

Beslut: noteras
"""

# RFC 8032, 7.1, tests 1 and 2: keys that everybody has.
KEY = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
OTHER_KEY = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"


class SealedSite:
    """A site at work in a folder of its own, with a cache of its own."""

    def __init__(self, klubba, folder):
        self.klubba, self.folder, self.root = klubba, folder, os.path.join(folder, "site")
        self.environment = dict(os.environ, XDG_CACHE_HOME=os.path.join(folder, "cache"), KLUBBA_PAGEFIND="", KLUBBA_SYNK="nej")
        self.environment.pop("SOURCE_DATE_EPOCH", None)
        os.makedirs(self.root)
        for path, text in FILES.items():
            self.write(path, text)
        for name, key in (("nyckel", KEY), ("annan", OTHER_KEY)):
            with open(os.path.join(folder, name), "w") as file:
                file.write(key + "\n")
        self.seal("2020-09-11")
        self.write(RECORD, MINUTES)
        self.seal("2020-09-25")
        self.seal("2020-09-28")
        self.build("public")
        self.build("members")
        self.write("public/.well-known/security.txt", "Contact: mailto:info@example.se\n")
        told = self.run("verify", "--today", TODAY)
        self.head = told.stderr.split()[-1]

    def path(self, path):
        return os.path.join(self.root, path)

    def write(self, path, text):
        path = self.path(path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())

    def read(self, path):
        with open(self.path(path), "rb") as file:
            return file.read()

    def run(self, *arguments):
        return subprocess.run(
            [self.klubba, *arguments], cwd=self.root, env=self.environment, capture_output=True, text=True, timeout=120)

    def must(self, *arguments):
        result = self.run(*arguments)
        if result.returncode:
            raise RuntimeError(f"klubba {' '.join(arguments)}\n{result.stderr}")
        return result

    def seal(self, day, *more, key="nyckel"):
        return self.must("seal", MEETING, "--today", day, "--key", os.path.join(self.folder, key), *more)

    def build(self, audience="public", day=TODAY):
        output = "public" if audience == "public" else "../ledamoter"
        return self.must("build", "--today", day, "--audience", audience, "--output", output)

    def verify(self, *arguments, day=TODAY, output="public"):
        return self.run(
            "verify", output, "--today", day, "--public-key", PUBLIC, "--head", self.head, "--strict", *arguments)

    def files(self, folder):
        found = []
        for root, _, names in os.walk(self.path(folder)):
            found += [os.path.relpath(os.path.join(root, name), self.root) for name in names]
        return sorted(found)
