"""``mainstream init``."""

import datetime
import shlex
from pathlib import Path
from typing import Annotated, Any

import typer

from mainstream_cli.cli.options import counted, typed
from mainstream_cli.content import content_dir, load_catalogue
from mainstream_cli.content.countries import find_country
from mainstream_cli.errors import MainstreamError, Stopped, UsageError
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.project import SCHEMA, Settings
from mainstream_cli.model.record import parse, unknown_name
from mainstream_cli.rules.personal import looks_like_a_name
from mainstream_cli.store import create, create_from, refuse_unless_empty
from mainstream_cli.workspace.catalogue import project_catalogue

FolderArgument = Annotated[
    Path | None, typer.Argument(metavar="DIR", help="The new folder; it must not exist or be empty.")
]
SampleOption = Annotated[str | None, typer.Option("--sample", metavar="NAME", help="Copy a sample, such as moldova.")]
CountryOption = Annotated[str | None, typer.Option("--country", metavar="ISO3|NAME", help="ISO 3166 code or name.")]
NameOption = Annotated[str | None, typer.Option("--name", metavar="TEXT", help="The name that the government uses.")]
PlanOption = Annotated[str | None, typer.Option("--plan", metavar="TEXT", help="The name of the development plan.")]
KindOption = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help="national, sector, local, urban, adaptation or un_framework."),
]
StatusOption = Annotated[
    str | None, typer.Option("--status", metavar="STATUS", help="Of the plan: drafting, adopted or mid_term_review.")
]
StartOption = Annotated[
    int | None, typer.Option("--start", parser=counted, metavar="YEAR", help="First year of the plan.")
]
EndOption = Annotated[int | None, typer.Option("--end", parser=counted, metavar="YEAR", help="Last year of the plan.")]
TimingOption = Annotated[
    str | None,
    typer.Option(
        "--timing",
        metavar="TIMING",
        help="in_plan: migration goes into a plan being written. stand_alone: the plan stands, a strategy serves it. "
        "Left out, it follows from --status.",
    ),
]
LeadOption = Annotated[str | None, typer.Option("--lead", metavar="TEXT", help="The institution that leads.")]

NoInputOption = Annotated[
    bool, typer.Option("--no-input", help="Never ask: stop when something needed is missing, as without a terminal.")
]
PlainOption = Annotated[bool, typer.Option("--plain", help="Ask line by line, for a screen reader or a log.")]
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
    no_input: NoInputOption = False,
    plain: PlainOption = False,
) -> int:
    """Make a new project folder; asks for what is missing, or copies a sample with --sample."""
    name, plan, lead = (None if text is None else typed(text) for text in (name, plan, lead))
    facts: dict[str, Any] = {"country": country, "name": name, "plan": plan, "kind": kind, "status": plan_status}
    facts |= {"start": start, "end": end, "timing": timing, "lead": lead}
    if sample is not None:
        return _copy_sample(folder, sample, [flag for flag, value in facts.items() if value is not None])
    if not no_input and _missing(folder, facts):
        facts = _conversation({**facts, "folder": folder}, plain=plain)
        folder = Path(facts["folder"]) if facts.get("folder") else folder
    _refuse_missing(_missing(folder, facts))
    target = folder or Path()
    catalogue = _catalogue(target)
    settings = _settings(catalogue, facts)
    create(target, catalogue, settings)
    _say_what_was_made(target, catalogue, settings)
    if looks_like_a_name(settings.get("lead", "")):
        action = "Correct lead: in mainstream.yaml before it stays in the history of git."
        typer.echo(f"Warning: the lead looks like the name of a person. {action}", err=True)
    return 0


def _missing(folder: Path | None, facts: dict[str, Any]) -> list[str]:
    missing = [f"--{name}" for name in NEEDED if facts[name] is None or not str(facts[name]).strip()]
    missing += [] if facts["country"] or facts["name"] else ["--country"]
    return missing + ([] if folder is not None else ["DIR"])


def _refuse_missing(missing: list[str]) -> None:
    if missing:
        action = (
            'For instance: mainstream init mycountry --country MDA --plan "National plan 2035" --start 2026 --end 2035'
        )
        raise UsageError(f"Missing: {', '.join(missing)}.", action=action, code="usage")


