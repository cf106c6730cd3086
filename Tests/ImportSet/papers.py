#!/usr/bin/env python3
"""Papers of twelve kinds of organisation, made up, with what is right in each.

    papers.py make FOLDER            writes the papers, and facts.json
    papers.py measure KLUBBA FOLDER  reads them with klubba import, and counts right, wrong and missing facts

A wrong fact is one that was written and isn't so; a missing one is left empty. Under one in a hundred may be wrong.
"""
import json, os, random, subprocess, sys, tempfile, time

NAMES = ["Alva Strandh", "Bertil Hagmark", "Cilla Norrby", "David Ekbom", "Elsa Törnvall", "Folke Sandin", "Gerd Ahlin",
         "Hugo Lindvik", "Inga Myrberg", "Joar Fransén", "Karin Dahlbo", "Lars Öhrman", "Maj Stenlund", "Nils Vikar"]
MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
THINGS = [("Inköp av nya bord", "köpa tolv bord för högst {kr} kronor"), ("Renovering av köket", "renovera köket för högst {kr} kronor"),
          ("Bidrag till sommarlägret", "bevilja sommarlägret {kr} kronor"), ("Avtal om städning", "teckna avtal om städning för {kr} kronor om året"),
          ("Ny belysning vid entrén", "sätta upp ny belysning för {kr} kronor"), ("Utbildning i första hjälpen", "anordna en kurs för {kr} kronor"),
          ("Byte av telefonväxel", "byta telefonväxel för högst {kr} kronor"), ("Uppdrag om energiplan", "ge kansliet i uppdrag att ta fram en energiplan för {kr} kronor")]

# organisation, body with article, its code, how dnr are written (None: none), how points are numbered
ORGS = [("Bergums kommun", "Tekniska nämnden", "TN", "TN-2025-{n:05d}", "§ "), ("Samordningsförbundet Älvdal", "Förbundsstyrelsen", "FS", "2025:{n}", "§ "),
        ("Kommunalförbundet Norrsken", "Direktionen", "DIR", "KFN 2025/{n}", "§"), ("Brf Granbacken", "Styrelsen", "ST", None, ""),
        ("Idrottsföreningen Pilen", "Styrelsen", "ST", None, "Punkt "), ("Studentkåren i Lövsta", "Kårstyrelsen", "KÅR", "SL-2025-{n:04d}", "§"),
        ("Ekeby församling", "Kyrkorådet", "KR", "EF 2025-{n:04d}", "§ "), ("Fackklubb 14", "Klubbstyrelsen", "KLU", None, "§ "),
        ("Vikens samfällighetsförening", "Styrelsen", "ST", None, ""), ("Stiftelsen Tallåsen", "Styrelsen", "ST", "2025/{n}", "§ "),
        ("Region Mittfjäll", "Regionstyrelsen", "RS", "RS-2025-{n:05d}", "§ "), ("Byalaget Hällan", "Styrelsen", "ST", None, "")]


def spaced(kr): return f"{kr:,}".replace(",", " ")


def spoken(day): y, m, d = map(int, day.split("-")); return f"{d} {MONTHS[m - 1]} {y}"


