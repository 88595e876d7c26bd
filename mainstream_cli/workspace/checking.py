"""Checks a project: what is wrong or missing, and how the conditions for success stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mainstream_cli import __version__
from mainstream_cli.model.catalogue import Stage
from mainstream_cli.model.condition import Condition
from mainstream_cli.model.finding import Assessment, Finding, counted
from mainstream_cli.model.history import History, since
from mainstream_cli.model.journal import Decision, Waiver
from mainstream_cli.rules import Case, assess, not_checked
from mainstream_cli.rules import check as apply_rules
from mainstream_cli.rules.assessing import valid_until
from mainstream_cli.rules.history import histories
from mainstream_cli.rules.manual import Sieve, chosen, kept_in_sight, refuse_to_hide, rule_pages
from mainstream_cli.store import PRIVATE, ProjectFolder, below_repository
from mainstream_cli.workspace.findings import located, of_stage
from mainstream_cli.workspace.repairing import with_lines
from mainstream_cli.workspace.words import listed


@dataclass(frozen=True)
class Checked:
    """What was found, the most serious first, and how the conditions stand; ``case`` was looked at in ``folder``."""

    case: Case
    findings: tuple[Finding, ...]
    assessments: tuple[Assessment, ...]
    folder: Path

    @property
    def stops(self) -> bool:
        """Whether there is an error that nobody has accepted for now."""
        return any(finding.stops for finding in self.findings)

    @property
    def judged(self) -> Stage | None:
        """The stage of which the gate was judged."""
        return self.case.judged

    @property
    def histories(self) -> Mapping[str, History]:
        """How every condition was rated over time, by its code."""
        return histories(self.case)

    @property
    def below(self) -> str:
        """The path from the top of the repository to the project: empty, or with ``/`` at its end."""
        return below_repository(self.folder)

    def as_sarif(self) -> dict[str, Any]:
        """Return a log in SARIF 2.1.0, which code review tools take; let ``check`` leave out what is private."""
        from mainstream_cli.workspace.sarif import sarif

        return sarif(self.findings, rule_pages(self.case.catalogue, self.findings), self.below, __version__)

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON carries it: ``counts`` is of everything, ``waived`` of what of it is accepted for now."""
        rated = self.histories
        return {
            "findings": [{**finding.as_data(), "waiver": self._entry(finding.waiver)} for finding in self.findings],
            "conditions": [self._condition(standing, rated) for standing in self.assessments],
            "counts": counted(self.findings),
            "waived": counted(finding for finding in self.findings if finding.waiver),
            "not_checked": list(not_checked(self.case.project)),
        }

    def _entry(self, entry: Waiver | Decision | None) -> dict[str, Any] | None:
        """Return an entry of the journal with its id."""
        if entry is None:
            return None
        return {"id": self.case.entry_id(entry), **entry.model_dump(mode="json", exclude={"kind", "code", "sequence"})}

    def _condition(self, standing: Assessment, rated: Mapping[str, History]) -> dict[str, Any]:
        condition = standing.condition
        return {
            "code": condition.code,
            "title": condition.title,
            "status": standing.status,
            "needed_by": condition.needed_by,
            "due": standing.due,
            "claim": standing.claim,
            "evidence": standing.evidence,
            "seen": list(standing.seen),
            "missing": list(standing.missing),
            "since": since(rated[condition.code], standing.status),
            "valid_until": (last := valid_until(self.case, standing)) and last.isoformat(),
            "because": list(standing.because),
            "waiver": self._entry(standing.waiver),
            "remedy": self._entry(standing.remedy),
            "history": [{"date": day.isoformat(), "status": status} for day, status in rated[condition.code]],
        }


def check(
    loaded: ProjectFolder,
    case: Case,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    public: bool = False,
) -> Checked:
    """Look at a project, or at what concerns the stage of which the gate is asked for in the case."""
    sieve = sieve_of(loaded, select, ignore)
    case, findings = _judged(loaded, case, public=public)
    assessments = assess(case)
    if case.gate is not None and case.judged is not None:
        findings = of_stage(findings, case, case.gate)
        assessments = tuple(assessment for assessment in assessments if _concerns(case.judged, assessment.condition))
    return Checked(
        case,
        tuple(finding for finding in findings if sieve.passes(finding.code)),
        tuple(assessment for assessment in assessments if sieve.passes(assessment.condition.code)),
        loaded.folder,
    )


def sieve_of(loaded: ProjectFolder, select: Sequence[str], ignore: Sequence[str]) -> Sieve:
    """Return which codes are shown.

    Raises:
        UsageError: there is no such code, or it has to stay in sight.
    """
    selected, ignored = (chosen(listed(codes), loaded.catalogue) for codes in (select, ignore))
    kept = kept_in_sight(loaded.catalogue)
    refuse_to_hide(ignored, kept)
    return Sieve(selected, ignored, kept)


def _concerns(stage: Stage, condition: Condition) -> bool:
    return condition.needed_by == stage.id or condition.code in stage.gate.conditions


def _judged(loaded: ProjectFolder, case: Case, *, public: bool) -> tuple[Case, list[Finding]]:
    if not public:
        found = with_lines(loaded, case, apply_rules(case))
        return case, located([*loaded.findings, *found], loaded.locate)
    case = replace(case, project=loaded.public)
    found = [
        replace(finding, ref=replace(finding.ref, public=True)) if finding.ref else finding
        for finding in apply_rules(case)
    ]
    form = [
        finding for finding in loaded.findings if not (finding.place and finding.place.file.startswith(f"{PRIVATE}/"))
    ]
    return case, located([*form, *found], loaded.locate)
