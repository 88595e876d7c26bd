"""Relations: three-valued logic over a closed vocabulary."""

import re
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstream_cli.language import speak, spoken
from mainstream_cli.model.relation_words import relation_in_words, shortfall
from mainstream_cli.model.relations import OPERATORS, SUBJECTS, UNREAD, Comparison, Join, Not, Tally, read
from mainstream_cli.model.truth import compare, holds, join, tallied

TRUTHS = st.sampled_from([True, False, None])


@dataclass
class Facts:
    """Answers by question id; entries by register."""

    answers: dict = field(default_factory=dict)
    registers: dict = field(default_factory=dict)
    partial: frozenset = frozenset()

    def value(self, subject, name):
        return self.answers.get(name)

    def order(self, subject, name):
        return ("absent", "mentioned", "objectives") if name == "extent" else ()

    def entries(self, register):
        return self.registers.get(register, [])

    def whole(self, register):
        return register not in self.partial


class Entry:
    def __init__(self, **fields):
        self.__dict__.update(fields)


@pytest.mark.parametrize(
    ("relation", "answers", "expected"),
    [
        ({"question": "q", "is": "in_place"}, {"q": "in_place"}, True),
        ({"question": "q", "is": "in_place"}, {"q": "partly"}, False),
        ({"question": "q", "is": "in_place"}, {}, None),
        ({"question": "q", "is": "in_place"}, {"q": "unknown"}, None),
        ({"question": "q", "filled": True}, {"q": "unknown"}, True),
        ({"question": "q", "empty": True}, {}, True),
        ({"question": "q", "at_least": "partly"}, {"q": "in_place"}, True),
        ({"question": "q", "at_least": "partly"}, {"q": "absent"}, False),
        ({"question": "q", "at_least": "partly"}, {"q": "not_applicable"}, False),
        ({"question": "q", "is": "not_applicable"}, {"q": "not_applicable"}, True),
        ({"question": "extent", "at_least": "mentioned"}, {"extent": "objectives"}, True),
        ({"question": "q", "at_most": 10}, {"q": "9.5"}, True),
        ({"question": "q", "includes": "women"}, {"q": ["women", "men"]}, True),
        ({"question": "q", "includes": "girls"}, {"q": ["women", "men"]}, False),
        ({"question": "q", "at_most": 10}, {"q": "NaN"}, None),
        ({"not": {"question": "q", "is": "absent"}}, {"q": "unknown"}, None),
    ],
)
def test_a_relation_on_an_answer(relation, answers, expected):
    """A relation holds, does not hold, or is unknown, as the design says for this answer."""
    assert holds(read(relation), Facts(answers)) is expected


@pytest.mark.parametrize(
    ("relation", "kinds", "expected"),
    [
        ({"register": "bodies", "count": {"at_least": 1}}, [], False),
        (
            {"register": "bodies", "where": {"field": "kind", "is": "a"}, "count": {"at_least": 2}},
            ["a", "b", "a"],
            True,
        ),
        ({"register": "bodies", "where": {"field": "kind", "is": "a"}, "count": {"at_least": 2}}, ["a", None], None),
        ({"register": "bodies", "where": {"field": "kind", "is": "a"}, "count": {"at_least": 2}}, ["a", "b"], False),
        ({"register": "bodies", "where": {"field": "kind", "is": "a"}, "count": {"is": 1}}, ["a", None], None),
        ({"register": "bodies", "where": {"field": "kind", "is": "a"}, "count": {"is": 1}}, [None, None], None),
        ({"register": "bodies", "where": {"field": "kind", "is": "a"}, "count": {"is": 1}}, ["a", "a", None], False),
        ({"register": "bodies", "every": {"field": "kind", "filled": True}}, [], None),
        ({"register": "bodies", "every": {"field": "kind", "filled": True}}, ["a", None], False),
    ],
)
def test_a_relation_on_a_register(relation, kinds, expected):
    """Entries that are unknown leave a count open only where they could change it; every over nothing is unknown."""
    assert holds(read(relation), Facts(registers={"bodies": [Entry(kind=kind) for kind in kinds]})) is expected


