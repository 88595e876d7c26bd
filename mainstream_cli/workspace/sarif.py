"""Findings as SARIF 2.1.0, the format in which code review tools take the results of checks."""

import hashlib
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from mainstream_cli.language import current, say, speak
from mainstream_cli.model.finding import SEVERITIES, Finding, Place
from mainstream_cli.model.history import waived_in_words
from mainstream_cli.model.rule_page import RulePage

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
TOP = "REPOSITORY"
TWO_LETTERS = 2  # the schema knows no others
MOST = 25_000  # GitHub refuses a run with more results
Item = dict[str, Any]


def sarif(findings: Sequence[Finding], pages: Sequence[RulePage], below: str, version: str) -> Item:
    """Return the log of one run as plain data.

    *pages* holds a page for every code that occurs; *below* is the path from the top of the repository to the project:
    empty, or with ``/`` at its end.
    """
    numbers = {page.code: number for number, page in enumerate(pages)}
    seen: Counter[str] = Counter()
    code = current().code
    driver = {"name": "mainstream", "semanticVersion": version, "rules": [_rule(page) for page in pages]}
    driver |= {"language": code} if len(code) == TWO_LETTERS else {}
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"mainstream/{below}"},
        "originalUriBaseIds": {
            TOP: {"description": {"text": say("The top of the repository, else the project folder.")}}
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, numbers, below, seen) for finding in _first(findings)],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _first(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings in their order, without the least serious where they are more than a server takes."""
    worst = sorted(range(len(findings)), key=lambda place: SEVERITIES.index(findings[place].severity))
    return [findings[place] for place in sorted(worst[:MOST])]


def _rule(page: RulePage) -> Item:
    return {
        "id": page.code,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.text},
        "help": {"text": page.page},
        "defaultConfiguration": {"level": page.severity},
    }


def _result(finding: Finding, numbers: Mapping[str, int], below: str, seen: Counter[str]) -> Item:
    place = finding.place or Place("mainstream.yaml")
    text = "\n".join(map(speak, filter(None, (finding.message, finding.action))))
    identity = _identity(finding, below + place.file)
    seen[identity] += 1
    fingerprint = f"{hashlib.sha256(os.fsencode(identity)).hexdigest()[:32]}:{seen[identity]}"
    return {
        "ruleId": finding.code,
        "ruleIndex": numbers[finding.code],
        "level": finding.severity,
        "message": {"text": text},
        "locations": [{"physicalLocation": _location(place, below)}],
        "suppressions": _suppressions(finding),
        # GitHub follows a finding from run to run by the first of the two, and by nothing else
        "partialFingerprints": {"primaryLocationLineHash": fingerprint, "mainstreamFinding/v1": fingerprint},
    }


def _suppressions(finding: Finding) -> list[Item]:
    """Return the waiver of a finding; an empty list says that there is none, as SARIF asks of all or of none."""
    if finding.waiver is None:
        return []
    return [{"kind": "external", "status": "accepted", "justification": waived_in_words(finding.waiver)}]


def _identity(finding: Finding, file: str) -> str:
    """Return what stays the same when lines move: the code and the item, else the file and the message."""
    ref = finding.ref
    what = [ref.kind, ref.id, *map(str, ref.path)] if ref else [finding.message]
    return "\n".join([finding.code, file, *what])


def _location(place: Place, below: str) -> Item:
    location: Item = {"artifactLocation": {"uri": quote(os.fsencode(below + place.file)), "uriBaseId": TOP}}
    if place.line:
        location["region"] = {"startLine": place.line} | ({"startColumn": place.column} if place.column else {})
    return location
