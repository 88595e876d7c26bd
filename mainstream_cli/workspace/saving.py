"""Reads and saves for conversations, in one project folder."""

from functools import partial
from pathlib import Path

from mainstream_cli.conversation.working_copy import Saving
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.store.drafts import read_draft, save_draft
from mainstream_cli.store.seen import read_answer, read_entry, save_seen_answer, save_seen_entry


def saving_in(folder: Path, catalogue: Catalogue) -> Saving:
    """Return what reads and saves in *folder*; every save is on disk when it returns."""
    return Saving(
        partial(read_answer, folder, catalogue),
        partial(save_seen_answer, folder, catalogue),
        partial(read_entry, folder, catalogue),
        partial(save_seen_entry, folder, catalogue),
        partial(read_draft, folder, catalogue),
        partial(save_draft, folder, catalogue),
    )
