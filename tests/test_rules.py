"""Each rule finds its fault at the right place, and a sound project has no finding of that code."""

import datetime
import inspect

import pytest

from mainstream_cli.documents.readiness import draft_because, is_ready
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.journal import SignOff
from mainstream_cli.model.project import Project, Settings
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.rules import MANUAL, RULES, Case, assess, check, digest, gate

TODAY = datetime.date(2026, 6, 7)


@pytest.fixture
def made(catalogue):
    """Build a case from answers, entries and settings given as plain data."""

    def make(answers=None, gate=None, journal=None, **registers):
        extra = registers.pop("settings", {})
        stamp = {"edition": catalogue.edition, "sha256": catalogue.sha256}
        plan = {"name": "Plan", "start": 2026, "end": 2035}
        settings = {
            "schema": 1,
            "catalogue": stamp,
            "country": {"name": "Sandoria"},
            "plan": plan,
            "timing": "in_plan",
            "lead": "Planning Office",
        }
        project = Project(
            Settings.model_validate(settings | extra),
            {id_: Answer.model_validate(data) for id_, data in (answers or {}).items()},
            {
                name: {id_: REGISTERS[name].entry.model_validate(data) for id_, data in entries.items()}
                for name, entries in registers.items()
            },
            {},
            journal or {},
        )
        return Case(project, project, catalogue, TODAY, gate)

    return make


def found(case, code):
    return [finding for finding in check(case) if finding.code == code]


def core_answers(catalogue, *stages):
    """Answer every core question of some stages in a way that claims nothing."""
    answers = {}
    for stage in catalogue.stages:
        if stage.id in stages:
            answers |= {question.id: "unknown" for question in stage.questions if question.core}
    return answers


def signed(case, stage_id, catalogue):
    stage = next(stage for stage in catalogue.stages if stage.id == stage_id)
    fields = {"kind": "sign_off", "stage": stage_id, "by": "Minister", "reference": "Letter 1", "date": "2026-05-01"}
    return SignOff.model_validate(fields | {"digest": digest(case.public, stage), "edition": "2026.1"})


def test_a_fresh_project_has_no_error(made):
    """Nothing is due in a project without answers: every finding is a note."""
    assert {finding.severity for finding in check(made())} == {"note"}


def test_open_core_questions_are_errors_at_their_gate_only(made):
    """Once a stage is begun its open core questions are errors; later stages have one note each."""
    case = made({"political_backing": "absent"})
    errors = [finding for finding in found(case, "A01") if finding.severity == "error"]
    notes = [finding for finding in found(case, "A01") if finding.severity == "note"]
    assert {case.catalogue.questions[finding.ref.id].home for finding in errors} == {"added_value"}
    assert len(errors) == 6
    assert len(notes) == 11


def test_unknown_is_an_answer_and_a_data_gap(made):
    """``unknown`` closes a core question and is noted as a data gap."""
    case = made({"political_backing": "unknown"})
    assert "political_backing" not in {finding.ref.id for finding in found(case, "A01")}
    assert [finding.ref.id for finding in found(case, "A04")] == ["political_backing"]


def test_not_applicable_needs_a_reason(made):
    """Setting a question aside without a reason is an error, with a reason it is not."""
    assert [each.severity for each in found(made({"national_leadership": "not_applicable"}), "A02")] == ["error"]
    assert not found(made({"national_leadership": {"value": "not_applicable", "reason": "One ministry only."}}), "A02")


@pytest.mark.parametrize(("value", "expected"), [("in_place", 1), ("partly", 1), ("absent", 0), ("unknown", 0)])
def test_only_a_claim_needs_its_document(made, value, expected):
    """A required document is missed for in place and partly, never for absent or unknown."""
    assert len(found(made({"core_team_mandate": value}), "A03")) == expected


def test_a_named_document_is_enough(made):
    """An answer that names its document has no finding."""
    case = made(
        {"core_team_mandate": {"value": "in_place", "sources": ["order"]}},
        sources={"order": {"title": "Order", "kind": "letter"}},
    )
    assert not found(case, "A03")
    assert not found(case, "R01")


def test_the_gate_makes_named_findings_errors(made):
    """A finding code that the gate names is an error for that stage, and a warning elsewhere."""
    assert [each.severity for each in found(made({"core_team_mandate": "in_place"}, gate="core_team"), "A03")] == [
        "error"
    ]
    assert [each.severity for each in found(made({"core_team_mandate": "in_place"}, gate="regional"), "A03")] == [
        "warning"
    ]


def test_the_gate_makes_named_findings_on_its_registers_errors(made):
    """A finding on a register that the gate covers is an error at that gate, and a warning at one that does not."""
    indicators = {"vacancies": {"title": "Vacancies", "unit": "posts", "level": "outcome", "direction": "decrease"}}
    severities = {
        stage: [each.severity for each in found(made(gate=stage, indicators=indicators), "I01")]
        for stage in ("monitoring", "regional")
    }
    assert severities == {"monitoring": ["error"], "regional": ["note"]}


