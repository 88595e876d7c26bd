"""The wheel holds everything the tool needs, and nothing that names a machine or a registry."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BUNDLED = ("checklists", "templates", "sample_projects", "exercises")


def tracked(*folders: str) -> set[str]:
    if not (ROOT / ".git").exists():
        pytest.skip("needs a git checkout")
    listing = subprocess.run(["git", "ls-files", *folders], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(listing.stdout.split("\n")) - {""}


def test_the_wheel_holds_all_content(tmp_path):
    """Every file of checklists, templates and sample projects is in the wheel, under the package."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    assert {f"mainstream_cli/_bundled/{name}" for name in tracked(*BUNDLED)} <= names
    assert not {name for name in names if name.split("/")[0] in BUNDLED}


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
