"""What is wrong with a command line, in sentences of our own: those of typer are English in every language.

Sentences from below name the arguments of Python; here they become what is typed.
"""

from collections.abc import Callable
from typing import Any

import typer

from mainstream_cli.errors import Argument
from mainstream_cli.language import Text, say, several, verbatim

UsageProblem: type[Exception] = typer.BadParameter.__mro__[1]  # typer names no public base for "wrong usage"
TYPED_AS = {"text": "TEXT", "documents": "DOCUMENT", "people": "INSTITUTION", "to": "--out", "folder": "--project"}
UNVALUED = "does not take a value."


def as_typed(text: Text) -> Text:
    """Return a text in which each argument of Python stands as it is typed on the command line."""
    return type(text)(text.msgid, text.many, text.context, {name: _typed(part) for name, part in text.values.items()})


def _typed(part: Any) -> Any:
    if isinstance(part, Argument):
        return f"{TYPED_AS.get(part) or flag(part)} {part.holds}".strip()
    return as_typed(part) if isinstance(part, Text) else part


def flag(argument: str) -> str:
    """Return the option of an argument of Python."""
    return f"--{argument.replace('_', '-')}"


def in_words(problem: Any) -> Text:
    """Return what is wrong; what typer finds that is not foreseen here is said in its own words."""
    known = SENTENCES.get(type(problem).__name__)
    return known(problem) if known else verbatim(str(problem.message))


def _no_option(problem: Any) -> Text:
    name, possible = problem.option_name, sorted(problem.possibilities or ())
    if possible:
        return say("No such option: {name} (Possible options: {options})", name=name, options=", ".join(possible))
    return say("No such option: {name}", name=name)


def _badly_used(problem: Any) -> Text:
    if problem.message.endswith(UNVALUED):
        return say("Option '{name}' does not take a value.", name=problem.option_name)
    return say("Option '{name}' requires an argument.", name=problem.option_name)


def _missing(problem: Any) -> Text:
    name = problem.param.get_error_hint()
    if problem.param.param_type_name == "option":
        return say("Missing option {name}.", name=name)
    return say("Missing argument {name}.", name=name)


def _invalid(problem: Any) -> Text:
    name, choices = problem.param.get_error_hint(), problem.param.type_descriptor.choices
    if choices:
        values = several((f"'{choice.value}'" for choice in choices), "unit")
        value = problem.message.removeprefix("Value error, ").rpartition(" is not one of ")[0]
        return say("Invalid value for {name}: {value} is not one of {values}.", name=name, value=value, values=values)
    return say("Invalid value for {name}: {problem}", name=name, problem=problem.message)


SENTENCES: dict[str, Callable[[Any], Text]] = {
    "NoSuchOption": _no_option,
    "BadOptionUsage": _badly_used,
    "MissingParameter": _missing,
    "BadParameter": _invalid,
}
