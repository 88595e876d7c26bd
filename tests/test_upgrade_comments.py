"""``upgrade`` tells questions by their keys: comments in another language, or edited by hand, lose and double nothing."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mainstream_cli import yamlfile
from mainstream_cli.changes.upgrade import LINE, plan_upgrade
from mainstream_cli.language import spoken
from mainstream_cli.store import load
from mainstream_cli.store.create import create
from mainstream_cli.store.save import save_answer
from mainstream_cli.store.upgrading import answer_pages, missing_registers, save_upgrade

CORE_TEAM = "answers/core_team.yaml"
PRIVATE = "political_backing"
MANDATE = "# 2.1.1 Is there a written mandate for the core team? [in_place, partly, absent]\n"
SETTINGS = {
    "schema": 2,
    "country": {"name": "Kenya", "iso3": "KEN"},
    "plan": {"name": "Vision 2035", "start": 2026, "end": 2035},
    "timing": "in_plan",
}


def made(folder, catalogue, **more):
    create(folder, catalogue, {**SETTINGS, "catalogue": catalogue.stamp, **more})
    return folder


def planned(folder, catalogue):
    loaded = load(folder, catalogue)
    assert not loaded.findings
    return plan_upgrade(catalogue, catalogue.stamp, list(answer_pages(loaded)), missing_registers(loaded))


def pages(folder):
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("answers/**/*.yaml")}


@pytest.fixture
def pseudo(tmp_path, catalogue):
    """A project whose files were made by somebody who speaks another language; it names no language itself."""
    with spoken("qps"):
        return made(tmp_path / "pseudo", catalogue)


def test_files_are_made_in_the_language_that_is_spoken(pseudo):
    """Headers, comments and README of a new project hold no English but that of the catalogue and of the examples."""
    text = (pseudo / CORE_TEAM).read_text("utf-8")
    assert text.startswith("# ⟦Core team: àñšŵéŕš.")
    assert "# 2.1.2 Which institution leads the core team? [⟦ţéẋţ~~⟧]\n" in text
    for name, plain in {
        "README.md": "This folder holds",
        "mainstream.yaml": "The project",
        ".gitignore": "everybody",
        ".gitattributes": "stored",
        "registers/actions/health.yaml": "An entry looks",
        "answers/added_value.yaml": "Sensitive",
    }.items():
        said = (pseudo / name).read_text("utf-8")
        assert "⟦" in said
        assert plain not in said


@pytest.mark.parametrize(("languages", "mark"), [(["qps", "en"], "⟦ţéẋţ~~⟧"), (["xx"], "text"), ([], "text")])
def test_a_project_is_written_in_the_language_of_its_team(tmp_path, catalogue, languages, mark):
    """The first of the project's languages decides, at init and later; one that is not offered gives way."""
    folder = made(tmp_path / "project", catalogue, languages=languages)
    assert f"[{mark}]" in (folder / CORE_TEAM).read_text("utf-8")
    (folder / CORE_TEAM).unlink()
    save_answer(folder, catalogue, "core_team_lead", {"value": "Planning commission"})
    assert f"# 2.1.2 Which institution leads the core team? [{mark}]\n" in (folder / CORE_TEAM).read_text("utf-8")
    assert not planned(folder, catalogue).pending


def says(folder, language):
    """Let the project name its language."""
    path = folder / "mainstream.yaml"
    path.write_text(f"{path.read_text('utf-8')}languages: [{language}]\n", "utf-8")


def test_another_language_is_no_other_question(pseudo, catalogue):
    """Comments in another language are as good as those in one's own, where the project names none."""
    save_answer(pseudo, catalogue, "core_team_lead", {"value": "Planning commission"})
    upgrade = planned(pseudo, catalogue)
    assert not upgrade.pending
    assert not [*upgrade.reworded, *upgrade.new, *upgrade.review, *upgrade.moved, *upgrade.retired]
    assert (upgrade.kept, upgrade.renumbered) == (len(catalogue.questions), 0)


def test_comments_are_renewed_in_the_language_that_a_project_names(pseudo, tmp_path, catalogue):
    """All is kept; each question has its one comment, sensitive ones too. Headers, which nobody reads, stay."""
    says(pseudo, "en")
    save_answer(pseudo, catalogue, "core_team_lead", {"value": "Planning commission"})
    before = load(pseudo, catalogue).project
    upgrade = planned(pseudo, catalogue)
    assert not [*upgrade.reworded, *upgrade.new, *upgrade.review, *upgrade.moved, *upgrade.retired]
    assert (upgrade.kept, upgrade.renumbered) == (len(catalogue.questions), 0)
    save_upgrade(pseudo, catalogue, upgrade)
    after = load(pseudo, catalogue).project
    assert (after.answers, after.registers) == (before.answers, before.registers)
    assert not planned(pseudo, catalogue).pending
    fresh = made(tmp_path / "fresh", catalogue)
    save_answer(fresh, catalogue, "core_team_lead", {"value": "Planning commission"})
    upgraded = pages(pseudo)
    for file, text in pages(fresh).items():
        assert upgraded[file].splitlines()[1:] == text.splitlines()[1:]


