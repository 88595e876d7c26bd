"""What tables say to one question, in counts."""

from typing import Any

from mainstream_cli.gathering.answers import is_derived
from mainstream_cli.gathering.views import counted_views, on_one_line, same_answer
from mainstream_cli.language import say
from mainstream_cli.model.answer import MAIN_COPY
from mainstream_cli.model.blocks import Block, statement
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.gathering import Outcome, QuestionViews

SHORT = 30


def question_views(
    catalogue: Catalogue, id_: str, block: Block, tables: list[str], *, fresh: bool, private: bool
) -> QuestionViews | None:
    """Return agreement, spread and silence on one question, None where no table has a view."""
    question = catalogue.questions[id_]
    said = [position for position in block.get("positions", []) if position["table"] != MAIN_COPY]
    heard = tuple(position["table"] for position in said)
    if not any(table == name or name.startswith(f"{table}/") for table in tables for name in heard):
        return None
    valued = [position["value"] for position in block["positions"]]
    groups = counted_views(question, [position["value"] for position in said])
    words = [on_one_line(catalogue, question, value, SHORT) for value, _ in groups]
    if private:
        words = [say("answer {letter}", letter=chr(65 + place % 26)) for place in range(len(groups))]
    return QuestionViews(
        question=id_,
        number=question.number,
        title=question.title,
        outcome=_outcome(question, block, valued),
        views=tuple((word, count) for word, (_, count) in zip(words, groups, strict=True)),
        tables=heard,
        silent=tuple(table for table in tables if table not in heard),
        fresh=fresh,
        private=private,
    )


def _outcome(question: Question, block: Block, valued: list[Any]) -> Outcome:
    if "value" not in block:
        return "differs"
    if any(not same_answer(question, value, block["value"]) for value in valued):
        return "settled"
    return "added" if is_derived(statement(block), block["positions"]) else "confirmed"
