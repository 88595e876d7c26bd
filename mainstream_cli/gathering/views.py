"""What tables say to one question, counted and put into words."""

from typing import Any

from mainstream_cli.language import Text, count, label, say, verbatim
from mainstream_cli.model.answer import MAIN_COPY, Answer, value_in_words
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.numbers import number

MOST_VIEWS = 4
MOST_SIGNS = 40
RATED = {
    "in_place": label("rating", "in place"),
    "partly": label("rating", "partly"),
    "absent": label("rating", "absent"),
    "unknown": label("rating", "unknown"),
    "not_applicable": label("rating", "not applicable"),
}


def same_answer(question: Question, one: Any, other: Any) -> bool:
    """Compare two answers: lists without order, numbers as numbers, text without layout."""
    match question.kind:
        case "choices":
            return _set(one) == _set(other)
        case "number":
            return one == other or None is not number(one) == number(other)
    return str(one).split() == str(other).split()


def _set(value: Any) -> frozenset[str]:
    return frozenset(map(str, value if isinstance(value, list | tuple) else [value]))


def counted_views(question: Question, values: list[Any]) -> list[tuple[Any, int]]:
    """Count equal answers; the most frequent first, else in the order of the tables."""
    groups: list[tuple[Any, int]] = []
    for value in values:
        place = next((place for place, (other, _) in enumerate(groups) if same_answer(question, other, value)), None)
        if place is None:
            groups.append((value, 1))
        else:
            groups[place] = (groups[place][0], groups[place][1] + 1)
    return sorted(groups, key=lambda group: -group[1])


def on_one_line(catalogue: Catalogue, question: Question, value: Any, most: int) -> Text:
    """Return an answer on one line, cut after *most* characters, and a rating in its shortest form."""
    if question.kind == "rating":
        return RATED.get(str(value)) or verbatim(str(value))
    flat = " ".join(value_in_words(catalogue, question, value).split())
    return verbatim(flat if len(flat) <= most else f"{flat[: most - 1]}…")


def views_in_words(catalogue: Catalogue, question: Question, answer: Answer) -> Text:
    """Return the views on one question with the number of tables; what was prepared before has no number."""

    def said(value: Any) -> Text:
        return on_one_line(catalogue, question, value, MOST_SIGNS)

    counted = counted_views(question, answer.of_tables)
    parts = [say("{answer} ({n})", answer=said(value), n=tables) for value, tables in counted[:MOST_VIEWS]]
    if (others := len(counted) - MOST_VIEWS) > 0:
        parts.append(count("{n} other answer", "{n} other answers", n=others))
    prepared = [said(view.value) for view in answer.positions if view.table == MAIN_COPY]
    parts += [say("{answer} ({mark})", answer=words, mark=label("view", "prepared before")) for words in prepared]
    values = {f"_{number}": part for number, part in enumerate(parts)}
    return Text("; ".join(f"{{{name}}}" for name in values), values=values)


def agreement(question: Question, answer: Answer) -> tuple[int, int]:
    """Return how many tables gave the answer that stands, and how many gave one at all."""
    return sum(same_answer(question, value, answer.value) for value in answer.of_tables), len(answer.of_tables)
