"""Picks entries of registers by their title, and lets people add what is not listed."""

from collections.abc import Callable
from dataclasses import replace

from mainstream_cli.conversation.asking import ask
from mainstream_cli.conversation.working_copy import WorkingCopy
from mainstream_cli.language import say, verbatim
from mainstream_cli.model.prompt import ADD, NO_WORDS, Given, Option, Pressed, Prompt, Reply, Talk
from mainstream_cli.model.registers import REGISTERS

Add = Callable[[str], Talk[str | None]]


def pick(copy: WorkingCopy, prompt: Prompt, registers: tuple[str, ...], add: Add, *, free: bool = False) -> Talk[Reply]:
    """Ask for one entry or several, by title; *add* records a new one in the first register and returns its id.

    With *free* a name in words is accepted instead, for organisations that are not recorded.
    """
    while True:
        chosen = prompt.default if isinstance(prompt.default, tuple) else filter(None, (prompt.default,))
        titles = copy.titles(*registers)
        titles.update({id_: id_ for id_ in chosen if id_ not in titles})
        options = [Option(id_, verbatim(title)) for id_, title in titles.items()]
        one = say("add one: {entry}", entry=REGISTERS[registers[0]].one)
        options.append(Option(ADD, say("write another one") if free else one))
        reply = yield from ask(replace(prompt, options=tuple(options)))
        if isinstance(reply, Pressed):
            return reply
        picked = reply.value if isinstance(reply.value, tuple) else (reply.value,)
        if ADD not in picked:
            return reply
        new = yield from _written(prompt) if free else add(registers[0])
        kept = tuple(id_ for id_ in picked if id_ != ADD)
        if new is not None:
            return Given((*kept, new)) if isinstance(reply.value, tuple) else Given(new)
        prompt = replace(prompt, default=kept if isinstance(reply.value, tuple) else prompt.default, problem=NO_WORDS)


def _written(prompt: Prompt) -> Talk[str | None]:
    hint = say("an organisation or a role, never the name of a person: what is written stays in the history")
    reply = yield from ask(replace(prompt, kind="text", options=(), default="", hint=hint, problem=NO_WORDS))
    return str(reply.value).strip() or None if isinstance(reply, Given) else None
