"""The questions of questionary on our page: what their keys give back, and how they are drawn."""

import io
import re

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from mainstream_cli.language import say, spoken, verbatim
from mainstream_cli.model.prompt import ADD, BACK, KEYS, QUIT, SKIP, UNKNOWN_KEY, Given, Option, Pressed, Prompt
from mainstream_cli.output.writer import write
from mainstream_cli.prompts import questions
from mainstream_cli.prompts.keys import typed_key
from mainstream_cli.prompts.plain import Plain
from mainstream_cli.prompts.screen import Screen

MOVES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]")
WORDS = [f"word{number:02}" for number in range(30)]
STANDS = Prompt("confirm", "Head", "Does it stay?", options=(Option("keep", "Yes, keep"), Option("drop", "No")))
FEW = tuple(Option(id_, f"The {id_} one") for id_ in ("first", "second", "third"))


def ask(prompt, typed, *, columns=80, room=False):
    """Type at one prompt; return the reply and what was drawn, without the moves of the cursor."""
    drawn = io.StringIO()
    screen = Vt100_Output(drawn, lambda: Size(rows=24, columns=columns), term="xterm")
    with create_pipe_input() as keys, create_app_session(input=keys, output=screen):
        keys.send_text(typed)
        reply = Screen(room=room).ask(prompt)
    return reply, MOVES.sub("", drawn.getvalue())


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("\r", "keep"),
        ("n\r", "drop"),
        ("2\r", "drop"),
        ("ny\r", "keep"),
        ("n1\r", "keep"),
        ("x\x1b[200~n\x1b[201~\r", "keep"),
    ],
)
@pytest.mark.parametrize("room", [False, True])
def test_yes_or_no_is_chosen_with_a_letter_or_a_number(typed, reply, room):
    """Nothing is decided before Enter; Enter alone takes what is likely, and other signs and pasted text do nothing."""
    prompt = Prompt(**{**vars(STANDS), "default": "keep"})
    given, drawn = ask(prompt, typed, room=room)
    assert given == Given(reply)
    assert "1. Yes, keep" in drawn
    assert "2. No" in drawn


def test_the_letters_of_yes_and_no_are_those_of_the_language(monkeypatch):
    """Where yes is oui, the letter o says yes, and questionary shows it in that language."""
    french = {"Yes": "Oui", "y": "o", "(y/N)": "(o/N)"}
    monkeypatch.setattr(questions, "speak", lambda text: french.get(text, text))
    reply, drawn = ask(STANDS, "o\r")
    assert reply == Given("keep")
    assert "(o/N)" in drawn
    assert questions.confirm.YES == "Oui"


@pytest.mark.parametrize("options", [FEW, tuple(Option(f"n{at}", f"Label {at}") for at in range(12))])
@pytest.mark.parametrize("kind", ["text", "confirm", "choice", "choices", "page"])
@pytest.mark.parametrize(
    ("typed", "key"), [("\x10", BACK), ("\x0e", SKIP), ("\x0b", UNKNOWN_KEY), ("\x11", QUIT), ("\x04", QUIT)]
)
def test_our_keys_go_before_those_of_the_libraries(options, kind, typed, key):
    """Back, skip, unknown and quit act in every kind of prompt, where questionary moves or stops with some of them."""
    assert ask(Prompt(kind, "Head", "Text", options=options, keys=KEYS), typed)[0] == Pressed(key)


@pytest.mark.parametrize("kind", ["text", "confirm", "choice", "choices"])
def test_ctrl_c_is_an_interrupt_everywhere(kind):
    """Ctrl-C ends the command; it is no answer."""
    with pytest.raises(KeyboardInterrupt):
        ask(Prompt(kind, "Head", "Text", options=FEW), "\x03")


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("\r", ""),
        ("2\r", "second"),
        ("\x1b[B\x1b[B\r", "second"),
        ("\x1b[A\r", "third"),
        ("\x1b[F\r", "third"),
        ("9kjx \x1b[200~2\x1b[201~\r", ""),
    ],
)
def test_one_of_a_few_is_chosen_with_arrows_or_its_number(typed, reply):
    """Numbers jump and Enter confirms; the pointer rests on no answer at first, and letters do nothing."""
    assert ask(Prompt("choice", "Head", "Text", options=FEW), typed)[0] == Given(reply)


def test_what_stands_is_pointed_at_and_kept():
    """Enter keeps an answer, also one that is none of the options by now."""
    for value in ("second", "former"):
        reply, drawn = ask(Prompt("choice", "Head", "Text", options=FEW, default=value), "\r")
        assert reply == Given(value)
        assert "as it stands: former" in drawn or value != "former"


