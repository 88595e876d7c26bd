"""``mainstream init``."""

import datetime
import shlex
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from mainstream_cli.cli.chosen_language import worked_in
from mainstream_cli.cli.misuse import as_typed, flag
from mainstream_cli.cli.options import counted, warn
from mainstream_cli.errors import Stopped, UsageError
from mainstream_cli.language import say, several, verbatim
from mainstream_cli.output.writer import write
from mainstream_cli.workspace import Prompt, Workspace, new_project
from mainstream_cli.workspace.creating import prepared
from mainstream_cli.workspace.words import sound

FolderArgument = Annotated[
    Path | None, typer.Argument(metavar="DIR", help=say("The new folder; it must not exist or be empty."))
]
SampleOption = Annotated[
    str | None, typer.Option("--sample", metavar="NAME", help=say("Copy a sample, such as moldova."))
]
CountryOption = Annotated[
    str | None, typer.Option("--country", metavar="ISO3|NAME", help=say("ISO 3166 code or name."))
]
NameOption = Annotated[
    str | None, typer.Option("--name", metavar="TEXT", help=say("The name that the government uses."))
]
PlanOption = Annotated[
    str | None, typer.Option("--plan", metavar="TEXT", help=say("The name of the development plan."))
]
KindOption = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help=say("national, sector, local, urban, adaptation or un_framework.")),
]
StatusOption = Annotated[
    str | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        help=say("Of the plan: drafting, adopted or mid_term_review."),
    ),
]
StartOption = Annotated[
    int | None, typer.Option("--start", parser=counted, metavar="YEAR", help=say("First year of the plan."))
]
EndOption = Annotated[
    int | None, typer.Option("--end", parser=counted, metavar="YEAR", help=say("Last year of the plan."))
]
TimingOption = Annotated[
    str | None,
    typer.Option(
        "--timing",
        metavar="TIMING",
        help=say(
            "in_plan: migration goes into a plan being written. stand_alone: the plan stands, a strategy serves it. "
            "Left out, it follows from --status."
        ),
    ),
]
LeadOption = Annotated[str | None, typer.Option("--lead", metavar="TEXT", help=say("The institution that leads."))]
LeadKindOption = Annotated[
    str | None,
    typer.Option(
        "--lead-kind",
        metavar="KIND",
        help=say("Its kind, such as planning_authority or ministry: the lead becomes the first stakeholder."),
    ),
]

NoInputOption = Annotated[
    bool,
    typer.Option("--no-input", help=say("Never ask: stop when something needed is missing, as without a terminal.")),
]
PlainOption = Annotated[bool, typer.Option("--plain", help=say("Ask line by line, for a screen reader or a log."))]
EXAMPLE = verbatim('mainstream init mycountry --country MDA --plan "NDP 2035" --start 2026 --end 2035')
NEEDED = ("plan", "start", "end")


def run(
    folder: FolderArgument = None,
    sample: SampleOption = None,
    country: CountryOption = None,
    name: NameOption = None,
    plan: PlanOption = None,
    kind: KindOption = None,
    plan_status: StatusOption = None,
    start: StartOption = None,
    end: EndOption = None,
    timing: TimingOption = None,
    lead: LeadOption = None,
    lead_kind: LeadKindOption = None,
    no_input: NoInputOption = False,
    plain: PlainOption = False,
) -> int:
    """Make a new project folder; asks for what is missing, or copies a sample with --sample."""
    name, plan, lead = (None if text is None else sound(text) for text in (name, plan, lead))
    facts: dict[str, Any] = {"country": country, "name": name, "plan": plan, "kind": kind, "status": plan_status}
    facts |= {"start": start, "end": end, "timing": timing, "lead": lead, "lead_kind": lead_kind}
    if sample is not None:
        return _copy_sample(folder, sample, [flag(name) for name, value in facts.items() if value is not None])
    if not no_input and _missing(folder, facts):
        facts = _conversation({**facts, "folder": folder}, plain=plain)
        folder = Path(facts["folder"]) if facts.get("folder") else folder
    _refuse_missing(_missing(folder, facts))
    target = folder or Path()
    facts.pop("folder", None)
    made = Workspace.create(target, languages=worked_in(), **facts)
    _say_what_was_made(target, made)
    warn(made)
    return 0


