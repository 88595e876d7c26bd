"""The bill of materials of the wheel: a valid one, the same each time, and complete."""

import importlib.util
import json
import re
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def bill(tmp_path_factory):
    """The bill as the command writes it."""
    target = tmp_path_factory.mktemp("dist") / "bill.cdx.json"
    subprocess.run([sys.executable, "tests/sbom.py", str(target)], cwd=ROOT, check=True, env={"PYTHONPATH": str(ROOT)})
    return json.loads(target.read_text(encoding="utf-8"))


def of_lock(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z0-9][\w.-]*)==([^\s;]+)", text, re.MULTILINE))


def test_it_fits_the_schema_of_cyclonedx(bill):
    """The published schema of CycloneDX 1.6, with those it stands on, accepts it."""
    schemas = files("cyclonedx.schema._res")
    names = ("bom-1.6", "spdx", "jsf-0.82")
    read = [json.loads(schemas.joinpath(f"{name}.SNAPSHOT.schema.json").read_text(encoding="utf-8")) for name in names]
    registry = Registry().with_resources([(each["$id"], Resource.from_contents(each)) for each in read])
    assert [error.message for error in Draft7Validator(read[0], registry=registry).iter_errors(bill)] == []


def test_it_lists_every_locked_package_and_nothing_else(bill):
    """What is installed with the wheel, with its version, and its hashes as they are locked."""
    assert {(each["name"], each["version"]) for each in bill["components"]} == of_lock("requirements.lock")
    assert all(
        any(each["name"].endswith("sha256") for each in part.get("properties", ())) for part in bill["components"]
    )


def test_it_says_who_needs_what(bill):
    """The tool needs what pyproject.toml names, every package is needed by somebody, and every reference is known."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    direct = [*project["dependencies"], *project["optional-dependencies"]["charts"]]
    names = {re.match(r"[A-Za-z0-9._-]+", each)[0].lower().replace("_", "-").replace(".", "-") for each in direct}
    needs = {each["ref"]: set(each["dependsOn"]) for each in bill["dependencies"]}
    top = bill["metadata"]["component"]["bom-ref"]
    assert {re.match(r"pkg:pypi/(.+)@", each)[1].replace(".", "-") for each in needs[top]} == names
    assert set().union(*needs.values()) == {each["bom-ref"] for each in bill["components"]} == set(needs) - {top}


def test_it_is_the_same_each_time_and_names_no_machine(bill):
    """There is no time and no path in it, and its number changes with what it lists."""
    spec = importlib.util.spec_from_file_location("sbom", ROOT / "tests" / "sbom.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert script.bill(lock, project) == bill
    other = script.bill(lock.replace("pyyaml==", "pyyaml==9"), project)
    assert other["serialNumber"] != bill["serialNumber"]
    assert str(ROOT) not in json.dumps(bill)
    assert "timestamp" not in bill["metadata"]