@pytest.mark.parametrize(
    ("stage", "signed_so_far"),
    [("scoping", ()), ("goal_setting", ("added_value", "core_team", "awareness", "scoping"))],
)
def test_a_condition_is_due_at_its_gate_and_once_it_was_reached(made, catalogue, stage, signed_so_far):
    """What the judged stage needs is due, what a stage needed that was signed, and what was passed over before it."""
    journal = {each: signed(made(), each, catalogue) for each in signed_so_far}
    order = [each.id for each in catalogue.stages]
    reached = {*order[: max(map(order.index, signed_so_far), default=-1) + 2], stage} if signed_so_far else {stage}
    assessed = assess(made(gate=stage, journal=journal))
    assert [each.due for each in assessed] == [each.condition.needed_by in reached for each in assessed]


def test_a_reference_to_nothing_names_the_nearest(made):
    """A reference to an entry that does not exist is an error with the nearest id."""
    case = made(
        {"core_team_mandate": {"value": "partly", "sources": ["ordr_12"]}},
        sources={"order_12": {"title": "O", "kind": "letter"}},
    )
    (finding,) = found(case, "R01")
    assert "'order_12'" in finding.message
    assert finding.ref.path == ("sources", 0)


def test_an_actor_may_be_free_text_but_not_a_mistyped_id(made):
    """Words are a note; an id one letter off a known one is an error."""
    stakeholders = {"ministry_of_labour": {"title": "Ministry of Labour", "kind": "ministry"}}
    words = made({"core_team_lead": {"value": "x", "by": "Ministry of Labour"}}, stakeholders=stakeholders)
    slip = made({"core_team_lead": {"value": "x", "by": "ministry_of_labor"}}, stakeholders=stakeholders)
    assert "core_team_lead" in {finding.ref.id for finding in found(words, "R02")}
    assert not found(words, "R01")
    assert [finding.ref.id for finding in found(slip, "R01")] == ["core_team_lead"]


def test_the_same_words_for_an_actor_are_told_once_in_a_file(made):
    """One finding says how often, what to type, and stands at the first place; another file has its own."""
    said = {"value": "x", "by": "State Chancellery"}
    ids = ("core_team_lead", "core_team_tasks", "shared_vision")
    told = [each for each in found(made(dict.fromkeys(ids, said)), "R02") if "State Chancellery" in each.message]
    assert [each.ref.id for each in told] == ["core_team_lead", "shared_vision"]
    assert "2 times in this file" in told[0].message
    assert "mainstream set stakeholders/ID title='State Chancellery' kind=KIND" in told[0].action


def test_rival_figures_need_one_choice(made):
    """Two figures for one indicator and year need exactly one choice; figures of different years do not."""
    figure = {"title": "Population", "indicator": "population", "year": 2012, "unit": "persons", "source": "s"}
    rivals = {"a": figure | {"value": 1}, "b": figure | {"value": 2}}
    assert len(found(made(figures=rivals), "E01")) == 1
    chosen = {"a": rivals["a"] | {"chosen_because": "Covers the whole territory."}, "b": rivals["b"]}
    assert not found(made(figures=chosen), "E01")
    assert not found(made(figures={"a": rivals["a"], "b": rivals["b"] | {"year": 2013}}), "E01")


def test_samples_of_real_countries_say_what_is_sourced(made):
    """In a sample of a real country every answer and entry says sourced or illustrative, and sourced names its source."""
    answers = {"core_team_lead": {"value": "x"}, "core_team_mandate": {"value": "partly", "origin": "sourced"}}
    sample = made(answers, settings={"sample": "real_country"})
    assert len(found(sample, "P05")) == 2
    assert not found(made(answers), "P05")


def test_a_hidden_question_is_neither_asked_nor_counted(made, catalogue):
    """A question that the timing hides is not open, and an answer to it is noted."""
    hidden = next(q for q in catalogue.questions.values() if q.when and "stand_alone" in repr(q.when))
    case = made({hidden.id: "text"})
    assert not case.facts.asks(hidden)
    assert [finding.ref.id for finding in found(case, "A05")] == [hidden.id]


def test_a_sign_off_goes_stale_when_an_answer_changes(made, catalogue):
    """A sign-off is valid as long as what it covers is unchanged; then it is stale and says so, and makes nothing young."""
    answers = core_answers(catalogue, "added_value")
    journal = {"j": signed(made(answers), "added_value", catalogue)}
    assert made(answers, journal=journal).current.id == "core_team"
    changed = made(answers | {"political_backing": "partly"}, journal=journal)
    assert (changed.current.id, "added_value" in changed.valid) == ("core_team", False)
    assert [finding.severity for finding in found(changed, "G01")] == ["warning"]


