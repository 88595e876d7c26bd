"""Conversations about an open project, or a new one: a terminal, a test or a page can lead them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mainstream_cli.content import load_catalogue
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.workspace.opened import OpenProject
from mainstream_cli.workspace.typed import typed, typed_call

if TYPE_CHECKING:
    from mainstream_cli.conversation.only_fields import Left
    from mainstream_cli.conversation.register_menu import Recorded
    from mainstream_cli.conversation.walk import Count
    from mainstream_cli.model.prompt import T, Talk


@typed
class Talking(OpenProject):
    """What people can be asked; each answer is on disk before the next prompt comes."""

    def fill(
        self,
        target: str | None = None,
        *,
        core: bool = False,
        setting: str | None = None,
        room: bool = False,
        only: Sequence[str] = (),
    ) -> "Talk[Count | Recorded | Left]":
        """Return a conversation: it yields each ``Prompt``, is sent ``Given`` or ``Pressed``, returns how far it got.

        *target* is a stage, a sector, a question, a register, or an entry such as ``linkages/nurses_leave``; without it
        all stages are walked, from where the team stopped. Closing the generator is like quitting: nothing that was
        confirmed is lost. With *only*, these fields of a register are asked, entry by entry; ``checks`` stands for the
        checks of objectives, of which only what is missing is asked.

        Raises:
            UsageError: nothing has this name, or the filters leave nothing to ask.
        """
        from mainstream_cli.workspace.conversations import fill

        return self._reread_after(
            fill(self.loaded, self.today, target, core=core, setting=setting, room=room, only=only)
        )

    def _reread_after(self, talk: "Talk[T]") -> "Talk[T]":
        try:
            return (yield from talk)
        finally:
            self.reread()


@typed_call
def new_project(given: Mapping[str, Any], catalogue: Catalogue | None = None) -> "Talk[dict[str, Any] | None]":
    """Return the conversation about what *given* does not say of a new project; it makes nothing.

    It yields and is sent what ``Workspace.fill`` does, and returns the facts (``country``, ``name``, ``plan``,
    ``folder`` and so on), None where somebody quits. The catalogue is by default the shipped one.

    Raises:
        UsageError: what is given cannot be used.
    """
    from mainstream_cli.conversation.new_project import NewProject
    from mainstream_cli.store.create import refuse_unless_empty

    return NewProject(catalogue or load_catalogue(), given, lambda folder: refuse_unless_empty(Path(folder))).run()
