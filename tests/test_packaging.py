"""The wheel holds everything the tool needs, and nothing that names a machine or a registry."""

import json
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from mainstream_cli import __version__, yamlfile
from mainstream_cli.content import compiled
from mainstream_cli.content.catalogue import read_catalogue
from mainstream_cli.model.finding import Finding, Place
from mainstream_cli.workspace import linting

ROOT = Path(__file__).parent.parent
BUNDLED = ("checklists", "templates", "sample_projects", "exercises")


def tracked(*folders: str) -> set[str]:
    if not (ROOT / ".git").exists():
        pytest.skip("needs a git checkout")
    listing = subprocess.run(["git", "ls-files", *folders], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(listing.stdout.split("\n")) - {""}


def test_the_wheel_holds_all_content(tmp_path, catalogue):
    """The wheel holds the package with its texts, checklists, templates, samples, and the catalogue compiled of them."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
        kept = json.loads(wheel.read(f"mainstream_cli/_bundled/{compiled.FILE}"))
    assert tracked("mainstream_cli") | {f"mainstream_cli/_bundled/{name}" for name in tracked(*BUNDLED)} <= names
    assert not {name for name in names if name.split("/")[0] in BUNDLED}
    assert kept["key"] == [__version__, catalogue.sha256]


@pytest.fixture
def bundled(tmp_path, monkeypatch):
    """A bundle as a wheel has it: the catalogue and its compiled form."""
    folder = Path(shutil.copytree(ROOT / "checklists", tmp_path / "_bundled/checklists"))
    folder.with_name(compiled.FILE).write_text(compiled.compile_content(folder), encoding="utf-8")
    monkeypatch.setattr(compiled, "BUNDLED", folder)
    return folder


def read_files(monkeypatch, folder):
    """Read the catalogue; return it and the names of the YAML files that were read for it."""
    names = []
    monkeypatch.setattr(
        yamlfile, "read", lambda path, *rest, read=yamlfile.read: (names.append(path.name), read(path, *rest))[1]
    )
    return read_catalogue(folder)[0], names


def test_the_compiled_catalogue_is_that_of_the_files(bundled, catalogue, monkeypatch):
    """From the compiled form comes the same catalogue, and no YAML file of it is parsed."""
    found, names = read_files(monkeypatch, bundled)
    assert (found, set(names) - {"vocabulary.yaml"}) == (catalogue, set())


@pytest.mark.parametrize("change", ["a file", "a new file", "the version", "the form", "no form", "another folder"])
def test_a_stale_or_foreign_compiled_catalogue_is_not_used(change, bundled, monkeypatch, tmp_path):
    """Where files, version or form are not those that were compiled, the files are read."""
    form, sheet = bundled.with_name(compiled.FILE), bundled / "stages/regional.yaml"
    match change:
        case "a file":
            sheet.write_text(sheet.read_text("utf-8").replace("title: Regional dimension", "title: Changed"), "utf-8")
        case "a new file":
            (bundled / "more.yaml").write_text("a: 1\n", "utf-8")
        case "the version":
            monkeypatch.setattr(compiled, "__version__", "9.9.9")
        case "the form":
            form.write_text("[1", "utf-8")
        case "no form":
            form.unlink()
        case "another folder":
            bundled = Path(shutil.copytree(bundled.parent, tmp_path / "project")) / "checklists"
    found, names = read_files(monkeypatch, bundled)
    assert "regional.yaml" in names
    assert found.sheets["regional"].title == ("Changed" if change == "a file" else "Regional dimension")


def test_no_wheel_is_built_of_content_with_a_finding(monkeypatch):
    """What the lint objects to stops the build with the place; a build for development looks at nothing."""
    hook = runpy.run_path(str(ROOT / "hatch_build.py"))["ContentHook"](str(ROOT), {}, None, None, str(ROOT), "wheel")
    finding = Finding("L15", "warning", "too thin", "Write more.", place=Place("checklists/stages/scoping.yaml", 3, 1))
    monkeypatch.setattr(linting, "lint_content", lambda folder: linting.Linted([finding], {}))
    with pytest.raises(SystemExit, match=r"scoping\.yaml:3:1: too thin"):
        hook.initialize("standard", {"force_include": {}})
    data = {"force_include": {}}
    hook.initialize("editable", data)
    assert data == {"force_include": {}}


def test_locks_have_hashes_and_name_no_index():
    """The locked requirements carry a hash for every package and no address."""
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-lowest.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"https?:|file:|index-url", text)
        packages = re.findall(r"^[a-z0-9][\w.-]*==", text, re.MULTILINE)
        assert len(packages) > 15
        assert all(
            re.search(rf"^{re.escape(package)}.*\\\n\s+--hash=sha256:", text, re.MULTILINE) for package in packages
        )


def test_the_lower_bounds_are_those_that_tests_run_with():
    """Every direct dependency has a lower bound, and the lock of the oldest versions holds exactly that one."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["charts"]]
    wanted += project["dependency-groups"]["dev"]
    lock = (ROOT / "requirements-lowest.lock").read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([a-z0-9][\w.-]*)==([\w.]+)", lock, re.MULTILINE))
    for each in wanted:
        name, bound = each.split(">=")
        assert release(locked[re.sub(r"[._]", "-", name).lower()]) == release(bound), each
    assert "make test-lowest" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def release(version):
    return tuple(int(each) for each in re.sub(r"(\.0)+$", "", version).split("."))


def test_every_dependency_earns_its_place_in_contributing():
    """Each direct dependency has its line in CONTRIBUTING.md."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    blocks = re.findall(r"^(?:dependencies|dev) = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    names = {
        name for block in blocks for name in re.findall(r'^\s*"([A-Za-z0-9_.-]+?)(?:\[|>|=|<|")', block, re.MULTILINE)
    }
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = " ".join(line.split("|")[1] for line in contributing.splitlines() if line.startswith("| "))
    assert {name for name in names if name not in table} == set()
