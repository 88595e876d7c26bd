"""The shipped catalogue is sound."""

import keyword
from collections import Counter

import pytest

from mainstream_cli.content.countries import find_country
from mainstream_cli.errors import UsageError
from mainstream_cli.model.computed import facts_of
from mainstream_cli.model.facts import kind_of
from mainstream_cli.model.journal import KINDS
from mainstream_cli.model.project import Settings
from mainstream_cli.model.registers import REGISTERS, fields, fields_of
from mainstream_cli.model.relations import Comparison, Join, Not, Tally, leaves
from mainstream_cli.rules import MANUAL

STAGES = [
    "added_value",
    "core_team",
    "awareness",
    "scoping",
    "institutions",
    "situation",
    "goal_setting",
    "action_plan",
    "capacity_financing",
    "implementation",
    "monitoring",
    "regional",
]
SECTORS = [
    "governance",
    "legal_protection",
    "employment",
    "social_protection",
    "health",
    "education",
    "skills",
    "economic_growth",
    "financial_services",
    "trade",
    "agriculture",
    "infrastructure",
    "environment",
]
YAML_TRUTHS = {"y", "n", "yes", "no", "on", "off", "true", "false"}
DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10))}


def relations_of(catalogue):
    yield from (question.when for question in catalogue.questions.values() if question.when is not None)
    for condition in catalogue.conditions:
        yield from (relation for _, relation in condition.relations)


def field_tests(relation):
    if isinstance(relation, Join):
        for part in relation.parts:
            yield from field_tests(part)
    elif isinstance(relation, Not):
        yield from field_tests(relation.part)
    elif isinstance(relation, Comparison):
        yield relation


def test_all_stages_and_sectors_are_there(catalogue):
    """The 12 stages and 13 sectors stand in the order of the design."""
    assert [stage.id for stage in catalogue.stages] == STAGES
    assert [sector.id for sector in catalogue.sectors] == SECTORS


def test_counts(catalogue):
    """About 90 core questions, at most 35 of them in plenary, all in stages; at least 8 questions a sector sheet."""
    core = [question for question in catalogue.questions.values() if question.core]
    assert 85 <= len(core) <= 95
    assert sum(question.setting == "room" for question in core) <= 35
    assert {question.home for question in core} == set(STAGES)
    assert all(len(list(sector.questions)) >= 8 for sector in catalogue.sectors)


def test_sector_sheets_follow_one_pattern(catalogue):
    """The question ids of every sector are the sector's name with the same endings in the same order."""
    patterns = {
        tuple(question.id.removeprefix(sector.id) for question in sector.questions) for sector in catalogue.sectors
    }
    assert len(patterns) == 1


def test_ids_share_one_namespace(catalogue):
    """Stages, sectors, registers and questions never clash with each other, YAML, Python or Windows."""
    questions = [question.id for sheet in catalogue.sheets.values() for question in sheet.questions]
    names = Counter([*questions, *catalogue.sheets, *REGISTERS])
    assert [name for name, count in names.items() if count > 1] == []
    assert not set(names) & (YAML_TRUTHS | DEVICES | set(keyword.kwlist))


def test_no_key_of_a_project_file_is_a_word_of_yaml_or_python():
    """No field of a project file is a YAML 1.1 truth value or a Python keyword."""
    keys = {field.id for register in REGISTERS for field in fields(register)}
    keys |= {info.alias or name for name, info in Settings.model_fields.items()}
    assert not keys & (YAML_TRUTHS | set(keyword.kwlist))


def test_ratings_say_what_each_level_looks_like(catalogue):
    """Every rating has words for all three levels, and only ratings have a scale."""
    for question in catalogue.questions.values():
        assert (question.kind == "rating") == (question.scale is not None), question.id
        assert question.scale is None or set(question.scale) == {"in_place", "partly", "absent"}, question.id


def test_choices_have_options(catalogue):
    """Every choice has options from a list that exists, and no other kind has any."""
    for question in catalogue.questions.values():
        assert (question.kind in {"choice", "choices"}) == (question.choices is not None), question.id
        assert question.choices is None or len(catalogue.terms(question)) >= 2, question.id


