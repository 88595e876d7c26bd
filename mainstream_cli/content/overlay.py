"""Lays national content over the catalogue. Numbers of shipped questions stay; a new one gets a letter: 2.1.3A."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from mainstream_cli.content.national import Item
from mainstream_cli.language import Text, say
from mainstream_cli.model.catalogue import Catalogue, Question, Section, Sector, Stage, SwitchedOff
from mainstream_cli.model.record import with_nearest

Sheets = dict[str, list[Section]]
Refusal = Callable[[Item, str, Text, Text], None]
_LETTERS = re.compile(r"(?<=\d)[A-Z]+$")


@dataclass
class _Draft:
    """The catalogue while items are laid over it."""

    catalogue: Catalogue
    sheets: dict[str, Stage | Sector]
    sections: Sheets
    added: set[str]

    def find(self, question: str) -> tuple[str, int, int] | None:
        """Return sheet, section and place of a question."""
        for sheet, sections in self.sections.items():
            for number, section in enumerate(sections):
                for place, candidate in enumerate(section.questions):
                    if candidate.id == question:
                        return sheet, number, place
        return None


def lay_over(catalogue: Catalogue, items: Iterable[Item], refuse: Refusal) -> Catalogue:
    """Return *catalogue* with *items* laid over it; what cannot be done is told to *refuse* and left out."""
    by_kind: dict[str, list[Item]] = {}
    for item in items:
        by_kind.setdefault(item.kind, []).append(item)
    draft = _Draft(catalogue, dict(catalogue.sheets), {}, set())
    _add_sectors(draft, by_kind.get("sectors", []))
    draft.sections = {id_: list(sheet.sections) for id_, sheet in draft.sheets.items()}
    for item in by_kind.get("sections", []):
        _add_section(draft, item, refuse)
    for item in _in_order(by_kind.get("questions", [])):
        _add_question(draft, item, refuse)
    conditions = (*catalogue.conditions, *(item.content for item in by_kind.get("conditions", [])))
    draft.added |= {item.id for item in by_kind.get("conditions", [])}
    words = {item.id: item.content.model_dump(exclude_none=True) for item in by_kind.get("wording", [])}
    off = {item.id: item.content for item in by_kind.get("switch_off", []) if _may_go(draft, item, refuse)}
    sheets = {id_: _worded(draft, sheet, words, off) for id_, sheet in draft.sheets.items()}
    return replace(
        catalogue,
        stages=tuple(sheet for sheet in sheets.values() if isinstance(sheet, Stage)),
        sectors=tuple(sheet for sheet in sheets.values() if isinstance(sheet, Sector)),
        conditions=tuple(
            condition.model_copy(update=words.get(condition.code, {}))
            for condition in conditions
            if condition.code not in off
        ),
        works={**catalogue.works, **{item.id: item.content for item in by_kind.get("works", [])}},
        added=frozenset(draft.added),
        reworded=frozenset(words),
        switched_off=dict(_switched_off(draft, off)),
    )


def _add_sectors(draft: _Draft, items: list[Item]) -> None:
    for number, item in enumerate(items, start=len(draft.catalogue.sectors) + 1):
        sector: Sector = item.content
        sections = tuple(
            _numbered(section, f"S{number}.{place}", sector.id)
            for place, section in enumerate(sector.sections, start=1)
        )
        draft.sheets[item.id] = sector.model_copy(update={"number": f"S{number}", "sections": sections})
        draft.added |= {item.id, *(question.id for section in sections for question in section.questions)}


def _add_section(draft: _Draft, item: Item, refuse: Refusal) -> None:
    if (found := _anchor(draft, item, refuse)) is None:
        return
    sheet, index, _ = found
    sections = draft.sections[sheet]
    base, letter, index = _next(sections[index].number, [section.number for section in sections])
    sections.insert(index, _numbered(item.content, f"{base}{letter}", sheet))
    draft.added |= {question.id for question in item.content.questions}


def _add_question(draft: _Draft, item: Item, refuse: Refusal) -> None:
    if (found := _anchor(draft, item, refuse)) is None:
        return
    sheet, number, place = found
    section = draft.sections[sheet][number]
    questions = list(section.questions)
    base, letter, index = _next(questions[place].number, [each.number for each in questions])
    questions.insert(index, item.content.model_copy(update={"number": f"{base}{letter}", "home": sheet}))
    draft.sections[sheet][number] = section.model_copy(update={"questions": tuple(questions)})
    draft.added.add(item.id)


def _anchor(draft: _Draft, item: Item, refuse: Refusal) -> tuple[str, int, int] | None:
    """Return the place of the question that an item follows; that there is none is told."""
    found = draft.find(item.after)
    if found is not None:
        return found
    known = [
        question.id for sections in draft.sections.values() for section in sections for question in section.questions
    ]
    message = say("{field}: there is no question '{question}'.", field="after", question=item.after)
    action = say("Name the question that it follows; the new one then stands in the same section.")
    refuse(item, "L03", with_nearest(message, item.after, known), action)
    return None


def _may_go(draft: _Draft, item: Item, refuse: Refusal) -> bool:
    """Tell whether an item may be switched off, and say why not."""
    condition = next((each for each in draft.catalogue.conditions if each.code == item.id), None)
    if condition is not None and not condition.waivable:
        message = say(
            "'{code}' ({title}) cannot be switched off: rights, gender and children are always looked at.",
            code=item.id,
            title=condition.title,
        )
        refuse(item, "L05", message, say("Take the line out. What is not secured yet stays open, and says so."))
    elif isinstance(draft.sheets.get(item.id), Stage):
        message = say(
            "The stage '{stage}' cannot be switched off: the process and its gates rest on it.", stage=item.id
        )
        refuse(item, "L05", message, say("Switch off single questions of it."))
    elif condition is None and item.id not in draft.sheets and draft.find(item.id) is None:
        names = [*draft.catalogue.questions, *draft.sheets, *(each.code for each in draft.catalogue.conditions)]
        message = say("There is no question, sector or condition '{id}'.", id=item.id)
        refuse(item, "L03", with_nearest(message, item.id, names), say("Correct the id."))
    else:
        return True
    return False


def _in_order(items: list[Item]) -> Iterator[Item]:
    """Yield new questions so that one that follows another new one comes later, wherever the files name them."""
    waiting = {item.id for item in items}
    rest = items
    while rest:
        ready = [item for item in rest if item.after not in waiting]
        yield from ready or rest
        if not ready:
            return
        waiting -= {item.id for item in ready}
        rest = [item for item in rest if item.id in waiting]


def _next(anchor: str, numbers: list[str]) -> tuple[str, str, int]:
    """Return the number that *anchor* derives from, the next free letter for it, and the place among *numbers*."""
    base = _LETTERS.sub("", anchor)
    taken = [index for index, number in enumerate(numbers) if _LETTERS.sub("", number) == base]
    lettered = sum(numbers[index] != base for index in taken)
    return base, _letter(lettered), taken[-1] + 1


def _letter(count: int) -> str:
    return chr(ord("A") + count) if count < 26 else _letter(count // 26 - 1) + _letter(count % 26)  # noqa: PLR2004


def _numbered(section: Section, number: str, home: str) -> Section:
    questions = tuple(
        question.model_copy(update={"number": f"{number}.{place}", "home": home})
        for place, question in enumerate(section.questions, start=1)
    )
    return section.model_copy(update={"questions": questions})


def _worded(
    draft: _Draft, sheet: Stage | Sector, words: dict[str, dict[str, object]], off: Collection[str]
) -> Stage | Sector:
    sections = tuple(
        _reworded(section, words, off)
        for section in draft.sections[sheet.id]
        if any(question.id not in off for question in section.questions)
    )
    update = {name: value for name, value in words.get(sheet.id, {}).items() if name in type(sheet).model_fields}
    if sections == sheet.sections and not update and sheet.id not in off:
        return sheet
    return sheet.model_copy(update={**update, "sections": () if sheet.id in off else sections})


def _reworded(section: Section, words: dict[str, dict[str, object]], off: Collection[str]) -> Section:
    if not any(question.id in words or question.id in off for question in section.questions):
        return section
    questions = tuple(_say(question, words) for question in section.questions if question.id not in off)
    return section.model_copy(update={"questions": questions})


def _say(question: Question, words: dict[str, dict[str, object]]) -> Question:
    update = dict(words.get(question.id, {}))
    scale = update.get("scale")
    if isinstance(scale, dict):
        update["scale"] = {**(question.scale or {}), **scale}
    return question.model_copy(update=update) if update else question


def _switched_off(draft: _Draft, off: dict[str, str]) -> Iterator[tuple[str, SwitchedOff]]:
    titles = {each.code: each.title for each in draft.catalogue.conditions}
    for id_, reason in off.items():
        found = draft.find(id_)
        if found is not None:
            sheet, number, place = found
            yield id_, SwitchedOff(reason, draft.sections[sheet][number].questions[place].title, sheet, id_)
        elif id_ in draft.sheets:
            yield id_, SwitchedOff(reason, draft.sheets[id_].title, "", id_)
            for section in draft.sections[id_]:
                yield from ((each.id, SwitchedOff(reason, each.title, id_, id_)) for each in section.questions)
        else:
            yield id_, SwitchedOff(reason, titles.get(id_, id_), "", id_)
