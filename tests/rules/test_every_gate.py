"""Rules run once for a project, and all gates are answered from what they noticed."""

import hashlib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest

from mainstream_cli.content import content_dir
from mainstream_cli.model.journal import SignOff, Waiver
from mainstream_cli.model.project import PrivateFolder, Ref
from mainstream_cli.rules import RULES, Case, check, digest, gate
from mainstream_cli.store import load

VERDICTS = Path(__file__).with_name("verdicts.txt")
SAMPLES = ("bangladesh", "jamaica", "mali", "moldova", "sandoria")


def thinned(project):
    """Return a project that lacks every third answer and, by the letters of their names, half of its optional fields."""
    answers = {id_: each for number, (id_, each) in enumerate(project.answers.items()) if number % 3}
    registers = {
        name: {
            id_: entry.model_copy(
                update={
                    field: info.default
                    for field, info in type(entry).model_fields.items()
                    if not info.is_required() and info.default_factory is None and crc32(f"{id_}{field}".encode()) % 2
                }
            )
            for id_, entry in entries.items()
        }
        for name, entries in project.registers.items()
    }
    return replace(project, answers=answers, registers=registers)


def signed(project, catalogue):
    """Return a project in which all stages but one are signed as they stand now."""
    common = {"kind": "sign_off", "by": "cabinet_office", "date": "2010-01-01", "reference": "Minute", "edition": "x"}
    journal = {
        f"x-sign_off-{stage.id}-1": SignOff(**common, stage=stage.id, digest=digest(project, stage))
        for stage in catalogue.stages
        if stage.id != "scoping"
    }
    return replace(project, journal=journal)


def waived(project, today):
    """Return a project with waivers that stand, that have run out, that may not stand and that cover nothing."""
    lines = [
        ("A01", None, 90),
        ("K03", None, 90),
        ("C03", None, 90),
        ("A03", None, -3),
        ("C10", None, 9),
        ("K44", "x", 9),
    ]
    journal = {
        f"w{number}": Waiver(
            kind="waiver", by="cabinet_office", date="2010-01-01", code=code, where=where, reason="Later",
            until=today.fromordinal(today.toordinal() + days),
        )
        for number, (code, where, days) in enumerate(lines)
    }  # fmt: skip
    severities = {"K24": "error", "A03": "note", "C10": "note", "A01": "warning", "A04": "warning"}
    settings = project.settings.model_copy(update={"severities": severities, "lead": None})
    return replace(project, settings=settings, journal={**project.journal, **journal})


def cloned(project, catalogue):
    """Return a project without private/ in which some things could not be read."""
    sensitive = {id_ for id_, each in catalogue.questions.items() if each.sensitive}
    answers = {id_: each for id_, each in project.answers.items() if id_ not in sensitive}
    lost = frozenset({Ref("risks"), Ref("answers", "core_team_lead"), Ref("objectives", next(iter(project.entries("objectives")), "x"), ("owner",))})  # fmt: skip
    return replace(project, answers=answers, unread=lost, private=PrivateFolder(at_hand=False))


def variants(project, catalogue, today):
    """Yield a project as it is, and in states in which other rules speak."""
    thin = thinned(project)
    yield "as it is", project
    yield "unsigned", replace(project, journal={})
    yield "thinned", thin
    yield "signed", signed(thin, catalogue)
    yield "waived", waived(thin, today)
    yield "cloned", cloned(thin, catalogue)
    yield "cloned and signed", cloned(signed(project, catalogue), catalogue)


def mark(findings):
    """Return a short digest of findings in their order: code, severity, place, message and who waived it."""
    lines = (f"{each.code}|{each.severity}|{each.ref!r}|{each.message}|{each.waiver and each.waiver.until}" for each in findings)  # fmt: skip
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8]


@pytest.fixture(scope="module")
def cases(catalogue):
    """All samples in all states, as rules look at them."""
    found = {}
    for name in SAMPLES:
        project = load(content_dir("sample_projects") / name, catalogue).project
        today = project.settings.as_of
        for state, changed in variants(project, catalogue, today):
            found[f"{name}, {state}"] = Case(changed, changed, catalogue, today)
    return found


def test_findings_are_those_of_a_rule_book_that_runs_for_each_gate(cases, catalogue, request):
    """What check and every gate say, as recorded when all rules still ran anew for each stage."""
    lines = []
    for name, case in cases.items():
        said = [mark(check(case)), *(mark(check(case.at(stage.id))) for stage in catalogue.stages)]
        shut = [mark(gate(case, stage.id)) for stage in catalogue.stages]
        lines.append(f"{name}: {' '.join(said)} / {' '.join(shut)}\n")
    text = "".join(lines)
    if request.config.getoption("--update-golden"):
        VERDICTS.write_text(text, encoding="utf-8")
    recorded = VERDICTS.read_text(encoding="utf-8").splitlines()
    assert text.splitlines() == recorded, "run pytest --update-golden and find out what has changed"


def test_rules_run_once_for_all_gates(cases, catalogue, monkeypatch):
    """However many gates are asked for, every rule but those on what a gate needs looks at a project once."""
    runs = Counter()

    def counting(code, rule):
        return lambda case: runs.update([code]) or rule(case)

    for code, rule in RULES.items():
        monkeypatch.setitem(RULES, code, counting(code, rule))
    case = replace(cases["moldova, thinned"])
    check(case)
    for stage in catalogue.stages:
        gate(case, stage.id)
    assert {code: number for code, number in runs.items() if number > 1} == {"A01": 13, "G10": 13}
    assert set(runs) == set(RULES)


def test_what_was_worked_out_is_not_kept_for_a_changed_case(cases, catalogue):
    """A case of other answers, or of another day, is looked at anew."""
    case = cases["moldova, as it is"]
    check(case)
    other = replace(case, project=cases["moldova, thinned"].project)
    assert mark(check(other)) == mark(check(replace(cases["moldova, thinned"], public=other.public)))
    assert mark(check(replace(case, today=case.today.replace(year=2040)))) != mark(check(case))
    assert mark(check(replace(case.at("scoping"), gate=None))) == mark(check(case))
