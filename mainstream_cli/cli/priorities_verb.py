"""``mainstream priorities``."""

from fractions import Fraction
from typing import Any

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption, opened, print_json
from mainstream_cli.model.priorities import Candidate, Priorities
from mainstream_cli.numbers.priorities import priorities


def run(project: ProjectOption = None, format: FormatOption = Format.text) -> int:  # noqa: A002
    """Compare the candidate objectives by the criteria, and show how firm the order is.

    Criteria and weights stand in the register criteria; each objective holds its scores (1 to 5) by table. An order is
    help for a discussion, no decision: say for what is left out why (left_out_because).
    """
    result = priorities(opened(project).public)
    if format is Format.json:
        print_json(_document(result))
        return 0
    from mainstream_cli.output.priorities import print_priorities

    print_priorities(result)
    return 0


def _document(result: Priorities) -> dict[str, Any]:
    return {
        "criteria": [
            {"id": id_, "title": result.titles[id_], "weight": _number(weight)}
            for id_, weight in result.weights.items()
        ],
        "tables": result.tables,
        "ranking": [_row(each) for each in result.ranking],
        "unscored": [vars(each) for each in result.unscored],
        "sensitivity": [{**vars(each), "weight": _number(each.weight)} for each in result.variations],
    }


def _row(each: Candidate) -> dict[str, Any]:
    return {
        **vars(each),
        "score": _number(each.score),
        "means": {id_: _number(mean) for id_, mean in each.means.items()},
        "by_table": {table: _number(score) for table, score in each.by_table.items()},
    }


def _number(value: Fraction) -> str:
    return f"{float(value):.2f}"
