"""``checklist lint`` finds what is wrong with content, and finds nothing in the shipped catalogue."""

import shutil
from dataclasses import replace
from functools import cache

import pytest

from mainstream_cli.content import content_dir
from mainstream_cli.content.words import load_words
from mainstream_cli.course import exercises
from mainstream_cli.course.exercises import load_lessons
from mainstream_cli.model.relations import read
from mainstream_cli.rules.lint import GOOD, MANUAL, RULES, LintCase, lint, sound, wording
from mainstream_cli.rules.lint.reach import possible
from mainstream_cli.rules.lint.wording import lix
from mainstream_cli.workspace.linting import lint_content


def codes(findings):
    return {each.code for each in findings}


def with_question(catalogue, id_="core_team_lead", **changes):
    """Return the catalogue with one question changed, as a mistake in a file would change it."""
    question = catalogue.questions[id_].model_copy(update=changes)
    stages = []
    for stage in catalogue.stages:
        sections = tuple(
            section.model_copy(
                update={"questions": tuple(question if each.id == id_ else each for each in section.questions)}
            )
            for section in stage.sections
        )
        stages.append(stage.model_copy(update={"sections": sections}))
    return replace(catalogue, stages=tuple(stages))


def with_condition(catalogue, which, **changes):
    conditions = tuple(each.model_copy(update=changes) if each.code == which else each for each in catalogue.conditions)
    return replace(catalogue, conditions=conditions)


@pytest.fixture(scope="module", autouse=True)
def measure_once():
    """Measure a text once: sixty lints look at nearly the same content."""
    avoided = wording.avoided
    once = cache(lambda avoid, text: tuple(avoided(dict(avoid), text)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wording, "lix", cache(wording.lix))
        patch.setattr(wording, "avoided", lambda avoid, text: once(tuple(avoid.items()), text))
        yield


@pytest.fixture
def copied(tmp_path):
    """A copy of the shipped content, to break."""
    return shutil.copytree(content_dir("checklists"), tmp_path / "content")


def test_the_shipped_catalogue_is_clean(run):
    """The lint has nothing to say on the shipped catalogue: no error, no warning, no note."""
    result = run("checklist", "lint", "--format", "json")
    assert [
        f"{each['where']['file']}:{each['where']['line']} {each['message']}" for each in result.json["findings"]
    ] == []
    assert result.code == 0


def test_counts(run, catalogue):
    """Questions are counted by stage or sector, setting, basis, kind and tag; every way to count adds up."""
    counts = run("checklist", "lint", "--format", "json").json["content"]
    total = len(catalogue.questions)
    assert counts["total"]["questions"] == total
    assert all(sum(counts[name].values()) == total for name in ("home", "setting", "basis", "kind"))
    assert counts["tag"]["gender"] == sum("gender" in each.tags for each in catalogue.questions.values())


ONE_FAULT = {
    "L02": {"id": "nul"},
    "L03": {"choices": "nowhere", "kind": "choice"},
    "L06": {"kind": "rating"},
    "L12": {"text": "Does each of the tasks of the team have its owner?"},
    "L13": {"text": "Who leads the team, and how often does it meet?"},
    "L14": {"text": "Shouldn't the planning commission lead the team?"},
    "L15": {"why": "It is good to ask."},
    "L16": {"text": "Which " + "very " * 25 + "large institution leads the team?"},
    "L17": {"text": "Who counts illegal migrants?"},
}


@pytest.mark.parametrize(("code", "changes"), ONE_FAULT.items(), ids=ONE_FAULT)
def test_each_rule_finds_its_fault_and_nothing_else(catalogue, code, changes):
    """One fault in one question gives findings of one code."""
    broken = with_question(catalogue, **changes)
    assert codes(lint(LintCase(broken, load_words(content_dir("checklists"))))) == {code}


def test_the_rules_find_nothing_in_the_sound_catalogue(catalogue):
    """Without a fault in a question no rule has anything to say."""
    assert lint(LintCase(catalogue, load_words(content_dir("checklists")))) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("  - id: output\n    term: Output", "  - id: output\n    term: Outcome", "L18", "more than once"),
        ("group: money", "group: coins", "L18", "no group 'coins'"),
        ("document: toolkit", "document: tool", "L18", "no work 'tool'"),
        ("Moving in order to work.", "Moving like other illegal migrants.", "L17", "word to avoid"),
        ("    meaning: >-", "    means: >-", "L01", "meaning"),
    ],
)
def test_a_fault_in_a_term_is_found_with_its_line(run, copied, old, new, code, words):
    """Terms that stand twice, hang in the air or hurt people are found, each in its line of the glossary."""
    file = copied / "glossary.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    (found,) = run("checklist", "lint", copied, "--format", "json").json["findings"]
    assert (found["code"], words in found["message"]) == (code, True)
    assert found["where"]["file"].endswith("glossary.yaml")
    assert found["where"]["line"] > 1 or code == "L01"


