"""Changes an open project: answers, entries of registers, the journal, the open session."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from mainstream_cli.errors import Argument
from mainstream_cli.workspace.names import Named, doubtful, of_fields, of_institutions
from mainstream_cli.workspace.opened import OpenProject
from mainstream_cli.workspace.typed import typed
from mainstream_cli.workspace.words import listed

if TYPE_CHECKING:
    from mainstream_cli.model.registers.process import Session
    from mainstream_cli.workspace.answering import Answered, RecordedEntry
    from mainstream_cli.workspace.editions import Submitted
    from mainstream_cli.workspace.repairing import Repairs
    from mainstream_cli.workspace.signing import Signed
    from mainstream_cli.workspace.stamping import StampedChecks
    from mainstream_cli.workspace.waiving import Waived

Done = TypeVar("Done")
Day = str | datetime.date
Value = str | int | float | Decimal | datetime.date


@typed
class Changing(OpenProject):
    """What can be changed in a project: each change is one small edit of a file, or nothing when it is refused."""

    def _changed(self, change: Callable[[], Done], named: Iterable[Named] = ()) -> Done:
        """Make a change of what is on disk now, whoever wrote it, and read it again when it is looked at."""
        self.refresh()
        before, done = self.project, change()
        self.reread()
        self.warnings = doubtful(before, named)
        return done

    def answer(
        self,
        question: str,
        value: Value | Sequence[Value] | None = None,
        *,
        note: str | None = None,
        sources: Sequence[str] = (),
        confidence: str | None = None,
        by: str | None = None,
        reason: str | None = None,
    ) -> "Answered":
        """Answer a question, named by id or number, with one value or several; what is not given stays as it is.

        Raises:
            MainstreamError: there is no such question, a value does not fit, a source does not exist, or ``reason`` is
                missing where it does not apply.
        """
        from mainstream_cli.workspace.answering import answer

        texts = {"note": note, "confidence": confidence, "by": by, "reason": reason, "sources": listed(sources) or None}
        extras = {name: text for name, text in texts.items() if text is not None}
        values = [] if value is None else [value] if isinstance(value, Value) else value
        return self._changed(lambda: answer(self.loaded, self.case, question, values, extras), _by(by))

    def record(self, entry: str, /, **fields: object) -> "RecordedEntry":
        """Add or change an entry of a register, named ``REGISTER/ID``; a field that is None is taken out.

        A value is what the field holds (a text, a number, a day, a list, a block), or the words that ``mainstream set``
        takes for it; a field of a block is named with a dot. A new action needs its ``sector``.

        Raises:
            MainstreamError: there is no such register, a value does not fit, or what it names does not exist.
        """
        from mainstream_cli.workspace.answering import record

        return self._changed(lambda: record(self.loaded, entry, fields), of_fields(fields))

    def repair(self, repairs: "Repairs") -> None:
        """Put right what ``repairs`` found.

        Raises:
            MainstreamError: a file has changed since, or cannot be written; nothing is changed then.
        """
        from mainstream_cli.store.rewriting import save_repairs

        if repairs.texts:
            save_repairs(self.folder, repairs.texts)
            self.reread()

    def stamp(self, *entries: str) -> "tuple[StampedChecks, ...]":
        """Let the checks of objectives, named ``objectives/ID``, speak of them as they are now, for edits by hand.

        Raises:
            MainstreamError: there is no such objective, or it cannot be read; nothing is changed then.
        """
        from mainstream_cli.workspace.stamping import stamp

        return self._changed(lambda: stamp(self.loaded, entries))

    def sign(
        self,
        stage: str,
        *,
        by: str,
        reference: str,
        read: bool = False,
        edition: str | None = None,
        date: Day | None = None,
        amends: str | None = None,
    ) -> "Signed":
        """Record that a role approves a stage on a *date*. It records an approval and is no electronic signature.

        What is approved is the *edition* that was submitted, with all its stages, whatever was edited since; without
        one, an edition of what stands now is kept. *amends* names the approval that this one changes. *read* says that
        somebody has read what ``to_read`` returns; where it returns something, it is needed.

        Raises:
            MainstreamError: there is no such stage or edition, its gate is blocked (what blocks it is named), the day
                cannot be, or nobody has read.
        """
        from mainstream_cli.workspace.signing import sign

        more: dict[str, Any] = {"edition": edition, "date": date, "amends": amends}
        return self._changed(lambda: sign(self.loaded, self.case, stage, by, reference, read=read, **more), _by(by))

    def submit(self, paper: str, *, by: str | None = None) -> "Submitted":
        """Keep what a paper says as it is sent for approval, by default by the lead; ``sign`` approves that edition.

        Raises:
            MainstreamError: the gate of its stage is blocked, there is no such paper, or nobody approves it.
        """
        from mainstream_cli.workspace.editions import submit

        return self._changed(lambda: submit(self.loaded, self.case, paper, by), _by(by))

    def decide(
        self,
        text: str,
        *,
        by: str,
        stage: str | None = None,
        code: str | None = None,
        due: Day | None = None,
        reference: str | None = None,
        confirmed_by: Sequence[str] = (),
        withdraws: str | None = None,
    ) -> Path:
        """Record a decision, which institutions may have *confirmed*; return its entry's file.

        With *code* and *due* it is the dated remedy of a condition; with G10 and *stage* it says that the stage has
        nothing to record, and why. What *withdraws* a sign-off, named by its entry, leaves its stages not signed.

        Raises:
            MainstreamError: there is no such stage or condition, it is secured, or the day is missing or past.
        """
        from mainstream_cli.workspace.deciding import decide

        confirmed = listed(confirmed_by)
        more: dict[str, Any] = {
            "stage": stage,
            "code": code,
            "due": due,
            "reference": reference,
            "withdraws": withdraws,
        }
        return self._changed(
            lambda: decide(self.loaded, self.case, text, by=by, confirmed_by=confirmed, **more),
            [*_by(by), *((Argument("confirmed_by"), each) for each in confirmed)],
        )

    def waive(self, code: str, *, reason: str, by: str, until: Day, where: str | None = None) -> "Waived":
        """Accept what is found under a code, everywhere or at one question or entry, until a day.

        Raises:
            MainstreamError: there is no such code, it cannot be waived, nothing is found, or the day is past or too
                far.
        """
        from mainstream_cli.workspace.waiving import waive

        return self._changed(
            lambda: waive(self.loaded, self.case, code, reason=reason, by=by, until=until, where=where),
            _by(by),
        )

    def rate(self, *, by: str) -> Path:
        """Keep in the journal how the conditions stand today; return the entry's file.

        Raises:
            MainstreamError: nobody rates.
        """
        from mainstream_cli.workspace.deciding import rate

        return self._changed(lambda: rate(self.loaded, self.case, by), _by(by))

    def start_session(
        self,
        theme: str,
        question: str,
        *,
        at: str | None = None,
        facilitator: str | None = None,
        rapporteur: str | None = None,
    ) -> "tuple[str, Session]":
        """Begin a session of a workshop, *at* a time such as 09:30 or now; return its id and its record.

        Raises:
            MainstreamError: a session is open, or a field does not fit.
        """
        from mainstream_cli.workspace.sessions import start

        words = {"title": theme, "question": question, "facilitator": facilitator, "rapporteur": rapporteur}
        who = [(Argument("facilitator"), facilitator), (Argument("rapporteur"), rapporteur)]
        return self._changed(lambda: start(self.loaded, self.case, at, words), who)

    def attend(self, people: Mapping[str, int] | Sequence[str]) -> "Session":
        """Record how many people came to the open session, by institution (or as ``INSTITUTION=PEOPLE``).

        Raises:
            MainstreamError: no session is open, or a number is none.
        """
        from mainstream_cli.workspace.sessions import attend

        words = [f"{who}={count}" for who, count in people.items()] if isinstance(people, Mapping) else listed(people)
        return self._changed(lambda: attend(self.loaded, words), of_institutions(words))

    def add_finding(self, text: str, *, instead: int | None = None) -> "Session":
        """Record one of at most three findings of the open session, or put it *instead* of an earlier one.

        Raises:
            MainstreamError: no session is open, it has its three findings, or there is none to replace.
        """
        from mainstream_cli.workspace.sessions import find

        return self._changed(lambda: find(self.loaded, text, instead))

    def park(self, text: str) -> "Session":
        """Put a matter of the open session aside for later.

        Raises:
            MainstreamError: no session is open, or the text is empty.
        """
        from mainstream_cli.workspace.sessions import park

        return self._changed(lambda: park(self.loaded, text))

    def end_session(self, *, at: str | None = None) -> "Session":
        """End the open session, *at* a time such as 17:00 or now.

        Raises:
            MainstreamError: no session is open, or the time does not fit.
        """
        from mainstream_cli.workspace.sessions import end

        return self._changed(lambda: end(self.loaded, at))


def _by(by: str | None) -> list[Named]:
    return [(Argument("by"), by)]
