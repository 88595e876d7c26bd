"""What holds for every project, whatever a team wrote: rules judge it, always the same way, and stay in their place."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mainstream_cli.content import load_catalogue
from mainstream_cli.model.record import parse
from mainstream_cli.model.registers import REGISTERS, fields
from mainstream_cli.model.relations import Comparison, leaves
from mainstream_cli.rules import check

CATALOGUE = load_catalogue()
WORDS = CATALOGUE.vocabulary
IDS = st.sampled_from(["a", "b", "c", "missing"])
PIECES = [
    "3 women from the village of Orlo",
    "passport 123456789",
    "a@b.org",
    "shelter, 14 Acacia Street",
    "born 1.2.2003",
]
MADE_UP = st.lists(st.sampled_from([*PIECES, "x", "\nx", "Mrs Testova"]), min_size=1, max_size=4).map(" ".join)
TEXTS = st.one_of(st.text(min_size=1, max_size=30).map(lambda text: text if text.strip() else "x"), MADE_UP)
YEARS = st.sampled_from([2004, 2014, 2019, 2024, 2026, 2031])
PLAIN = {
    "number": st.sampled_from([0, 1, 3, 5, 50, 140, "12.5"]),
    "date": st.sampled_from(["2020-02-29", "2026-06-07", "2031-01-01"]),
    "text": TEXTS,
    "version": st.from_regex("[0-9a-f]{12}", fullmatch=True),
    "by_year": st.dictionaries(YEARS, st.integers(0, 9)),
}

BY_NAME = dict.fromkeys(("year", "price_year", "until"), YEARS) | {"indicator": IDS}
BY_NAME |= dict.fromkeys(("due", "date", "created", "end"), PLAIN["date"])


def value_of(field):
    """Return what may stand in a field, told by its shape."""
    if field.inside:
        inner = st.fixed_dictionaries({}, optional={each.id: value_of(each) for each in field.inside})
    elif field.choices:
        inner = st.sampled_from(sorted(WORDS[field.choices]))
    elif field.refers:
        inner = st.one_of(IDS, IDS, TEXTS)
    else:
        inner = BY_NAME.get(field.id, PLAIN[field.kind])
    return st.lists(inner, max_size=3) if field.many else inner


def entry_of(register):
    """Return plain data of an entry: what is needed, and up to six of the other fields."""
    known = fields(register)
    needed = {each.id: value_of(each) for each in known if each.required}
    others = st.lists(st.sampled_from([each for each in known if not each.required]), max_size=6)
    return others.flatmap(lambda some: st.fixed_dictionaries(needed | {each.id: value_of(each) for each in some}))


def valid(register, data):
    """Leave out the fields that the model refuses; None when what is needed is among them."""
    _, problems = parse(REGISTERS[register].entry, data, WORDS)
    refused = {problem.path[0] for problem in problems if problem.path}
    data = {name: each for name, each in data.items() if name not in refused}
    return data if not parse(REGISTERS[register].entry, data, WORDS)[1] else None


def answer_to(question):
    """Return an answer of any shape that the question takes."""
    terms = sorted(CATALOGUE.terms(question)) if question.kind in ("rating", "choice", "choices") else ["2026-06-07"]
    by_kind = {"choices": st.lists(st.sampled_from(terms), max_size=3), "number": st.integers(0, 300), "text": TEXTS}
    value = by_kind.get(question.kind, st.sampled_from(terms))
    rest = {"note": TEXTS, "confidence": st.sampled_from(["low", "high"]), "sources": st.lists(IDS, max_size=2)}
    rest |= {"date": st.sampled_from(["2026-06-07", "2027-01-01"]), "by": TEXTS}
    return st.fixed_dictionaries({"value": st.one_of(value, st.just("unknown"))}, optional=rest)


QUESTIONS = [each for stage in CATALOGUE.stages for each in stage.questions]


@st.composite
def answers(draw):
    """Answers to up to eight questions."""
    chosen = draw(st.lists(st.sampled_from(QUESTIONS), max_size=8, unique_by=lambda each: each.id))
    return {each.id: draw(answer_to(each)) for each in chosen}


@st.composite
def registers(draw):
    """Two entries in each of up to three registers."""
    chosen = draw(st.lists(st.sampled_from(sorted(REGISTERS)), max_size=3, unique=True))
    made = {name: {id_: valid(name, draw(entry_of(name))) for id_ in ("a", "b")} for name in chosen}
    return {name: {id_: data for id_, data in entries.items() if data is not None} for name, entries in made.items()}


quick = settings(max_examples=30, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))


@quick
@given(answers(), registers())
def test_rules_judge_every_valid_project(made, given_answers, given_registers):
    """No rule raises; every finding says what and what to do, at a field that is there; a second look says the same."""
    case = made(given_answers, **given_registers)
    found = check(case)
    assert found == check(made(given_answers, **given_registers))
    for each in found:
        assert each.message.strip()
        assert each.action.strip()
        assert each.ref is not None
        if each.ref.kind in REGISTERS and each.ref.id:
            assert each.ref.id in case.project.entries(each.ref.kind)


@quick
@given(registers(), st.sampled_from(PIECES))
def test_what_could_expose_people_is_never_repeated(made, given_registers, piece):
    """Whatever field holds it, no finding on data of people has the words in it."""
    case = made({"scoping_purpose": {"value": "x", "note": piece}}, **given_registers)
    said = " ".join(f"{each.message} {each.action}" for each in made.found(case, "D"))
    assert piece not in said


def named_in(relation):
    """Return what the tests of a relation name."""
    return {leaf.name for leaf in leaves(relation) if isinstance(leaf, Comparison)} if relation else set()


def related(finding, question):
    """A finding is related to an answer when it is at that answer, or comes from a rule that is meant to read it.

    Such are a condition whose criteria name the question; a question that its ``when`` shows or hides; the open questions
    of its stage and what that lacks, since one answer begins a stage; what runs out; the pairs and groups that A07, A08
    and A10 compare; and E08, which asks what a source is used for.
    """
    ref, code = finding.ref, finding.code
    if ref.id == question.id or code in ("A01", "A10", "E08", "G10", "W01"):
        return True
    if code.startswith("C"):
        condition = next(each for each in CATALOGUE.conditions if each.code == code)
        return question.id in set().union(*(named_in(relation) for _, relation in condition.relations))
    if code in ("A05", "A06") and ref.kind == "answers":
        return question.id in named_in(CATALOGUE.questions[ref.id].when)
    return (code == "A07" and question.id in ("political_backing", "core_team_mandate")) or (
        code == "A08" and question.home == "awareness"
    )


@quick
@given(answers(), registers(), st.sampled_from(QUESTIONS), st.data())
def test_an_added_answer_brings_no_unrelated_finding(made, given_answers, given_registers, question, data):
    """What is new after one more answer is at that answer, or related to it as ``related`` says."""
    given_answers.pop(question.id, None)
    before = {(each.code, each.ref) for each in check(made(given_answers, **given_registers))}
    given_answers[question.id] = data.draw(answer_to(question))
    new = [each for each in check(made(given_answers, **given_registers)) if (each.code, each.ref) not in before]
    assert [each for each in new if not related(each, question)] == []