@pytest.mark.parametrize(
    ("when", "possible_"),
    [
        ({"question": "political_backing", "is": "absent"}, True),
        ({"all": [{"question": "political_backing", "is": "absent"}, {"question": "political_backing", "is": "in_place"}]}, False),
        ({"all": [{"question": "political_backing", "at_least": "partly"}, {"question": "political_backing", "at_most": "absent"}]}, False),
        ({"all": [{"project": "timing", "is": "in_plan"}, {"project": "timing", "is": "stand_alone"}]}, False),
        ({"any": [{"project": "timing", "is": "in_plan"}, {"project": "timing", "is": "stand_alone"}]}, True),
        ({"not": {"question": "political_backing", "is": "absent"}}, True),
        ({"all": [{"question": "political_backing", "filled": True}, {"question": "political_backing", "empty": True}]}, False),
        ({"all": [{"register": "bodies", "count": {"at_least": 1}}, {"not": {"register": "bodies", "count": {"at_least": 1}}}]}, False),
        ({"register": "bodies", "count": {"at_least": 1}}, True),
    ],
)  # fmt: skip
def test_a_relation_that_cannot_be_true_is_found(catalogue, when, possible_):
    """A relation is possible when some answers make it true; contradictions are found whatever their form."""
    assert possible(catalogue, read(when)) is possible_
    broken = with_question(catalogue, "core_team_lead", when=read(when))
    assert ("L10" in codes(lint(LintCase(broken)))) is not possible_


def test_a_when_on_a_later_question_is_found(catalogue):
    """A question cannot wait for an answer that comes after it, nor for its own."""
    for name in ("monitoring_in_use", "core_team_lead"):
        broken = with_question(catalogue, when=read({"question": name, "filled": True}))
        assert codes(lint(LintCase(broken))) == {"L10"}


def test_a_when_that_contradicts_the_question_before_it_is_found(catalogue):
    """A question asked only after an answer that can itself never be asked for is never asked."""
    broken = with_question(catalogue, "core_team_lead", when=read({"project": "timing", "is": "in_plan"}))
    when = {"all": [{"question": "core_team_lead", "filled": True}, {"project": "timing", "is": "stand_alone"}]}
    broken = with_question(broken, "core_team_authority", when=read(when))
    assert codes(lint(LintCase(broken))) == {"L10"}


@pytest.mark.parametrize(
    "changes",
    [
        {"claim": read({"all": [{"question": "shared_vision", "is": "absent"}, {"question": "shared_vision", "is": "partly"}]})},
        {"claim": read({"question": "core_team_tasks", "is": "in_place"})},
        {"code": "C77"},
    ],
    ids=["impossible", "not fed", "no question names it"],
)  # fmt: skip
def test_a_condition_that_nothing_feeds_is_found(catalogue, changes):
    """A condition that can never be met, or rests on questions that do not name it, is found."""
    broken = with_condition(catalogue, "C05", **changes)
    found = codes(lint(LintCase(broken)))
    assert found == ({"L03"} if "code" in changes else {"L11"})


