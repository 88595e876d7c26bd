"""The walk: one question after the other, from where the team stopped, until the scope is covered or somebody quits."""

import datetime
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from mainstream_cli.conversation.asking import Quit
from mainstream_cli.conversation.one_question import QuestionForm
from mainstream_cli.conversation.working_copy import WorkingCopy
from mainstream_cli.language import Text, count, say
from mainstream_cli.model.catalogue import Question
from mainstream_cli.model.prompt import BACK, Talk


@dataclass(frozen=True)
class Count:
    """How far a scope is: hidden questions are not counted, and opened is not answered."""

    asked: int
    open: tuple[Question, ...]
    differences: int
    kept_from_room: int = 0

    @property
    def answered(self) -> int:
        """How many have an answer."""
        return self.asked - len(self.open)

    def in_words(self) -> Text:
        """Say how many are answered of how many, and what is open."""
        core = sum(question.core for question in self.open)
        if not self.differences:
            return say(
                "{answered} answered of {asked} asked, {core} core open",
                answered=self.answered,
                asked=self.asked,
                core=core,
            )
        return count(
            "{answered} answered of {asked} asked, {core} core open, {n} open difference",
            "{answered} answered of {asked} asked, {core} core open, {n} open differences",
            n=self.differences,
            answered=self.answered,
            asked=self.asked,
            core=core,
        )


class Walk:
    """Walks *questions* in their order; open differences come first."""

    def __init__(self, copy: WorkingCopy, questions: Sequence[Question], *, room: bool = False) -> None:
        self.copy = copy
        self.room = room
        self.questions = sorted(questions, key=lambda question: not self.differs(question))
        self.order = {question.id: number for number, question in enumerate(self.questions)}
        self.review = not any(self.open(question) for question in self.asked())

    def run(self) -> Talk[Count]:
        """Walk until the end or until somebody quits; return how far the scope is."""
        with suppress(Quit):
            yield from self._walk()
        return self.count(self.asked())

    def asked(self) -> list[Question]:
        """Return the questions that are asked, given the answers so far."""
        facts = self.copy.facts
        return [question for question in self.questions if facts.asks(question)]

    def open(self, question: Question) -> bool:
        """Tell whether a question has no answer; tables that differ are none."""
        return self.copy.project.answer(question.id) is None

    def differs(self, question: Question) -> bool:
        """Tell whether tables differ on a question and nothing is agreed."""
        answer = self.copy.answers.get(question.id)
        return answer is not None and answer.disputed

    def count(self, questions: Sequence[Question]) -> Count:
        """Count some questions."""
        still = tuple(question for question in questions if self.open(question))
        return Count(len(questions), still, sum(self.differs(question) for question in questions))

    def place(self, question: Question) -> Text:
        """Say where the walk is, within the stage or sector of a question."""
        home = [other for other in self.asked() if other.home == question.home]
        title = self.copy.catalogue.sheets[question.home].title
        return say("{title}: {progress}", title=title, progress=self.count(home).in_words())

    def _walk(self) -> Talk[None]:
        current = self.start()
        while current is not None:
            previous = self._before(current)
            form = QuestionForm(self.copy, current, self.place, room=self.room, first=previous is None)
            move = yield from form.run()
            current = previous if move == BACK else self._after(current)

    def start(self) -> Question | None:
        """Return the question to begin with: a difference, else the open one after the last that was answered."""
        asked = self.asked()
        if self.review:
            return asked[0] if asked else None
        difference = next((question for question in asked if self.differs(question)), None)
        given = [(self._day(question), at) for at, question in enumerate(asked) if not self.open(question)]
        last = max(given, default=(datetime.date.min, -1))[1]
        following = [question for question in (*asked[last + 1 :], *asked[: last + 1]) if self.open(question)]
        return difference or following[0]

    def _day(self, question: Question) -> datetime.date:
        answer = self.copy.answers.get(question.id)
        return answer.date if answer and answer.date else datetime.date.min

    def _before(self, question: Question) -> Question | None:
        earlier = [other for other in self.asked() if self.order[other.id] < self.order[question.id]]
        return earlier[-1] if earlier else None

    def _after(self, question: Question) -> Question | None:
        """Return the next open question in order; when all were answered at the start, simply the next one."""
        later = (other for other in self.asked() if self.order[other.id] > self.order[question.id])
        return next((other for other in later if self.review or self.open(other)), None)
