"""Two states of Sandoria: what became weaker, dearer, what was decided, known or only followed up."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from mainstream_cli.comparing import compare, laid_over
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.compared import Change, Compared, Covered
from mainstream_cli.model.project import Project, Ref
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.store import load

SANDORIA = Path(__file__).parents[2] / "sample_projects" / "sandoria"
Play = Callable[..., Compared]


@pytest.fixture(scope="module")
def sandoria(catalogue: Catalogue) -> Project:
    return load(SANDORIA, catalogue).public


def changed(project: Project, ref: str, **fields: Any) -> Project:
    """Return a project in which an entry, or an answer, says something else."""
    kind, id_ = ref.split("/")
    if kind == "answers":
        answer = project.answers[id_].model_copy(update=fields)
        return replace(project, answers={**project.answers, id_: answer})
    entry = project.entries(kind)[id_]
    data = {**entry.model_dump(mode="json", exclude_defaults=True), **fields}
    read = REGISTERS[kind].entry.model_validate({name: each for name, each in data.items() if each is not None})
    return replace(project, registers={**project.registers, kind: {**project.entries(kind), id_: read}})


def without(project: Project, kind: str, *ids: str) -> Project:
    entries = {id_: entry for id_, entry in project.entries(kind).items() if id_ not in ids}
    return replace(project, registers={**project.registers, kind: entries})


def added(project: Project, ref: str, **data: Any) -> Project:
    register, id_ = ref.split("/")
    entry = REGISTERS[register].entry.model_validate(data)
    return replace(project, registers={**project.registers, register: {**project.entries(register), id_: entry}})


def only(found: Compared) -> Change:
    [change] = found.changes
    return change


def test_a_project_is_like_itself(sandoria: Project, catalogue: Catalogue):
    """A project has no differences from itself, read twice."""
    assert compare(sandoria, load(SANDORIA, catalogue).public, catalogue).changes == ()


@pytest.mark.parametrize(
    ("target", "is_weaker"),
    [
        ({"value": "8", "year": 2030}, True),  # it should fall to 6.5
        ({"value": "6.5", "year": 2032}, True),
        ({"value": "5", "year": 2032}, True),
        ({"value": "6.50", "year": 2030}, None),
        ({"value": "5", "year": 2030}, False),
        ({"value": "6.5", "year": 2029}, False),
        (None, True),
    ],
)
def test_a_target_is_weaker_where_it_asks_for_less_or_later(
    sandoria: Project, catalogue: Catalogue, target: Any, is_weaker: bool | None
):
    """By the direction of an indicator a lesser, later or missing target is weaker, and 6.50 is 6.5."""
    found = compare(sandoria, changed(sandoria, "indicators/lessons_missed", target=target), catalogue)
    assert [each.group for each in found.changes] == (
        [] if is_weaker is None else ["weakened" if is_weaker else "decided"]
    )


def test_a_target_is_weaker_whatever_is_said_of_its_direction(sandoria: Project, catalogue: Catalogue):
    """Turning the direction round, or leaving it out, does not hide that a target was weakened."""
    for direction in ("none", "increase"):
        later = changed(
            sandoria, "indicators/lessons_missed", direction=direction, target={"value": "11", "year": 2030}
        )
        assert compare(sandoria, later, catalogue).changes[0].group == "weakened"
    undirected = changed(sandoria, "indicators/lessons_missed", direction="none")
    later = changed(undirected, "indicators/lessons_missed", target={"value": "7", "year": 2030})
    assert only(compare(undirected, later, catalogue)).group == "weakened"


def test_a_weaker_target_is_said_in_a_sentence(sandoria: Project, catalogue: Catalogue):
    """A minister reads both values with unit and year, and that the target was weakened."""
    later = changed(sandoria, "indicators/lessons_missed", target={"value": "8", "year": 2032})
    title, unit = (getattr(sandoria.entries("indicators")["lessons_missed"], name) for name in ("title", "unit"))
    said = only(compare(sandoria, later, catalogue)).sentence
    assert said == f"Indicator '{title}': Target: 8 {unit} in 2032, was 6.5 {unit} in 2030: weakened."


def test_a_step_on_the_way_and_an_objective_can_be_weakened(sandoria: Project, catalogue: Catalogue):
    """A lower or missing value on the way, and an objective that is due later, stand first too."""
    for milestones in ({"2028": "9.5"}, None):
        later = changed(sandoria, "indicators/lessons_missed", milestones=milestones)
        assert only(compare(sandoria, later, catalogue)).group == "weakened"
    for due, group in (("2032-12", "decided"), ("2031", "decided"), ("2033", "weakened"), (None, "weakened")):
        found = compare(sandoria, changed(sandoria, "objectives/keep_staff", due=due), catalogue)
        assert only(found).group == group, due


def test_a_cost_that_rose_is_told_with_its_sum(sandoria: Project, catalogue: Catalogue):
    """By how much the cost of an action rose is told in its currency; a lower cost is decided, and no rise."""
    cost = sandoria.entries("actions")["staff_reason"].cost.model_dump(mode="json", exclude_defaults=True)
    dearer = changed(sandoria, "actions/staff_reason", cost={**cost, "capital": {"2027": "500000.5"}})
    change = only(compare(sandoria, dearer, catalogue))
    assert (change.group, change.sums) == ("weakened", {"SDL": Decimal("250000.5")})
    assert "Cost: SDL 850,000.5, was SDL 600,000: SDL 250,000.5 more." in change.sentence
    change = only(compare(dearer, sandoria, catalogue))
    assert (change.group, change.sums) == ("decided", {})
    assert change.sentence.endswith("SDL 250,000.5 less.")
    foreign = changed(sandoria, "actions/staff_reason", cost={**cost, "currency": "USD"})
    assert only(compare(sandoria, foreign, catalogue)).sentence.endswith("Cost: USD 600,000, was SDL 600,000.")
    assert only(compare(sandoria, changed(sandoria, "actions/staff_reason", cost=None), catalogue)).group == "decided"


def test_dropped_actions_are_decided_with_their_cost(sandoria: Project, catalogue: Catalogue):
    """An action of status dropped and one that was taken out are both dropped, with what they cost."""
    later = without(changed(sandoria, "actions/staff_reason", status="dropped"), "actions", "return_posts")
    found = compare(sandoria, later, catalogue)
    dropped = {each.id: each.sums for each in found.of("decided", "dropped")}
    assert dropped == {"staff_reason": {"SDL": Decimal(600000)}, "return_posts": {"SDL": Decimal(4000000)}}
    assert (found.live, found.needs_approval, len(found.changes)) == (18, True, 2)
    back = compare(later, sandoria, catalogue)
    assert sorted(each.id for each in back.of("decided", "added")) == ["return_posts", "staff_reason"]


def test_an_objective_that_was_retitled_has_outgrown_its_checks(sandoria: Project, catalogue: Catalogue):
    """A new title is told with the old one, and which checks speak of the objective as it was."""
    retitled = "Nurses are bound to the country for ten years"
    change = only(compare(sandoria, changed(sandoria, "objectives/keep_staff", title=retitled), catalogue))
    old = sandoria.entries("objectives")["keep_staff"].title
    assert f"Objective '{retitled}': The title changed from '{old}' to '{retitled}'." in change.sentence
    assert "Its check against human rights is older than the objective." in change.sentence
    assert change.group == "decided"


def test_a_check_that_was_made_anew_is_not_called_older(sandoria: Project, catalogue: Catalogue):
    """A check that speaks of the new version is no older than the objective; the check itself is known."""
    later = changed(sandoria, "objectives/keep_staff", title="Health staff stay because they want to")
    check = later.entries("objectives")["keep_staff"].rights_check.model_dump(mode="json", exclude_defaults=True)
    stamped = {**check, "date": "2026-11-10", "of": later.entries("objectives")["keep_staff"].version}
    found = compare(sandoria, changed(later, "objectives/keep_staff", rights_check=stamped), catalogue)
    decided, known = found.changes
    assert "against human rights" not in decided.sentence
    assert (known.group, [each.path for each in known.fields]) == ("known", [("rights_check", "date")])
    assert "Rights check, Date: 10 November 2026; it was" in known.sentence


def test_five_ordinary_edits_of_a_year_need_no_approval(sandoria: Project, catalogue: Catalogue):
    """A milestone done with its note, a new stakeholder, figure and risk are known or followed up, never decided."""
    later = changed(sandoria, "milestones/conference", status="done", note="It took two days.")
    later = added(later, "stakeholders/port", title="Port authority", kind="ministry")
    later = added(later, "risks/drought", title="A drought", kind="political")
    figure = sandoria.entries("figures")["abroad_census"].model_dump(mode="json", exclude_defaults=True)
    later = added(later, "figures/abroad_anew", **{**figure, "title": "Abroad, counted anew"})
    found = compare(sandoria, changed(later, "actions/carer_support", status="running"), catalogue)
    assert not found.needs_approval
    assert found.counts == {
        "weakened": {}, "decided": {}, "known": {"added": 3}, "follow_up": {"changed": 2}, "conditions": 0,
    }  # fmt: skip


def test_answers_of_choice_are_decided_and_words_are_known(sandoria: Project, catalogue: Catalogue):
    """A rating that was changed needs an approval, a note does not; an answer can be new or taken back."""
    found = compare(sandoria, changed(sandoria, "answers/core_team_mandate", value="absent"), catalogue)
    assert only(found).sentence == "2.1.1 Written mandate: Answer: absent; it was in place."
    assert only(found).group == "decided"
    noted = compare(sandoria, changed(sandoria, "answers/core_team_mandate", note="See the order."), catalogue)
    assert only(noted).group == "known"
    fewer = {id_: answer for id_, answer in sandoria.answers.items() if id_ != "core_team_mandate"}
    assert "dropped" in {each.how for each in compare(sandoria, replace(sandoria, answers=fewer), catalogue).changes}
    back = compare(replace(sandoria, answers=fewer), sandoria, catalogue)
    assert {each.how for each in back.changes if each.group == "decided"} == {"added"}


def test_settings_of_the_plan_are_compared(sandoria: Project, catalogue: Catalogue):
    """Another start of the plan is decided; a longer plan and another lead are known; the day of a sample is nothing."""
    settings, plan = sandoria.settings, sandoria.settings.plan
    cases: list[tuple[dict[str, Any], str, str]] = [
        ({"plan": plan.model_copy(update={"start": 2028})}, "decided", "Plan, Start: 2028; it was 2027."),
        ({"plan": plan.model_copy(update={"end": 2037})}, "known", "Plan, End: 2037; it was 2035."),
        ({"plan": plan.model_copy(update={"status": "adopted"})}, "follow_up", "Plan, Status: adopted; it was "),
        ({"lead": "cabinet", "as_of": None, "notice": "x"}, "known", "Lead: Cabinet of Sandoria; it was "),
    ]
    for update, group, said in cases:
        change = only(compare(sandoria, replace(sandoria, settings=settings.model_copy(update=update)), catalogue))
        assert change.group == group, update
        assert change.sentence.startswith(f"Settings: {said}")


def test_what_was_not_read_is_named_and_not_guessed(sandoria: Project, catalogue: Catalogue):
    """An entry, a register or an answer that could not be read on one side was neither dropped nor added."""
    lost = frozenset(
        {Ref("actions"), Ref("answers", "core_team_mandate"), Ref("indicators", "desk_users", ("target",))}
    )
    fewer = {id_: answer for id_, answer in sandoria.answers.items() if id_ != "core_team_mandate"}
    broken = without(replace(sandoria, answers=fewer, unread=lost), "actions", "staff_reason")
    broken = changed(broken, "indicators/desk_users", target=None)
    for found in (compare(sandoria, broken, catalogue), compare(broken, sandoria, catalogue)):
        assert found.changes == ()
        assert found.unread == ("actions", "answers/core_team_mandate", "indicators/desk_users")


def test_an_entry_under_another_id_is_the_same_entry(sandoria: Project, catalogue: Catalogue, tmp_path: Path):
    """A stakeholder that got another id, wherever it is named, changes nothing of what names it."""
    copytree(SANDORIA, tmp_path / "later")
    for file in (tmp_path / "later").rglob("*.yaml"):
        file.write_bytes(re.sub(rb"\bhealth_ministry\b", b"moh", file.read_bytes()))
    change = only(compare(sandoria, load(tmp_path / "later", catalogue).public, catalogue))
    assert (change.group, change.how, change.id) == ("follow_up", "renamed", "health_ministry")
    assert change.sentence == "Stakeholder 'Ministry of Health': It goes under another id now: moh."


def test_one_of_two_actions_of_one_title_is_not_lost_from_sight(sandoria: Project, catalogue: Catalogue):
    """Joining an action with another of its title takes its cost out, so it counts as dropped."""
    entry = sandoria.entries("actions")["staff_reason"]
    twice = replace(
        sandoria,
        registers={**sandoria.registers, "actions": {**sandoria.entries("actions"), "staff_again": entry}},
        part_of={**sandoria.part_of, ("actions", "staff_again"): sandoria.part("actions", "staff_reason")},
    )
    change = only(compare(twice, sandoria, catalogue))
    assert (change.how, change.id, change.sums) == ("dropped", "staff_again", {"SDL": Decimal(600000)})


def test_order_of_names_and_spelling_of_letters_are_no_change(sandoria: Project, catalogue: Catalogue):
    """Partners in another order, and one letter written as two, are the same values."""
    partners = list(sandoria.entries("actions")["district_shifts"].partners)
    other = changed(sandoria, "actions/district_shifts", partners=partners[::-1])
    assert compare(sandoria, other, catalogue).changes == ()
    composed = changed(sandoria, "actions/district_shifts", assumptions="caf\u00e9")
    apart = changed(sandoria, "actions/district_shifts", assumptions="cafe\u0301")
    assert compare(composed, apart, catalogue).changes == ()


def test_an_action_in_another_sector_is_told(sandoria: Project, catalogue: Catalogue):
    """An action that moved to the matrix of another sector was decided anew."""
    moved = replace(sandoria, part_of={**sandoria.part_of, ("actions", "staff_reason"): "education"})
    assert only(compare(sandoria, moved, catalogue)).sentence.endswith("Sector: Education; it was Health services.")


def test_of_a_list_it_is_told_what_came_and_went(sandoria: Project, catalogue: Catalogue):
    """Of partners and of chosen answers only what is new and what is gone is said; JSON has both lists."""
    partners = sandoria.entries("actions")["district_shifts"].partners
    assert set(partners) == {"municipalities", "trade_unions"}
    later = changed(sandoria, "actions/district_shifts", partners=["municipalities", "cabinet"])
    change = only(compare(sandoria, later, catalogue))
    [one, other] = (sandoria.entries("stakeholders")[id_].title for id_ in ("cabinet", "trade_unions"))
    assert change.sentence.endswith(f"Partners: added {one}; taken out {other}.")
    assert change.fields[0].after == ["municipalities", "cabinet"]
    chosen = next(id_ for id_, each in sandoria.answers.items() if isinstance(each.value, list | tuple))
    more = [*sandoria.answers[chosen].value]
    change = only(compare(sandoria, changed(sandoria, f"answers/{chosen}", value=more[1:]), catalogue))
    assert "Answer: taken out " in change.sentence
    assert change.group == "decided"


def test_against_an_approval_only_what_it_covers_is_told(sandoria: Project, catalogue: Catalogue):
    """What an approval never spoke of is no change of it; what it cites, and what is added to its print, is known."""
    ids = {"core_team_mandate", "core_team_lead"}
    answers = {id_: answer for id_, answer in sandoria.answers.items() if id_ in ids}
    few = {id_: sandoria.entries("actions")[id_] for id_ in ("staff_reason", "return_posts")}
    approved = replace(sandoria, answers=answers, registers={"actions": few, "risks": {}})
    blocks = {("answers", id_): frozenset({"decided"}) for id_ in ids}
    blocks |= {
        ("actions", "staff_reason"): frozenset({"decided", "known"}),
        ("actions", "return_posts"): frozenset({"cited"}),
    }
    covered = Covered(blocks, own=frozenset({"answers/core_team"}), also=frozenset({"risks"}))
    later = changed(changed(sandoria, "actions/staff_reason", kind="service"), "actions/return_posts", kind="service")
    found = compare(approved, later, catalogue, covered)
    told = {(each.kind, each.id): each.group for each in found.changes}
    assert told.pop(("actions", "staff_reason")) == "decided"
    assert told.pop(("actions", "return_posts")) == "known"
    added = {id_ for kind, id_ in told if kind == "answers"}
    assert added == {each.id for each in catalogue.sheets["core_team"].questions if each.id in sandoria.answers} - ids
    assert {group for (kind, _), group in told.items() if kind == "risks"} == {"known"}
    assert {kind for kind, _ in told} == {"answers", "risks"}


def test_what_was_last_approved_wins(sandoria: Project, catalogue: Catalogue):
    """Of a block that two stages approved the later value counts; what only the earlier one approved stays."""
    early = changed(sandoria, "actions/staff_reason", kind="service")
    late = replace(sandoria, registers={"actions": {"staff_reason": sandoria.entries("actions")["staff_reason"]}})
    first = Covered({("actions", "return_posts"): frozenset({"decided"})}, frozenset({"actions"}), frozenset())
    second = Covered({("actions", "staff_reason"): frozenset({"decided"})}, frozenset(), frozenset({"risks"}))
    project, covered = laid_over([(early, first), (late, second)])
    assert compare(sandoria, project, catalogue).changes == ()
    assert set(covered.blocks) == {("actions", "return_posts"), ("actions", "staff_reason")}
    assert (covered.own, covered.also) == ({"actions"}, {"risks"})


def test_what_is_sensitive_is_no_matter_of_a_comparison(sandoria: Project, catalogue: Catalogue):
    """An answer to a sensitive question that stands in a public file is not told, as no approval has it."""
    sensitive = next(each for each in catalogue.questions.values() if each.sensitive)
    told = Answer(value="absent" if sensitive.kind == "rating" else "x")
    with_it = replace(sandoria, answers={**sandoria.answers, sensitive.id: told})
    assert compare(sandoria, with_it, catalogue).changes == ()
    assert compare(sandoria, changed(sandoria, "stakeholders/cabinet", stance="opposed"), catalogue).changes == ()
