"""What the tests of rules share: cases made of plain data."""

import datetime

import pytest

from mainstream_cli.model.answer import Answer
from mainstream_cli.model.project import Project, Settings
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.rules import Case, check

TODAY = datetime.date(2026, 6, 7)


class Maker:
    """Makes cases from answers, entries and settings given as plain data."""

    def __init__(self, catalogue):
        self.catalogue = catalogue

    def __call__(self, answers=None, journal=None, **registers):
        settings = {
            "schema": 1,
            "catalogue": {"edition": self.catalogue.edition, "sha256": self.catalogue.sha256},
            "country": {"name": "Sandoria", "areas": [{"name": "The Islands"}]},
            "plan": {"name": "Plan", "start": 2026, "end": 2035},
            "timing": "in_plan",
            "lead": "Planning Office",
        } | registers.pop("settings", {})
        project = Project(
            Settings.model_validate(settings),
            {id_: Answer.model_validate(data) for id_, data in (answers or {}).items()},
            {
                name: {id_: REGISTERS[name].entry.model_validate(data) for id_, data in entries.items()}
                for name, entries in registers.items()
            },
            {},
            journal or {},
        )
        return Case(project, project, self.catalogue, TODAY)

    @staticmethod
    def found(case, code):
        """Return the findings whose code starts with *code*."""
        return [finding for finding in check(case) if finding.code.startswith(code)]


@pytest.fixture
def made(catalogue):
    return Maker(catalogue)
