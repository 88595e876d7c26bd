"""``mainstream check --stamp``."""

from collections.abc import Mapping, Sequence

from mainstream_cli.errors import UsageError
from mainstream_cli.language import count, say, several
from mainstream_cli.output.writer import write
from mainstream_cli.workspace import Workspace


def refuse_beside_stamp(others: Mapping[str, object]) -> None:
    """Refuse what ``--stamp`` does not go with.

    Raises:
        UsageError: one of them is given.
    """
    wrong = [name for name, value in others.items() if value]
    if wrong:
        action = say("It only stamps; check again afterwards. Nothing was changed.")
        raise UsageError(say("--stamp does not go with {option}.", option=wrong[0]), action=action, code="usage")


def stamp(open_project: Workspace, entries: Sequence[str]) -> int:
    """Let checks speak of their objectives as they are now, and say which do."""
    for done in open_project.stamp(*entries):
        if done.now:
            checks, number = several(done.now), len(done.now)
            write(
                count(
                    "{entry}: {checks} speaks of it as it is now.",
                    "{entry}: {checks} speak of it as it is now.",
                    n=number,
                    entry=done.entry,
                    checks=checks,
                )
            )
        if done.without_result:
            checks = several(done.without_result)
            write(say("{entry}: not stamped, for no result is said: {checks}.", entry=done.entry, checks=checks))
        if done.earlier:
            write(say("{entry}: not stamped. {sentence}", entry=done.entry, sentence=done.earlier_in_words))
        if not (done.now or done.earlier or done.without_result):
            write(say("{entry}: nothing to stamp.", entry=done.entry))
    return 0
