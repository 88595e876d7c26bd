"""Work grows with the text and not with its square, and a thousand findings of one kind are one line."""

import re
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress

import pytest

from mainstream_cli import yamlfile
from mainstream_cli.documents.rendering.tags import TAG
from mainstream_cli.language import verbatim
from mainstream_cli.model.finding import SEVERITIES, Finding
from mainstream_cli.model.leftover import leftover
from mainstream_cli.model.rule_page import RulePage
from mainstream_cli.rules import personal_patterns, place_patterns, wording
from mainstream_cli.workspace.sarif import sarif
from mainstream_cli.yamlfile.edit import _COMMENT

SIZE = 2_500
SLACK = 9  # four times the text may take four times as long; its square would take sixteen times
TOO_SHORT_TO_MEASURE = 0.001
UNITS = [
    "a",
    " ",
    "A.",
    "1",
    "A",
    "Aa ",
    "Aa-",
    "'A",
    "1 ",
    "1-",
    "1.",
    "..1",
    "(",
    "\n",
    " \n",
    "\t",
    "- ",
    "a@a.",
    "{{",
]
UNITS += ["{%", "Mr Aa ", "the ", "born is ", "passport no ", "contact ", "labour ", "savings and credit ", "are not "]
UNITS += ["<<<<<<< a\n", ">>>>>>> a\n", "<<<<<<<", ">>>>>>>\n<<<<<<<\n", "bring back ", "return of ", "migration "]


def seconds(work: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    work(text)
    return time.process_time() - begun


def grows(work: Callable[[str], object], short: str, long: str) -> str:
    """Say how the time grows where it does so faster than the text, in the better of two measures; else nothing."""
    before = min(seconds(work, short) for _ in range(2))
    most = SLACK * max(before, TOO_SHORT_TO_MEASURE)
    times = (seconds(work, long) for _ in range(2))  # the second only where the first was too slow
    return "" if any(after <= most for after in times) else f"{before:.4f} seconds, then over {most:.4f}"


def conflict(text: str) -> None:
    with suppress(yamlfile.YamlProblem):
        yamlfile.parse("<<<<<<< ours\n" + text + "\n\t{ no yaml")


def pattern(written: str | re.Pattern[str]) -> Callable[[str], object]:
    compiled = re.compile(written)
    return lambda text: sum(1 for _ in compiled.finditer(text))


def patterns_of(module: object) -> dict[str, Callable[[str], object]]:
    names = ("DOCUMENT", "ALIEN", "MAIL", "PHONE", "ACCOUNT", "BIRTH", "AGED", "DESCRIBED", "TITLED", "FATE", "SUSPECT")
    names += ("ADDRESS", "NOT_THERE", "COUNT", "AT_WORK", "PEOPLE", "STAFF", "OFFICE", "FUNCTION", "CALLED", "HOLDER")
    return {name: pattern(getattr(module, name)) for name in names if hasattr(module, name)}


WORK = {
    "conflict marks": conflict,
    "comments": pattern(_COMMENT),
    "tags": pattern(TAG),
    "aims": wording.movement_as_aim,
    "counts": lambda text: wording.movement_counted(text, "decrease"),
    "private money": wording.private_money,
    **patterns_of(personal_patterns),
    **patterns_of(place_patterns),
}


@pytest.mark.parametrize("name", WORK)
def test_four_times_the_text_is_no_more_than_four_times_the_work(name):
    """Whatever a text repeats without end, looking at it takes time in proportion to its length."""
    work = WORK[name]
    for unit in UNITS:
        short, long = (unit * (size // len(unit)) for size in (SIZE, 4 * SIZE))
        assert not grows(work, short, long), unit


@pytest.mark.parametrize(
    ("name", "copies"), [("meeting {}.yaml", 0), ("meeting-{}-x.yaml", 0), ("x{} (1).yaml", 1), ("~$x{}.yaml", 1)]
)
def test_four_times_the_files_of_a_folder_are_no_more_than_four_times_the_work(name, copies):
    """What the names in a folder say of copies takes time in proportion to their number."""

    def look(names: str) -> None:
        beside = set(names.split("|"))
        assert sum(leftover(each, beside) is not None for each in beside) == copies * len(beside)

    short, long = ("|".join(name.format(number) for number in range(count)) for count in (750, 3000))
    assert not grows(look, short, long)


@pytest.mark.parametrize(
    "lines", ["<<<<<<< a\n=======\n>>>>>>> b\n", "a: 1\n<<<<<<<\r\nb: 1\n>>>>>>>\r\nc: 1\n>>>>>>>\r\n"]
)
def test_conflict_marks_are_found_from_the_first_to_the_last(lines):
    """The message names the line of the first mark and that of the last."""
    with pytest.raises(yamlfile.YamlProblem) as caught:
        yamlfile.parse(lines)
    numbers = [number for number, line in enumerate(lines.splitlines(), 1) if line[:7] in ("<<<<<<<", ">>>>>>>")]
    assert (caught.value.code, caught.value.line) == ("F06", numbers[0])
    assert f"between line {numbers[0]} and line {numbers[-1]}" in caught.value.message


def test_a_thousand_findings_of_one_kind_are_one_line(run, put):
    """People see the first with a count, also on a pull request; programs get each of them."""
    put("answers/core_team.yaml", "".join(f"wrong_{number}: partly\n" for number in range(1_200)))
    put("answers/scoping.yaml", "".join(f"wrong_{number}: partly\n" for number in range(3)))
    shown = run("check").out
    assert shown.count("F08") == 2  # the finding, and how to see all
    assert "answers/core_team.yaml:1:1 and 1,202 more places" in shown
    assert "1,203 errors" in shown
    annotations = run("check", "--format", "github").out
    assert annotations.count("mainstream F08") == 1
    assert "1,202 more places" in annotations
    assert sum(each["code"] == "F08" for each in run("check", "--format", "json").json["findings"]) == 1_203


def test_a_few_findings_of_one_kind_are_shown_each(run, put):
    """What can be worked through one by one is shown one by one."""
    put("answers/core_team.yaml", "".join(f"wrong_{number}: partly\n" for number in range(50)))
    shown = run("check").out
    assert all(f"'wrong_{number}'" in shown for number in range(50))
    assert "more places" not in shown


def test_a_server_gets_no_more_results_than_it_takes():
    """SARIF keeps the 25,000 most serious findings, in their order; errors are never among those left out."""
    many = [
        Finding("F08", level, verbatim(f"{number}"), verbatim("")) for number in range(9_000) for level in SEVERITIES
    ]
    page = RulePage("F08", verbatim(""), verbatim(""), verbatim(""), "error")
    results = sarif(many, [page], "", "1.0.0")["runs"][0]["results"]
    assert Counter(each["level"] for each in results) == {"error": 9_000, "warning": 9_000, "note": 7_000}
    numbers = [int(each["message"]["text"]) for each in results]
    assert numbers == sorted(numbers)


def test_the_check_of_a_project_sends_no_more_results_than_a_server_takes(run, put, monkeypatch):
    """What check writes as SARIF keeps to the same limit, and its errors are there."""
    monkeypatch.setattr("mainstream_cli.workspace.sarif.MOST", 20)
    put("answers/core_team.yaml", "".join(f"wrong_{number}: partly\n" for number in range(21)))
    results = run("check", "--format", "sarif").json["runs"][0]["results"]
    assert len(results) == 20
    assert {each["level"] for each in results} == {"error"}