class Papers:
    def __init__(self, folder):
        self.folder, self.facts, self.dice = folder, {}, random.Random(12)
        os.makedirs(folder, exist_ok=True)

    def write(self, org, name, text, **facts):
        path = f"{ORGS.index(org):02d}-{name}"
        open(os.path.join(self.folder, path), "w").write(text)
        facts["_body"] = org[1:3]
        self.facts[path] = facts

    def pick(self, count): return self.dice.sample(NAMES, count)

    def thing(self):
        title, clause = self.dice.choice(THINGS)
        kr = self.dice.randrange(4, 400) * 1000
        return title, clause.format(kr=spaced(kr)), kr

    def day(self): return f"2025-{self.dice.randrange(1, 13):02d}-{self.dice.randrange(1, 29):02d}"

    def matter(self, org, style):
        place, body, code, dnr, _ = org
        number = dnr.format(n=self.dice.randrange(10, 900)) if dnr else None
        (title, clause, kr), day, (who,) = self.thing(), self.day(), self.pick(1)
        why = "Behovet har påtalats flera gånger, och tre offerter har hämtats in. Kostnaden ryms i budgeten."
        if style == 0:
            head = f"{place}\n\nTJÄNSTESKRIVELSE\n\n" + (f"Dnr {number}\n" if number else "") + f"Datum {day}\n\n{title}\n"
            text = f"{head}\nFörslag till beslut\n\n{body} beslutar\n\natt {clause}\n\nÄrendet\n\n{why}\n\n{who}\nHandläggare\n"
        elif style == 1:
            head = "\n".join(x for x in [f"Diarienummer: {number}" if number else "", f"Handläggare: {who}", f"Datum: {spoken(day)}"] if x)
            text = f"{head}\n\n# {title}\n\n## Förslag till beslut\n\n{body} föreslås besluta\n\n- **att** {clause}\n\n## Bakgrund\n\n{why}\n"
        else:
            text = f"{place}          {day}\n" + (f"Dnr: {number}\n" if number else "") + f"\n{title}\n\nBakgrund\n\n{why}\n\nFörslag till beslut\n\n{body} beslutar att {clause}.\n\n{who}, föredragande\n"
        facts = dict(kind="arende", dnr=number, titel=title, datum=day, belopp=[kr], clauses=[clause])
        facts["handlaggare" if style == 1 else "undertecknat"] = [who]
        self.write(org, f"arende-{style}.{'md' if style == 1 else 'txt'}", text, **facts)

    def record(self, org, style):
        place, body, code, dnr, mark = org
        day, (chair, secretary, checker, other) = self.day(), self.pick(4)
        first = self.dice.randrange(1, 60) if mark.startswith("§") else 1
        items, points, number = [("Mötets öppnande", None, None, 0)], [], first
        for _ in range(2):
            title, clause, kr = self.thing()
            if any(title == item[0] for item in items): continue
            items.append((title, clause, dnr.format(n=self.dice.randrange(10, 900)) if dnr and style != 2 else None, kr))
        items.append(("Mötets avslutande", None, None, 0))
        blocks = []
        for title, clause, own, kr in items:
            heading = f"{mark}{number} {title}" if mark else f"{number}. {title}"
            if mark == "Punkt ": heading = f"Punkt {number}. {title}"
            if own: heading += f"   Dnr {own}"
            said = f"Ordföranden hälsade välkommen." if title.endswith("öppnande") else "Mötet avslutades." if clause is None else ""
            if clause:
                said = {0: f"{body} beslutar\n\natt {clause}", 1: f"Frågan diskuterades.\n\nBeslut\n\n{body} beslutar att {clause}.",
                        2: f"Frågan diskuterades länge. {body} beslutade att {clause}."}[style]
            blocks.append(f"{heading}\n\n{said}\n")
            points.append(dict(nummer=number, titel=title, dnr=own))
            number += 1
        kind = "SAMMANTRÄDESPROTOKOLL" if style == 0 else "Protokoll"
        top = f"{place}\n{kind}\n{body}\n\nSammanträdesdatum: {day}\nPlats: Stora salen\n\n" if style != 2 else f"{place}\n\n{kind} fört vid {body.lower()}s möte den {spoken(day)}\n\n"
        top += f"Närvarande: {chair}, ordförande, {secretary}, {checker}, {other}\n\n"
        tail = f"\nVid protokollet: {secretary}\nJusteras: {checker}\n"
        self.write(org, f"protokoll-{style}.txt", top + "\n".join(blocks) + tail, kind="protokoll", paragrafer=points,
                   belopp=[k for *_, k in items if k], undertecknat=[secretary, checker], moten=[day])

    def summons(self, org, style):
        place, body, code, dnr, mark = org
        day, sent, (chair,) = self.day(), self.day(), self.pick(1)
        titles = ["Mötets öppnande", self.thing()[0], "Övriga frågor"]
        if style == 0:
            text = f"{place}\n\nKALLELSE\n\n{body}\n\nTid: {spoken(day)} klockan 18.30\nPlats: Stora salen\n\nDagordning\n\n" + "".join(f"{i + 1}. {t}\n" for i, t in enumerate(titles)) + f"\n{chair}\nOrdförande\n"
        else:
            text = f"# Kallelse till {body.lower()}\n\n| Tid | {day} kl. 18.30 |\n| --- | --- |\n| Plats | Stora salen |\n\n| Nr | Ärende |\n| --- | --- |\n" + "".join(f"| {i + 1} | {t} |\n" for i, t in enumerate(titles)) + f"\n{chair}, ordförande\n"
        self.write(org, f"kallelse-{style}.{'md' if style else 'txt'}", text, kind="kallelse", moten=[day], undertecknat=[chair])

    def notes(self, org):
        day, (who,) = self.day(), self.pick(1)
        self.write(org, "anteckningar.txt", f"Minnesanteckningar\n\n{spoken(day)}\n\nVi gick runt huset tillsammans och såg på fönstren. {who} ringer glasmästaren på 010-555 04 12 och frågar om priset, som förra gången var 12 500 kronor.\n", kind="annat", dnr=None)

    def make(self):
        for index, org in enumerate(ORGS):
            for style in range(3):
                self.record(org, style)
            self.matter(org, index % 3)
            self.matter(org, (index + 1) % 3)
            self.summons(org, index % 2)
            self.notes(org)
        json.dump(self.facts, open(os.path.join(self.folder, "facts.json"), "w"), ensure_ascii=False, indent=1)
        print(f"{len(self.facts)} papers")


