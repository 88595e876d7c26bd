"""The rule book. A rule is one function of its family's module; its docstring is its page of the manual.

Rules are pure: a case in, findings out. They never read a file, a clock or the terminal.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from mainstream_cli.model.finding import Finding
from mainstream_cli.rules import answers, evidence, formats, gates, project, references, severities
from mainstream_cli.rules.case import Case
from mainstream_cli.rules.conditions import assess, condition_findings
from mainstream_cli.rules.digest import digest

Rule = Callable[[Case], Iterator[Finding]]

RULES: dict[str, Rule] = {
    "P03": project.no_lead,
    "P04": project.other_edition,
    "P05": project.origin_missing,
    "P16": project.earlier_question,
    "R01": references.points_nowhere,
    "R02": references.actor_in_free_text,
    "R04": references.recorded_otherwise,
    "A01": answers.core_question_open,
    "A02": answers.reason_missing,
    "A03": answers.source_missing,
    "A04": answers.data_gap,
    "A05": answers.answer_to_hidden_question,
    "A06": answers.views_differ,
    "E01": evidence.rival_figures_without_choice,
    "G01": gates.stale_sign_off,
    "G02": gates.signed_out_of_order,
}

MANUAL: dict[str, str] = {
    **formats.MANUAL,
    "P15": severities.without_effect.__doc__ or "",
    **{code: rule.__doc__ or "" for code, rule in RULES.items()},
}


def check(case: Case) -> list[Finding]:
    """Apply every rule to a case; codes that the judged gate names become errors, others what the project wants."""
    named = case.judged.gate.findings if case.judged else ()
    found = [finding for rule in RULES.values() for finding in rule(case)]
    found += severities.without_effect(case, MANUAL)
    found += condition_findings(case)
    gated = [
        replace(each, severity="error") if each.code in named and gates.concerns(case, each) else each for each in found
    ]
    return list(severities.weighed(case, gated))


def gate(case: Case, stage: str) -> list[Finding]:
    """Return what keeps the gate of a stage shut: the errors when that gate is judged."""
    judged = replace(case, gate=stage)
    return [finding for finding in check(judged) if finding.severity == "error"]


__all__ = ["MANUAL", "RULES", "Case", "assess", "check", "digest", "gate"]
