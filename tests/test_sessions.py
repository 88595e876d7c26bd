"""The record of a session, kept while people talk."""

import pytest

from mainstream_cli.yamlfile import read

START = ["session", "start", "Families and care", "What do children need when a parent is abroad?"]


def entry(project):
    (found,) = (read(project / "registers/sessions.yaml").data or {}).values()
    return found


def test_a_session_from_beginning_to_end(project, run):
    """Theme, question, time, roles, attendance, findings and the parking lot are in the register when it ends."""
    run("set", "stakeholders/mol", "title=Ministry of Labour", "kind=ministry", "abbreviation=MoL")
    assert run(*START, "--at", "09:30", "--facilitator", "planning commission", "--today", "2026-06-07").code == 0
    run("session", "attend", "MoL=4", "Network of women=2")
    run("session", "attend", "ministry of labour=5")
    run("session", "finding", "Schools see it first.")
    run("session", "park", "Guardianship papers.")
    assert run("session", "end", "--at", "11:00", "--today", "2026-06-07").code == 0
    assert entry(project) == {
        "title": "Families and care",
        "question": "What do children need when a parent is abroad?",
        "date": "2026-06-07",
        "start": "09:30",
        "end": "11:00",
        "facilitator": "planning commission",
        "attendance": [{"institution": "mol", "people": 5}, {"institution": "Network of women", "people": 2}],
        "findings": ["Schools see it first."],
        "parking_lot": ["Guardianship papers."],
    }
    assert run("check").code == 0


def test_there_are_three_findings_and_a_fourth_takes_the_place_of_one(project, run):
    """A fourth finding is refused with the three that stand; --instead replaces one of them."""
    run(*START)
    for text in ("One.", "Two.", "Three."):
        run("session", "finding", text)
    refused = run("session", "finding", "Four.")
    assert refused.code == 1
    assert "2. Two." in refused.err
    assert run("session", "finding", "Four.", "--instead", "2").code == 0
    assert entry(project)["findings"] == ["One.", "Four.", "Three."]


def test_one_session_is_open_at_a_time(project, run):
    """A second one cannot begin before the first ends, and without one there is nothing to add to."""
    assert "No session is open" in run("session", "finding", "Too early.").err
    run(*START)
    refused = run(*START)
    assert refused.code == 1
    assert "session end" in refused.err
    assert run("session", "end").code == 0
    assert run("session", "park", "Too late.").code == 1
    assert run("session", "show", "--format", "json").json == {"schema": 1, "language": "en", "session": None}


def test_the_open_session_is_shown(project, run):
    """The command shows what is recorded so far, for people and for programs."""
    run(*START, "--at", "09:30")
    run("session", "finding", "Schools see it first.")
    shown = run("session", "show")
    assert "What do children need" in shown.out
    assert "1. Schools see it first." in shown.out
    found = run("session", "show", "--format", "json").json["session"]
    assert (found["start"], found["end"], found["findings"]) == ("09:30", None, ["Schools see it first."])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["attend", "MoL"], "INSTITUTION=PEOPLE"),
        (["attend", "MoL=many"], "INSTITUTION=PEOPLE"),
        (["finding", " "], "empty"),
        (["finding", "One.", "--instead", "1"], "no finding 1"),
        (["end", "--at", "25:00"], "09:30"),
        (["end", "--at", "08:00"], "began at 09:00"),
    ],
)
def test_a_slip_changes_nothing(project, run, arguments, words):
    """A command that cannot work says what it expects and leaves the session as it was."""
    run(*START, "--at", "09:00")
    before = entry(project)
    refused = run("session", *arguments)
    assert refused.code in (1, 2)
    assert words in refused.err
    assert entry(project) == before
