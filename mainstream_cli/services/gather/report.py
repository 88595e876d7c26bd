"""What tables say to one question, in counts."""

from typing import Any

from mainstream_cli.model.answer import MAIN_COPY
from mainstream_cli.model.blocks import Block, statement
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.gathering import Outcome, QuestionViews
from mainstream_cli.services.gather.answers import Same, is_derived, same_value

SHORT = 30


def question_views(
    catalogue: Catalogue, id_: str, block: Block, tables: list[str], *, fresh: bool, private: bool
) -> QuestionViews | None:
    """Return agreement, spread and silence on one question, None where no table has a view."""
    question = catalogue.questions[id_]
    said = [each for each in block.get("positions", []) if each["table"] != MAIN_COPY]
    heard = tuple(each["table"] for each in said)
    if not any(table == each or each.startswith(f"{table}/") for table in tables for each in heard):
        return None
    same = same_value(question)
    valued = [each["value"] for each in block["positions"]]
    groups = _grouped([each["value"] for each in said], same)
    words = [
        f"answer {chr(65 + place % 26)}" if private else in_words(catalogue, question, value)
        for place, (value, _) in enumerate(groups)
    ]
    return QuestionViews(
        question=id_,
        number=question.number,
        title=question.title,
        outcome=_outcome(block, valued, same),
        views=tuple((word, count) for word, (_, count) in zip(words, groups, strict=True)),
        tables=heard,
        silent=tuple(table for table in tables if table not in heard),
        fresh=fresh,
        private=private,
    )


def _outcome(block: Block, valued: list[Any], same: Same) -> Outcome:
    if "value" not in block:
        return "differs"
    if any(not same(each, block["value"]) for each in valued):
        return "settled"
    return "added" if is_derived(statement(block), block["positions"]) else "confirmed"


def _grouped(values: list[Any], same: Same) -> list[tuple[Any, int]]:
    """Count equal values; the most frequent first, else in the order of the tables."""
    groups: list[tuple[Any, int]] = []
    for value in values:
        place = next((number for number, (other, _) in enumerate(groups) if same(other, value)), None)
        if place is None:
            groups.append((value, 1))
        else:
            groups[place] = (groups[place][0], groups[place][1] + 1)
    return sorted(groups, key=lambda group: -group[1])


def in_words(catalogue: Catalogue, question: Question, value: Any) -> str:
    """Return an answer in a few words."""
    terms = {
        **catalogue.answers,
        **(catalogue.terms(question) if question.kind in ("rating", "choice", "choices") else {}),
    }
    words = ", ".join(terms.get(str(each), str(each)) for each in (value if isinstance(value, list) else [value]))
    flat = " ".join(words.split())
    return flat if len(flat) <= SHORT else f"{flat[: SHORT - 1]}…"
