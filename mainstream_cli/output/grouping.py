"""Ten thousand findings of one kind are one line with a count, for whoever reads; programs get each of them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from mainstream_cli.language import Text, count, say, several, verbatim
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.finding import counted as by_severity

MANY = 50
"""So many of one kind can be worked through one by one; more have one cause, or are read by a program."""


def grouped(findings: Iterable[Finding]) -> list[tuple[Finding, int]]:
    """Return findings in their order, each with how many it stands for: more than MANY of one kind become the first."""
    found = list(findings)
    counts = Counter(map(_kind, found))
    shown, told = [], set()
    for finding in found:
        kind = _kind(finding)
        if counts[kind] <= MANY:
            shown.append((finding, 1))
        elif kind not in told:
            told.add(kind)
            shown.append((finding, counts[kind]))
    return shown


def _kind(finding: Finding) -> tuple[str, str, bool]:
    return finding.code, finding.severity, finding.waiver is None


def place_in_words(finding: Finding, number: int) -> Text:
    """Say where a finding stands that stands for so many."""
    place = str(finding.place or "")
    if number == 1:
        return verbatim(place)
    return count("{place} and {n} more place", "{place} and {n} more places", n=number - 1, place=place)


def summary(findings: Sequence[Finding]) -> Text:
    """Say how many findings there are, and how many of them are accepted for now."""
    counts, waived = severities_in_words(findings), sum(finding.waiver is not None for finding in findings)
    if not waived:
        return say("{counts}.", counts=counts)
    return say("{counts}; {waived} of them accepted for now (waived).", counts=counts, waived=waived)


def severities_in_words(findings: Iterable[Finding]) -> Text:
    """Say how many errors, warnings and notes there are."""
    found = by_severity(findings)
    return several(
        [
            count("{n} error", "{n} errors", n=found["error"]),
            count("{n} warning", "{n} warnings", n=found["warning"]),
            count("{n} note", "{n} notes", n=found["note"]),
        ],
        "unit",
    )