@given(st.lists(TRUTHS, min_size=1, max_size=5))
def test_all_and_any_mirror_each_other(truths):
    """``all`` of the opposites is the opposite of ``any`` (De Morgan), with unknown kept."""
    opposite = [None if truth is None else not truth for truth in truths]
    mirrored = join("any", opposite)
    assert join("all", truths) is (None if mirrored is None else not mirrored)


@given(TRUTHS, TRUTHS)
def test_more_knowledge_never_flips_a_known_truth(first, second):
    """A relation that is known stays as it is when an unknown part becomes known."""
    for how in ("all", "any"):
        with_unknown = join(how, [first, None])
        if with_unknown is not None:
            assert join(how, [first, second]) is with_unknown


@given(st.one_of(st.none(), st.text(max_size=8), st.integers(), st.lists(st.text(max_size=3))), st.text(max_size=8))
def test_comparing_never_raises(value, operand):
    """Whatever is compared with whatever, the result is true, false or unknown."""
    for operator in ("is", "is_not", "includes", "at_least", "at_most", "filled", "empty"):
        assert compare(value, operator, operand, ("absent", "partly")) in (True, False, None)


@pytest.mark.parametrize(
    "data",
    [
        [],
        {"question": "q"},
        {"question": "q", "equals": 1},
        {"register": "r"},
        {"register": "r", "count": 3},
        {"all": [{}]},
    ],
)
def test_what_is_no_relation_is_refused(data):
    """Data outside the vocabulary is refused when it is read, not when it is used."""
    with pytest.raises(ValueError, match=r"relation|count"):
        read(data)


def test_a_relation_can_be_said_in_words():
    """Every relation reads as a sentence."""
    relation = Join(
        "all", (Comparison("question", "q", "is", "in_place"), Not(Comparison("question", "p", "filled", True)))
    )
    assert relation_in_words(relation, lambda subject, name: f"<{name}>") == "<q>: <in_place> and <p>: not answered yet"


KIND, STATUS = {"field": "kind", "is": "focal point"}, {"field": "status", "is": "in place"}
NO_COST = {"any": [{"field": "cost", "empty": True}, {"field": "funding", "empty": True}]}


@pytest.mark.parametrize(
    ("where", "count", "words", "lack"),
    [
        (None, {"at_least": 1}, "bodies: at least 1 entry", "bodies: no entry"),
        (
            {"all": [STATUS, KIND]},
            {"at_least": 1},
            "bodies: at least 1 of this kind: in place and focal point",
            "bodies: none of this kind: in place and focal point",
        ),
        (
            {"all": [{"any": [KIND, {"field": "kind", "is": "chair"}]}]},
            {"at_least": 2},
            "bodies: at least 2 of this kind: focal point or chair",
            "bodies: none of this kind: focal point or chair",
        ),
        (
            NO_COST,
            {"is": 0},
            "bodies: none of this kind: not filled in: bodies.cost or bodies.funding",
            "bodies: 0 of 3 of this kind: not filled in: bodies.cost or bodies.funding",
        ),
        (
            {"any": [{"field": "sign", "is": "positive"}, {"field": "sign", "is": "mixed"}]},
            {"at_least": 1},
            "bodies: at least 1 of this kind: positive or mixed",
            "bodies: none of this kind: positive or mixed",
        ),
    ],
)
def test_a_tally_is_said_as_people_say_it(where, count, words, lack):
    """What a register must hold, and what it lacks, are said of the register, with a colon between."""
    tally = read({"register": "bodies", "count": count, **({"where": where} if where else {})})
    assert relation_in_words(tally, lambda _, name: name) == words
    assert shortfall(tally, 0, 3, lambda _, name: name) == lack