def test_a_sign_off_covers_the_registers_of_its_gate(made, catalogue):
    """A register that the gate lists is covered; progress on an action is not a change of what was signed."""
    bodies = {"council": {"title": "Council", "kind": "other", "status": "planned"}}
    journal = {"j": signed(made(), "institutions", catalogue)}
    assert found(made(journal=journal, bodies=bodies), "G01")
    actions = {"a": {"title": "A", "kind": "law", "status": "not_started"}}
    journal = {"j": signed(made(actions=actions), "action_plan", catalogue)}
    running = {"a": actions["a"] | {"status": "running"}}
    assert not found(made(journal=journal, actions=running), "G01")


def test_after_signing_what_is_missing_is_a_warning(made, catalogue):
    """A condition that was needed by a stage already signed is a warning, not an error."""
    journal = {"j": signed(made(), "scoping", catalogue)}
    case = made(journal=journal)
    severity = {finding.code: finding.severity for finding in check(case) if finding.code.startswith("C")}
    assert severity["C07"] == "warning"
    assert severity["C08"] == "note"


def test_a_condition_on_rights_stays_a_warning_whatever_the_project_wishes(made, catalogue):
    """After its stage is signed it is a warning; a project makes another condition a note, never one on rights."""
    journal = {"j": signed(made(), "goal_setting", catalogue)}
    needed = [each for each in catalogue.conditions if each.needed_by == "goal_setting"]
    wishes = {"severities": {each.code: "note" for each in needed}}
    found_now = {each.code: each.severity for each in check(made(journal=journal, settings=wishes))}
    wanted = {each.code: "note" if each.waivable else "warning" for each in needed}
    assert {code: found_now[code] for code in wanted} == wanted
    assert "warning" in wanted.values()


def test_conditions_follow_their_criteria(made):
    """A condition is not assessed without answers, claimed by them, met by what is shown, and says what is in its way."""

    def status(case, code):
        return next((each.status, each.because) for each in assess(case) if each.condition.code == code)

    assert status(made(), "C01")[0] == "not_assessed"
    assert status(made({"political_backing": "unknown", "core_team_mandate": "unknown"}), "C01")[0] == "not_assessed"
    assert status(made({"political_backing": "absent", "core_team_mandate": "unknown"}), "C01")[0] == "not_assessed"
    assert status(made({"political_backing": "absent", "core_team_mandate": "absent"}), "C01")[0] == "not_met"
    partly, because = status(made({"political_backing": "in_place", "core_team_mandate": "partly"}), "C01")
    assert partly == "claimed"
    assert because[0] == "2.1.1 Written mandate: partly in place"
    assert because[1].startswith("missing: A law, letter, minutes")
    order = {"order": {"title": "Order 12", "kind": "law", "date": "2026-03-01"}}
    whole = {"political_backing": "in_place", "core_team_mandate": {"value": "in_place", "sources": ["order"]}}
    assert status(made(whole), "C01")[0] == "claimed"
    assert status(made(whole, sources=order), "C01")[0] == "met"


def test_a_partly_met_condition_does_not_block_its_gate(made):
    """At its gate a condition that is partly met is a warning; one that is only claimed, or not met, is an error."""
    half = {"political_backing": "partly", "core_team_mandate": "partly"}
    assert [each.severity for each in found(made(half, gate="core_team"), "C01")] == ["error"]
    order = {"order": {"title": "Order 12", "kind": "law", "date": "2026-03-01"}}
    half["core_team_mandate"] = {"value": "partly", "sources": ["order"]}
    assert [each.severity for each in found(made(half, gate="core_team", sources=order), "C01")] == ["warning"]
    none = {"political_backing": "absent", "core_team_mandate": "absent"}
    assert [each.severity for each in found(made(none, gate="core_team"), "C01")] == ["error"]


def test_a_gate_with_all_core_answers_is_ready(made, catalogue):
    """The gate of a stage opens when its core questions are answered and what it names holds."""
    answers = core_answers(catalogue, "regional")
    assert gate(made(answers), "regional") == []
    answers.popitem()
    assert [finding.code for finding in gate(made(answers), "regional")] == ["A01"]


def test_what_changed_since_it_was_signed_is_a_draft_although_its_gate_is_ready(made, catalogue):
    """A new answer that the gate lets pass was not signed: the document goes out as final only when it is signed again."""
    answers = core_answers(catalogue, "regional")
    journal = {"j": signed(made(answers), "regional", catalogue)}
    case = made(answers, journal=journal)
    assert draft_because(case, "regional", ready=is_ready(case, "regional")) == ""
    changed = made(answers | {next(iter(answers)): "absent"}, journal=journal)
    assert gate(changed, "regional") == []
    assert (
        draft_because(changed, "regional", ready=is_ready(changed, "regional"))
        == "what was signed has changed since and needs a new signature"
    )


@pytest.mark.parametrize("code", sorted(MANUAL))
def test_every_rule_has_a_page_with_examples(code):
    """The page of every code says what it notices, with one passing and one failing example."""
    page = inspect.cleandoc(MANUAL[code])
    assert "Passes:" in page
    assert "Fails:" in page
    assert page.splitlines()[0].endswith(".")


def test_every_rule_is_in_the_registry_under_its_own_name():
    """No function stands in the registry twice."""
    assert len(set(RULES.values())) == len(RULES)
