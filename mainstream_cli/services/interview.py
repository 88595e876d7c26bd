"""One question: the answer, then what stands behind it, each saved as soon as it is given."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.catalogue import Question
from mainstream_cli.model.prompt import (
    BACK,
    NOT_APPLICABLE_KEY,
    NOTE,
    SKIP,
    Given,
    Option,
    Pressed,
    Prompt,
    Value,
)
from mainstream_cli.model.relations import NOT_APPLICABLE, UNKNOWN
from mainstream_cli.rules.personal import looks_like_a_name, stays_on_record
from mainstream_cli.services.asking import default_of, heading, help_on, in_words, value_prompt
from mainstream_cli.services.desk import Desk
from mainstream_cli.services.forms import Forms
from mainstream_cli.services.picking import pick
from mainstream_cli.services.writing import answer_change, plain

ONWARD, STAY = "onward", "stay"
PRIVATE_WORDS = "Sensitive: kept in private/, not in git, never in documents."


class Interview:
    """Asks one question. ``run`` returns ``back`` or ``skip`` (go on); quitting passes through as ``Quit``."""

    def __init__(self, desk: Desk, question: Question, place: Callable[[Question], str], *, room: bool = False) -> None:
        self.desk = desk
        self.question = question
        self.place = partial(place, question)
        self.room = room
        self.seen: Answer | None = desk.keep.read_answer(question.id)
        desk.note_answer(question.id, self.seen)
        self.typed: Value = ""
        self.problem = ""
        self.doubted = ""

    def run(self, problem: str = "") -> str:
        """Ask until the question is left, and say in which direction."""
        self.problem = problem
        steps = self._steps()
        at = 0
        while at < len(steps):
            move = steps[at]()
            if move == SKIP or (move == BACK and at == 0):
                return move
            at += {BACK: -1, STAY: 0, ONWARD: 1}[move]
        return SKIP

    def _steps(self) -> list[Callable[[], str]]:
        differs = self.seen is not None and bool(self.seen.positions) and not self.seen.given
        dissent = [self._dissent] if differs else []
        if self.room:
            return [self._show, self._value, *dissent, self._agreed]
        return [self._value, *dissent, self._note, self._sources, self._confidence, self._by]

    def _prompt(self, kind: str, text: str, **parts: Any) -> Prompt:
        question = self.question
        said = in_words(self.desk.catalogue, question, self.seen.value) if self.seen and self.seen.given else ""
        words = {
            "heading": heading(question),
            "place": self.place(),
            "aside": (("Answer", said),) if said else (),
            "help": help_on(self.desk.catalogue, question),
        }
        return Prompt(kind=kind, text=text, **{**words, "problem": self._take_problem(), **parts})

    def _take_problem(self) -> str:
        problem, self.problem = self.problem, ""
        return problem

    def _value(self) -> str:
        prompt = value_prompt(self.desk.catalogue, self.question, self.seen, self.place())
        if self.question.sensitive:
            prompt = replace(prompt, aside=(*prompt.aside, ("Note", PRIVATE_WORDS)))
        if self.typed:
            prompt = replace(prompt, default=self.typed)
        reply = self.desk.put(replace(prompt, problem=self._take_problem()))
        if isinstance(reply, Pressed):
            return self._key(reply.key)
        value = reply.value.strip() if isinstance(reply.value, str) else reply.value
        before = default_of(self.seen)
        if not value and not before:
            self.problem = "Give an answer, or use a key: skip, unknown."
            return STAY
        if not value or value == before:
            return ONWARD
        return self._save([value] if isinstance(value, str) else list(value), {}, typed=value)

    def _save(self, values: list[str], extras: dict[str, Any], *, typed: Value = "") -> str:
        """Save a change; a value that does not fit, or a disk that is full, is shown and asked again."""
        desk, question = self.desk, self.question
        try:
            before = plain(self.seen) if self.seen else None
            change = answer_change(desk.project, desk.catalogue, question, before, values, extras, desk.today)
            saved, now = desk.keep.save_answer(question.id, change, self.seen)
            while not saved:
                self.seen = now
                if not self._prefer_mine(change, now):
                    break
                saved, now = desk.keep.save_answer(question.id, change, now)
        except MainstreamError as problem:
            self.typed = typed
            self.problem = f"{problem.message} {problem.action}".strip()
            return STAY
        self.typed, self.seen = "", now
        desk.note_answer(question.id, now)
        return ONWARD if saved else STAY

    def _prefer_mine(self, change: dict[str, Any], now: Answer | None) -> bool:
        self.desk.note_answer(self.question.id, now)
        prompt = self._prompt(
            "choice",
            "Somebody else changed this answer while it was on this screen. Which one stands?",
            aside=(("Here", self._said(change)), ("On disk", self._said(vars(now) if now else {}))),
            options=(Option("theirs", "Keep what is on disk"), Option("mine", "Record what was given here")),
            default="theirs",
        )
        reply = self.desk.put(prompt)
        return reply == Given("mine")

    def _said(self, fields: dict[str, Any]) -> str:
        value = fields.get("value")
        words = [in_words(self.desk.catalogue, self.question, value)] if value else []
        words += [f"{name}: {fields[name]}" for name in ("note", "reason", "confidence", "by") if fields.get(name)]
        return "; ".join(words) or "no answer"

    def _key(self, key: str) -> str:
        """Do what a key asks for; the keys always concern the question that is on the screen."""
        match key:
            case "back" | "skip":
                return key
            case "unknown":
                if self._save([UNKNOWN], {}) == ONWARD:
                    return (
                        SKIP
                        if self.room or self._note("What would be needed to know it, and who has it?") != BACK
                        else STAY
                    )
            case "not_applicable":
                return self._reason()
            case "note":
                self._note()
        return STAY

    def _reason(self) -> str:
        old = self.seen.reason if self.seen and self.seen.reason else ""
        reply = self.desk.put(self._prompt("text", "Why does this question not apply here?", default=old))
        match reply:
            case Pressed(key) if key == NOT_APPLICABLE_KEY:
                return self._reason()
            case Pressed(key):
                return STAY if key == BACK else self._key(key)
            case Given(str(text)) if text.strip():
                return SKIP if self._save([NOT_APPLICABLE], {"reason": text.strip()}) == ONWARD else STAY
        self.problem = "Not recorded: not applicable needs a reason in a few words."
        return STAY

    def _show(self) -> str:
        """Put the question on the wall, alone."""
        whole = value_prompt(self.desk.catalogue, self.question, self.seen, self.place())
        views = tuple(line for line in whole.aside if line[0] != "Why")
        reply = self.desk.put(
            replace(whole, kind="page", aside=views, options=(), default="", problem=self._take_problem())
        )
        return self._key(reply.key) if isinstance(reply, Pressed) else ONWARD

    def _agreed(self) -> str:
        said = in_words(self.desk.catalogue, self.question, self.seen.value if self.seen else "")
        reply = self.desk.put(self._prompt("page", self.question.text, aside=(("Agreed", said),)))
        return self._key(reply.key) if isinstance(reply, Pressed) else ONWARD

    def _dissent(self) -> str:
        prompt = self._prompt(
            "choice",
            "Do the views of the tables stay on record beside the agreed answer?",
            options=(Option("keep", "Yes, keep every view"), Option("drop", "No, keep the agreed answer only")),
            default="keep",
        )
        reply = self.desk.put(prompt)
        if isinstance(reply, Pressed):
            return self._key(reply.key)
        return self._save([], {"positions": None}) if reply.value == "drop" else ONWARD

    def _note(self, text: str = "What stands behind this answer?") -> str:
        return self._text("note", text)

    def _text(self, name: str, text: str) -> str:
        old = str(getattr(self.seen, name, None) or "").rstrip("\n")
        reply = self.desk.put(self._prompt("text", text, default=old, hint="Enter leaves it as it is"))
        if isinstance(reply, Pressed):
            return STAY if reply.key == NOTE else self._key(reply.key)
        new = str(reply.value).strip()
        return self._save([], {name: new}) if new and new != old else ONWARD

    def _sources(self) -> str:
        if self.question.evidence == "none":
            return ONWARD
        old = self.seen.sources if self.seen else ()
        prompt = self._prompt("choices", "Which documents show it?", default=old)
        reply = pick(self.desk, prompt, ("sources",), Forms(self.desk).add)
        if isinstance(reply, Pressed):
            return self._key(reply.key)
        return self._save([], {"sources": list(reply.value)}) if reply.value and reply.value != old else ONWARD

    def _confidence(self) -> str:
        old = (self.seen.confidence if self.seen else None) or ""
        labels = self.desk.catalogue.vocabulary["confidences"]
        choices = tuple(Option(id_, label) for id_, label in labels.items())
        reply = self.desk.put(
            self._prompt("choice", "How sure are you?", options=choices, default=old, hint="optional")
        )
        if isinstance(reply, Pressed):
            return self._key(reply.key)
        return self._save([], {"confidence": reply.value}) if reply.value and reply.value != old else ONWARD

    def _by(self) -> str:
        old = (self.seen.by if self.seen else None) or ""
        prompt = self._prompt(
            "choice",
            "Which organisation or role says so?",
            default=old or self.doubted or self.desk.by,
            hint="optional",
        )
        reply = pick(self.desk, prompt, ("stakeholders", "bodies"), Forms(self.desk).add, free=True)
        if isinstance(reply, Pressed):
            return self._key(reply.key)
        if not reply.value or reply.value == old:
            return ONWARD
        doubt = "" if reply.value in (self.desk.by, self.doubted) else self._doubt(str(reply.value))
        if doubt:
            self.doubted, self.problem = str(reply.value), doubt
            return STAY
        self.desk.by = str(reply.value)
        return self._save([], {"by": reply.value})

    def _doubt(self, words: str) -> str:
        """Say of what looks like a person's name that it stays in the history; given twice, it is taken."""
        said = stays_on_record(self.desk.project, "Who says so", words) if looks_like_a_name(words) else ""
        return f"{said} Give it again to keep it." if said else ""