def test_relations_and_gates_name_what_exists(catalogue):
    """Unknown questions, registers, fields, words and stages in relations and gates are found."""
    wrong = [
        {"question": "core_team_mandat", "is": "partly"},
        {"question": "core_team_mandate", "is": "partley"},
        {"register": "body", "count": {"at_least": 1}},
        {"register": "bodies", "where": {"field": "kindz", "is": "focal_point"}, "count": {"at_least": 1}},
        {"register": "bodies", "where": {"field": "kind", "is": "focal_pint"}, "count": {"at_least": 1}},
        {"project": "timings", "is": "in_plan"},
        {"field": "kind", "is": "focal_point"},
    ]
    for relation in wrong:
        assert codes(sound(LintCase(with_condition(catalogue, "C05", claim=read(relation))))) == {"L03"}, relation
    assert codes(sound(LintCase(with_condition(catalogue, "C05", needed_by="nowhere")))) == {"L03"}


@pytest.mark.parametrize(
    "text",
    [
        "Does the plan name roles or tasks?",
        "Are women and men consulted?",
        "Can returnees, foreign residents and refugees work and do business under clear rules?",
        "At first sight, which groups of people does migration affect most here?",
        "Where, if anywhere, do laws, services or budgets overlook migration?",
        "Would the work go on if those who lead it today left?",
    ],
)
def test_sound_questions_are_left_alone(catalogue, text):
    """Lists, conditions and set phrases inside one question are no second question, and lead nowhere."""
    assert codes(lint(LintCase(with_question(catalogue, text=text)))) <= {"L12"}


def test_a_word_to_avoid_is_allowed_in_quotation_marks(catalogue):
    """A text may speak about a word: in quotation marks it is allowed, in any case and plural it is found."""
    words = {"brain drain": "departure of skilled people"}
    for text, expected in (
        ("Who calls it a Brain  drain?", {"L17"}),
        ("Which brain drains are known?", {"L17"}),
        ('Who calls it "brain drain"?', set()),
        ("Which brain drainage is known?", set()),
    ):
        assert codes(lint(LintCase(with_question(catalogue, text=text), words))) == expected, text


def test_reading_level():
    """The index counts words for each sentence and the share of long words."""
    assert lix("One two three. Four five six.") == 3
    assert lix("Institutionalisation notwithstanding.") == 102


def test_every_finding_has_its_place(copied):
    """Findings in a folder of content carry file, line and column of the very field."""
    path = copied / "stages/core_team.yaml"
    text = path.read_text(encoding="utf-8")
    wanted = "text: Which institution leads the core team?"
    path.write_text(text.replace(wanted, "text: Isn't the planning commission the best lead?"), encoding="utf-8")
    (finding,) = lint_content(copied).findings
    line = text[: text.index(wanted)].count("\n") + 1
    assert (finding.code, finding.place.file) == ("L14", f"{copied.as_posix()}/stages/core_team.yaml")
    assert (finding.place.line, finding.place.column) == (line, 15)


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("stages/core_team.yaml", "minutes: 5", "minuts: 5", "L01"),
        ("stages/core_team.yaml", "id: core_team\n", "id: core_teams\n", "L01"),
        ("stages/core_team.yaml", "purpose: >-", "purpose:\t>-", ""),
        ("sectors/health.yaml", "kind: rating", "kind: ratings", "L01"),
        ("conditions.yaml", "needed_by: scoping", "needed_by: scopng", "L03"),
        ("conditions.yaml", "conditions:", "condition:", "L01"),
        ("vocabulary.yaml", "lists:", "list:", "L01"),
        ("catalogue.yaml", "  - core_team\n", "  - core_taem\n", "L01"),
        ("catalogue.yaml", "moved: {}", "moved: {old_id: nowhere}", "L07"),
        ("catalogue.yaml", "retired: {}", "retired: {core_team_lead: Not asked any more.}", "L02"),
        ("bibliography.yaml", "works:", "works: {}\nx:", "L01"),
        ("profile.yaml", "indicators:", "indicator:", "L01"),
        ("crosswalks/gcm.yaml", "entries:", "entry:", "L01"),
    ],
)
def test_a_broken_catalogue_is_a_list_of_findings(run, copied, file, old, new, code):
    """Whatever is wrong in a file of content, the lint names it and never stops with a traceback."""
    path = copied / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    result = run("checklist", "lint", copied, "--format", "json")
    found = result.json["findings"]
    assert all(each["where"]["file"] for each in found)
    assert (code in {each["code"] for each in found}) if code else result.code in {0, 1}
    assert result.code == (1 if any(each["severity"] == "error" for each in found) else 0)


