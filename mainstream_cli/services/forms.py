"""Forms for the registers: a new entry with the needed fields first, then whatever else there is to say."""

from dataclasses import dataclass
from typing import Any

from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.prompt import BACK, BACK_KEYS, HELP, QUIT, STEP_KEYS, Given, Option, Pressed, Prompt
from mainstream_cli.model.readings import names_in
from mainstream_cli.model.record import parse
from mainstream_cli.model.registers import REGISTERS, FieldQuestion, fields
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.services.desk import Desk
from mainstream_cli.services.fields import ONWARD, FieldForm, in_words, summary
from mainstream_cli.services.naming import new_id
from mainstream_cli.services.writing import plain, two_readings

DONE = "done"
NEEDED = {  # beside what a file cannot do without: what makes the entry worth having
    "linkages": ("title", "plan_goal", "sector", "direction", "sign"),
    "criteria": ("title", "weight"),
    "objectives": ("title", "plan_goals", "sectors"),
    "actions": ("title", "kind", "objectives", "lead"),
}
STEMS = {"bodies": "body", "criteria": "criterion", "policies": "policy"}
PRIVATE_WORDS = "Kept in private/: not in git, never in documents."


@dataclass(frozen=True)
class Place:
    """The entry that a form is about."""

    register: str
    id: str
    sector: str


