"""Asking one thing: every conversation is a generator that yields a prompt and is sent the reply."""

from dataclasses import replace
from typing import Any

from mainstream_cli.model.prompt import HELP, QUIT, Pressed, Prompt, Reply, Talk


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
            problem = f"The key '{reply.key.replace('_', ' ')}' does nothing here."
            reply = yield replace(prompt, problem=problem)
    except GeneratorExit:
        raise Quit from None
    if reply == Pressed(QUIT):
        raise Quit
    return reply
