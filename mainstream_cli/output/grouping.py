"""Ten thousand findings of one kind are one line with a count, for whoever reads; programs get each of them."""

from collections import Counter
from collections.abc import Iterable

from mainstream_cli.documents.words.wording import counted
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.finding import counted as by_severity

MANY = 50
"""So many of one kind can be worked through one by one; more have one cause, or are read by a program."""


def grouped(findings: Iterable[Finding]) -> list[tuple[Finding, int]]:
    """Return findings in their order, each with how many it stands for: more than MANY of one kind become the first."""
    found = list(findings)
    counts = Counter(map(_kind, found))
    shown, told = [], set()
    for each in found:
        kind = _kind(each)
        if counts[kind] <= MANY:
            shown.append((each, 1))
        elif kind not in told:
            told.add(kind)
            shown.append((each, counts[kind]))
    return shown


def _kind(finding: Finding) -> tuple[str, str, bool]:
    return finding.code, finding.severity, finding.waiver is None


def count_in_words(count: int) -> str:
    """Say how many findings one line stands for; nothing for one."""
    return f" and {count - 1:,} more places" if count > 1 else ""


def severities_in_words(findings: Iterable[Finding]) -> str:
    """Say how many errors, warnings and notes there are."""
    return ", ".join(counted(number, severity) for severity, number in by_severity(findings).items())
