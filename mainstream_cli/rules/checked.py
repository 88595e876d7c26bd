"""K: what the checks of an objective say of themselves. Words are never judged; result, by, date and version are."""

from collections.abc import Callable, Iterator

from mainstream_cli.language import count, say, several
from mainstream_cli.model.computed import is_by_owner
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Project, Ref
from mainstream_cli.model.registers.results import Check, Objective
from mainstream_cli.rules.aims import kept
from mainstream_cli.rules.case import Case
from mainstream_cli.rules.entries import fault

ONLY_CHECKS = "mainstream fill objectives --only checks"
Odd = Callable[[Objective, Check], object]


def unsaid(project: Project) -> list[str]:
    """Return the objectives of the plan of which a check has no result, or was not made."""
    objectives = project.entries("objectives").items()
    return [
        id_
        for id_, objective in objectives
        if kept(objective) and not all(check and check.result for check in objective.checks.values())
    ]


def _odd(case: Case, odd: Odd) -> Iterator[tuple[Ref, list[str]]]:
    """Yield each objective of the plan with checks that are *odd*: where the first stands, and what they are called."""
    for id_, objective in case.project.entries("objectives").items():
        names = [name for name, check in objective.checks.items() if check and odd(objective, check)]
        if names and kept(objective):
            yield Ref("objectives", id_, (names[0],)), names


def without_result(case: Case) -> Iterator[Finding]:
    """A check of an objective has a finding, and its result is not said.

    Only people can say what a finding means for the objective: words are not judged. One key gives the result.

    Passes: ``rights_check: {result: passed, finding: Nobody is bound., by: human_rights_institution}``
    Fails:  ``rights_check: {finding: Nobody is bound.}``
    """
    for ref, names in _odd(case, lambda _, check: check.finding and not check.result):
        text = count(
            "{checks} has a finding, and its result is not said.",
            "{checks} have findings, and their results are not said.",
            n=len(names),
            checks=several(names),
        )
        yield fault(case, "K26", "note", ref, text, say("Say the result: {command}", command=ONLY_CHECKS))


def of_earlier_version(case: Case) -> Iterator[Finding]:
    """A check was made on an earlier version of the objective.

    ``of`` names the version that was checked: title, plan goals, linkages and groups. The tool writes it with each
    answer; for a new check that was written by hand ``mainstream check --stamp`` does. No command lets an old check
    speak of a new version: somebody checks again.

    Passes: a check made after the title was last changed
    Fails:  an objective with another title than when it was checked
    """
    for ref, names in _odd(case, lambda objective, check: objective.outgrew(check)):
        text = count(
            "{checks} was made on an earlier version of it.",
            "{checks} were made on an earlier version of it.",
            n=len(names),
            checks=several(names),
        )
        again = f"mainstream fill objectives/{ref.id} --only checks"
        action = say("Check again, and say by whom and when: {command}", command=again)
        yield fault(case, "K27", "warning", ref, text, action)


def checked_by_its_owner(case: Case) -> Iterator[Finding]:
    """An objective was checked by the institution that answers for it.

    Another institution, a university or another office sees what the owner does not.

    Passes: ``owner: health_ministry`` and ``rights_check: {by: human_rights_institution}``
    Fails:  ``owner: health_ministry`` and ``rights_check: {by: health_ministry}``
    """
    for ref, names in _odd(case, lambda objective, check: is_by_owner(case.project, objective, check)):
        text = count(
            "{checks} was made by the institution that answers for it.",
            "{checks} were made by the institution that answers for it.",
            n=len(names),
            checks=several(names),
        )
        yield fault(case, "K28", "note", ref, text, say("Ask another institution to check, and name it under by:."))
