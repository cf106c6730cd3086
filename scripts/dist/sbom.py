#!/usr/bin/env python3
"""Writes what a package of klubba holds, as CycloneDX 1.5, or holds one against the schema.

    sbom.py NAME VERSION EPOCH [LIBRARY...] >klubba.cdx.json     a LIBRARY: name=version=licence
    sbom.py --check FILE                                         with cyclonedx-python-lib[json-validation]
"""

import datetime
import json
import subprocess
import sys
import uuid

LICENCES = {"swift-argument-parser": "Apache-2.0", "swift-crypto": "Apache-2.0", "swift-asn1": "Apache-2.0", "yams": "MIT"}


def swift_version():
    said = subprocess.run(["swift", "--version"], capture_output=True, text=True, check=True).stdout
    return said.split("Swift version ")[1].split(" ")[0]


def packages():
    for pin in sorted(json.load(open("Package.resolved"))["pins"], key=lambda pin: pin["identity"]):
        name, state = pin["identity"], pin["state"]
        place = pin["location"].removeprefix("https://").removesuffix(".git")
        yield {
            "type": "library",
            "bom-ref": f"pkg:swift/{place}@{state['version']}",
            "name": name,
            "version": state["version"],
            "licenses": [{"license": {"id": LICENCES[name]}}],
            "purl": f"pkg:swift/{place}@{state['version']}",
            "externalReferences": [{"type": "vcs", "url": f"{pin['location']}#{state['revision']}"}],
        }


def library(text):
    name, version, licence = text.split("=")
    purl = f"pkg:deb/debian/{name}@{version}?distro=bookworm"
    return {
        "type": "library", "bom-ref": purl, "name": name, "version": version,
        "licenses": [{"license": {"id": licence}}], "purl": purl,
    }


def write(name, version, epoch, libraries):
    swift = swift_version()
    runtime = {
        "type": "library", "bom-ref": f"swift-runtime@{swift}", "name": "swift-runtime", "version": swift,
        "licenses": [{"license": {"id": "Apache-2.0"}}],
    }
    parts = ([runtime] + list(packages()) if name == "klubba" else [runtime]) + [library(one) for one in libraries]
    own = f"pkg:generic/{name}@{version}"
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, own + str(epoch) + json.dumps(parts))}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.datetime.fromtimestamp(epoch, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application", "bom-ref": own, "name": name, "version": version,
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": parts,
        "dependencies": [{"ref": own, "dependsOn": [part["bom-ref"] for part in parts]}],
    }
    json.dump(bom, sys.stdout, ensure_ascii=False, indent=2)
    print()


def check(path):
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    fault = JsonStrictValidator(SchemaVersion.V1_5).validate_str(open(path, encoding="utf-8").read())
    if fault:
        sys.exit(f"{path}: {fault}")
    print(f"{path}: CycloneDX 1.5, enligt schemat")


if sys.argv[1] == "--check":
    check(sys.argv[2])
else:
    write(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:])
