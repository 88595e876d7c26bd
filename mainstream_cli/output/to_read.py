"""How the checks of objectives look before a stage that rests on them is signed."""

from collections.abc import Iterable

from mainstream_cli.language import Text, label, say, stacked, verbatim
from mainstream_cli.model.registers import name_in_words
from mainstream_cli.model.to_read import CheckToRead, ObjectiveToRead
from mainstream_cli.output.pages import print_page
from mainstream_cli.output.writer import write

NOT_JUDGED = say("It was not judged whether a finding is right.")


def print_checks(objectives: Iterable[ObjectiveToRead]) -> None:
    """Print each objective with the result, the finding, who and when of each check."""
    for objective in objectives:
        parts = [(name_in_words(check.name), _check(check)) for check in objective.checks]
        print_page(objective.title, parts)
        write()
    write(NOT_JUDGED)


def _check(check: CheckToRead) -> Text:
    if not check.made:
        return label("check", "not checked")
    lines = [verbatim(check.result) if check.result else label("check", "no result said")]
    if check.finding:
        lines.append(verbatim(check.finding))
    lines.append(_who(check))
    if check.behind:
        lines.append(say("It speaks of an earlier version of the objective."))
    return stacked(lines)


def _who(check: CheckToRead) -> Text:
    if check.by and check.date:
        return say("{who}, {day}", who=check.by, day=check.date)
    if check.by:
        return say("{who}, day not said", who=check.by)
    if check.date:
        return say("by whom not said, {day}", day=check.date)
    return say("by whom and when not said")