def found(key, got, want):
    """(right, wrong, missing) of a fact."""
    if key == "paragrafer":
        have = {(p["nummer"], p["titel"], p["dnr"]) for p in got["paragrafer"]}
        need = {(p["nummer"], p["titel"], p["dnr"]) for p in want}
        return len(have & need), len(have - need), len(need - have)
    value = {"undertecknat": [p["namn"] for p in got["undertecknat"]], "clauses": got["forslag"]["clauses"],
             "moten": [d for days in got["moten"].values() for d in days]}.get(key, got.get(key))
    if isinstance(want, list):
        have, need = [str(v).rstrip(".") for v in value], [str(v).rstrip(".") for v in want]
        if key == "clauses": have = [v.split("beslutar att ", 1)[-1] for v in have]
        return sum(v in need for v in have), sum(v not in need for v in have), sum(v not in have for v in need)
    if value == want: return (1, 0, 0) if want is not None else (0, 0, 0)
    return (0, 0, 1) if value is None else (0, 1, 0)


def measure(klubba, folder):
    facts = json.load(open(os.path.join(folder, "facts.json")))
    total, started = {}, time.time()
    for path, want in sorted(facts.items()):
        with tempfile.TemporaryDirectory() as site:
            name, code = want.pop("_body")
            open(site + "/klubba.yml", "w").write(f"organisation: Prov\norgan:\n  - {{kod: {code}, namn: {name}, roll: beslutande}}\n")
            out = subprocess.run([klubba, "import", os.path.abspath(os.path.join(folder, path)), "--dry-run", "--format", "json", "--today", "2026-01-15", "--into", site + "/content"], capture_output=True, text=True, cwd=site)
            got = json.loads(out.stdout)[0]
        for key, value in want.items():
            right, wrong, missing = found(key, got, value)
            row = total.setdefault(key, [0, 0, 0])
            for place, count in enumerate((right, wrong, missing)): row[place] += count
            if wrong or missing: print(f"{path}: {key}: ska vara {value}, blev {got.get(key) if key != 'clauses' else got['forslag']['clauses']}")
    print(f"\n{'fakta':14}{'rätt':>6}{'fel':>6}{'saknas':>8}{'precision':>11}{'täckning':>10}")
    for key, (right, wrong, missing) in total.items():
        print(f"{key:14}{right:6}{wrong:6}{missing:8}{right / max(1, right + wrong):11.3f}{right / max(1, right + missing):10.3f}")
    right, wrong, missing = (sum(row[i] for row in total.values()) for i in range(3))
    print(f"{'alla':14}{right:6}{wrong:6}{missing:8}{right / max(1, right + wrong):11.3f}{right / max(1, right + missing):10.3f}  {time.time() - started:.1f} s")
    return wrong * 100 > right + wrong


if __name__ == "__main__":
    if sys.argv[1:2] == ["make"]: Papers(sys.argv[2]).make()
    elif sys.argv[1:2] == ["measure"]: sys.exit(measure(sys.argv[2], sys.argv[3]))
    else: sys.exit(__doc__)
