"""The page of the manual on one code, as other programs show it beside a finding."""

from dataclasses import dataclass

from mainstream_cli.model.finding import Severity


@dataclass(frozen=True)
class RulePage:
    """A code, what it stands for in one line, then in full, the whole page, and how serious it usually is."""

    code: str
    title: str
    text: str
    page: str
    severity: Severity
