"""Picks entries of registers by their title, and lets people add what is not listed."""

from collections.abc import Callable
from dataclasses import replace

from mainstream_cli.conversation.session import Desk
from mainstream_cli.model.prompt import BACK, Given, Option, Pressed, Prompt, Reply

Add = Callable[[str], str | None]
NEW = "+"


def pick(desk: Desk, prompt: Prompt, registers: tuple[str, ...], add: Add, *, free: bool = False) -> Reply:
    """Ask for one entry or several, by title; *add* records a new one in the first register and returns its id.

    With *free* a name in words is accepted instead, for organisations that are not recorded.
    """
    problem = prompt.problem
    while True:
        chosen = _chosen(prompt)
        titles = desk.titles(*registers)
        titles.update({each: each for each in chosen if each not in titles})
        options = [Option(id_, title) for id_, title in titles.items()]
        options.append(Option(NEW, "write another one" if free else f"add one to {registers[0].replace('_', ' ')}"))
        reply = desk.put(replace(prompt, options=tuple(options), problem=problem))
        if isinstance(reply, Pressed):
            return reply
        picked = reply.value if isinstance(reply.value, tuple) else (reply.value,)
        if NEW not in picked:
            return reply
        new = _written(desk, prompt) if free else add(registers[0])
        kept = tuple(each for each in picked if each != NEW)
        if new is not None:
            return Given((*kept, new)) if isinstance(reply.value, tuple) else Given(new)
        problem = ""
        prompt = replace(prompt, default=kept) if isinstance(reply.value, tuple) else prompt


def _chosen(prompt: Prompt) -> tuple[str, ...]:
    if isinstance(prompt.default, tuple):
        return prompt.default
    return (prompt.default,) if prompt.default else ()


def _written(desk: Desk, prompt: Prompt) -> str | None:
    hint = "an organisation or a role, never the name of a person: what is written stays in the history"
    reply = desk.put(replace(prompt, kind="text", options=(), default="", hint=hint, problem=""))
    if isinstance(reply, Pressed) and reply.key == BACK:
        return None
    return str(reply.value).strip() or None if isinstance(reply, Given) else None
