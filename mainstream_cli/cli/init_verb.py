"""``mainstream init``."""

import datetime
import shlex
from pathlib import Path
from typing import Annotated, Any

import typer

from mainstream_cli.cli.session import typed, unknown
from mainstream_cli.content import content_dir, load_catalogue
from mainstream_cli.content.countries import find_country
from mainstream_cli.errors import MainstreamError, UsageError
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.project import SCHEMA, Settings
from mainstream_cli.model.record import parse
from mainstream_cli.store import create, create_from

FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="The new folder; it must not exist or be empty.")]
SampleOption = Annotated[str | None, typer.Option("--sample", metavar="NAME", help="Copy a sample, such as moldova.")]
CountryOption = Annotated[str | None, typer.Option("--country", metavar="ISO3|NAME", help="ISO 3166 code or name.")]
NameOption = Annotated[str | None, typer.Option("--name", metavar="TEXT", help="The name that the government uses.")]
PlanOption = Annotated[str | None, typer.Option("--plan", metavar="TEXT", help="The name of the development plan.")]
KindOption = Annotated[
    str, typer.Option("--kind", metavar="KIND", help="national, sector, local, urban, adaptation or un_framework.")
]
StatusOption = Annotated[
    str, typer.Option("--status", metavar="STATUS", help="Of the plan: drafting, adopted or mid_term_review.")
]
StartOption = Annotated[int | None, typer.Option("--start", metavar="YEAR", help="First year of the plan.")]
EndOption = Annotated[int | None, typer.Option("--end", metavar="YEAR", help="Last year of the plan.")]
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


def run(
    folder: FolderArgument,
    sample: SampleOption = None,
    country: CountryOption = None,
    name: NameOption = None,
    plan: PlanOption = None,
    kind: KindOption = "national",
    plan_status: StatusOption = "drafting",
    start: StartOption = None,
    end: EndOption = None,
    timing: TimingOption = None,
    lead: LeadOption = None,
) -> int:
    """Make a new project folder, or a copy of a sample with --sample."""
    catalogue = load_catalogue()
    if sample is not None:
        given = {
            "--country": country,
            "--name": name,
            "--plan": plan,
            "--start": start,
            "--end": end,
            "--timing": timing,
            "--lead": lead,
        }
        _refuse_with_sample([flag for flag, value in given.items() if value is not None])
        create_from(folder, sample_folder(sample), catalogue)
        typer.echo(
            f"Made {folder}, a copy of the sample {sample}.\nNext:  cd {shlex.quote(str(folder))} && mainstream status"
        )
        return 0
    name, plan, lead = (None if text is None else typed(text) for text in (name, plan, lead))
    facts = _facts(country=country or name, plan=plan, start=start, end=end)
    timing = timing or ("in_plan" if plan_status == "drafting" else "stand_alone")
    settings = _settings(catalogue, facts, country, name, {"kind": kind, "status": plan_status}, timing, lead)
    create(folder, catalogue, settings)
    _say_what_was_made(folder, catalogue, settings)
    return 0


def sample_folder(name: str) -> Path:
    """Return the folder of a shipped sample.

    Raises:
        UsageError: there is no sample of that name.
    """
    names = sorted(
        path.name for path in content_dir("sample_projects").iterdir() if (path / "mainstream.yaml").is_file()
    )
    if name not in names:
        raise unknown("sample", name, names)
    return content_dir("sample_projects") / name


def _refuse_with_sample(flags: list[str]) -> None:
    if flags:
        message = f"--sample copies a whole project, so {', '.join(flags)} cannot be used with it."
        raise UsageError(
            message, action="Leave the other flags out; edit mainstream.yaml in the copy if you want to.", code="usage"
        )


def _facts(**facts: Any) -> dict[str, Any]:
    missing = [
        f"--{name}" for name, value in facts.items() if value is None or (isinstance(value, str) and not value.strip())
    ]
    if missing:
        action = (
            'For instance: mainstream init mycountry --country MDA --plan "National plan 2035" --start 2026 --end 2035'
        )
        raise UsageError(f"Missing: {', '.join(missing)}.", action=action, code="usage")
    return facts


def _settings(
    catalogue: Catalogue,
    facts: dict[str, Any],
    country: str | None,
    name: str | None,
    plan: dict[str, str],
    timing: str,
    lead: str | None,
) -> dict[str, Any]:
    iso_name, iso3 = find_country(country) if country else (name, None)
    settings: dict[str, Any] = {
        "schema": SCHEMA,
        "catalogue": {"edition": catalogue.edition, "sha256": catalogue.sha256},
        "country": {"name": name or iso_name} | ({"iso3": iso3} if iso3 else {}),
        "plan": {"name": facts["plan"], **plan, "start": facts["start"], "end": facts["end"]},
        "timing": timing,
    } | ({"lead": lead} if lead else {})
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
        f"It holds {len(catalogue.questions)} questions ({core} core) in {len(catalogue.stages)} stages "
        f"and {len(catalogue.sectors)} sectors, and empty registers.\n"
        + ("Note: the plan has already ended.\n" if ends_past else "")
        + f"Next:  cd {shlex.quote(str(folder))}\n"
        f"       mainstream checklist show {first.id}   the questions of the first stage\n"
        "       mainstream status                       where you are, at any time"
    )
