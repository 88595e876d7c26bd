"""Conversations are generators: whoever sends replies can hold them, and whoever closes them loses nothing."""

import pytest

from mainstream_cli.model.prompt import HELP, QUIT, SKIP, STEP_KEYS, Given, Pressed
from mainstream_cli.prompts import converse
from mainstream_cli.store import load
from mainstream_cli.store.drafts import read_draft
from mainstream_cli.workspace import Workspace, new_project

NEXT = Pressed(SKIP)
GIVEN = {"rating": "partly", "number": "12", "date": "2026-06-07", "text": "In the office"}
NEW = [
    "MDA",
    "Moldova",
    "Plan 2030",
    "national",
    "adopted",
    "2020",
    "2019",
    "2030",
    "stand_alone",
    "Chancellery",
    "agency",
]
FOLLOW_UPS = [("partly", "value"), ("Order signed", "note"), ((), None), ("high", "confidence"), ("Planning", "by")]
MEETING = ["consulted", "+", "2026-05-01", "letter"]


def send(conversation, replies):
    """Send some replies; return the prompts, and what the conversation returned, None while it goes on."""
    prompts = [next(conversation)]
    try:
        for reply in replies:
            prompts.append(conversation.send(reply if isinstance(reply, Pressed) else Given(reply)))
    except StopIteration as end:
        return prompts, end.value
    return prompts, None


def reply_to(catalogue, question):
    terms = list(catalogue.terms(question)) if question.kind in ("choice", "choices") else []
    return tuple(terms[:1]) if question.kind == "choices" else terms[0] if terms else GIVEN[question.kind]


def test_a_project_and_a_whole_stage_come_from_lists_of_replies(tmp_path, run):
    """Without any terminal a list of replies gives the facts of a project, and another one answers a whole stage."""
    prompts, facts = send(new_project({}), [*NEW, str(tmp_path / "md")])
    assert facts["country"] == "MDA"
    assert "cannot end before" in prompts[7].problem
    folder = facts.pop("folder")
    names = ("country", "name", "plan", "start", "end", "lead")
    flags = ["--lead-kind", facts["lead_kind"], *(part for name in names for part in (f"--{name}", facts[name]))]
    assert run("init", folder, *map(str, flags), "--status", facts["status"]).code == 0
    opened = Workspace.open(folder)
    stage = list(opened.catalogue.sheets["core_team"].questions)
    replies = [reply for question in stage for reply in (reply_to(opened.catalogue, question), NEXT)]
    prompts, count = send(opened.fill("core_team"), replies)
    assert (count.answered, count.open) == (len(stage), ())
    assert count.in_words() == f"{len(stage)} answered of {len(stage)} asked, 0 core open"
    assert [prompt.heading.split()[0] for prompt in prompts[::2]] == [question.number for question in stage]
    assert all(opened.project.answers[question.id].given for question in stage)  # the workspace holds what is on disk


@pytest.mark.parametrize("sent", range(len(FOLLOW_UPS) + 1))
def test_a_walk_can_be_left_at_any_prompt(project, catalogue, sent):
    """Whoever closes the conversation before the next reply finds everything that was confirmed in the files."""
    conversation = Workspace.open(project).fill("core_team_mandate")
    send(conversation, [reply for reply, _ in FOLLOW_UPS[:sent]])
    conversation.close()
    loaded = load(project, catalogue)
    answer = loaded.project.answers.get("core_team_mandate")
    assert loaded.findings == []
    said = {field: getattr(answer, field) if answer else None for _, field in FOLLOW_UPS if field}
    assert said == {field: reply if at < sent else None for at, (reply, field) in enumerate(FOLLOW_UPS) if field}


@pytest.mark.parametrize("sent", range(len(MEETING) + 1))
@pytest.mark.parametrize("end", ["close", "Ctrl-C", "quit"])
def test_a_form_can_be_left_at_any_prompt(project, catalogue, run, sent, end):
    """A part of a list is on disk as soon as it is complete, however the conversation ends after that."""
    assert run("set", "stakeholders/mof", "title=Ministry of Finance", "kind=ministry").code == 0
    conversation = Workspace.open(project).fill("stakeholders/mof")
    replies = iter(MEETING[:sent])

    def interrupt(_):
        reply = next(replies, None)
        if reply is None:
            raise KeyboardInterrupt
        return Given(reply)

    if end == "Ctrl-C":
        with pytest.raises(KeyboardInterrupt):
            converse(conversation, interrupt)
    elif end == "quit":
        assert send(conversation, [*replies, Pressed(QUIT)])[1].ids == ("mof",)
    else:
        send(conversation, replies)
        conversation.close()
    consulted = load(project, catalogue).project.registers["stakeholders"]["mof"].consulted
    assert [(str(meeting.date), meeting.form) for meeting in consulted] == [("2026-05-01", "letter")] * (sent == 4)


def test_a_form_inside_a_walk_keeps_its_draft(project, catalogue):
    """Closed while a source is added at a question, the answer stands and the source that was begun is a draft."""
    conversation = Workspace.open(project).fill("core_team_mandate")
    send(conversation, ["partly", "", ("+",), "Census 2024"])
    conversation.close()
    assert load(project, catalogue).project.answers["core_team_mandate"].value == "partly"
    assert read_draft(project, catalogue, "sources") == {"title": "Census 2024"}


def test_the_help_key_moves_nothing(project):
    """Help is for whoever shows the prompts: sent to a conversation, it answers nothing and leaves nothing."""
    prompts, _ = send(Workspace.open(project).fill("core_team_mandate"), ["partly", Pressed(HELP), Pressed(HELP)])
    assert prompts[1].keys == STEP_KEYS
    assert {prompt.text for prompt in prompts[1:]} == {prompts[1].text}
