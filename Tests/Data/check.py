#!/usr/bin/env python3
"""Holds a built site's files for machines against real readers: feeds, calendars, OParl, tables, JSON-LD.

    check.py DIRECTORY [--members]

Needs feedparser, icalendar and jsonschema. Says what is wrong, a line each; exit status 0 when nothing is, else 1.
"""

import csv
import datetime
import io
import json
import pathlib
import re
import sys
import urllib.parse
import xml.etree.ElementTree

import feedparser
import icalendar
import jsonschema

SCHEMAS = pathlib.Path(__file__).resolve().parent / "oparl-1.1"
TABLES = ["arenden", "beslut", "medel", "moten"]
faults = []


def fault(place, text):
    faults.append(f"{place}: {text}")


class Site:
    """The tree, and the address that it is published at."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.pages = sorted(self.root.rglob("*.html"))
        self.address = None
        sitemap = self.root / "sitemap.xml"
        if sitemap.exists():
            first = re.search(r"<loc>([^<]*)</loc>", sitemap.read_text("utf-8"))
            self.address = first and first.group(1).rstrip("/")

    def file(self, url):
        """The file that an address of the site leads to, or None."""
        if self.address is None or not url.startswith(self.address + "/"):
            return None
        path = urllib.parse.urlsplit(url[len(self.address) + 1:]).path
        found = self.root / urllib.parse.unquote(path)
        found = found / "index.html" if path == "" or path.endswith("/") else found
        return found if found.is_file() else None

    def expect(self, place, url):
        if self.address is not None and self.file(url) is None:
            fault(place, f"leads nowhere: {url}")


def check_feeds(site, members):
    feeds = [site.root / "atom.xml", *sorted((site.root / "atom").glob("*.xml"))]
    known = {}
    for path in feeds:
        name = path.relative_to(site.root)
        if not path.is_file():
            fault(name, "is missing")
            continue
        xml.etree.ElementTree.parse(path)
        feed = feedparser.parse(path.read_bytes())
        if feed.bozo:
            fault(name, f"feedparser: {feed.bozo_exception}")
        if not (feed.feed.get("id") and feed.feed.get("title") and feed.feed.get("updated_parsed")):
            fault(name, "the feed lacks id, title or updated")
        ids = [entry.get("id", "") for entry in feed.entries]
        if len(set(ids)) != len(ids):
            fault(name, "two entries have one id")
        days = [entry.updated_parsed for entry in feed.entries]
        if days != sorted(days, reverse=True):
            fault(name, "the entries are not the newest first")
        if len(feed.entries) > 100:
            fault(name, f"{len(feed.entries)} entries")
        if days and days[0] != feed.feed.updated_parsed:
            fault(name, "the feed's day is not that of its newest entry")
        for entry in feed.entries:
            if not re.fullmatch(r"tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:[^ ]+", entry.id):
                fault(name, f"no tag URI: {entry.id}")
            if not entry.get("title") or not entry.get("content"):
                fault(name, f"an entry without title or content: {entry.id}")
            said = (entry.title, entry.updated, entry.content[0].value if not members else "")
            if known.setdefault(entry.id, said) != said:
                fault(name, f"another feed says something else of {entry.id}")
            if not members:
                site.expect(name, entry.link)
                for link in re.findall(r'href="([^"]*)"', entry.content[0].value):
                    if link.startswith(site.address or "-"):
                        site.expect(name, link.replace("&amp;", "&"))


def check_calendars(site, members):
    whole = None
    for path in [site.root / "kalender.ics", *sorted((site.root / "kalender").glob("*.ics"))]:
        name = path.relative_to(site.root)
        if not path.is_file():
            fault(name, "is missing")
            continue
        data = path.read_bytes()
        if data.replace(b"\r\n", b"").count(b"\n") + data.replace(b"\r\n", b"").count(b"\r"):
            fault(name, "a line does not end with CRLF")
        for line in data.split(b"\r\n"):
            if len(line) > 75:
                fault(name, f"a line of {len(line)} octets")
            line.decode("utf-8")
        calendar = icalendar.Calendar.from_ical(data)
        zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
        events = {}
        for event in calendar.walk("VEVENT"):
            uid = str(event["UID"])
            if uid in events:
                fault(name, f"two events are {uid}")
            if event.errors:
                fault(name, f"{uid}: {event.errors}")
            start, end = event["DTSTART"].dt, event.get("DTEND")
            zone = event["DTSTART"].params.get("TZID")
            if zone and zone not in zones:
                fault(name, f"{uid}: no VTIMEZONE {zone}")
            if end is not None and end.dt <= start:
                fault(name, f"{uid} ends before it begins")
            if not isinstance(start, datetime.date) or event["DTSTAMP"].dt.utcoffset() != datetime.timedelta(0):
                fault(name, f"{uid}: DTSTART or DTSTAMP")
            if str(event["STATUS"]) not in ("TENTATIVE", "CONFIRMED", "CANCELLED"):
                fault(name, f"{uid}: STATUS {event['STATUS']}")
            if "URL" in event and not members:
                site.expect(name, str(event["URL"]))
            events[uid] = event.to_ical()
        if whole is None:
            whole = events
        elif any(whole.get(uid) != event for uid, event in events.items()):
            fault(name, "says something else than kalender.ics")


class Objects:
    """OParl's objects, found from the way in."""

    def __init__(self, site):
        self.site = site
        self.schemas = {p.stem: json.loads(p.read_text("utf-8")) for p in SCHEMAS.glob("*.json")}
        self.seen = {}

    def load(self, url, place):
        path = self.site.file(url)
        if path is None:
            fault(place, f"leads nowhere: {url}")
            return None
        return json.loads(path.read_text("utf-8"))

    def hold(self, thing, kind, place):
        """One object and all that stand inside it against their schemas."""
        if not isinstance(thing, dict) or not str(thing.get("type", "")).endswith("/" + kind):
            fault(place, f"no {kind}: {str(thing)[:80]}")
            return
        schema = self.schemas[kind]
        name = thing.get("id", place)
        validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
        for error in validator.iter_errors(thing):
            fault(name, error.message)
        if self.seen.setdefault(thing["id"], thing) != thing:
            fault(name, "two objects have one id")
        for key, value in thing.items():
            rule = schema["properties"].get(key)
            if rule is None:
                fault(name, f"OParl's {kind} has no {key}")
                continue
            if value in (None, "") or (value == [] and key not in schema["required"]):
                fault(name, f"{key} is empty")
            if rule.get("format") == "date-time" and not re.fullmatch(
                    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", str(value)):
                fault(name, f"{key} is no date-time: {value}")
            if rule.get("format") == "url":
                self.whole(value, name)
            inner = rule if rule.get("schema") else rule.get("items", {})
            if rule.get("type") in ("object", "array") and inner.get("schema"):
                for one in value if rule["type"] == "array" else [value]:
                    self.hold(one, pathlib.Path(inner["schema"]).stem, name)

    def whole(self, url, place):
        parts = urllib.parse.urlsplit(str(url))
        if parts.scheme not in ("http", "https") or not parts.netloc:
            fault(place, f"no whole address: {url}")

    def list(self, url, kind, place):
        """Every object of an external list, page by page."""
        things, page, number = [], url, 0
        while page:
            number += 1
            body = self.load(page, place)
            if body is None:
                return things
            if body["links"].get("self") != page or body["pagination"]["currentPage"] != number:
                fault(page, "does not know its own place in the list")
            for thing in body["data"]:
                self.hold(thing, kind, page)
                if self.load(thing["id"], page) != thing:
                    fault(thing["id"], "is not what the list says")
            things += body["data"]
            last, page = body, body["links"].get("next")
        if len(things) != last["pagination"]["totalElements"] or number != last["pagination"]["totalPages"]:
            fault(url, "its count is wrong")
        return things

    def references(self):
        """Every address of an object or a page leads somewhere."""
        for thing in list(self.seen.values()):
            for key, value in thing.items():
                for url in value if isinstance(value, list) else [value]:
                    if not isinstance(url, str) or not url.startswith(self.site.address + "/"):
                        continue
                    if self.site.file(url) is None:
                        fault(thing["id"], f"{key} leads nowhere: {url}")
                    elif "#" in url and url not in self.seen:
                        fault(thing["id"], f"{key} is no object: {url}")


def check_oparl(site):
    objects = Objects(site)
    system = objects.load(f"{site.address}/oparl/system.json", "oparl")
    if system is None:
        return
    objects.hold(system, "System", "oparl/system.json")
    for body in objects.list(system["body"], "Body", system["id"]):
        objects.list(body["organization"], "Organization", body["id"])
        objects.list(body["meeting"], "Meeting", body["id"])
        objects.list(body["paper"], "Paper", body["id"])
        objects.list(body["person"], "Person", body["id"])
    objects.references()
    for path in sorted((site.root / "oparl").rglob("*.json")):
        thing = json.loads(path.read_text("utf-8"))
        url = f"{site.address}/{path.relative_to(site.root)}"
        if "data" not in thing and not thing.get("deleted") and url not in objects.seen:
            fault(url, "no list has it")


def check_tables(site, members):
    for name in TABLES:
        data = (site.root / "data" / f"{name}.csv").read_bytes()
        if data.startswith(b"\xef\xbb\xbf") or not data.endswith(b"\r\n"):
            fault(f"data/{name}.csv", "begins with a BOM, or does not end with CRLF")
        rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
        objects = json.loads((site.root / "data" / f"{name}.json").read_text("utf-8"))
        if any(len(row) != len(rows[0]) for row in rows) or len(rows) != len(objects) + 1:
            fault(f"data/{name}.csv", "its rows are of different lengths, or not those of the JSON file")
            continue
        for row, thing in zip(rows[1:], objects):
            if list(thing) != rows[0]:
                fault(f"data/{name}.json", f"other columns: {list(thing)}")
            for column, cell in zip(rows[0], row):
                value = thing[column]
                told = "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)
                if cell != told and cell != "'" + told:
                    fault(f"data/{name}.csv", f"{column} is {cell!r}, in the JSON file {told!r}")
                if cell[:1] in ("=", "+", "-", "@", "\t") and not isinstance(value, int):
                    fault(f"data/{name}.csv", f"a spreadsheet would run {cell!r}")
                if column in ("lank", "protokoll", "arende") and cell and not members:
                    site.expect(f"data/{name}.csv", cell)
        page = (site.root / "data" / "index.html").read_text("utf-8")
        for column in rows[0]:
            if f"<code>{column}</code>" not in page:
                fault("data/index.html", f"does not explain {column} of {name}.csv")


def check_markup(site):
    count = 0
    for path in site.pages:
        name = path.relative_to(site.root)
        for text in re.findall(
                r'<script type="application/ld\+json">(.*?)</script>', path.read_text("utf-8"), re.DOTALL):
            count += 1
            thing = json.loads(text)
            if thing.get("@context") != "https://schema.org" or not thing.get("@type") or not thing.get("name"):
                fault(name, "JSON-LD without context, type or name")
            if thing.get("url"):
                site.expect(name, thing["url"])
            if thing["@type"] == "Event" and "startDate" not in thing:
                fault(name, "an event without a start")
    if not count:
        fault("JSON-LD", "no page has any")


def main():
    arguments = [a for a in sys.argv[1:] if a != "--members"]
    members = "--members" in sys.argv
    if len(arguments) != 1 or not pathlib.Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    site = Site(arguments[0])
    check_feeds(site, members)
    check_calendars(site, members)
    check_tables(site, members)
    if members:
        if (site.root / "oparl").exists():
            fault("oparl", "is for the public alone")
    else:
        check_oparl(site)
        check_markup(site)
    for line in faults[:50]:
        print(line)
    print(f"{site.root}: {len(faults)} faults" if faults else f"{site.root}: feeds, calendars, OParl, tables and JSON-LD hold")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
