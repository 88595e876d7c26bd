"""Write the bill of materials of the wheel (CycloneDX 1.6) from the locked requirements: ``python tests/sbom.py FILE``.

The same lock gives the same bytes: there is no time in it, and its serial number follows from what it lists.
"""

import json
import re
import sys
import tomllib
import uuid
from collections import defaultdict
from pathlib import Path
from typing import Any

from mainstream_cli import __version__

ROOT = Path(__file__).parent.parent
NAME = "mainstream-cli"
PACKAGE = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>[^\\]+?))? \\$")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
VIA = re.compile(r"#(?: via|  ) (.+)$")
Part = dict[str, Any]


def bill(lock: str, project: dict[str, Any]) -> Part:
    """Return the bill of the packages in a lock file with hashes, for the table ``project`` of pyproject.toml."""
    parts, needed_by = _read(lock)
    top = {"type": "application", "bom-ref": NAME, "name": NAME, "version": __version__}
    top |= {"purl": f"pkg:pypi/{NAME}@{__version__}", "description": project["description"]}
    top |= {"licenses": [{"expression": project["license"]}]}
    refs: dict[str, list[str]] = defaultdict(list, {NAME: [NAME]})
    for part in parts:
        refs[part["name"]].append(part["bom-ref"])
    needs: dict[str, set[str]] = {each: set() for versions in refs.values() for each in versions}
    for name, users in needed_by.items():
        for ref in (ref for user in users for ref in refs[user]):
            needs[ref].update(refs[name])
    content = json.dumps([top, parts], sort_keys=True)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}",
        "version": 1,
        "metadata": {"component": top},
        "components": parts,
        "dependencies": [{"ref": ref, "dependsOn": sorted(used)} for ref, used in sorted(needs.items())],
    }


def _read(lock: str) -> tuple[list[Part], dict[str, list[str]]]:
    """Return the packages of a lock, and who needs each; one that differs by Python version is there once for each."""
    parts: list[Part] = []
    needed_by: dict[str, list[str]] = defaultdict(list)
    for line in lock.splitlines():
        if found := PACKAGE.match(line):
            parts.append(_part(**found.groupdict()))
        elif found := HASH.search(line):
            parts[-1].setdefault("properties", [])
            parts[-1]["properties"].append({"name": "mainstream:distribution:sha256", "value": found[1]})
        elif (found := VIA.search(line)) and parts:
            needed_by[parts[-1]["name"]].append(found[1].split()[0])
    return parts, needed_by


def _part(name: str, version: str, marker: str | None) -> Part:
    purl = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
    part: Part = {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}
    if marker:
        part |= {"scope": "optional", "properties": [{"name": "mainstream:marker", "value": marker}]}
    return part


def main() -> None:
    """Write the bill to the file that is named, else beside the wheel."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist" / f"mainstream_cli-{__version__}.cdx.json"
    made = bill((ROOT / "requirements.lock").read_text(encoding="utf-8"), project)
    target.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
