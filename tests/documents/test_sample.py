"""The documents of the shipped samples of real countries."""

import re
from collections.abc import Callable

import pytest

from mainstream_cli.content import content_dir
from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
from mainstream_cli.documents.rendering.text import clean


@pytest.fixture(scope="session")
def texts(real: Dossier, make: Callable[..., bytes], text_of: Callable[[bytes], str]) -> dict[str, str]:
    return {name: text_of(make(name, real)) for name in DOCUMENTS}


def test_the_notice_stands_on_page_one(real: Dossier, texts: dict[str, str]) -> None:
    assert real.project.settings.notice
    drafts = [text for name, text in texts.items() if DOCUMENTS[name].stage is not None]
    assert all(text.startswith(clean(real.project.settings.notice)) for text in drafts)


def test_every_note_of_the_team_is_printed(real: Dossier, texts: dict[str, str]) -> None:
    text = "\n".join(texts.values())
    asked = {id_ for id_, question in real.catalogue.questions.items() if question.when is None}
    notes = {id_: each.note for id_, each in real.project.answers.items() if each.given and each.note and id_ in asked}
    assert not {id_ for id_, note in notes.items() for line in note.strip().splitlines() if line.strip() not in text}


def test_every_entry_of_the_main_registers_is_printed(real: Dossier, texts: dict[str, str]) -> None:
    text = "\n".join(texts.values())
    registers = set(real.project.registers) - {"sources"}
    titles = {each.title for name in registers for each in real.project.entries(name).values()}
    assert not {title for title in titles if title not in text}


def test_nothing_is_signed_in_the_name_of_an_institution(texts: dict[str, str]) -> None:
    assert "not to be signed in the name of any institution" in texts["scoping_proposal"]


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("sample", sorted(path.name for path in content_dir("sample_projects").iterdir()))
def test_every_document_of_every_sample_is_clean(
    sample: str,
    name: str,
    shipped: Callable[[str], Dossier],
    make: Callable[..., bytes],
    text_of: Callable[[bytes], str],
) -> None:
    """No tag is left, nothing of Python shows, and who gave an answer is not said."""
    material = shipped(sample)
    text = text_of(make(name, material))
    assert not re.search(r"\{[{%]|built-in|<[a-z]+ object|\bDecimal\(|datetime\.", text)
    assert not {each.by for each in material.project.answers.values() if each.by and "_" in each.by and each.by in text}
