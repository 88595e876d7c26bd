"""A sound project as plain data, and faults planted into copies of it."""

import copy
import datetime
import json
from pathlib import Path

import pytest

from mainstream_cli import yamlfile
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.project import Project, Settings
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.rules import Case

TODAY = datetime.date(2026, 6, 7)


@pytest.fixture(scope="session")
def sound():
    """The plain data of the sound project; tests change copies only."""
    return yamlfile.read(Path(__file__).with_name("sound.yaml")).data


def changed(data, changes):
    """Return a copy of *data* with values set by their path; None takes a key away."""
    data = copy.deepcopy(data)
    for path, value in changes.items():
        *steps, last = path.split("/")
        first = steps[0] if steps else last
        place = data if first in data else data["registers"]
        for step in steps:
            place = place[int(step)] if isinstance(place, list) else place.setdefault(step, {})
        if value is None:
            place.pop(last, None)
        elif isinstance(place, list):
            place[int(last)] = value
        else:
            place[last] = value
    return data


@pytest.fixture(scope="session")
def case_of(catalogue, sound):
    """Build a case of the sound project with changes, in memory."""

    def build(changes=None, gate=None):
        data = changed(sound, changes or {})
        words = {"vocabulary": catalogue.vocabulary}
        stamp = {"edition": catalogue.edition, "sha256": catalogue.sha256}
        project = Project(
            Settings.model_validate(data["settings"] | {"catalogue": stamp}, context=words),
            {id_: Answer.model_validate(answer, context=words) for id_, answer in data["answers"].items()},
            {
                name: {
                    id_: REGISTERS[name].entry.model_validate(entry, context=words) for id_, entry in entries.items()
                }
                for name, entries in data["registers"].items()
            },
            {("actions", id_): sector for id_, sector in data["sector_of"].items()},
        )
        return Case(project, project, catalogue, TODAY, gate)

    return build


@pytest.fixture
def written(tmp_path, catalogue, sound):
    """Write the sound project with changes into a folder: one key a line, so that lines tell fields apart."""

    def write(changes):
        data = changed(sound, changes)
        files = {"mainstream.yaml": data["settings"]}
        for id_, answer in data["answers"].items():
            files.setdefault(f"answers/sectors/{catalogue.questions[id_].home}.yaml", {})[id_] = answer
        for name, entries in data["registers"].items():
            for id_, entry in entries.items():
                sector = f"/{data['sector_of'].get(id_, 'trade')}" if name == "actions" else ""
                files.setdefault(f"registers/{name}{sector}.yaml", {})[id_] = entry
        for name, content in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(json.dumps(content, indent=1), encoding="utf-8")
        return tmp_path

    return write
