#!/usr/bin/env python3
"""Writes a site of any size for the benchmark: corpus.py N FOLDER. The same N gives the same bytes everywhere.
corpus.py --votes N FOLDER writes one with a single vote of N names.

Förbundsstyrelsen (FS) meets once a month with twelve ärenden, which Arbetsutskottet (AU) has prepared three weeks before;
each ärende has a proposal in three clauses, some 4 kB of text and one or two bilagor, and each past meeting a record with a
§ for every ärende. Every third ärende is for the members alone, named by dnr or by title on the agenda. No warnings, no names of people who exist.
"""

import datetime
import os
import random
import sys

TODAY = datetime.date(2026, 11, 20)
PER_MEETING = 12
WORDS = ("arbetet planen stödet gruppen samtalet kommunen regionen insatsen deltagarna kansliet rapporten målet "
         "våren hösten uppdraget parterna vården skolan vägen rehabiliteringen samverkan ekonomin kartläggningen").split()
VERBS = "beskriver prövar följer stärker samlar visar kräver ger behöver bereder".split()
NAMES = "Gläntan Språnget Klivet Stigen Lotsen Broen Fyren Kompassen Verkstaden Torget".split()
PEOPLE = ["Asta Lindvik", "Bror Hedmo", "Cilla Norrby", "Dag Ekvall", "Elva Sundhult", "Frej Åslund"]


def sentence(chance):
    words = [chance.choice(WORDS) for _ in range(chance.randint(6, 14))]
    words.insert(2, chance.choice(VERBS))
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."


def paragraph(chance, count=5):
    return " ".join(sentence(chance) for _ in range(count))


def is_hidden(number):
    return number % 3 == 0


def matter(chance, number, dnr, au, fs, place):
    name = f"{chance.choice(NAMES)} {chance.choice(NAMES)}"
    amount = chance.randint(20, 400) * 10_000
    kronor = f"{amount:,}".replace(",", " ")
    papers = 1 + number % 2
    hidden = "synlighet: ledamöter\n" if is_hidden(number) else ""
    numbers = f"{place} - {place}.{papers}"
    text = f"""---
dnr: {dnr}
titel: {name}, omgång {number}
au: {au}
fs: {fs}
bilaga: {numbers}
{hidden}handläggare: Samordnaren
insats: {name}
insatsägare: Mellby kommun
samverkansparter: [Norrlids kommun, Region Mellanbygden]
period: 2027-01-01 – 2027-12-31
belopp: {kronor} kr
---

# {name}, omgång {number}

## Förslag till beslut

Arbetsutskottet föreslår förbundsstyrelsen besluta

- **att** bevilja stöd till insatsen *{name}* för perioden 1 januari 2027 fram till 31 december 2027, högst {kronor} kronor
- **att** {sentence(chance).lower().rstrip(".")}
- **att** Mellby kommun redovisar resultatet senast en månad efter periodens slut

## Ärendet

{paragraph(chance)}

{paragraph(chance)} Se bilaga {place}.1.

### Bakgrund

{paragraph(chance, 8)}

> {sentence(chance)}

## Målgrupp

{chr(10).join("- " + sentence(chance) for _ in range(4))}

## Ekonomi

{paragraph(chance)} Insatsen beräknas kosta {kronor} kronor.

## Bedömning

{paragraph(chance, 8)} **{sentence(chance)}** [Riktlinjerna](https://riktlinjer.example.se/{number}) gäller.
"""
    bilagor = {}
    for index in range(1, papers + 1):
        rows = "\n".join(f"| {chance.choice(WORDS)} | {chance.randint(10, 900)} 000 |" for _ in range(6))
        bilagor[f"{place}.{index} {'Kalkyl' if index == 1 else 'Plan'}.md"] = (
            f"# {'Kalkyl' if index == 1 else 'Plan'}\n\n{paragraph(chance)}\n\n| Post | Kronor |\n|---|---:|\n{rows}\n\n"
            f"{paragraph(chance, 6)}\n")
    return text, bilagor


