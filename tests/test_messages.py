"""What translators get, and that a language is spoken from what they give back."""

import re
import runpy
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from mainstream_cli.language import languages, speak, spoken
from mainstream_cli.language.text import count, say, several

SCRIPT = runpy.run_path(str(Path(__file__).parent / "messages.py"))
messages, renewed = SCRIPT["messages"], SCRIPT["renewed"]


@pytest.fixture(scope="module")
def found() -> Catalog:
    return messages()


@pytest.fixture
def portuguese(found, tmp_path, monkeypatch):
    """A fifth language, begun as CONTRIBUTING.md says: every message, the first of them translated."""
    here = renewed("pt", None)
    here.get("Begin").string = "Começar"
    here.get("{title}: there is a cost in {year}.") or here.add(
        "{title}: there is a cost in {year}.", "{title}: {year}!"
    )
    here.add(("{n} open step", "{n} open steps"), ("{n} passo aberto", "{n} de passos abertos", "{n} passos abertos"))
    path = tmp_path / "pt" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, here)
    monkeypatch.setattr(languages, "locale_dir", lambda: tmp_path)
    languages.language.cache_clear()
    yield path
    languages.language.cache_clear()


def test_translators_get_every_kind_of_text(found):
    """The file for translators has sentences, plurals, words in context, fields, help, rule pages and the README."""
    assert found.get("Nothing was changed.")
    assert found.get(("{n} error", "{n} errors"))
    assert found.get("plan goal", "register")
    assert found.get("How far migration is built in.", "Policy.extent")
    assert found.get("Where the project stands, by stage, and the next step.")
    assert found.get("An action has a cost in a year in which it does not run.", "M03")
    assert found.get("How to answer")
    assert not [message.id for message in found if message.id == "{text}"]


def test_the_first_screen_speaks_a_fifth_language(portuguese, run, monkeypatch):
    """With a file in locale/, MAINSTREAM_LANG speaks the language; what has no translation yet is English."""
    monkeypatch.setenv("MAINSTREAM_LANG", "pt")
    monkeypatch.chdir(portuguese.parent)
    out = run().out
    assert "Começar" in out
    assert "See it first" in out


def test_a_new_project_is_worked_in_in_the_language_of_its_maker(portuguese, run, monkeypatch, tmp_path):
    """Init writes the language that was asked for into mainstream.yaml, and what it does not know of it is said."""
    facts = ["--country", "MOZ", "--plan", "Plano 2035", "--start", "2026", "--end", "2035"]
    assert run("--lang", "pt", "init", tmp_path / "mz", *facts).code == 0
    assert "languages:\n  - pt\n" in (tmp_path / "mz" / "mainstream.yaml").read_text("utf-8")
    found = [each["code"] for each in run("check", "-p", tmp_path / "mz", "--format", "json").json["findings"]]
    assert "P19" in found


def test_numbers_lists_and_plurals_follow_the_language(portuguese):
    """Counting and listing are those of the language that is spoken."""
    with spoken("pt"):
        assert speak(count("{n} open step", "{n} open steps", n=1)) == "1 passo aberto"
        assert speak(count("{n} open step", "{n} open steps", n=3)) == "3 passos abertos"
        million = count("{n} open step", "{n} open steps", n=1_000_000)
        assert speak(million) == "1.000.000 de passos abertos"
        assert speak(say("{title}: there is a cost in {year}.", title="Estradas", year=2031)) == "Estradas: 2031!"
        assert speak(several(["A", "B", "C"])) == "A, B e C"


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 errors"), (1, "1 error"), (2, "2 errors"), (1_000_000, "1.000.000 errors")]
)
def test_a_count_without_all_its_forms_is_said_in_english(portuguese, n, said):
    """English that stands in for a missing translation has the plurals of English, not those of the language."""
    with spoken("pt"):
        assert speak(count("{n} error", "{n} errors", n=n)) == said


@pytest.mark.parametrize("slip", ["Não há a etapa '{nome}'.", "Não há a etapa '{name'.", "Não há a etapa {}."])
def test_a_slip_in_the_braces_is_no_crash(portuguese, slip):
    """A translation with a place that the sentence does not have, or a brace left open, is not said: English stands."""
    with portuguese.open("rb") as file:
        here = read_po(file, locale="pt")
    here.get("There is no stage '{name}'.").string = slip
    with portuguese.open("wb") as file:
        write_po(file, here)
    languages.language.cache_clear()
    with spoken("pt"):
        assert speak(say("There is no stage '{name}'.", name="x")) == "There is no stage 'x'."
        assert speak(say("Begin")) == "Começar"


def test_renewing_keeps_what_is_translated_and_drops_what_is_gone(portuguese):
    """After a change of the code a sentence that is still said keeps its translation; one that is gone goes."""
    again = renewed("pt", read_po(portuguese.open("rb"), locale="pt"))
    assert again.get("Begin").string == "Começar"
    assert again.get("{title}: there is a cost in {year}.") is None


@pytest.mark.parametrize("name", ["pt", "PT", "pt_BR", "pt-BR", "pt_BR.UTF-8"])
def test_a_region_falls_back_to_its_language(name, portuguese, run, monkeypatch):
    """What a person or a machine calls the language may name a region, and be written in capitals."""
    monkeypatch.setenv("MAINSTREAM_LANG", name)
    monkeypatch.chdir(portuguese.parent)
    assert "Começar" in run().out


def test_a_project_in_a_language_that_is_not_there_leaves_that_of_the_machine(portuguese, run, monkeypatch, project):
    """A project in French on a Portuguese computer is shown in Portuguese as long as French is not offered."""
    settings = project / "mainstream.yaml"
    settings.write_text(settings.read_text("utf-8") + "languages: [fr]\n", encoding="utf-8")
    monkeypatch.delenv("MAINSTREAM_LANG", raising=False)
    monkeypatch.setenv("LC_ALL", "pt_PT.UTF-8")
    assert run("status", "--format", "json").json["language"] == "pt"
    settings.write_text(settings.read_text("utf-8").replace("[fr]", "[pt]"), encoding="utf-8")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert run("status", "--format", "json").json["language"] == "pt"


def test_an_unknown_language_is_refused(run, monkeypatch):
    """A language that is not there is one clear message that names those that are."""
    monkeypatch.setenv("MAINSTREAM_LANG", "xx")
    done = run("status")
    assert done.code == 2
    assert "There is no language 'xx'" in done.err
    assert "en" in done.err


def test_both_forms_of_a_plural_have_the_same_places(found):
    """A translator sees every value in either form; only the number itself may be left out of one."""
    for message in found:
        if isinstance(message.id, tuple):
            one, many = (set(re.findall(r"\{(\w+)\}", form)) - {"n"} for form in message.id)
            assert one == many, message.id
