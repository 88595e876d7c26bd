"""Chooses how to ask, and refuses to where nobody can answer."""

import sys
from collections.abc import Callable
from contextlib import closing

from mainstream_cli.model.prompt import Prompt, Reply, T, Talk

Asker = Callable[[Prompt], Reply]


def has_terminal() -> bool:
    """Tell whether somebody can read and answer: both stdin and stdout are terminals."""
    return sys.stdin is not None and sys.stdout is not None and sys.stdin.isatty() and sys.stdout.isatty()


def asker(write: Callable[[str, str], None], *, plain: bool, room: bool) -> Asker:
    """Return the function that asks; call it only with a terminal. Asked plainly, all texts go through *write*."""
    if plain:
        from mainstream_cli.prompts.plain import Plain

        return Plain(write, room=room).ask
    from mainstream_cli.prompts.screen import Screen

    return Screen(room=room).ask


def converse(talk: Talk[T], ask: Asker) -> T:
    """Hold a conversation: whatever it yields is asked, until it returns; what ends it earlier closes it.

    Raises:
        KeyboardInterrupt: Ctrl-C.
        MainstreamError: what the conversation or the terminal says.
    """
    with closing(talk):
        try:
            prompt = next(talk)
            while True:
                prompt = talk.send(ask(prompt))
        except StopIteration as end:
            outcome: T = end.value
            return outcome
