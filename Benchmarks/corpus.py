#!/usr/bin/env python3
"""Writes a site of any size for the benchmark: corpus.py N FOLDER. The same N gives the same bytes everywhere.

Förbundsstyrelsen (FS) meets once a month with twelve ärenden, which Arbetsutskottet (AU) has prepared three weeks before;
each ärende has a proposal in three clauses, some 4 kB of text and one or two bilagor, and each past meeting a record with a
§ for every ärende. Every third ärende is the members' alone, as in a nämnd with cases about people. No warnings, no names of
people who exist.
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


def matter(chance, number, dnr, au, fs, place):
    name = f"{chance.choice(NAMES)} {chance.choice(NAMES)}"
    amount = chance.randint(20, 400) * 10_000
    kronor = f"{amount:,}".replace(",", " ")
    papers = 1 + number % 2
    numbers = f"{place} - {place}.{papers}"
    hidden = "synlighet: ledamöter\n" if number % 3 == 0 else ""
    text = f"""---
dnr: {dnr}
titel: {name}, omgång {number}
au: {au}
fs: {fs}
bilaga: {numbers}
handläggare: Samordnaren
insats: {name}
insatsägare: Mellby kommun
samverkansparter: [Norrlids kommun, Region Mellanbygden]
period: 2027-01-01 – 2027-12-31
belopp: {kronor} kr
{hidden}---

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


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2])
