"""Pages of help in the language that is spoken; what typer and click write in English is written here.

typer keeps only the letters of a help text, so its paragraphs are looked up again when a page is shown. For that each
paragraph is a text of its own: ``help=paragraphs(say("..."), say("..."))``.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from enum import Enum
from typing import Any

from typer.core import TyperCommand, TyperGroup

from mainstream_cli.errors import UsageError
from mainstream_cli.language import Text, count, say, several, speak

SEE = say("See: {command}, or {verb}", command="mainstream --help", verb="mainstream VERB --help")
HEADINGS = {"argument": say("Arguments"), "option": say("Options")}


def paragraphs(*texts: Text) -> str:
    """Return the help of a command; in the list of commands its first paragraph stands for it."""
    return "\n\n".join(texts)


class _Spoken:
    """What the two kinds of commands share."""

    help: str | None

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        """Write how the command is called."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), f"{speak(say('Usage:'))} ")

    def format_help_text(self: Any, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text("\n\n".join(_said(self.help)))

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002 (nothing is cut off)
        """Return what stands for the command in the list."""
        return _said(self.help)[0]

    def format_options(self: Any, ctx: Any, formatter: Any) -> None:
        """Write arguments and options."""
        parameters = [(each, each.get_help_record(ctx)) for each in self.get_params(ctx)]
        for kind, heading in HEADINGS.items():
            rows = [
                (shown[0].partition(" <")[0], _meaning(each, ctx))  # typer adds the type in Python
                for each, shown in parameters
                if shown and each.param_type_name == kind
            ]
            if rows:
                with formatter.section(speak(heading)):
                    formatter.write_dl(rows)


class Verb(_Spoken, TyperCommand):
    """A command that explains itself in the language that is spoken."""

    allow_extra_args = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed.

        Raises:
            UsageError: there is more than the command takes.
        """
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            message = count(
                "There is an argument too many: {arguments}.",
                "There are {n} arguments too many: {arguments}.",
                n=len(rest),
                arguments=" ".join(rest),
            )
            raise UsageError(message, action=SEE, code="usage")
        return rest


class Verbs(_Spoken, TyperGroup):
    """Commands below one name, such as ``train``."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is named first.

        Raises:
            UsageError: there is none of that name; the nearest is named.
        """
        name = args[0]
        if name in self.commands or name.startswith("-"):
            return super().resolve_command(ctx, args)
        message, near = say("No such command '{name}'.", name=name), get_close_matches(name, self.commands)
        if near:
            meant = several((f"'{each}'" for each in near), "or")
            message = say("No such command '{name}'. Did you mean {commands}?", name=name, commands=meant)
        raise UsageError(message, action=SEE, code="usage")

    def invoke(self, ctx: Any) -> Any:
        """Run the command that is named.

        Raises:
            UsageError: none is named.
        """
        if not ctx._protected_args and not self.invoke_without_command:
            raise UsageError(say("Missing command."), action=SEE, code="usage")
        return super().invoke(ctx)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options and the commands."""
        super().format_options(ctx, formatter)
        with formatter.section(speak(say("Commands"))):
            formatter.write_dl([(name, each.get_short_help_str()) for name, each in self.commands.items()])


def _said(help_: str | None) -> list[str]:
    return [speak(Text(paragraph)) for paragraph in (help_ or "").split("\n\n")]


def _meaning(parameter: Any, context: Any) -> str:
    return "  ".join((speak(Text(parameter.help)), *_facts(parameter, parameter.get_default(context, call=False))))


def _facts(parameter: Any, default: object) -> Iterator[str]:
    """Say whether it is needed, else what holds without it."""
    if parameter.required:
        yield speak(say("[required]"))
    elif parameter.show_default and default not in (None, False):
        value = default.value if isinstance(default, Enum) else default
        said = parameter.opts[0].lstrip("-") if default is True else str(value)
        yield speak(say("[default: {value}]", value=said))
