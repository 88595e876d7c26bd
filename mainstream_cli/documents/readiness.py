"""Whether a document is still a draft, and why."""

from mainstream_cli.changes.sessions import open_session
from mainstream_cli.language import Text, say, verbatim
from mainstream_cli.rules import Case, gate

JOURNAL = "journal"
"""Stands in the place of a stage for documents that record what the journal holds."""


def is_ready(case: Case, stage: str | None) -> bool:
    """Tell whether a document is more than a draft: the gate of its stage is ready.

    What has no stage at all is never a draft. A document with an empty one records a workshop: it is ready when a
    session was held, none is open any more, and the room has settled what tables differed on. A record of the journal
    is ready when there is an entry and everything that is signed still stands as it was signed.
    """
    if stage is None:
        return True
    if stage == JOURNAL:
        return bool(case.project.journal) and set(case.sign_offs) == case.valid
    if stage:
        return not gate(case, stage)
    held = bool(case.project.entries("sessions")) and open_session(case.project) is None
    return held and not any(answer.disputed for answer in case.project.answers.values())


def is_stale(case: Case, stage: str | None) -> bool:
    """Tell whether what was signed of the stage of a document has changed since."""
    return stage in case.sign_offs and stage not in case.valid


def draft_because(case: Case, stage: str | None, *, ready: bool) -> Text:
    """Say in a few words why a document is a draft, nothing where it is none; *ready* is what ``is_ready`` tells."""
    if is_stale(case, stage):
        return say("what was signed has changed since and needs a new signature")
    if ready:
        return verbatim("")
    if stage and any(each.id == stage for each in case.catalogue.stages):
        return say("the gate of {stage} is not ready", stage=stage)
    return say("not everything is settled yet")