@pytest.mark.parametrize(
    ("default", "typed", "reply"),
    [
        ((), "\r", ()),
        ((), "2\r", ("second",)),
        ((), "31\r", ("first", "third")),
        ((), "\x1b[B\r", ("first",)),
        ((), "1 \r", ("first",)),
        (("first", "third"), "3\r", ("first",)),
        (("first", "gone"), "\r", ("first",)),
        (("first",), "ai\r", ("first",)),
        (("first",), "4\r", ("first", ADD)),
    ],
)
def test_several_of_a_few_are_marked(default, typed, reply):
    """Space and numbers mark; a row that is pointed at counts where nothing is marked; no other letter marks."""
    prompt = Prompt("choices", "Head", "Text", options=(*FEW, Option(ADD, "add one")), default=default)
    assert ask(prompt, typed)[0] == Given(reply)


@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize("kind", ["choice", "choices"])
@pytest.mark.parametrize("more", [(), tuple(Option(f"n{at}", f"Label {at}") for at in range(9))])
def test_long_labels_are_drawn_whole(columns, kind, more):
    """A label of over 200 signs stands there whole, broken between words, on screens down to 40 columns."""
    options = (Option("long", " ".join(WORDS)), *more)
    _, drawn = ask(
        Prompt(kind, "Head", "Text", options=options, default=("long",) if more else "long"), "\r", columns=columns
    )
    assert re.findall(r"word\d\d", drawn) == WORDS
    assert all(len(line) <= columns for line in drawn.splitlines())


def test_a_text_keeps_its_lines_and_takes_no_key_of_an_editor():
    """Alt-Enter begins a line; searching and other keys that a line editor has leave what is typed alone."""
    prompt = Prompt("text", "Head", "Text", default="First\nline")
    assert ask(prompt, "\x12\x13\x0f!\x1b\rlast\r")[0] == Given("First\nline!\nlast")


def bare(shown):
    """Return the English words that do not stand between the brackets of the pseudo language."""
    depth, outside = 0, ""
    for sign in shown:
        depth += {"⟦": 1, "⟧": -1}.get(sign, 0)
        outside += sign if depth == 0 else " "
    return set(re.findall(r"[A-Za-z]{2,}", outside))


def asked(kind, more=()):
    options = (Option("a", say("one")), Option("b", verbatim("DATA")), *more)
    words = {"place": say("here"), "hint": say("a hint"), "problem": say("wrong"), "aside": ((say("Why"), say("so")),)}
    return Prompt(
        kind, say("Heading"), say("Text"), options=options, help=((say("Id"), say("id")),), minutes=5, **words
    )


MANY = tuple(Option(f"n{at}", say("Another")) for at in range(9))


@pytest.mark.parametrize("kind", ["text", "confirm", "choice", "choices", "page"])
@pytest.mark.parametrize("more", [(), MANY], ids=["few", "many"])
@pytest.mark.parametrize("room", [False, True])
@pytest.mark.parametrize("typed", ["\x11", "zz\x11", "\x07\x11", ":nothing\r\x11"], ids=["", "letters", "help", "word"])
def test_no_word_of_a_screen_is_english_in_another_language(kind, more, room, typed):
    """What a screen shows, its help and what it refuses are spoken; only data stays, and nothing is wider than 80."""
    with spoken("qps"):
        _, drawn = ask(asked(kind, more), typed, room=room)
    assert bare(drawn) - {"DATA", "zz", "nothing"} == set()
    assert len(typed) > 1 or all(len(line) <= 80 for line in drawn.splitlines())  # later only changes are drawn


@pytest.mark.parametrize("kind", ["text", "confirm", "choice", "choices", "page"])
@pytest.mark.parametrize("room", [False, True])
def test_no_word_of_plain_asking_is_english_in_another_language(kind, room, capsys, monkeypatch):
    """Asked line by line the same holds, for help and for what is refused."""
    lines = io.TextIOWrapper(io.BytesIO(b":help\n:nothing\n99 1\n:quit\n"), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", lines)
    with spoken("qps"):
        Plain(write, room=room).ask(asked(kind))
    assert bare(capsys.readouterr().out) - {"DATA"} == set()


def test_the_words_for_keys_are_those_of_the_language_and_english():
    """Somebody who knows :back from a handout can type it, whatever the language of the screen."""
    with spoken("qps"):
        assert {typed_key(word) for word in (":back", ":b", ":⟦ḃàćķ~~⟧")} == {BACK}
        assert typed_key(":Not Applicable") == typed_key(":na") == typed_key(":⟦ñà~⟧") == "not_applicable"
        assert typed_key(":nothing") is None


def test_what_is_proposed_is_confirmed_with_enter_and_can_be_left_open(capsys, monkeypatch):
    """Enter confirms what is proposed; it was not given before, so it is not said to be kept, and it can be left."""
    prompt = Prompt("choice", verbatim("Head"), verbatim("Which?"), options=FEW, default="second", proposed=True)
    assert ask(prompt, "\r")[0] == Given("second")
    assert ask(prompt, "\x1b[H\r")[0] == Given("")
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    assert Plain(write).ask(prompt) == Given("second")
    said = capsys.readouterr().out
    assert "The second one (proposed)" in said
    assert "Enter confirms: The second one" in said
