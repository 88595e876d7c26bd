"""Looks at an open project: how far it is, what is wrong, what a name means."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mainstream_cli.workspace.opened import OpenProject
from mainstream_cli.workspace.typed import typed

if TYPE_CHECKING:
    from mainstream_cli.documents.contexts.questionnaire import Questionnaire
    from mainstream_cli.language import Text
    from mainstream_cli.model.edition import Edition, Standing
    from mainstream_cli.model.priorities import Priorities
    from mainstream_cli.model.progress import ProjectProgress
    from mainstream_cli.model.registers.process import Session
    from mainstream_cli.model.room_screen import RoomScreen
    from mainstream_cli.model.to_read import ObjectiveToRead
    from mainstream_cli.workspace.checking import Checked
    from mainstream_cli.workspace.comparing import Comparing
    from mainstream_cli.workspace.explaining import Page
    from mainstream_cli.workspace.repairing import Repairs


@typed
class Looking(OpenProject):
    """What can be looked at in a project; nothing here changes a file."""

    def status(self) -> "ProjectProgress":
        """Return how far every stage and condition is, the next step, and what could not be read."""
        from mainstream_cli.workspace.progress import progress

        return replace(progress(self.case), unreadable=tuple(self.loaded.unreadable))

    def to_read(self, stage: str, edition: str | None = None) -> "tuple[ObjectiveToRead, ...]":
        """Return what a person has to read before a stage is signed: where objectives are chosen, their checks.

        They are those of today, or of an *edition* that was submitted.

        Raises:
            MainstreamError: there is no such stage or edition, or the gate of what stands now is blocked.
        """
        from mainstream_cli.workspace.signing import to_read

        return to_read(self.loaded, self.case, stage, edition)

    def editions(self) -> list[str]:
        """Return the ids of the editions that were submitted or approved, the earliest first."""
        from mainstream_cli.store.editions import editions

        return editions(self.loaded)

    def edition(self, id_: str) -> "Edition":
        """Return a kept edition with the values that were submitted or approved.

        Raises:
            MainstreamError: there is none, or it was changed since.
        """
        from mainstream_cli.store.editions import load_edition

        return load_edition(self.loaded, id_)

    def standing(self, stage: str) -> "Standing | None":
        """Return how the approval of a stage stands, and what is not as it was approved; None without an approval."""
        return self.judging(stage).standing(stage)

    def check(
        self,
        stage: str | None = None,
        *,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        public: bool = False,
    ) -> "Checked":
        """Return what is wrong or missing and how the conditions stand, of the project or of what concerns one stage.

        *select* and *ignore* are codes of findings or beginnings of them. *public* leaves out what is private.

        Raises:
            MainstreamError: there is no such stage or code, or a code in *ignore* has to stay in sight.
        """
        from mainstream_cli.workspace.checking import check

        return check(self.loaded, self.judging(stage), select=select, ignore=ignore, public=public)

    def repairs(self, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> "Repairs":
        """Return what can be put right because only one thing can be meant; ``repair`` makes it.

        Raises:
            MainstreamError: there is no such code, or it has to stay in sight.
        """
        from mainstream_cli.workspace.checking import sieve_of
        from mainstream_cli.workspace.repairing import repairs

        return repairs(self.loaded, self.case, sieve_of(self.loaded, select, ignore))

    def compare(self, before: str | None = None, after: str | None = None, *, stage: str | None = None) -> "Comparing":
        """Return what is different between two states: what was last approved, and today, unless others are named.

        A state is a project folder, a day (what was approved by then), an edition, or a revision of git.
        It compares what everybody may see. What could not be read on a side is named, and nothing is guessed of it.

        Raises:
            MainstreamError: there is no such state or stage.
        """
        from mainstream_cli.workspace.comparing import compared

        return compared(self.loaded, self.case, before, after, self.judging(stage).judged if stage else None)

    def explain(self, name: str) -> "Page":
        """Return the page on a question (id or number), a condition, with how it stands here, or a code.

        Raises:
            MainstreamError: there is no such question or code; the nearest is named.
        """
        from mainstream_cli.workspace.explaining import explain

        return explain(self.catalogue, name, self.case)

    def room_screen(self, stage: str | None = None) -> "RoomScreen":
        """Return what everybody in a room may see: where we are, what is secured, what this room can decide.

        Raises:
            MainstreamError: there is no such stage.
        """
        from mainstream_cli.workspace.room_screen import room_screen

        return room_screen(self.judging(stage))

    def priorities(self) -> "Priorities":
        """Return the candidate objectives compared by the criteria, and how firm the order is."""
        from mainstream_cli.numbers.priorities import priorities

        return priorities(self.public)

    def to_be_shown(self, question: str) -> "tuple[Text, ...]":
        """Say what the record does not show yet of the conditions that an answer claims, and where it goes."""
        from mainstream_cli.rules.claims import to_show_in_words

        return tuple(to_show_in_words(self.case, question))

    def session(self) -> "tuple[str, Session] | None":
        """Return id and record of the open session, None when there is none."""
        from mainstream_cli.changes.sessions import open_session

        return open_session(self.project)

    def open_session(self) -> "tuple[str, Session]":
        """Return id and record of the open session.

        Raises:
            MainstreamError: there is none.
        """
        from mainstream_cli.changes.sessions import the_open_session

        return the_open_session(self.project)

    def blank_form(self, name: str = "all", *, guidance: bool = True) -> "Questionnaire":
        """Return the blank questionnaire of a stage, sector, section, question, setting, ``core`` or ``all``.

        Raises:
            MainstreamError: there is nothing of that name.
        """
        from mainstream_cli.workspace.blank_form import blank_form

        return blank_form(self.catalogue, self.project.settings, name, guidance=guidance)