@pytest.mark.parametrize(
    "text", ["", "- a\n", "a: [", "just text", "\x00", "stages: 5\n", "sections: [1, {questions: 3}]\n"]
)
@pytest.mark.parametrize("file", ["stages/scoping.yaml", "catalogue.yaml", "vocabulary.yaml", "words.yaml"])
def test_hostile_content_is_no_traceback(run, copied, file, text):
    """A file of content of any shape is a finding or a message."""
    (copied / file).write_text(text, encoding="utf-8")
    result = run("checklist", "lint", copied)
    assert result.code == 1
    assert result.out + result.err


def test_a_folder_without_content_is_one_message(run, tmp_path):
    """Lint says what it expects where there is nothing to look at."""
    result = run("checklist", "lint", tmp_path)
    assert result.code == 1
    assert "catalogue.yaml" in result.err


def test_every_code_is_explained(run):
    """Every code of the family has its page, with a passing and a failing example."""
    assert set(RULES) <= set(MANUAL)
    for code in MANUAL:
        page = run("explain", code).out
        assert "Passes:" in page, code
        assert "Fails:" in page, code
    assert GOOD.keys() <= MANUAL.keys()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("begin: check", "begin: chek", "first command 'chek'"),
        ("begin: check", "begin: fill linkage", "Did you mean 'linkages'"),
        ("begin: check", "begin: fill", "needs a name"),
        ("  - awareness\n", "", "'awareness'"),
        ("Two small faults\n", "Illegal migrants\n", "word to avoid"),
        ("situation: Somebody", "situatio: Somebody", "situation"),
    ],
)
def test_the_exercises_of_the_course_are_looked_at_too(monkeypatch, tmp_path, old, new, words):
    """A first command, stage, field or word of an exercise that is wrong is named with its file."""
    folder = tmp_path / "exercises"
    shutil.copytree(content_dir("exercises"), folder)
    path = folder / "first_steps.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(exercises, "content_dir", lambda _: folder)
    (found,) = [each for each in lint_content(None).findings if words in each.message]
    assert (found.severity, found.place.file) == ("error", "exercises/first_steps.yaml")


def test_what_stands_behind_a_point_exists(catalogue):
    """Places, codes, questions and relations of an exercise are looked up."""
    lesson = load_lessons(catalogue)["is_it_worth_it"]
    goal = lesson.exercise.goals[0].model_copy(
        update={"silent": ("C99",), "question": "nowhere", "met": read({"question": "nothing", "filled": True})}
    )
    exercise = lesson.exercise.model_copy(update={"goals": (goal,), "change": {"answers/none": None, "link/x": None}})
    found = {each.message for each in lint(LintCase(catalogue, lessons=(replace(lesson, exercise=exercise),)))}
    for name in ("'C99'", "'nowhere'", "'nothing'", "'none'", "'link'"):
        assert any(name in each for each in found), name