def _conversation(given: dict[str, Any], *, plain: bool) -> dict[str, Any]:
    """Ask for what is missing where somebody can answer; Ctrl-C and quitting leave nothing behind."""
    from mainstream_cli.prompts import asker, has_terminal

    if not has_terminal():
        return given
    if given["folder"] is not None:
        refuse_unless_empty(given["folder"])
    from mainstream_cli.conversation.session import Quit
    from mainstream_cli.conversation.start import Founding

    founding = Founding(
        _catalogue(given["folder"]) if given["folder"] else load_catalogue(),
        asker(plain=plain, room=False),
        given,
        lambda name: refuse_unless_empty(Path(name)),
    )
    try:
        return {**dict.fromkeys(given), **founding.run()}
    except (Quit, KeyboardInterrupt):
        raise Stopped("Stopped; nothing was made.", code="stopped") from None


def _copy_sample(folder: Path | None, sample: str, flags: list[str]) -> int:
    _refuse_with_sample([f"--{flag}" for flag in flags])
    _refuse_missing([] if folder is not None else ["DIR"])
    target = folder or Path()
    create_from(target, sample_folder(sample), _catalogue(target))
    typer.echo(
        f"Made {target}, a copy of the sample {sample}.\nNext:  cd {shlex.quote(str(target))} && mainstream status"
    )
    return 0


def _catalogue(folder: Path) -> Catalogue:
    """Return the catalogue with the national content that was prepared in *folder*, which has to be sound."""
    catalogue, findings = project_catalogue(folder)
    if findings:
        first = findings[0]
        more = f" ({len(findings) - 1} more: mainstream checklist lint {folder})" if len(findings) > 1 else ""
        action = f"{first.action} Nothing was made."
        raise MainstreamError(f"{first.message}{more}", action=action, where=str(first.place or ""), code=first.code)
    return catalogue


def sample_folder(name: str) -> Path:
    """Return the folder of a shipped sample.

    Raises:
        UsageError: there is no sample of that name.
    """
    names = sorted(
        path.name for path in content_dir("sample_projects").iterdir() if (path / "mainstream.yaml").is_file()
    )
    if name not in names:
        raise unknown_name("sample", name, names)
    return content_dir("sample_projects") / name


def _refuse_with_sample(flags: list[str]) -> None:
    if flags:
        message = f"--sample copies a whole project, so {', '.join(flags)} cannot be used with it."
        raise UsageError(
            message, action="Leave the other flags out; edit mainstream.yaml in the copy if you want to.", code="usage"
        )


def _settings(catalogue: Catalogue, facts: dict[str, Any]) -> dict[str, Any]:
    iso_name, iso3 = find_country(facts["country"]) if facts["country"] else (facts["name"], None)
    status = facts["status"] or "drafting"
    plan = {"name": facts["plan"], "kind": facts["kind"] or "national", "status": status}
    settings: dict[str, Any] = {
        "schema": SCHEMA,
        "catalogue": catalogue.stamp,
        "country": {"name": facts["name"] or iso_name} | ({"iso3": iso3} if iso3 else {}),
        "plan": {**plan, "start": facts["start"], "end": facts["end"]},
        "timing": facts["timing"] or ("in_plan" if status == "drafting" else "stand_alone"),
    } | ({"lead": facts["lead"]} if facts["lead"] else {})
    record, problems = parse(Settings, settings, catalogue.vocabulary)
    if record is None:
        problem = problems[0]
        where = ".".join(str(step) for step in problem.path)
        raise MainstreamError(f"{where}: {problem.message} Nothing was made.", action=problem.action, code="F09")
    return settings


def _say_what_was_made(folder: Path, catalogue: Catalogue, settings: dict[str, Any]) -> None:
    core = sum(question.core for question in catalogue.questions.values())
    first = catalogue.stages[0]
    ends_past = settings["plan"]["end"] < datetime.datetime.now().astimezone().year
    typer.echo(
        f"Made {folder} for {settings['country']['name']}: {settings['plan']['name']}, "
        f"{settings['plan']['start']}–{settings['plan']['end']} ({catalogue.label('timings', settings['timing'])}).\n"
        f"It holds {len(catalogue.questions)} questions ({core} core) in {len(catalogue.stages)} stages\n"
        f"and {len(catalogue.sectors)} sectors, and empty registers.\n"
        + ("Note: the plan has already ended.\n" if ends_past else "")
        + f"Next:  cd {shlex.quote(str(folder))}\n"
        f"       mainstream fill {first.id:<15} the first stage, question by question\n"
        "       mainstream status               where you are, at any time"
    )
