"""K: what the checks of an objective say of themselves. Words are never judged; result, by, date and version are."""

from collections.abc import Iterator

from mainstream_cli.language import Text, say
from mainstream_cli.model.finding import Finding, Severity
from mainstream_cli.model.project import Project, Ref
from mainstream_cli.model.registers.results import Check, Objective
from mainstream_cli.rules.aims import kept
from mainstream_cli.rules.case import Case
from mainstream_cli.rules.entries import fault

ONLY_CHECKS = "mainstream fill objectives --only checks"
Said = tuple[str, Objective, str, Check]


def checks(project: Project) -> Iterator[Said]:
    """Yield every check of the objectives that are part of the plan: id, objective, name of the field, check."""
    for id_, objective in project.entries("objectives").items():
        for name, check in objective.checks.items():
            if kept(objective) and check:
                yield id_, objective, name, check


def unsaid(project: Project) -> list[str]:
    """Return the objectives of the plan of which a check has no result, or was not made."""
    objectives = project.entries("objectives").items()
    return [
        id_
        for id_, objective in objectives
        if kept(objective) and not all(check and check.result for check in objective.checks.values())
    ]


def _found(case: Case, code: str, severity: Severity, said: Said, words: Text, action: Text) -> Finding:
    id_, _, name, _ = said
    return fault(case, code, severity, Ref("objectives", id_, (name,)), words, action)


def without_result(case: Case) -> Iterator[Finding]:
    """A check of an objective has a finding, and its result is not said.

    Only people can say what a finding means for the objective: words are not judged. One key gives the result.

    Passes: ``rights_check: {result: passed, finding: Nobody is bound., by: human_rights_institution}``
    Fails:  ``rights_check: {finding: Nobody is bound.}``
    """
    for each in checks(case.project):
        _, _, name, check = each
        if check.finding and not check.result:
            text = say("{check} has a finding, and its result is not said.", check=name)
            yield _found(case, "K26", "note", each, text, say("Say the result: {command}", command=ONLY_CHECKS))


def of_earlier_version(case: Case) -> Iterator[Finding]:
    """A check was made on an earlier version of the objective.

    ``of`` names the version that was checked: title, plan goals, linkages and groups. The tool writes it with each
    answer; after a change by hand ``mainstream check --stamp`` does.

    Passes: a check made after the title was last changed
    Fails:  an objective with another title than when it was checked
    """
    for each in checks(case.project):
        id_, objective, name, check = each
        if objective.outgrew(check):
            text = say("{check} was made on an earlier version of it.", check=name)
            action = say(
                "Check again: {command}. Where it still holds: {stamp}",
                command=f"mainstream fill objectives/{id_} --only checks",
                stamp=f"mainstream check --stamp objectives/{id_}",
            )
            yield _found(case, "K27", "warning", each, text, action)


def checked_by_its_owner(case: Case) -> Iterator[Finding]:
    """An objective was checked by the institution that answers for it.

    Another institution, a university or another office sees what the owner does not.

    Passes: ``owner: health_ministry`` and ``rights_check: {by: human_rights_institution}``
    Fails:  ``owner: health_ministry`` and ``rights_check: {by: health_ministry}``
    """
    for each in checks(case.project):
        _, objective, name, check = each
        if check.by and check.by == objective.owner:
            text = say("{check} was made by the institution that answers for the objective.", check=name)
            yield _found(
                case, "K28", "note", each, text, say("Ask another institution to check, and name it under by:.")
            )