class Forms:
    """Adds and changes entries, each field saved as soon as it is given."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.form = FieldForm(desk, self.add)
        self.notice = ""

    def add(self, register: str, name: str = "") -> str | None:
        """Ask for the needed fields of a new entry; return its id, None when it was left. A kill keeps the draft.

        The id is *name*, or is made from the title.
        """
        values = self._draft(register)
        if values is None:
            return None
        if register == "actions" and not values.get("sector") and not self._sector(values):
            return None
        steps = [field for field in fields(register) if field.id in needed(register)]
        steps.sort(key=lambda field: needed(register).index(field.id))
        at, problem = _first_open(steps, values), ""
        while True:
            if at == len(steps):
                id_, problem, wrong = self._complete(register, values, name)
                if id_:
                    return id_
                at = next((number for number, field in enumerate(steps) if field.id == wrong), 1 % len(steps))
            at, problem = self._step(register, steps, at, values, problem)
            if at < 0:
                self.desk.keep.save_draft(register, {} if not values.get("title") else values)
                return None

    def _step(
        self, register: str, steps: list[FieldQuestion], at: int, values: dict[str, Any], problem: str
    ) -> tuple[int, str]:
        field = steps[at]
        named = f": {values['title']}" if values.get("title") else ""
        prompt = Prompt(
            "text",
            f"New in {in_words(register)}{named}",
            "",
            place=f"{at + 1} of {len(steps)} needed",
            problem=problem,
            keys=BACK_KEYS if field.required and not values.get(field.id) else STEP_KEYS,
        )
        move, value = self.form.ask(REGISTERS[register], field, values.get(field.id), prompt)
        if move == BACK:
            return at - 1, ""
        empty = value in (None, "", [], {}) or move != ONWARD
        if empty and field.required and not values.get(field.id):
            return at, "This field is needed. Back leaves the form; what was given stays as a draft."
        if move == ONWARD and not empty:
            wrong = trouble(self.desk, register, field.id, {**values, field.id: value})
            if wrong:
                return at, wrong
            values[field.id] = value
            self.desk.keep.save_draft(register, values)
        return at + 1, ""

    def _draft(self, register: str) -> dict[str, Any] | None:
        """Return what the new entry begins with, None when the person turns back."""
        draft = self.desk.keep.read_draft(register)
        if not draft.get("title"):
            return {"sector": draft["sector"]} if draft.get("sector") and len(draft) > 1 else {}
        options = (Option("go_on", "Go on with it"), Option("drop", "Leave it and begin a new one"))
        text = f"This was begun and not finished: {draft['title']}"
        reply = self.desk.put(
            Prompt("choice", f"New in {in_words(register)}", text, options=options, default="go_on", keys=BACK_KEYS)
        )
        if isinstance(reply, Pressed):
            return None
        if reply == Given("drop"):
            self.desk.keep.save_draft(register, {})
            return {}
        return draft

    def _sector(self, values: dict[str, Any]) -> bool:
        terms = self.desk.catalogue.vocabulary["sectors"]
        options = tuple(Option(id_, label) for id_, label in terms.items())
        reply = self.desk.put(
            Prompt("choice", "New action", "In which sector's matrix does it stand?", options=options, keys=BACK_KEYS)
        )
        if isinstance(reply, Pressed) or not reply.value:
            return False
        values["sector"] = str(reply.value)
        return True

    def _complete(self, register: str, values: dict[str, Any], name: str) -> tuple[str, str, str]:
        """Save the entry; return its id, else the problem and the field that it is about."""
        sector = str(values["sector"]) if register == "actions" else ""
        data = {field: value for field, value in values.items() if not (sector and field == "sector")}
        record, problems = parse(REGISTERS[register], data, self.desk.catalogue.vocabulary)
        if record is None:
            return "", f"{problems[0].message} {problems[0].remedy}", str(next(iter(problems[0].path), "sector"))
        taken, stem = self.desk.registers.get(register, {}), STEMS.get(register, register.rstrip("s"))
        id_ = name or new_id(record.title, taken, stem)
        try:
            saved, entry = self.desk.keep.save_entry(register, id_, sector, data, None)
            while not saved and entry and plain(entry) != plain(record):
                self._take_over(Place(register, id_, sector), entry)
                theirs, id_ = id_, new_id(record.title, self.desk.registers[register], stem)
                self.notice = f"Somebody else has recorded {theirs} meanwhile; this one is kept beside it as {id_}."
                saved, entry = self.desk.keep.save_entry(register, id_, sector, data, None)
            self.desk.keep.save_draft(register, {})
        except MainstreamError as wrong:
            return "", f"{wrong.message} {wrong.action}", "title"
        self._take_over(Place(register, id_, sector), entry)
        return id_, "", ""

    def _take_over(self, place: Place, entry: Entry | None) -> None:
        if entry is not None:
            self.desk.registers.setdefault(place.register, {})[place.id] = entry
            if place.sector:
                self.desk.sector_of[place.id] = place.sector

    def edit(self, register: str, id_: str) -> None:
        """Offer every field of an entry until the person is done."""
        place = Place(register, id_, self.desk.sector_of.get(id_, "") if register == "actions" else "")
        notice, self.notice = self.notice, ""
        while True:
            entry = self.desk.keep.read_entry(register, id_, place.sector)
            self._take_over(place, entry)
            values = plain(entry) if entry else {}
            options = [Option(DONE, "done"), *(self._row(each, values) for each in self._offered(register))]
            text = "More fields? Choose one to fill or change, or done."
            heading = f"{in_words(register)}: {values.get('title', id_)}"
            reply = self.desk.put(
                Prompt("choice", heading, text, options=tuple(options), default=DONE, problem=notice, keys=STEP_KEYS)
            )
            if isinstance(reply, Pressed) or reply.value == DONE:
                return
            field = next(each for each in fields(register) if each.id == reply.value)
            notice = self._change(place, field, entry, values)

    def _offered(self, register: str) -> list[FieldQuestion]:
        sample = self.desk.project.settings.sample is not None
        return [each for each in fields(register) if sample or each.id != "origin"]

    def _row(self, field: FieldQuestion, values: dict[str, Any]) -> Option:
        private = " (private)" if field.sensitive else ""
        said = summary(values.get(field.id), words(self.desk, field))
        return Option(field.id, f"{in_words(field.id)}{private}: {said}")

    def _change(self, place: Place, field: FieldQuestion, entry: Entry | None, values: dict[str, Any]) -> str:
        """Ask for one field and save it; return what is to be said about it."""
        problem, old = "", values.get(field.id)
        while True:
            prompt = Prompt(
                "text",
                f"{in_words(place.register)}: {values.get('title', place.id)}",
                "",
                problem=problem,
                keys=STEP_KEYS,
            )
            move, value = self.form.ask(REGISTERS[place.register], field, old, prompt)
            if move != ONWARD or value in (None, "", [], {}) or value == values.get(field.id):
                return ""
            problem = trouble(self.desk, place.register, field.id, {**values, field.id: value})
            if not problem:
                return self._save(place, field, {field.id: value}, entry)
            old = value

    def _save(self, place: Place, field: FieldQuestion, change: dict[str, Any], entry: Entry | None) -> str:
        try:
            saved, now = self.desk.keep.save_entry(place.register, place.id, place.sector, change, entry)
            while not saved and self._prefer_mine(place, field, change, now):
                whole = change if now else {**(plain(entry) if entry else {}), **change}  # somebody removed the entry
                saved, now = self.desk.keep.save_entry(place.register, place.id, place.sector, whole, now)
        except MainstreamError as problem:
            return f"{problem.message} {problem.action}"
        self._take_over(place, now)
        return PRIVATE_WORDS if field.sensitive else ""

    def _prefer_mine(self, place: Place, field: FieldQuestion, change: dict[str, Any], now: Entry | None) -> bool:
        theirs = plain(now).get(field.id) if now else None
        if theirs == change[field.id]:
            return False
        said = words(self.desk, field)
        prompt = Prompt(
            "choice",
            f"{in_words(place.register)}: {now.title if now else place.id}",
            "Somebody else changed this entry while it was on this screen. Which one stands?",
            aside=(("Here", summary(change[field.id], said)), ("On disk", summary(theirs, said))),
            options=(Option("theirs", "Keep what is on disk"), Option("mine", "Record what was given here")),
            default="theirs",
            keys=(HELP, QUIT),
        )
        return self.desk.put(prompt) == Given("mine")


def needed(register: str) -> tuple[str, ...]:
    """Return the fields that a new entry is asked for first."""
    return NEEDED.get(register) or tuple(field.id for field in fields(register) if field.required)


def trouble(desk: Desk, register: str, name: str, values: dict[str, Any]) -> str:
    """Say what is wrong with the value of one field, if anything."""
    cls, names = REGISTERS[register], names_in(desk.registers)
    _, problems = parse(cls, values, desk.catalogue.vocabulary, names)
    problems = problems or two_readings(cls, values, [name])
    return next((f"{each.message} {each.remedy}" for each in problems if each.path[:1] == (name,)), "")


def _first_open(steps: list[FieldQuestion], values: dict[str, Any]) -> int:
    return next((number for number, field in enumerate(steps) if field.required and not values.get(field.id)), 0)


def words(desk: Desk, field: FieldQuestion) -> dict[str, str]:
    """Return the words for the terms or entries that a field can name."""
    if field.choices:
        return desk.catalogue.vocabulary[field.choices]
    return desk.titles(*field.refers) if field.refers else {}
