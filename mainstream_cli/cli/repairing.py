"""``mainstream check --fix``: shows the repairs of which only one thing can be meant, and makes them on request."""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import typer

from mainstream_cli.cli.check_formats import CheckFormat, finding_as_data
from mainstream_cli.cli.session import case_of, print_json
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.rules import Case
from mainstream_cli.rules.references import meant_by, points_nowhere
from mainstream_cli.store import Loaded, load, may_be_rewritten, repaired, value_repair, with_repair

ROUNDS = 20  # a file that can be read again may hold more to put right
Keep = Callable[[Finding], bool]


@dataclass
class Plan:
    """What is put right: file -> text before and after, the findings behind it, and the project as it would be."""

    loaded: Loaded
    texts: dict[str, tuple[str, str]] = field(default_factory=dict)
    made: list[Finding] = field(default_factory=list)


def planned(loaded: Loaded, today: str | None, keep: Keep) -> Plan:
    """Work out all repairs, also those that show only once others are made."""
    plan = Plan(loaded)
    for _ in range(ROUNDS):
        by_file: dict[str, list[Finding]] = defaultdict(list)
        for finding in _clear(plan.loaded, case_of(plan.loaded, today), keep):
            if finding.repair is not None:
                by_file[finding.repair.file].append(finding)
        by_file = {file: _together(found) for file, found in by_file.items()}
        news = {file: _mended(plan.loaded, file, found) for file, found in by_file.items()}
        changed = {file: new for file, new in news.items() if new and new != plan.loaded.files.text(file)}
        if not changed:
            break
        for file, new in changed.items():
            first = plan.texts[file][0] if file in plan.texts else plan.loaded.files.text(file)
            plan.texts[file] = (first, new)
            first_seen = {(each.code, each.place) for each in plan.made}
            plan.made += [each for each in by_file[file] if (each.code, each.place) not in first_seen]
        texts = {file: new for file, (_, new) in plan.texts.items()}
        plan.loaded = load(loaded.folder, loaded.catalogue, texts)
    return plan


def _together(found: list[Finding]) -> list[Finding]:
    """Return the findings of a file that one change puts right: the form of the file comes first."""
    whole = next((each.repair.text for each in found if each.repair and each.repair.text), "")
    return [each for each in found if each.repair and each.repair.text == whole]


def _clear(loaded: Loaded, case: Case, keep: Keep) -> Iterator[Finding]:
    """Yield the findings of which only one thing can be meant."""
    for finding in [*loaded.findings, *_references(loaded, case)]:
        repair = finding.repair
        if repair and repair.is_clear and may_be_rewritten(repair.file) and keep(finding):
            yield finding


def _references(loaded: Loaded, case: Case) -> Iterator[Finding]:
    """Yield a finding for every reference in words that mean one entry."""
    errors = {finding.ref: finding for finding in points_nowhere(case)}
    for ref, ids in meant_by(case).items():
        finding = errors.get(ref) or Finding("R02", "note", f"{ref.id}: an actor in words.", "", ref=ref)
        yield _with_line(loaded, replace(finding, place=loaded.locate(ref)), ref, ids)


def with_lines(loaded: Loaded, case: Case, findings: Iterable[Finding]) -> list[Finding]:
    """Return findings on references with the right line, where the words mean one entry or two."""
    meant = meant_by(case)
    return [
        _with_line(loaded, each, each.ref, meant[each.ref])
        if each.code in ("R01", "R02") and each.ref in meant
        else each
        for each in findings
    ]


def _with_line(loaded: Loaded, finding: Finding, ref: Ref, ids: tuple[str, ...]) -> Finding:
    file, path = loaded.source(ref)
    return with_repair(finding, value_repair(loaded.files.document(file), file, path, ids))


def _mended(loaded: Loaded, file: str, findings: list[Finding]) -> str:
    return repaired(loaded.files.sound(file), [each.repair for each in findings if each.repair])


def show_repairs(plan: Plan, format: CheckFormat, *, written: bool) -> None:  # noqa: A002
    """Print what is or would be changed, as a unified diff that ``git apply`` takes, or as JSON."""
    diffs = {file: _diff(file, *texts) for file, texts in sorted(plan.texts.items())}
    if format is CheckFormat.json:
        print_json(_document(plan, diffs, written=written))
        return
    sys.stdout.write("".join(diffs.values()))
    count = len(plan.made)
    places = f"{count} place{'' if count == 1 else 's'} in {len(diffs)} file{'' if len(diffs) == 1 else 's'}"
    if not diffs:
        said = "Nothing to put right of which only one thing can be meant."
    elif written:
        said = f"Put right: {places}. What is left: mainstream check"
    else:
        said = f"To put right: {places}. Nothing was changed; to change it: mainstream check --fix --write"
    typer.echo(said, err=True)


def _document(plan: Plan, diffs: dict[str, str], *, written: bool) -> dict[str, Any]:
    return {
        "written": written and bool(diffs),
        "files": [{"file": file, "diff": diff} for file, diff in diffs.items()],
        "repairs": [
            {**finding_as_data(each), "line": each.repair.lines[0] if each.repair else ""} for each in plan.made
        ],
    }


def _diff(file: str, old: str, new: str) -> str:
    import difflib

    lines = difflib.unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{file}", f"b/{file}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
