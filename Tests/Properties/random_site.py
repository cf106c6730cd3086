"""A random site in two halves: what everybody may see, from one seed, and what is hidden, from another.

Two sites of the same first seed differ in nothing that the public may see, so their public editions must be the same
bytes, whatever the second seed hides: texts, names, numbers, days, files, and how many there are of them.
"""

import random

TODAY = "2026-11-20"
SECRET = "hemligstav"
WORDS = ("arbetet planen stödet gruppen samtalet kommunen insatsen kansliet rapporten målet våren uppdraget vården skolan "
         "vägen samverkan ekonomin kartläggningen återbäring önskemål").split()
BODIES = [("AU", "Arbetsutskottet", "beredande"), ("FS", "Förbundsstyrelsen", "beslutande"),
          ("AMN", "Arbetsmarknadsnämnden", "beslutande")]
DAYS = ["2026-05-08", "2026-06-12", "2026-09-18", "2026-10-16", "2026-12-11", "2027-01-15"]
AGENDA = ["Mötets öppnande", "Val av justerare", "Godkännande av dagordningen", "Övriga frågor", "Mötets avslutande"]
DNR = ["2026:{}", "AMN-2026-{:05}", "KS 2026/{}", "2026/KS {:04}"]
# The ways in which an ärende is hidden with all that it says.
HIDDEN = ["ledamöter"]
# What a § says of a decision; the second word tells whether a careful reader finds one in it.
DECISIONS = [
    "Beslut: bifall", "Beslut: avslag", "Beslut: bordläggning", "Beslut: återremiss", "Beslut: till handlingarna",
    "Beslut: noteras", "{text}\n\nBeslut: bifall", "### Yrkanden\n\n{text}\n\nBeslut: avslag",
    "### Omröstning\n\n{text}\n\n### Beslut\n\nBifall", "### Beslut\n\n- **att** godkänna {word}",
    "{body} beslutar att godkänna {word}.", "{body} beslutar enligt förslaget.", "Bifall.",
    "Beslut: enligt nedan\n\n- **att** avvakta med {word}\n- **att** följa upp {word}",
    "Beslut:\n\n- **att** bevilja 120 000 kronor", "{text}\n\n{body} beslutade att lägga {word} till handlingarna.",
    "### Beslut\n\n{body} beslutar\n\natt godkänna {word}", "Mötet beslutade att bordlägga {word}.",
    "Vi beslutade att godkänna {word}.", "{body}s beslut: bifall", "Beslut – avslag", "Beslut enligt förslaget.",
    "{body} beslutar\n\na) att godkänna {word}\nb) att följa upp {word}", "### {body}s beslut\n\n{text}",
    "{body} beslutar enligt förslaget utom {word}.", "{body} fattar beslut om att avslå {word}.",
    "Beslut fattades om att avslå {word}.", "{body} bestämde att godkänna {word}. Beslutet är enhälligt.",
    "- {text}\n- Beslut: avslag", "Det beslutades att godkänna {word}.", "{text}\n\nÄrendet bordläggs.",
    "**Beslut**\n\n1. {text}\n2. {text}", "| Beslut | bifall |\n|--|--|\n| Justerare | {word} |",
    "{body} beslutar, efter en stunds {word}, att avslå {word}.", "Mötet enades om att bordlägga {word}.",
    "Ordföranden finner att {body} beslutar enligt förslaget.", "Beslut: återremiss\ntill kansliet",
    "{body} beslutar enligt nedan.\n\n- att godkänna {word}", "{text} {body} beslutade följande:\n\n{text}",
]
# What has the words and decides nothing: told of an ärende that is up for decision.
UNDECIDED = [
    "Beslutet kommer senare.", "Frågan om avslag diskuteras.", "Bo Ek yrkar bifall till {word}.", "Tidigare beslut: {word}",
    "### Reservation\n\n{body} borde ha beslutat om avslag.", "Beslut fattas vid nästa möte.",
    "{body} beslutade den 6 mars 2026 att godkänna {word}.", "### Beslut",
]
LOOSE = ["{text}", "Ordföranden öppnar mötet.", "{text}\n\na) {text}\nb) {text}"]