def put(folder, path, text):
    whole = os.path.join(folder, path)
    os.makedirs(os.path.dirname(whole), exist_ok=True)
    with open(whole, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def meeting(folder, code, day, numbers, first):
    """A meeting's file, and its record once it has been held; gives the next number of a §."""
    isHeld = day < TODAY - datetime.timedelta(days=14)
    # One that is to come would be a warning until it is sealed.
    sent = f"kallelse: {day - datetime.timedelta(days=14)}\n" if day < TODAY else ""
    agenda = "\n".join(f"  - {dnr}" for dnr in ["Mötets öppnande"] + numbers)
    put(folder, f"content/moten/{code.lower()}-{day}.md",
        f"---\ntid: 13.00–16.00\nplats: Kansliet\n{sent}dagordning:\n{agenda}\n---\n")
    if not isHeld:
        return first
    approved = day + datetime.timedelta(days=7)
    entries = [f"## § {first} Mötets öppnande\n\nOrdföranden öppnar mötet.\n"]
    for index, dnr in enumerate(numbers, 1):
        entries.append(f"## § {first + index} {dnr}\n\nBeslut: bifall\n")
    put(folder, f"content/moten/{code.lower()}-{day}.protokoll.md",
        f"---\nordförande: {PEOPLE[0]}\nsekreterare: {PEOPLE[5]}\nnärvarande: [{', '.join(PEOPLE[:5])}]\n"
        f"justerare: [{PEOPLE[1]}]\njusterat: {approved}\nanslaget: {approved + datetime.timedelta(days=1)}\n"
        f"förvaras: Kansliet\n---\n\n" + "\n".join(entries))
    return first + len(entries)


def write(count, folder):
    chance = random.Random("klubba")
    put(folder, "klubba.yml", "organisation: Samordningsförbundet Mellanbygden\nadress: https://handlingar.example.se\n")
    meetings = (count + PER_MEETING - 1) // PER_MEETING
    start = TODAY - datetime.timedelta(days=4 * (meetings - 2))
    numbers, paragraphs = {}, {}
    for index in range(count):
        fs = start + datetime.timedelta(days=4 * (index // PER_MEETING))
        au = fs - datetime.timedelta(days=21)
        numbers[fs.year] = numbers.get(fs.year, 0) + 1
        dnr = f"{fs.year}:{numbers[fs.year]}"
        text, bilagor = matter(chance, index + 1, dnr, au, fs, index % PER_MEETING + 1)
        place = f"content/arenden/{dnr.replace(':', '-')}"
        put(folder, f"{place}/arende.md", text)
        for name, paper in bilagor.items():
            put(folder, f"{place}/{name}", paper)
        if index % PER_MEETING == PER_MEETING - 1 or index == count - 1:
            own = [f"{fs.year}:{n}" for n in range(numbers[fs.year] - index % PER_MEETING, numbers[fs.year] + 1)]
            for code, day in (("AU", au), ("FS", fs)):
                key = (code, day.year)
                paragraphs[key] = meeting(folder, code, day, own, paragraphs.get(key, 1))


def write_votes(count, folder):
    """One record with one vote, of as many names: beyond any board, so that what grows with the square shows."""
    put(folder, "klubba.yml", "organisation: Samordningsförbundet Mellanbygden\nadress: https://handlingar.example.se\n")
    put(folder, "content/arenden/a.md",
        "---\ndnr: 2026:1\ntitel: Budget\nfs: 2026-10-16\nbilaga: 1\n---\n\n## Förslag till beslut\n\n- **att** anta budgeten\n")
    put(folder, "content/moten/fs-2026-10-16.md", "---\nkallelse: 2026-10-01\ntid: 13.00\n---\n")
    # A head has room for 64 kB.
    names = [f"Ada N{number}" for number in range(count)]
    sides = {"Ja": names[::2], "Nej": names[1::2]}
    listed = "\n".join(f"{side}: {', '.join(own)}" for side, own in sides.items())
    put(folder, "content/moten/fs-2026-10-16.protokoll.md",
        f"---\nordförande: {names[0]}\nsekreterare: Sekreteraren\njusterare: {names[1]}\njusterat: 2026-10-20\n"
        f"anslaget: 2026-10-21\nnärvarande: [{', '.join(names)}]\n---\n\n## § 1 2026:1\n\nBeslut: bifall\n\n"
        f"### Omröstning\n\n{listed}\n\n### Jäv\n\nAnna Annan deltar inte på grund av jäv.\n")


if __name__ == "__main__":
    if sys.argv[1] == "--votes":
        write_votes(int(sys.argv[2]), sys.argv[3])
    else:
        write(int(sys.argv[1]), sys.argv[2])
