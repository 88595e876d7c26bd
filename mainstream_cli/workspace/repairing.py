"""Works out the repairs of which only one thing can be meant; ``check --fix`` shows them and makes them on request."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from mainstream_cli.language import say, verbatim
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.rules import Case
from mainstream_cli.rules.manual import Sieve
from mainstream_cli.rules.references import meant_by, points_nowhere
from mainstream_cli.store import ProjectFolder, load, value_repair, with_repair

ROUNDS = 20  # a file that can be read again may hold more to put right


@dataclass
class Repairs:
    """What can be put right: file -> text before and after, and the findings behind it."""

    texts: dict[str, tuple[str, str]] = field(default_factory=dict)
    made: list[Finding] = field(default_factory=list)

    @property
    def diffs(self) -> dict[str, str]:
        """File -> what changes there, as a unified diff that ``git apply`` takes."""
        return {file: _diff(file, *texts) for file, texts in sorted(self.texts.items())}

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON carries it."""
        repairs = [(finding.as_data(), finding.repair) for finding in self.made]
        return {
            "files": [{"file": file, "diff": diff} for file, diff in self.diffs.items()],
            "repairs": [{**data, "line": repair.lines[0] if repair else ""} for data, repair in repairs],
        }


def repairs(loaded: ProjectFolder, case: Case, sieve: Sieve) -> Repairs:
    """Work out all repairs, also those that show only once others are made."""
    plan = Repairs()
    for _ in range(ROUNDS):
        by_file: dict[str, list[Finding]] = defaultdict(list)
        for finding in _clear(loaded, case, sieve):
            if finding.repair is not None:
                by_file[finding.repair.file].append(finding)
        by_file = {file: _together(found) for file, found in by_file.items()}
        news = {file: _mended(loaded, file, found) for file, found in by_file.items()}
        changed = {file: new for file, new in news.items() if new and new != loaded.files.text(file)}
        if not changed:
            break
        for file, new in changed.items():
            first = plan.texts[file][0] if file in plan.texts else loaded.files.text(file)
            plan.texts[file] = (first, new)
            first_seen = {(finding.code, finding.place) for finding in plan.made}
            plan.made += [finding for finding in by_file[file] if (finding.code, finding.place) not in first_seen]
        loaded = load(loaded.folder, loaded.catalogue, {file: new for file, (_, new) in plan.texts.items()})
        case = Case(loaded.project, loaded.public, loaded.catalogue, case.today)
    return plan


def _together(found: list[Finding]) -> list[Finding]:
    """Return the findings of a file that one change puts right: the form of the file comes first."""
    whole = next((finding.repair.text for finding in found if finding.repair and finding.repair.text), "")
    return [finding for finding in found if finding.repair and finding.repair.text == whole]


def _clear(loaded: ProjectFolder, case: Case, sieve: Sieve) -> Iterator[Finding]:
    """Yield the findings of which only one thing can be meant."""
    from mainstream_cli.store.rewriting import may_be_rewritten

    for finding in [*loaded.findings, *_references(loaded, case)]:
        repair = finding.repair
        if repair and repair.is_clear and may_be_rewritten(repair.file) and sieve.passes(finding.code):
            yield finding


def _references(loaded: ProjectFolder, case: Case) -> Iterator[Finding]:
    """Yield a finding for every reference in words that mean one entry."""
    errors = {finding.ref: finding for finding in points_nowhere(case)}
    for ref, ids in meant_by(case).items():
        finding = errors.get(ref) or Finding(
            "R02", "note", say("{id}: an actor in words.", id=ref.id), verbatim(""), ref=ref
        )
        yield _with_line(loaded, replace(finding, place=loaded.locate(ref)), ref, ids)


def with_lines(loaded: ProjectFolder, case: Case, findings: Iterable[Finding]) -> list[Finding]:
    """Return findings on references with the right line, where the words mean one entry or two."""
    meant = meant_by(case)
    return [
        _with_line(loaded, finding, finding.ref, meant[finding.ref])
        if finding.code in ("R01", "R02") and finding.ref in meant
        else finding
        for finding in findings
    ]


def _with_line(loaded: ProjectFolder, finding: Finding, ref: Ref, ids: tuple[str, ...]) -> Finding:
    file, path = loaded.source(ref)
    return with_repair(finding, value_repair(loaded.files.document(file), file, path, ids))


def _mended(loaded: ProjectFolder, file: str, findings: list[Finding]) -> str:
    from mainstream_cli.store.rewriting import repaired

    return repaired(loaded.files.sound(file), [finding.repair for finding in findings if finding.repair])


def _diff(file: str, old: str, new: str) -> str:
    import difflib

    lines = difflib.unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{file}", f"b/{file}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
