"""What the tests of this layer share: short property tests, and both parsers."""

import importlib
import os

import pytest
import yaml
from hypothesis import HealthCheck, settings

settings.register_profile(
    "short",
    max_examples=60,
    derandomize="CI" in os.environ,  # a pipeline tries the same examples each time
    deadline=None,  # shared machines are slow at times
    database=None,  # no folder left behind
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("short")


@pytest.fixture(params=["libyaml", "pure python"])
def each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with libyaml and with the parser that is used where libyaml is missing."""
    if request.param == "pure python":
        monkeypatch.setattr(importlib.import_module("mainstream_cli.yamlfile.events"), "parser", yaml.SafeLoader)
