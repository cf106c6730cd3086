#!/usr/bin/env python3
"""Writes klubba's man pages, in Swedish, from what the program says of itself.

    klubba --experimental-dump-help | manpages.py VERSION DAY FOLDER
"""

import json
import pathlib
import sys

OWN_WORDS = {
    "Show the version.": "Visa versionen.",
    "Show help information.": "Visa den här hjälpen.",
    "Show subcommand help information.": "Visa hjälpen för ett kommando.",
}
EXITS = """.SH SLUTKODER
.TP
0
Allt gick bra; varningar kan ha visats.
.TP
1
Innehållet har fel, eller varningar med \\fB\\-\\-strict\\fR.
.TP
2
Kommandot skrevs fel.
.TP
3
Maskinen, nätet eller ett program gjorde inte sitt.
"""


def roff(text):
    """Text of a page, with nothing in it that troff takes for its own."""
    lines = []
    for line in text.replace("\\", "\\e").replace("-", "\\-").split("\n"):
        lines.append("\\&" + line if line[:1] in (".", "'") else line)
    return "\n".join(lines)


def paragraphs(text):
    return "\n.PP\n".join(roff(part) for part in text.strip().split("\n\n"))


def names(argument):
    dashes = {"long": "--", "short": "-", "longWithSingleDash": "-"}
    return [dashes[name["kind"]] + name["name"] for name in argument.get("names", [])]


def shown(command, kind):
    found = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]
    return [a for a in found if (a["kind"] == "positional") == (kind == "positional")]


def entry(argument):
    """A positional argument, a flag or an option, as .TP has it."""
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        head = f"\\fI{roff(value)}\\fR"
    else:
        head = ", ".join(f"\\fB{roff(name)}\\fR" for name in names(argument))
        if argument["kind"] == "option":
            head += f" \\fI{roff(value)}\\fR"
    text = argument.get("abstract", "")
    text = OWN_WORDS.get(text, text)
    if argument.get("allValues"):
        text += f" Något av: {', '.join(argument['allValues'])}."
    if argument.get("defaultValue"):
        text += f" Annars: {argument['defaultValue']}."
    return f".TP\n{head}\n{roff(text)}\n"


def synopsis(path, command):
    words = [f"\\fB{roff(' '.join(path))}\\fR"]
    if command.get("subcommands"):
        words.append("\\fIkommando\\fR")
    for argument in shown(command, "positional"):
        word = f"\\fI{roff(argument['valueName'])}\\fR" + (" ..." if argument.get("isRepeating") else "")
        words.append(f"[{word}]" if argument.get("isOptional") else word)
    return " ".join(words + ["[\\fIval\\fR]"])


def page(path, command, version, day):
    name = "-".join(path)
    abstract = command.get("abstract", "").rstrip(".")
    text = f'.\\" Skriven av scripts/dist/manpages.py ur klubbas egen hjälp.\n'
    text += f'.TH "{roff(name.upper())}" "1" "{day}" "Klubba {version}" "Klubba"\n'
    text += f".SH NAMN\n{roff(name)} \\- {roff(abstract[:1].lower() + abstract[1:])}\n"
    text += f".SH ANVÄNDNING\n{synopsis(path, command)}\n"
    if command.get("discussion"):
        text += f".SH BESKRIVNING\n{paragraphs(command['discussion'])}\n"
    subcommands = [c for c in command.get("subcommands", []) if c["commandName"] != "help"]
    if subcommands:
        text += ".SH KOMMANDON\n"
        for one in subcommands:
            text += f".TP\n\\fB{roff(' '.join(path + [one['commandName']]))}\\fR\n{roff(one.get('abstract', ''))}\n"
    for title, kind in (("ARGUMENT", "positional"), ("VAL", "other")):
        found = shown(command, kind)
        if found:
            text += f".SH {title}\n" + "".join(entry(argument) for argument in found)
    text += EXITS
    others = ["klubba"] if len(path) > 1 else [f"klubba-{c['commandName']}" for c in subcommands]
    text += ".SH SE ÄVEN\n" + ",\n".join(f".BR {roff(other)} (1)" for other in others).replace(",\n", ",\n") + "\n"
    text += "Handboken: /usr/share/doc/klubba/handbok.md\n"
    return name, text


def pages(path, command, version, day):
    yield page(path, command, version, day)
    for one in command.get("subcommands", []):
        if one["commandName"] != "help":
            yield from pages(path + [one["commandName"]], one, version, day)


def main():
    version, day, folder = sys.argv[1:4]
    help_text = json.load(sys.stdin)
    target = pathlib.Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for name, text in pages(["klubba"], help_text["command"], version, day):
        (target / f"{name}.1").write_text(text, encoding="utf-8")


main()