def _missing(folder: Path | None, facts: dict[str, Any]) -> list[str]:
    missing = [f"--{name}" for name in NEEDED if facts[name] is None or not str(facts[name]).strip()]
    missing += [] if facts["country"] or facts["name"] else ["--country"]
    return missing + ([] if folder is not None else ["DIR"])


def _refuse_missing(missing: list[str]) -> None:
    if missing:
        action = say("For instance: {command}", command=EXAMPLE)
        raise UsageError(say("Missing: {flags}.", flags=", ".join(missing)), action=action, code="usage")


def _conversation(given: dict[str, Any], *, plain: bool) -> dict[str, Any]:
    """Ask for what is missing where somebody can answer; Ctrl-C and quitting leave nothing behind."""
    from mainstream_cli.prompts import asker, converse, has_terminal

    if not has_terminal():
        return given
    talk = new_project(given, prepared(given["folder"]) if given["folder"] else None)
    ask = asker(write, plain=plain, room=False)
    try:
        facts = converse(talk, lambda prompt: ask(_with_options(prompt)))
    except KeyboardInterrupt:
        facts = None
    if facts is None:
        raise Stopped(say("Stopped; nothing was made."), code="stopped")
    return {**dict.fromkeys(given), **facts}


def _with_options(prompt: Prompt) -> Prompt:
    return replace(prompt, help=tuple((heading, as_typed(text)) for heading, text in prompt.help))


def _copy_sample(folder: Path | None, sample: str, flags: list[str]) -> int:
    if flags:
        message = say(
            "{sample} copies a whole project, so {flags} cannot be used with it.",
            sample="--sample",
            flags=several(flags, "unit"),
        )
        action = say("Leave the other flags out; edit {file} in the copy if you want to.", file="mainstream.yaml")
        raise UsageError(message, action=action, code="usage")
    _refuse_missing([] if folder is not None else ["DIR"])
    target = folder or Path()
    Workspace.copy_sample(target, sample)
    write(say("Made {folder}, a copy of the sample {sample}.", folder=str(target), sample=sample))
    write(say("Next:  {command}", command=f"cd {shlex.quote(str(target))} && mainstream status"))
    return 0


def _say_what_was_made(folder: Path, made: Workspace) -> None:
    catalogue, settings = made.catalogue, made.project.settings
    plan, first = settings.plan, catalogue.stages[0]
    core = sum(question.core for question in catalogue.questions.values())
    write(
        say(
            "Made {folder} for {country}: {plan}, {start}–{end} ({timing}).",
            folder=str(folder),
            country=settings.country.name,
            plan=plan.name,
            start=plan.start,
            end=plan.end,
            timing=catalogue.label("timings", settings.timing),
        )
    )
    counts = {"questions": len(catalogue.questions), "core": core}
    counts |= {"stages": len(catalogue.stages), "sectors": len(catalogue.sectors)}
    write(
        say("Questions: {questions} ({core} core). Stages: {stages}. Sectors: {sectors}. Recorded: the lead.", **counts)
        if settings.lead in made.project.entries("stakeholders")
        else say(
            "Questions: {questions} ({core} core). Stages: {stages}. Sectors: {sectors}. The registers are empty.",
            **counts,
        )
    )
    if plan.end < datetime.datetime.now().astimezone().year:
        write(say("Note: the plan has already ended."))
    write(say("Next:  {command}", command=f"cd {shlex.quote(str(folder))}"))
    write(say("The first stage, question by question:  {command}", command=f"mainstream fill {first.id}"))
    write(say("Where you are, at any time:  {command}", command="mainstream status"))
