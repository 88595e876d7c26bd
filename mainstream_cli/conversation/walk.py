"""The walk: one question after the other, from where the team stopped, until the scope is covered or somebody quits."""

import datetime
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from mainstream_cli.conversation.one_question import Interview
from mainstream_cli.conversation.session import Desk, Quit
from mainstream_cli.model.catalogue import Question
from mainstream_cli.model.prompt import BACK


@dataclass(frozen=True)
class Count:
    """How far a scope is: hidden questions are not counted, and opened is not answered."""

    answered: int
    asked: int
    core_open: int
    differences: int

    def __str__(self) -> str:
        words = f"{self.answered} answered of {self.asked} asked, {self.core_open} core open"
        return words + (f", {self.differences} open difference{'s' * (self.differences != 1)}" * bool(self.differences))


class Walk:
    """Walks *questions* in their order; open differences come first."""

    def __init__(self, desk: Desk, questions: Sequence[Question], *, room: bool = False) -> None:
        self.desk = desk
        self.room = room
        differing = [each for each in questions if self.differs(each)]
        self.questions = [*differing, *(each for each in questions if each not in differing)]
        self.order = {each.id: number for number, each in enumerate(self.questions)}
        self.review = not any(self.open(each) for each in self.asked())

    def run(self) -> Count:
        """Walk until the end or until somebody quits; return how far the scope is."""
        with suppress(Quit):
            self._walk()
        return self.count(self.asked())

    def asked(self) -> list[Question]:
        """Return the questions that are asked, given the answers so far."""
        return [each for each in self.questions if self.desk.facts.asks(each)]

    def open(self, question: Question) -> bool:
        """Tell whether a question has no answer; tables that differ are none."""
        return self.desk.project.answer(question.id) is None

    def differs(self, question: Question) -> bool:
        """Tell whether tables differ on a question and nothing is agreed."""
        answer = self.desk.answers.get(question.id)
        return answer is not None and bool(answer.positions) and not answer.given

    def count(self, questions: Sequence[Question]) -> Count:
        """Count some questions."""
        still = [each for each in questions if self.open(each)]
        return Count(
            len(questions) - len(still),
            len(questions),
            sum(each.core for each in still),
            sum(self.differs(each) for each in questions),
        )

    def place(self, question: Question) -> str:
        """Say where the walk is, within the stage or sector of a question."""
        home = [each for each in self.asked() if each.home == question.home]
        return f"{self.desk.catalogue.sheets[question.home].title}: {self.count(home)}"

    def _walk(self) -> None:
        current = self.start()
        while current is not None:
            previous = self._before(current)
            move = Interview(self.desk, current, self.place, room=self.room, first=previous is None).run()
            current = previous if move == BACK else self._after(current)

    def start(self) -> Question | None:
        """Return the question to begin with: a difference, else the open one after the last that was answered."""
        asked = self.asked()
        if self.review:
            return asked[0] if asked else None
        difference = next((each for each in asked if self.differs(each)), None)
        given = [(self._day(each), number) for number, each in enumerate(asked) if not self.open(each)]
        last = max(given, default=(datetime.date.min, -1))[1]
        following = [each for each in (*asked[last + 1 :], *asked[: last + 1]) if self.open(each)]
        return difference or following[0]

    def _day(self, question: Question) -> datetime.date:
        answer = self.desk.answers.get(question.id)
        return answer.date if answer and answer.date else datetime.date.min

    def _before(self, question: Question) -> Question | None:
        earlier = [each for each in self.asked() if self.order[each.id] < self.order[question.id]]
        return earlier[-1] if earlier else None

    def _after(self, question: Question) -> Question | None:
        """Return the next open question in order; when all were answered at the start, simply the next one."""
        later = (each for each in self.asked() if self.order[each.id] > self.order[question.id])
        return next((each for each in later if self.review or self.open(each)), None)
