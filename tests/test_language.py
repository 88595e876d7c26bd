"""The door of texts: whole sentences with typed values, said in the language that is spoken."""

import copy
import datetime
import pickle
from decimal import Decimal

import pytest

from mainstream_cli.language import Text, count, label, say, several, speak, spoken, stacked, verbatim

COST = say("{title}: there is a cost in {year}.", title="Roads {north}", year=2031)


def test_english_is_the_text_itself():
    """In English a text is its sentence; braces in a value are no places."""
    assert COST == "Roads {north}: there is a cost in 2031."
    assert speak(COST) == COST


@pytest.mark.parametrize(
    ("n", "said"),
    [(0, "0 actions"), (1, "1 action"), (2, "2 actions"), (101, "101 actions"), (10_002, "10,002 actions")],
)
def test_a_number_chooses_its_form(n: int, said: str):
    """What is counted stands in the form that its number needs."""
    assert count("{n} action", "{n} actions", n=n) == said


def test_values_are_written_by_their_type():
    """Numbers have their thousands apart and no needless zeros, days are words, lists end with a word."""
    text = say("{a}; {b}; {c}", a=Decimal("1250000.50"), b=datetime.date(2026, 6, 7), c=several(["x", "y", "z"], "or"))
    assert text == "1,250,000.5; 7 June 2026; x, y or z"
    assert several([]) == ""
    assert several(["x"]) == "x"


def test_a_text_is_said_anew_with_the_texts_in_it():
    """In another language a sentence and the sentences in it are made from their own words; what people wrote stays."""
    inner = say("{title}: {sentence}", title="Roads", sentence=count("{n} cost", "{n} costs", n=2))
    with spoken("qps"):
        assert speak(inner) == "Roads: ⟦2 ćöšţš~~⟧"
        assert speak(verbatim("Roads")) == "Roads"
        assert speak("Roads") == "Roads"
        assert speak(stacked([label("severity", "note"), say("a")])) == "⟦ñöţé~~⟧\n⟦à~⟧"
        assert speak(say("{d}", d=datetime.date(2026, 6, 7))) == "⟦7 Ĵüñé 2026⟧"
    assert speak(inner) == inner


@pytest.mark.parametrize("same", [copy.copy, copy.deepcopy, lambda text: pickle.loads(pickle.dumps(text))])
def test_copies_remember(same):
    """A copy of a text, also one from another process, can be said in another language."""
    with spoken("qps"):
        assert speak(same(COST)) == "⟦Roads {north}: ţĥéŕé íš à ćöšţ íñ 2031.~~~~~~~⟧"
        assert speak(same(several(["x", "y"]))) == "x & y"


def test_programs_can_tell_a_sentence_by_its_form():
    """JSON carries the sentence with its places and its values, those of sentences within it too."""
    text = say("{title}: {sentence}", title="Roads", sentence=say("{n} left", n=3))
    assert text.remembered() == {
        "message_id": "{title}: {sentence}",
        "values": {"title": "Roads", "sentence": {"message_id": "{n} left", "values": {"n": "3"}}},
    }


def test_what_is_cut_or_joined_is_no_text():
    """Glue is data: it is not said in another language, so that tests in the pseudo language find it."""
    assert not isinstance(COST.lower(), Text)
    assert not isinstance(f"{COST}", Text)