def test_a_project_follows_its_team_into_another_language(tmp_path, catalogue):
    """Once a project names its language, an upgrade renews the tool's comments in it."""
    folder = made(tmp_path / "project", catalogue)
    says(folder, "qps")
    save_upgrade(folder, catalogue, planned(folder, catalogue))
    assert "[⟦ţéẋţ~~⟧]" in (folder / CORE_TEAM).read_text("utf-8")
    assert "⟦Šéñšíţíṽé" in (folder / "answers/added_value.yaml").read_text("utf-8")
    assert not planned(folder, catalogue).pending


BY_HAND = {
    "words of one's own in it": MANDATE.replace("?", "? Ask Ana."),
    "behind it": MANDATE.replace("]\n", "] ask Ana\n"),
    "instead of it": "# Ask Ana [by June]\n",
    "twice": MANDATE * 2,
    "none": "",
    "no number": MANDATE.replace("2.1.1 ", ""),
}


@pytest.mark.parametrize("by_hand", BY_HAND.values(), ids=BY_HAND)
@pytest.mark.parametrize("language", ["en", "qps"])
def test_a_comment_edited_by_hand_stays(tmp_path, catalogue, by_hand, language):
    """What somebody has written above a key, beside or within what the tool wrote, is there byte for byte."""
    with spoken(language):
        folder = made(tmp_path / "project", catalogue)
    path = folder / CORE_TEAM
    path.write_text(path.read_text("utf-8").replace(MANDATE, by_hand), "utf-8")
    says(folder, "en")
    upgrade = planned(folder, catalogue)
    assert not [*upgrade.reworded, *upgrade.new, *upgrade.review]
    save_upgrade(folder, catalogue, upgrade)
    assert f"\n\n{by_hand}core_team_mandate:\n" in path.read_text("utf-8")
    assert not planned(folder, catalogue).pending


@pytest.mark.parametrize(
    "own",
    ["# See private/answers/added_value.yaml for political_backing\n", "# Sensitive: ask Ana only, under seal.\n"],
)
def test_a_word_on_a_sensitive_question_is_no_comment_of_the_tool(pseudo, catalogue, own):
    """The comment in the place of a sensitive question is found by number, file and id, and is there once."""
    says(pseudo, "en")
    path = pseudo / "answers/added_value.yaml"
    path.write_text(f"{own}{path.read_text('utf-8')}", "utf-8")
    save_upgrade(pseudo, catalogue, planned(pseudo, catalogue))
    text = path.read_text("utf-8")
    assert text.startswith(own)
    assert len(re.findall(rf"^# 1\.4\.3 .* only, under {PRIVATE}\.$", text, re.MULTILINE)) == 1
    assert not planned(pseudo, catalogue).pending


WORDS = st.text(
    st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp", "Cn"), blacklist_characters="\ufeff"), max_size=40
)
NOTES = st.lists(st.tuples(st.integers(0, 30), WORDS.map(lambda words: f"# {words}".rstrip())), max_size=8)


@given(notes=NOTES, language=st.sampled_from(["en", "qps"]))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lines_of_the_team_survive_in_their_order(tmp_path_factory, catalogue, notes, language):
    """Whatever the team writes between the lines of a file, in whatever script, is there afterwards, and so is all data."""
    folder = tmp_path_factory.mktemp("noted")
    with spoken(language):
        made(folder, catalogue)
    path = folder / CORE_TEAM
    lines = path.read_text("utf-8").split("\n")
    for at, note in notes:
        lines.insert(2 + at % (len(lines) - 2), note)
    path.write_text("\n".join(lines), "utf-8")
    says(folder, "en")
    data = yamlfile.parse(path.read_text("utf-8")).data
    save_upgrade(folder, catalogue, planned(folder, catalogue))
    after = path.read_text("utf-8")
    assert yamlfile.parse(after).data == data
    ours = [line for line in lines if line.startswith("#") and not LINE.fullmatch(line)]
    rest = iter(after.split("\n"))
    assert all(line in rest for line in ours)
    tools = [line for line in after.split("\n") if LINE.fullmatch(line)]
    assert len(tools) == len([line for line in lines if LINE.fullmatch(line)])