def test_relations_name_what_exists(catalogue):
    """Every relation names questions, registers, fields and terms that exist."""
    for relation in relations_of(catalogue):
        for leaf in leaves(relation):
            if isinstance(leaf, Tally):
                register = kind_of(leaf.register)
                kinds = [REGISTERS[register].entry] if register in REGISTERS else [KINDS[leaf.register[8:]]]
                known = {field.id: field for kind in kinds for field in fields_of(kind)}
                for test in (*field_tests(leaf.where), *field_tests(leaf.every)):
                    name = test.name.split(".")[0]
                    assert name in known or name in facts_of(leaf.register), test
                    choices = known[name].choices if name in known and "." not in test.name else None
                    words = catalogue.vocabulary[choices] if choices else None
                    operands = test.operand if test.operator == "is_in" else [test.operand]
                    assert words is None or test.operator in {"filled", "empty"} or set(operands) <= {*words}, test
            elif leaf.subject == "question":
                question = catalogue.questions[leaf.name]
                words = (
                    {*catalogue.terms(question), "not_applicable"}
                    if question.kind in {"rating", "choice", "choices"}
                    else None
                )
                assert words is None or leaf.operator in {"filled", "empty"} or leaf.operand in words, leaf


def test_gates_name_what_exists(catalogue):
    """Gates name conditions, finding codes and registers that exist; no condition is lost, and each is needed by a stage."""
    codes = {condition.code for condition in catalogue.conditions}
    for stage in catalogue.stages:
        assert set(stage.gate.conditions) <= codes
        assert set(stage.gate.findings) <= set(MANUAL)
        assert set(stage.gate.registers) <= set(REGISTERS)
    assert len(codes) >= 19
    assert [each.code for each in catalogue.conditions] == [f"C{number:02}" for number in range(1, len(codes) + 1)]
    assert {condition.needed_by for condition in catalogue.conditions} <= set(STAGES)
    assert {code for question in catalogue.questions.values() for code in question.conditions} <= codes


def test_rights_gender_and_children_are_never_waived(catalogue):
    """The conditions on rights and on gender, age and children cannot be waived; the others can."""
    assert {condition.code for condition in catalogue.conditions if not condition.waivable} == {"C10", "C11"}


def test_every_item_names_a_work_of_the_bibliography(catalogue):
    """Every question, condition, stage, sector and intervention has a source in the bibliography."""
    sources = [question.source for question in catalogue.questions.values()]
    sources += [condition.source for condition in catalogue.conditions]
    sources += [sheet.source for sheet in catalogue.sheets.values()]
    sources += [idea.source for sector in catalogue.sectors for idea in sector.interventions]
    assert {source.document for source in sources} <= set(catalogue.works)


def test_the_toolkit_never_claims_to_be_stated(catalogue):
    """What this toolkit proposes itself is marked as suggested."""
    own = [question for question in catalogue.questions.values() if question.source.document == "toolkit"]
    assert {question.source.basis for question in own} == {"suggested"}


def test_conditions_can_be_met(catalogue):
    """A question that feeds a condition is core, so that a team that answers the core can meet every condition."""
    for condition in catalogue.conditions:
        named = [
            leaf.name for leaf in leaves(condition.claim) if isinstance(leaf, Comparison) and leaf.subject == "question"
        ]
        assert named, condition.code
        assert all(catalogue.questions[name].core for name in named), condition.code


@pytest.mark.parametrize("text", ["MDA", "md", "Moldova", "republic of moldova", "Moldova, Republic of"])
def test_a_country_is_found_by_code_or_name(text):
    """A country is found by its codes and by the orders in which people write its name."""
    assert find_country(text) == ("Republic of Moldova", "MDA")


def test_an_unknown_country_names_the_nearest():
    """A mistyped country gives the nearest name."""
    with pytest.raises(UsageError, match="Jamaica"):
        find_country("Jamaika")
