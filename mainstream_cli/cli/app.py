"""Builds the typer application with the verb that is called; the others are named for ``--help`` only."""

import importlib
from collections.abc import Callable
from typing import Any

import typer

from mainstream_cli.cli.chosen_language import speak_language
from mainstream_cli.cli.help_pages import SEE, Verb, Verbs, paragraphs
from mainstream_cli.cli.misuse import UsageProblem, in_words
from mainstream_cli.errors import UsageError
from mainstream_cli.language import Text, say
from mainstream_cli.output.writer import write

VERBS: dict[str, Text] = {
    "init": say("Make a new project folder, or a copy of a sample."),
    "status": say("Where the project stands, by stage, and the next step."),
    "fill": say("Answer the questions one after the other, or fill a register."),
    "set": say("Answer a question, or record an entry of a register."),
    "check": say("Check the project: form, references, answers, conditions, gate."),
    "priorities": say("Compare candidate objectives by criteria, and how firm the order is."),
    "explain": say("What a question, a condition or a finding code means."),
    "session": say("Keep the record of a session while people talk."),
    "gather": say("Take the copies of tables back."),
    "sign": say("Record that a role confirms a stage."),
    "decide": say("Record a decision, or the dated remedy of a condition."),
    "waive": say("Accept a finding for now: with a reason and an end."),
    "compare": say("What is different between two states of the project."),
    "report": say("Write the Word documents."),
    "template": say("Use Word templates of your own."),
    "checklist": say("Show, print and check the questions of the catalogue."),
    "upgrade": say("Bring the project to the questions of the installed edition."),
    "train": say("Exercises on an invented country, for courses."),
    "demo": say("Make a sample project with its documents to look at."),
}
STOPPED = 130
HELP = paragraphs(
    say("Bring migration into a development plan, step by step, as the GMG Handbook (2010) outlines it."),
    say("Call mainstream without anything to see where you are."),
)


def invoke(arguments: list[str]) -> int:
    """Run the verb named in *arguments* and return the exit code.

    Raises:
        UsageError: the command line cannot be understood.
    """
    try:
        result = _app(arguments)(args=arguments, standalone_mode=False, prog_name="mainstream")
    except UsageProblem as problem:
        raise UsageError(in_words(problem), action=SEE, code="usage") from problem
    except typer.Abort as stop:
        raise KeyboardInterrupt from stop
    if result == STOPPED:  # typer turns Ctrl-C into this exit code, without a word
        raise KeyboardInterrupt
    return result if isinstance(result, int) else 0


def _app(arguments: list[str]) -> typer.Typer:
    app = typer.Typer(cls=Verbs, rich_markup_mode=None, add_completion=False, help=HELP, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True)(_options)
    called = {verb: VERBS[verb] for verb in arguments[:1] if verb in VERBS}  # the others would take 10 ms to describe
    for verb, words in (called or VERBS).items():
        run = _load(verb) if verb in arguments else _only_named
        if isinstance(run, typer.Typer):
            app.add_typer(run, name=verb, help=words)
        else:
            app.command(verb, cls=Verb, help=words)(run)
    return app


def _load(verb: str) -> Callable[..., Any] | typer.Typer:
    run: Callable[..., Any] | typer.Typer = importlib.import_module(f"mainstream_cli.cli.{verb}_verb").run
    return run


def _only_named() -> None:
    """Stand for a verb that this call does not use."""


def _show_version(value: bool) -> None:
    if value:
        from mainstream_cli import __version__

        write(f"mainstream {__version__}")
        raise typer.Exit


def _speak(code: str | None) -> None:
    if code is not None:
        speak_language(code)


def _options(
    context: typer.Context,
    lang: str | None = typer.Option(  # noqa: ARG001 (its callback does the work)
        None, "--lang", metavar="CODE", help=say("The language to speak."), callback=_speak, is_eager=True
    ),
    version: bool = typer.Option(  # noqa: ARG001
        False, "--version", "-V", help=say("Show the version."), callback=_show_version, is_eager=True
    ),
) -> int:
    if context.invoked_subcommand is not None:
        return 0
    from mainstream_cli.cli.overview import overview

    return overview()