class Site:
    def __init__(self, visible, hidden):
        self.v, self.h = random.Random(f"v{visible}"), random.Random(f"h{hidden}")
        self.files = {}
        # Of each record the lines of each §, and what is expected of it: (file, first line, last, meeting, number).
        self.paragraphs = []
        self.lay()

    # Words

    def text(self, chance, count=8, mark=""):
        words = [chance.choice(WORDS) for _ in range(count)]
        if mark:
            words.insert(1, f"{mark}{chance.randint(0, 999)}")
        return " ".join(words).capitalize() + "."

    def title(self, chance, mark=""):
        return " ".join(w.capitalize() for w in [mark or chance.choice(WORDS), chance.choice(WORDS),
                                                 str(chance.randint(1, 9999))])

    def body_text(self, chance, mark=""):
        parts = []
        for _ in range(chance.randint(1, 4)):
            parts.append(chance.choice([
                lambda: self.text(chance, 14, mark), lambda: "## " + self.title(chance, mark),
                lambda: "- " + self.text(chance, 5, mark) + "\n- " + self.text(chance, 5, mark),
                lambda: "| a | b |\n|---|---|\n| 1 | " + self.text(chance, 2, mark) + " |",
                lambda: "Se bilaga " + chance.choice(["1", "2", "3.1", "1.1"]) + " och www.exempel.se/" + (mark or "x") + ".",
                lambda: "Jämför dnr " + chance.choice(self.pool) + " och § 2 FS " + chance.choice(DAYS) + ".",
                lambda: "Enligt noten[^1] gäller det.\n\n[^1]: " + self.text(chance, 4, mark),
                lambda: "> " + self.text(chance, 6, mark) + "\n\na) " + self.text(chance, 3) + "\nb) " + self.text(chance, 3),
            ])())
        seen = False
        for index, part in enumerate(parts):
            if "[^1]" in part:
                if seen:
                    parts[index] = "Utan not."
                seen = True
        return "\n\n".join(parts)

    # The whole

    def lay(self):
        v, h = self.v, self.h
        self.bodies = v.sample(BODIES, v.randint(1, 3))
        if all(role == "beredande" for _, _, role in self.bodies):
            self.bodies = BODIES[:2]
        self.pool = [v.choice(DNR).format(n) for n in range(1, 20)] + [f"2026:{n}" for n in range(900, 905)]
        organ = "\n".join(f"  - {{kod: {c}, namn: {n}, roll: {r}}}" for c, n, r in self.bodies)
        language = v.choice(["sv", "sv", "sv", "en"])
        self.files["klubba.yml"] = (
            f"organisation: Förbundet Provlänet\nadress: https://handlingar.prov.example\nspråk: {language}\n"
            f"organ:\n{organ}\nanslag: {{överklagan: sidor/overklaga.md}}\n")
        self.files["content/sidor/overklaga.md"] = "---\ntitel: Så överklagar du\n---\n\nSkriv till kansliet.\n"
        self.meetings = [(c, d) for c, _, _ in self.bodies for d in v.sample(DAYS, v.randint(1, 3))]
        self.by_hand = {m: v.random() < 0.35 for m in self.meetings}
        self.taken = {m: set() for m in self.meetings}
        self.matters = [self.visible_matter(n) for n in range(v.randint(1, 7))]
        self.stubs = [self.stub(n) for n in range(v.choice([0, 0, 1, 2]))]
        # A § of a hidden ärende shows its number, so how many there are of them is no secret; all else is.
        self.slots = {m: v.choice([0, 0, 1, 2]) for m in self.meetings}
        self.hidden = []
        for meeting in self.meetings:
            for _ in range(self.slots[meeting]):
                self.hidden.append(self.hidden_matter(meeting))
        for _ in range(h.choice([0, 1, 1, 2, 4])):
            self.hidden.append(self.hidden_matter(h.choice(self.meetings + [(h.choice(self.bodies)[0], "2026-08-28")])))
        for meeting in self.meetings:
            self.meeting(meeting)
        self.pages()

    def numbers(self, chance, meeting, count, lowest=1):
        """A written range that no one has taken at the meeting."""
        first = lowest
        while first in self.taken[meeting]:
            first += 1
        self.taken[meeting].add(first)
        return f"{first} - {first}.{count}" if count else str(first)

    def visible_matter(self, n):
        v = self.v
        meetings = v.sample(self.meetings, min(len(self.meetings), v.choice([0, 1, 1, 1, 2])))
        meetings = list({c: (c, d) for c, d in meetings}.values())
        head = {"titel": self.title(v)}
        dnr = self.pool[n] if v.random() < 0.85 else None
        if dnr:
            head["dnr"] = dnr
        for code, day in meetings:
            head[code.lower()] = day
        papers = v.choice([0, 0, 1, 2, 3])
        ranges = {c: self.numbers(v, (c, d), papers, v.randint(1, 3)) for c, d in meetings if self.by_hand[(c, d)]}
        if ranges:
            head["bilaga"] = ("{" + ", ".join(f"{c.lower()}: {r}" for c, r in ranges.items()) + "}"
                              if len(meetings) > 1 else next(iter(ranges.values())))
        if v.random() < 0.4:
            head["typ"] = v.choice(["information", "anmälan", "beslut"])
        body = ""
        decides = head.get("typ", "beslut") == "beslut" and v.random() < 0.8
        if decides:
            clauses = "\n".join(v.choice(["- **att** {}", "- **att** {}[^1]"]).format(self.text(v, 4).lower().rstrip("."))
                                for _ in range(v.randint(1, 3)))
            body += f"## Förslag till beslut\n\nStyrelsen föreslås besluta\n\n{clauses}\n\n"
        rest = self.body_text(v)
        body += "## Ärendet\n\n" + rest
        if "[^1]" in body and "[^1]:" not in body:
            body += "\n\n[^1]: " + self.text(v, 3)
        folder = papers or v.random() < 0.4
        base = f"content/arenden/arende-{n}" + ("/" if folder else "")
        hidden_papers = self.h.choice([0, 1, 2]) if folder and not ranges else 0
        listed = []
        for paper in range(papers):
            name = v.choice([f"underlag-{paper}.md", f"tabell-{paper}.csv", f"plan-{paper}.md"])
            text = f"# Bilagan {paper}\n\n" + self.body_text(v) if name.endswith("md") else "a;b\n1;2\n"
            self.files[base + name] = text
            listed.append(f"{{titel: {self.title(v)}, fil: {name}}}")
        # Hidden bilagor anywhere among the seen ones, where the numbers are the program's.
        for paper in range(hidden_papers):
            name = f"{SECRET}-{self.h.randint(0, 99)}-{paper}." + self.h.choice(["md", "txt"])
            self.files[base + name] = f"# {SECRET}\n\n{self.text(self.h, 5, SECRET)}\n"
            listed.insert(self.h.randint(0, len(listed)),
                          f"{{titel: {self.title(self.h, SECRET)}, fil: {name}, synlighet: ledamöter}}")
        if listed:
            head["bilagor"] = "\n" + "\n".join("  - " + l for l in listed)
        self.files[base + "arende.md" if folder else base + ".md"] = self.file(head, body)
        return {"dnr": dnr, "titel": head["titel"], "meetings": meetings, "decides": decides,
                "about": head.get("typ", "beslut")}

    def stub(self, n):
        """A secret ärende: its dnr, its days and its ground are public, and all else is hidden."""
        v, h = self.v, self.h
        meeting = v.choice(self.meetings)
        dnr = f"2026:{950 + n}"
        head = {"dnr": dnr, "titel": self.title(h, SECRET), meeting[0].lower(): meeting[1],
                "synlighet": "sekretess"}
        if v.random() < 0.5:
            head["sekretess"] = "26 kap. 1 § OSL"
        base = f"content/arenden/{SECRET}-{h.randint(0, 999)}-s{n}"
        if h.random() < 0.5:
            base += "/arende"
            self.files[base[:-6] + f"{SECRET}.md"] = f"# {SECRET}\n\n{self.text(h, 5, SECRET)}\n"
        self.files[base + ".md"] = self.file(head, "## Förslag till beslut\n\n- **att** " + self.text(h, 4, SECRET)
                                             + "\n\n## Ärendet\n\n" + self.body_text(h, SECRET))
        return {"dnr": dnr, "titel": head["titel"], "meetings": [meeting]}

    def hidden_matter(self, meeting):
        h = self.h
        kind = "ledamöter" if self.slots.get(meeting) else h.choice(HIDDEN)
        n = len(self.hidden)
        head = {"titel": self.title(h, SECRET), meeting[0].lower(): meeting[1]}
        dnr = f"2026:{900 + n}" if h.random() < 0.8 else None
        if dnr:
            head["dnr"] = h.choice([dnr, dnr.replace(":", "/"), f"{SECRET.upper()} 2026/{900 + n}"])
        head["synlighet"] = kind
        if h.random() < 0.5:
            head["handläggare"] = SECRET
        papers = h.choice([0, 0, 1, 3])
        if self.by_hand.get(meeting) and kind == "ledamöter":
            head["bilaga"] = self.numbers(h, meeting, papers, h.randint(1, 9))
        base = f"content/arenden/{SECRET}-{h.randint(0, 999)}-{n}"
        if papers:
            for paper in range(papers):
                self.files[f"{base}/{SECRET}-{paper}.md"] = f"# {SECRET}\n\n{self.text(h, 4, SECRET)}\n"
            base += "/arende"
        self.files[base + ".md"] = self.file(head, "## Förslag till beslut\n\n- **att** " + self.text(h, 4, SECRET)
                                             + "\n\n## Ärendet\n\n" + self.body_text(h, SECRET))
        return {"dnr": head.get("dnr"), "titel": head["titel"], "meetings": [meeting], "kind": kind}

    def meeting(self, meeting):
        v, h = self.v, self.h
        code, day = meeting
        slug = f"{code.lower()}-{day}"
        here = [m for m in self.matters if meeting in m["meetings"]]
        stubs = [m for m in self.stubs if meeting in m["meetings"]]
        hidden = [m for m in self.hidden if meeting in m["meetings"] and m["kind"] == "ledamöter"]
        shows = v.random() < 0.85
        is_hidden = v.random() < 0.1
        if is_hidden:
            # All that its file says is hidden; that there is a meeting shows only in the seen ärenden.
            head = {"plats": f"{SECRET} {h.randint(0, 99)}", "tid": f"{h.randint(8, 17)}.00", "synlighet": "ledamöter"}
            lines = [f"{SECRET} {h.randint(0, 99)}" for _ in range(h.randint(0, 3))]
            if lines:
                head["dagordning"] = "\n" + "\n".join("  - " + l for l in lines)
            self.files[f"content/moten/{slug}.md"] = self.file(head, self.text(h, 4, SECRET))
        elif shows:
            head = {"tid": "13.00–16.00", "plats": self.title(v)}
            if v.random() < 0.7:
                head["kallelse"] = v.choice(["2026-05-01", "2026-10-01"])
            if v.random() < 0.1:
                head["status"] = "inställt"
            style = v.choice(["none", "dnr", "numbered", "titles"])
            if style != "none":
                lines = v.sample(AGENDA[:3], v.randint(0, 3))
                named = [m for m in here if v.random() < 0.7]
                for index, m in enumerate(named):
                    name = m["dnr"] or m["titel"]
                    if style == "titles" and m["dnr"] and v.random() < 0.5:
                        name = f"{m['titel']}, dnr {m['dnr']}" if v.random() < 0.5 else m["titel"]
                    lines.append(name)
                if stubs and v.random() < 0.5:
                    lines.append(stubs[0]["dnr"])
                lines += v.sample(AGENDA[3:], v.randint(0, 2))
                # Lines of hidden ärenden, anywhere; numbers in front would show that a line is gone.
                for m in hidden if style != "numbered" else []:
                    if h.random() < 0.5:
                        lines.insert(h.randint(0, len(lines)),
                                     h.choice([m["dnr"] or m["titel"], m["titel"],
                                               f"{m['titel']} ({m['dnr']})" if m["dnr"] else m["titel"]]))
                if style == "numbered":
                    lines = [f"{i}. {l}" for i, l in enumerate(lines, 1)]
                if lines:
                    head["dagordning"] = "\n" + "\n".join(f'  - "{l}"' for l in lines)
            self.files[f"content/moten/{slug}.md"] = self.file(head, self.body_text(v) if v.random() < 0.4 else "")
        # Whether a record of the meeting exists is the same for all; which ärenden its hidden §§ are about is not.
        if day < TODAY and v.random() < 0.75 and (here or stubs or self.slots[meeting]):
            self.record(meeting, slug, here, stubs, hidden[:self.slots[meeting]])

    def record(self, meeting, slug, here, stubs, hidden):
        v, h = self.v, self.h
        code, day = meeting
        name = next(n for c, n, _ in self.bodies if c == code)
        head = {"ordförande": "Ordföranden", "sekreterare": "Sekreteraren", "närvarande": "[Ordföranden, Ledamoten]",
                "justerare": "Ledamoten"}
        if v.random() < 0.8:
            head["justerat"] = day[:-2] + "27"
            if v.random() < 0.6:
                head["anslaget"] = day[:-2] + "28"
        entries = [("Mötets öppnande", v.choice(LOOSE), None)]
        for m in here:
            heading = m["dnr"] or m["titel"]
            if m["dnr"] and v.random() < 0.3:
                heading = f"{m['titel']}, dnr {m['dnr']}"
            if v.random() < 0.9:
                kinds = UNDECIDED if m["about"] == "beslut" and v.random() < 0.1 else DECISIONS
                entries.append((heading, v.choice(kinds) if v.random() < 0.9 else "{text}", m))
        for m in stubs:
            if v.random() < 0.7:
                entries.append((m["dnr"], None, m))
        # The places are the seen half's; what is said there is the hidden half's.
        places = sorted(v.randint(0, len(entries)) for _ in range(self.slots[meeting]))
        for place, m in reversed(list(zip(places, hidden))):
            heading = h.choice([m["dnr"] or m["titel"], m["titel"], f"{m['titel']} {m['dnr'] or ''}".strip()])
            entries.insert(place, (heading, None, m))
        if v.random() < 0.5:
            entries.append(("Mötets avslutande", v.choice(LOOSE), None))
        number = v.randint(1, 60) + 100 * self.meetings.index(meeting)
        lines = self.file(head, "").split("\n")
        for heading, shape, matter in entries:
            if shape is None:
                text = h.choice(DECISIONS).format(text=self.text(h, 5, SECRET), word=SECRET, body=name)
            else:
                text = shape.format(text=self.text(v, 6), word=v.choice(WORDS), body=name)
            first = len(lines) + 1
            lines += f"## § {number} {heading}\n\n{text}\n".split("\n")
            if shape is not None and matter is not None:
                self.paragraphs.append((f"content/moten/{slug}.protokoll.md", first, len(lines), slug, number, shape))
            number += 1
        self.files[f"content/moten/{slug}.protokoll.md"] = "\n".join(lines)

    def pages(self):
        v, h = self.v, self.h
        if v.random() < 0.5:
            self.files["content/index.md"] = self.body_text(v) + "\n"
        for n in range(v.randint(0, 2)):
            self.files[f"content/sidor/sida-{n}.md"] = f"---\ntitel: {self.title(v)}\n---\n\n{self.body_text(v)}\n"
        for n in range(h.randint(0, 2)):
            kind = h.choice(["synlighet: ledamöter", "synlighet: sekretess"])
            self.files[f"content/sidor/{SECRET}-{n}.md"] = (
                f"---\ntitel: {self.title(h, SECRET)}\n{kind}\n---\n\n{self.body_text(h, SECRET)}\n")

    def file(self, head, body):
        return "---\n" + "".join(f"{k}: {x}\n" for k, x in head.items()) + "---\n\n" + body + "\n"
