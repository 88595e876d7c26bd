"""Projects made of rows of a table, in memory: an honest small country, or the same with something changed."""

import copy
import datetime
from pathlib import Path

import pytest

from mainstream_cli import yamlfile
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.journal import parse_entry
from mainstream_cli.model.project import Project, Settings
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.rules import Case, assess, check

TODAY = datetime.date(2026, 11, 30)
NOW = "now"
"""Stands in ``of:`` for the version of the objective as it is, which the tool writes."""


def table(name):
    """Return the rows of a table beside these tests."""
    return yamlfile.read(Path(__file__).with_name(name)).data


def changed(row, changes):
    """Return a copy of a row with values set by their path, such as ``bodies/council/chair``; nothing takes one away."""
    row = copy.deepcopy(row)
    for path, value in changes.items():
        *steps, last = path.split("/")
        place = row
        for step in steps:
            place = place[int(step)] if isinstance(place, list) else place.setdefault(step, {})
        if isinstance(place, list):
            place[int(last)] = value
        elif value is None:
            place.pop(last, None)
        else:
            place[last] = value
    return row


class Country:
    """A project made of a row: answers, journal, settings, and registers under their names."""

    def __init__(self, catalogue):
        self.catalogue = catalogue
        self.words = {"vocabulary": catalogue.vocabulary}

    def __call__(self, row, today=TODAY, gate=None):
        settings = {
            "schema": 2,
            "catalogue": {"edition": self.catalogue.edition, "sha256": self.catalogue.sha256},
            "country": {"name": "Sandoria"},
            "plan": {"name": "Plan", "start": 2027, "end": 2035},
            "timing": "in_plan",
            "lead": "planning",
        } | row.get("settings", {})
        journal = {id_: self._entry(entry) for id_, entry in row.get("journal", {}).items()}
        answers = {id_: Answer.model_validate(each, context=self.words) for id_, each in row.get("answers", {}).items()}
        registers = {name: self._register(name, row[name]) for name in REGISTERS if name in row}
        project = Project(Settings.model_validate(settings, context=self.words), answers, registers, {}, journal)
        return Case(project, project, self.catalogue, today, gate)

    def _entry(self, data):
        sealed = {"digest": "d", "edition": "2026.1"} if data["kind"] == "sign_off" else {}
        entry, problems, _ = parse_entry({"by": "planning"} | sealed | data, self.catalogue.vocabulary)
        assert not problems, problems
        return entry

    def _register(self, name, entries):
        entry = REGISTERS[name].entry
        made = {}
        for id_, data in entries.items():
            stamps = [f"{field}/of" for field, each in data.items() if isinstance(each, dict) and each.get("of") == NOW]
            plain = entry.model_validate({"title": id_} | changed(data, dict.fromkeys(stamps)), context=self.words)
            stamped = changed(data, dict.fromkeys(stamps, getattr(plain, "version", "")))
            made[id_] = entry.model_validate({"title": id_} | stamped, context=self.words)
        return made

    def standing(self, case, code):
        """Return how one condition stands."""
        return next(each for each in assess(case) if each.condition.code == code)

    def in_the_way(self, case, code):
        """Return the errors of one code that keep the judged gate shut."""
        return [each for each in check(case) if (each.code, each.severity) == (code, "error") and not each.waiver]


@pytest.fixture(scope="session")
def country(catalogue):
    return Country(catalogue)
