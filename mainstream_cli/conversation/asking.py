"""Asking one thing: every conversation is a generator that yields a prompt and is sent the reply."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

from mainstream_cli.language import Text, say, verbatim
from mainstream_cli.model.prompt import HELP, KEY_WORDS, QUIT, Given, Option, Pressed, Prompt, Reply, Talk


class Quit(Exception):  # noqa: N818 (a wish, not an error)
    """The person wants to stop, or is gone; ``given`` is what was confirmed of a field that is not finished."""

    def __init__(self, given: Any = None) -> None:
        super().__init__()
        self.given = given


def ask(prompt: Prompt) -> Talk[Reply]:
    """Ask one thing; a key that does not act there changes nothing, and the same is asked again.

    Raises:
        Quit: the person wants to stop, or the conversation is closed.
    """
    try:
        reply = yield prompt
        while isinstance(reply, Pressed) and (reply.key not in prompt.keys or reply.key == HELP):
            problem = say("This key does nothing here: {key}", key=KEY_WORDS.get(reply.key) or verbatim(reply.key))
            reply = yield replace(prompt, problem=problem)
    except GeneratorExit:
        raise Quit from None
    if reply == Pressed(QUIT):
        raise Quit
    return reply


def told(problem: str, action: str) -> Text:
    """Return what is wrong and what to do about it, side by side."""
    return say("{problem} {action}", problem=problem, action=action) if action else verbatim(problem)


def prefer_mine(prompt: Prompt, here: Text, on_disk: Text) -> Talk[bool]:
    """Ask whether what was given here stands, where somebody else wrote meanwhile."""
    prompt = replace(
        prompt,
        aside=((say("Here"), here), (say("On disk"), on_disk)),
        options=(Option("theirs", say("Keep what is on disk")), Option("mine", say("Record what was given here"))),
        default="theirs",
        keys=(HELP, QUIT),
    )
    return (yield from ask(prompt)) == Given("mine")


def confirmed(heading: Text, text: Text) -> Talk[bool]:
    """Ask yes or no; whoever leaves says no."""
    options = (Option("yes", say("Yes")), Option("no", say("No")))
    with suppress(Quit):
        return (yield from ask(Prompt("confirm", heading, text, options=options, default="no", keys=(QUIT,)))) == Given(
            "yes"
        )
    return False