OPERANDS = dict.fromkeys(OPERATORS, "x") | {"is_in": ["x", "8"], "within_months": 9, "told": True}
OPERANDS |= {"ahead": True, "past": True, "filled": True, "empty": True}
ASKED = [{operator: operand} for operator, operand in OPERANDS.items()] + [{"ahead": False}, {"past": False}]
SHAPES = [
    *({subject: "q", **asked} for subject in SUBJECTS if subject not in ("field", "project") for asked in ASKED),
    *({"project": "p", **asked} for asked in ASKED),
    *({"register": "q", "where": {"field": "q", **asked}, "count": {"is": 0}} for asked in ASKED),
    *({"register": register, "count": {"is": 0}} for register in ("documents_of.q", "journal.sign_off")),
    {"register": "q", "where": {"field": "q", "is": "x"}, "count": {"at_least": 2}, "distinct": "r"},
    *({"register": "q", "count": {how: 2}} for how in ("is", "at_least", "at_most")),
    *(
        {"register": "q", "where": {"field": "q", "is": "x"}, "count": {how: 2}}
        for how in ("is", "at_least", "at_most")
    ),
    {"register": "q", "every": {"field": "q", "filled": True}},
    {"register": "q", "where": {"field": "q", "is": "x"}, "every": {"field": "q", "filled": True}},
    {"not": {"question": "q", "includes": "x"}},
    {"not": {"any": [{"question": "q", "is": "x"}, {"all": [{"question": "q", "at_least": "x"}]}]}},
]


@pytest.mark.parametrize("data", SHAPES, ids=str)
def test_every_shape_is_one_sentence_of_its_own(data):
    """Whatever a relation asks, its words pass the door: in another language nothing of the English is left."""
    relation = read(data)
    said = [relation_in_words(relation, lambda _, __: "7")]
    said += [shortfall(relation, 1, 3, lambda _, __: "7")] if isinstance(relation, Tally) else []
    with spoken("qps"):
        assert not re.search("[A-Za-z]", " ".join(map(speak, said)))


def test_no_two_shapes_read_alike():
    """Who reads the words can tell one relation from another."""
    said = [relation_in_words(read(data), lambda _, name: name) for data in SHAPES]
    assert len(set(said)) == len(SHAPES)


def test_a_tally_counts_what_is_there():
    """How many entries are of the kind meant is counted, so that a reason can name the number."""
    tally = read({"register": "bodies", "where": KIND, "count": {"at_least": 3}})
    facts = Facts(registers={"bodies": [Entry(kind="focal point"), Entry(kind="other")]})
    assert tallied(tally, facts) == (1, 2)
    assert shortfall(tally, 1, 2, lambda _, name: name) == (
        "recorded: 1; needed: bodies: at least 3 of this kind: focal point"
    )


@pytest.mark.parametrize("operator", ["is", "is_not", "includes", "at_least", "at_most", "filled", "empty"])
def test_nothing_is_known_of_what_could_not_be_read(operator):
    """Every test on an unreadable value is unknown, whether it is there or not included."""
    relation = read({"question": "q", operator: "in_place"})
    assert holds(relation, Facts({"q": UNREAD})) is None
    assert holds(Not(relation), Facts({"q": UNREAD})) is None


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ({"count": {"at_least": 1}}, True),
        ({"count": {"at_least": 40}}, None),
        ({"count": {"at_most": 0}}, False),
        ({"count": {"at_most": 40}}, None),
        ({"count": {"is": 1}}, None),
        ({"count": {"is": 0}}, False),
        ({"every": {"field": "kind", "is": "focal"}}, None),
        ({"every": {"field": "kind", "is": "other"}}, False),
    ],
)
def test_a_register_read_in_part_says_what_stands_only(relation, expected):
    """What the entries that were read decide is decided; what others could change is unknown."""
    facts = Facts(registers={"bodies": [Entry(kind="focal")]}, partial=frozenset({"bodies"}))
    assert holds(read({"register": "bodies", **relation}), facts) is expected
