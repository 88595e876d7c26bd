"""Reads and saves for conversations, in one project folder."""

from functools import partial
from pathlib import Path

from mainstream_cli import store
from mainstream_cli.conversation.working_copy import Saving
from mainstream_cli.model.catalogue import Catalogue


def saving_in(folder: Path, catalogue: Catalogue) -> Saving:
    """Return what reads and saves in *folder*; every save is on disk when it returns."""
    return Saving(
        partial(store.read_answer, folder, catalogue),
        partial(store.save_seen_answer, folder, catalogue),
        partial(store.read_entry, folder, catalogue),
        partial(store.save_seen_entry, folder, catalogue),
        partial(store.read_draft, folder, catalogue),
        partial(store.save_draft, folder, catalogue),
    )
