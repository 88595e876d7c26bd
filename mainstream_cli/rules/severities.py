"""How serious findings are in one project: ``severities`` of mainstream.yaml, within limits.

An error stays an error, whatever the project says: format errors and what a gate or a broken reference demands are not
a matter of taste. Conditions on rights, gender and children are never made less serious.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from mainstream_cli.language import Text, say
from mainstream_cli.model.finding import SEVERITIES, Finding, Severity
from mainstream_cli.model.project import Ref
from mainstream_cli.model.record import with_nearest
from mainstream_cli.rules.case import Case, rests_on

FIXED = ("F", "L")  # the form of files, and the content of the catalogue
FIXED_WORDS = {
    "F": say("How serious a format error is cannot be set: nothing in a broken file can be trusted."),
    "L": say("How serious a finding on content is cannot be set."),
}


def weighed(case: Case, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings as serious as the project wants them, as far as that is allowed."""
    for finding in findings:
        wish = case.project.settings.severities.get(finding.code)
        yield finding if wish is None or _stays(case, finding, wish) else replace(finding, severity=wish)


def _stays(case: Case, finding: Finding, wish: Severity) -> bool:
    if finding.severity == "error" or finding.code.startswith(FIXED):
        return True
    lower = SEVERITIES.index(wish) > SEVERITIES.index(finding.severity)
    return lower and finding.code in _never_lowered(case)


@rests_on("catalogue")
def without_effect(case: Case, codes: Collection[str]) -> Iterator[Finding]:
    """A line under ``severities`` asks for something that is not done.

    A project can make warnings and notes more or less serious. An error stays an error. Format errors (F) and findings
    on content (L) cannot be set. Conditions on rights, gender and children can be made more serious, never less.

    Passes: ``severities: {R02: warning}``
    Fails:  ``severities: {F02: note}``, or the code of a rule that does not exist
    """
    known = {*codes, *(condition.code for condition in case.catalogue.conditions)}
    for code, wish in case.project.settings.severities.items():
        message = _objection(case, code, wish, known)
        if message:
            action = say(
                "Change or remove the line. {command} says what a finding means.", command="mainstream explain CODE"
            )
            yield Finding(
                "P15", "warning", message, action, (say("core team"),), Ref("settings", "", ("severities", code))
            )


def _objection(case: Case, code: str, wish: str, known: Collection[str]) -> Text | None:
    if code.startswith(FIXED):
        return FIXED_WORDS[code[0]]
    if code not in known:
        return with_nearest(say("There is no finding with the code '{code}'.", code=code), code, known)
    if code in _never_lowered(case) and wish == "note":
        return say("{code} is a condition on rights, gender or children: it is never made less serious.", code=code)
    return None


def _never_lowered(case: Case) -> frozenset[str]:
    return frozenset(condition.code for condition in case.catalogue.conditions if not condition.waivable)
