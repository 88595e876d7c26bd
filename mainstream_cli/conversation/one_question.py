"""One question: the answer, then what stands behind it, each saved as soon as it is given."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from mainstream_cli.changes.writing import answer_change, plain
from mainstream_cli.conversation.asking import ask, prefer_mine, told
from mainstream_cli.conversation.entry_form import EntryForm
from mainstream_cli.conversation.on_record import to_be_shown, value_on_record
from mainstream_cli.conversation.picking import pick
from mainstream_cli.conversation.question_prompt import (
    answer_in_words,
    default_of,
    heading,
    help_on,
    parts_in_words,
)
from mainstream_cli.conversation.working_copy import WorkingCopy
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import Text, say, verbatim
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.catalogue import Question
from mainstream_cli.model.prompt import (
    BACK,
    BACK_KEYS,
    KEYS,
    NO_WORDS,
    SKIP,
    STEP_KEYS,
    WHY,
    Given,
    Lines,
    Option,
    Pressed,
    Prompt,
    Reply,
    Talk,
    Value,
)
from mainstream_cli.model.relations import NOT_APPLICABLE, UNKNOWN
from mainstream_cli.rules.personal import looks_like_a_name, stays_on_record

ONWARD, STAY = "onward", "stay"
OPTIONAL = say("optional; skip goes to the next question")
NOTE_HINT = say("Enter leaves it as it is; skip goes to the next question")
BEHIND = say("What stands behind this answer?")


class QuestionForm:
    """Asks one question and what stands behind its answer; quitting passes through as ``Quit``."""

    def __init__(
        self,
        copy: WorkingCopy,
        question: Question,
        place: Callable[[Question], Text],
        *,
        room: bool = False,
        first: bool = False,
    ) -> None:
        self.copy = copy
        self.question = question
        self.place = partial(place, question)
        self.room = room
        self.whole = partial(value_on_record, copy, question, room=room)
        self.seen: Answer | None = copy.saving.read_answer(question.id)
        copy.note_answer(question.id, self.seen)
        self.first = first
        self.before = NO_WORDS
        self.typed: dict[str, Any] = {}
        self.problem = NO_WORDS
        self.to_show: Lines = ()
        self.doubted = ""

    def run(self) -> Talk[str]:
        """Ask until the question is left, and return in which direction: ``back``, or ``skip`` to go on."""
        steps = self._steps()
        at = 0
        while at < len(steps):
            move = yield from steps[at]()
            if move == SKIP or (move == BACK and at == 0):
                return move
            at += {BACK: -1, STAY: 0, ONWARD: 1}[move]
        return SKIP

    def _steps(self) -> list[Callable[[], Talk[str]]]:
        dissent = [self._dissent] if self.seen is not None and self.seen.disputed else []
        if self.room:
            return [self._show, self._value, *dissent, self._agreed]
        return [self._value, *dissent, self._note, self._sources, self._confidence, self._by]

    def _prompt(self, kind: str, text: Text, **parts: Any) -> Prompt:
        question = self.question
        words = {
            "heading": heading(question),
            "place": self.place(),
            "aside": (*self._standing(say("Answer")), *self.to_show),
            "help": help_on(self.copy.catalogue, question),
            "keys": STEP_KEYS,
        }
        self.to_show = ()
        return Prompt(kind=kind, text=text, **{**words, "problem": self._take_problem(), **parts})

    def _standing(self, heading: Text) -> Lines:
        """Say what stands as the answer, and what it replaced while the question was on this screen."""
        return tuple(line for line in ((heading, self._answer()), (say("It replaces"), self.before)) if line[1])

    def _answer(self) -> Text:
        return answer_in_words(self.copy.catalogue, self.question, self.seen)

    def _question_keys(self, *, back: bool) -> tuple[str, ...]:
        return KEYS if back else tuple(key for key in KEYS if key != BACK)

    def _take_problem(self) -> Text:
        problem, self.problem = self.problem, NO_WORDS
        return problem

    def _value(self) -> Talk[str]:
        prompt, keys = self.whole(self.place()), self._question_keys(back=self.room or not self.first)
        default = self.typed.get("value", prompt.default)
        reply = yield from ask(replace(prompt, default=default, keys=keys, problem=self._take_problem()))
        if isinstance(reply, Pressed):
            return (yield from self._key(reply.key))
        value = reply.value.strip() if isinstance(reply.value, str) else reply.value
        before = default_of(self.seen)
        if not value and not before:
            self.problem = say("Give an answer, or use a key: skip, unknown.")
            return STAY
        if not value or value == before:
            return ONWARD
        return (yield from self._save([value] if isinstance(value, str) else list(value), {}, value=value))

    def _save(self, values: list[str], extras: dict[str, Any], **typed: Any) -> Talk[str]:
        """Save a change; a value that does not fit, or a disk that is full, is shown and asked again as *typed*."""
        copy, question = self.copy, self.question
        stood = self._answer()
        try:
            before = plain(self.seen) if self.seen else None
            change = answer_change(copy.project, copy.catalogue, question, before, values, extras, copy.today)
            saved, now = copy.saving.save_answer(question.id, change, self.seen)
            while not saved:
                self.seen = now
                if not (yield from self._prefer_mine(change, now)):
                    break
                saved, now = copy.saving.save_answer(question.id, change, now)
        except MainstreamError as problem:
            self.typed = typed
            self.problem = told(problem.message, problem.action)
            return STAY
        self.typed, self.seen = {}, now
        self.before = stood if values and stood != self._answer() else self.before
        copy.note_answer(question.id, now)
        self.to_show = to_be_shown(copy, question) if saved and values and not self.room else ()
        return ONWARD if saved else STAY

    def _prefer_mine(self, change: dict[str, Any], now: Answer | None) -> Talk[bool]:
        self.copy.note_answer(self.question.id, now)
        text = say("Somebody else changed this answer while it was on this screen. Which one stands?")
        both = (change, vars(now) if now else {})
        here, there = (parts_in_words(self.copy.catalogue, self.question, fields) for fields in both)
        return (yield from prefer_mine(self._prompt("choice", text), here, there))

    def _key(self, key: str) -> Talk[str]:
        """Do what a key asks for at the question itself; a follow-up has back and skip only."""
        match key:
            case "back" | "skip":
                return key
            case "unknown":
                return (yield from self._unknown())
            case "not_applicable":
                return (yield from self._reason())
            case "note":
                text = say("Which note is kept with this question?")
                yield from self._text("note", text, keys=BACK_KEYS, hint=say("Enter leaves it"))
        return STAY

    def _unknown(self) -> Talk[str]:
        if not (yield from self._gives_way()) or (yield from self._save([UNKNOWN], {})) != ONWARD:
            return STAY
        move = SKIP if self.room else STAY
        while move == STAY:
            move = yield from self._note(say("What would be needed to know it, and who has it?"))
        return STAY if move == BACK else SKIP

    def _gives_way(self) -> Talk[bool]:
        """Ask before a key takes the place of an answer that stands."""
        if self.seen is None or not self.seen.given or self.seen.value == UNKNOWN:
            return True
        prompt = self._prompt(
            "confirm",
            say("An answer stands here, which 'unknown' would replace. Does it stay?"),
            options=(
                Option("keep", say("Yes, keep the answer")),
                Option("replace", say("No, record that nobody here knows")),
            ),
            default="keep",
            keys=BACK_KEYS,
        )
        return (yield from ask(prompt)) == Given("replace")

    def _reason(self) -> Talk[str]:
        stands = self.seen is not None and self.seen.given and self.seen.value != NOT_APPLICABLE
        text = say("Why does this question not apply here?")
        if stands:
            replaced = self._answer()
            text = say("{question} This replaces the answer that stands: {answer}", question=text, answer=replaced)
        old = self.typed.get("reason") or (self.seen.reason if self.seen and self.seen.reason else "")
        reply = yield from ask(self._prompt("text", text, default=old, keys=BACK_KEYS))
        reason = "" if isinstance(reply, Pressed) else str(reply.value).strip()
        if reason:
            move = yield from self._save([NOT_APPLICABLE], {"reason": reason}, reason=reason)
            return SKIP if move == ONWARD else STAY
        if isinstance(reply, Given):
            self.problem = say("Not recorded: not applicable needs a reason in a few words.")
        return STAY

    def _show(self) -> Talk[str]:
        """Put the question on the wall, alone."""
        whole = self.whole(self.place())
        views = tuple(line for line in whole.aside if line[0] != WHY)
        keys = self._question_keys(back=not self.first)
        page = replace(whole, kind="page", aside=views, options=(), default="", keys=keys)
        reply = yield from ask(replace(page, problem=self._take_problem()))
        return (yield from self._key(reply.key)) if isinstance(reply, Pressed) else ONWARD

    def _agreed(self) -> Talk[str]:
        reply = yield from ask(self._prompt("page", verbatim(self.question.text), aside=self._standing(say("Agreed"))))
        return reply.key if isinstance(reply, Pressed) else ONWARD

    def _dissent(self) -> Talk[str]:
        prompt = self._prompt(
            "confirm",
            say("Do the views of the tables stay on record beside the agreed answer?"),
            options=(
                Option("keep", say("Yes, keep every view")),
                Option("drop", say("No, keep the agreed answer only")),
            ),
            default="keep",
        )
        reply = yield from ask(prompt)
        if isinstance(reply, Pressed):
            return reply.key
        return (yield from self._save([], {"positions": None})) if reply.value == "drop" else ONWARD

    def _note(self, text: Text = BEHIND) -> Talk[str]:
        return self._text("note", text)

    def _text(self, name: str, text: Text, **parts: Any) -> Talk[str]:
        old = str(getattr(self.seen, name, None) or "").rstrip("\n")
        shown = self.typed.get(name, old)
        reply = yield from ask(self._prompt("text", text, default=shown, **{"hint": NOTE_HINT, **parts}))
        if isinstance(reply, Given):
            reply = Given(str(reply.value).strip())
        return (yield from self._take(name, old, reply))

    def _sources(self) -> Talk[str]:
        if self.question.evidence == "none":
            return ONWARD
        old = self.seen.sources if self.seen else ()
        prompt = self._prompt("choices", say("Which documents show it?"), default=old, hint=OPTIONAL)
        reply = yield from pick(self.copy, prompt, ("sources",), EntryForm(self.copy).add)
        return (yield from self._take("sources", old, reply))

    def _confidence(self) -> Talk[str]:
        old = (self.seen.confidence if self.seen else None) or ""
        labels = self.copy.catalogue.vocabulary["confidences"]
        choices = tuple(Option(id_, verbatim(words)) for id_, words in labels.items())
        prompt = self._prompt("choice", say("How sure are you?"), options=choices, default=old, hint=OPTIONAL)
        reply = yield from ask(prompt)
        return (yield from self._take("confidence", old, reply))

    def _by(self) -> Talk[str]:
        old = (self.seen.by if self.seen else None) or ""
        text = say("Which organisation or role says so?")
        prompt = self._prompt("choice", text, default=old or self.doubted or self.copy.by, hint=OPTIONAL)
        reply = yield from pick(self.copy, prompt, ("stakeholders", "bodies"), EntryForm(self.copy).add, free=True)
        if isinstance(reply, Given) and reply.value not in ("", old):
            said = str(reply.value)
            self.problem = NO_WORDS if said in (self.copy.by, self.doubted) else self._doubt(said)
            if self.problem:
                self.doubted = said
                return STAY
            self.copy.by = said
        return (yield from self._take("by", old, reply))

    def _take(self, name: str, old: Value, reply: Reply) -> Talk[str]:
        """Save what a follow-up adds to the answer, if it says anything new."""
        if isinstance(reply, Pressed):
            return reply.key
        if not reply.value or reply.value == old:
            return ONWARD
        value = list(reply.value) if isinstance(reply.value, tuple) else reply.value
        return (yield from self._save([], {name: value}, **{name: value}))

    def _doubt(self, words: str) -> Text:
        """Say of what looks like a person's name that it stays in the history; given twice, it is taken."""
        said = stays_on_record(self.copy.project, say("Who says so"), words) if looks_like_a_name(words) else ""
        return say("{warning} Give it again to keep it.", warning=said) if said else NO_WORDS
