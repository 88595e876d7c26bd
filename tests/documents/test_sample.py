"""The documents of the shipped sample of a real country."""

from collections.abc import Callable

import pytest

from mainstream_cli.documents.text import clean
from mainstream_cli.services.contexts import DOCUMENTS, Material


@pytest.fixture(scope="module")
def texts(moldova: Material, make: Callable[..., bytes], text_of: Callable[[bytes], str]) -> dict[str, str]:
    return {name: text_of(make(name, moldova)) for name in DOCUMENTS}


def test_the_notice_stands_on_page_one(moldova: Material, texts: dict[str, str]) -> None:
    assert moldova.project.settings.notice
    drafts = [text for name, text in texts.items() if DOCUMENTS[name].stage is not None]
    assert all(text.startswith(clean(moldova.project.settings.notice)) for text in drafts)


def test_every_note_of_the_team_is_printed(moldova: Material, texts: dict[str, str]) -> None:
    text = "\n".join(texts.values())
    asked = {id_ for id_, question in moldova.catalogue.questions.items() if question.when is None}
    notes = {
        id_: each.note for id_, each in moldova.project.answers.items() if each.given and each.note and id_ in asked
    }
    assert not {id_ for id_, note in notes.items() for line in note.strip().splitlines() if line.strip() not in text}


def test_every_entry_of_the_main_registers_is_printed(moldova: Material, texts: dict[str, str]) -> None:
    text = "\n".join(texts.values())
    registers = set(moldova.project.registers) - {"sources"}
    titles = {each.title for name in registers for each in moldova.project.entries(name).values()}
    assert not {title for title in titles if title not in text}


def test_nothing_is_signed_in_the_name_of_an_institution(texts: dict[str, str]) -> None:
    assert "not to be signed in the name of any institution" in texts["scoping_proposal"]
