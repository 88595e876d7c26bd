"""Whether a document is still a draft."""

from mainstream_cli.changes.sessions import open_session
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
