"""Writes docs/rules.md: one page with every rule and condition, from docstrings and the catalogue (``make docs``)."""

import inspect
import re
import sys
from pathlib import Path

from mainstream_cli.content import load_catalogue
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.rules import MANUAL, RULES
from mainstream_cli.rules.conditions import manual

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"
FAMILIES = {
    "F": "Form of files",
    "P": "The project",
    "R": "References",
    "A": "Answers",
    "C": "Conditions",
    "W": "What runs out",
    "G": "Gates and sign-offs",
    "K": "Coherence",
    "M": "Matrix and costing",
    "I": "Indicators",
    "E": "Evidence and data gaps",
    "D": "Personal and sensitive data",
    "L": "Content",
    "T": "Templates",
}
HEAD = """# All rules

Made from the rules themselves by `make docs`; do not edit. `mainstream explain CODE` prints each page.

What is missing is a note before the time of its stage and a warning from then on, so that a fresh project is quiet.
What contradicts itself is a warning at any time. An error stands in the way of a sign-off: the gate of a stage names the
codes that do.
"""


def page() -> str:
    """Return the whole page."""
    catalogue = load_catalogue()
    parts = [HEAD]
    for family, title in FAMILIES.items():
        entries = [_rule(catalogue, code) for code in sorted(MANUAL) if code[0] == family]
        if family == "C":
            entries += [_condition(catalogue, each.code) for each in catalogue.conditions]
        if entries:
            parts += [f"## {family}: {title}\n", *entries]
    return "\n".join(parts)


def _rule(catalogue: Catalogue, code: str) -> str:
    first, *rest = inspect.cleandoc(MANUAL[code]).split("\n", 1)
    text, _, examples = "".join(rest).partition("Passes:")
    passes, _, fails = examples.partition("Fails:")
    lines = [
        f"### {code} {first.rstrip('.')}\n",
        text.strip(),
        "" if text.strip() else None,
        f"- Passes: {_flat(passes)}",
    ]
    lines += [f"- Fails: {_flat(fails)}", f"- Severity: {_severity(catalogue, code)}\n"]
    return re.sub("``", "`", "\n".join(line for line in lines if line is not None))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _severity(catalogue: Catalogue, code: str) -> str:
    """Say how serious a finding is, as the source of its rule has it, and at which gates it is an error."""
    gates = [stage.title for stage in catalogue.stages if code in stage.gate.findings]
    words = _usual(catalogue, code)
    return f"{words}; error at the gate of: {', '.join(gates)}." if gates else f"{words}."


def _usual(catalogue: Catalogue, code: str) -> str:
    if code not in RULES:
        return "error"
    rule = inspect.unwrap(RULES[code])
    source = inspect.getsource(rule).replace(rule.__doc__ or "", "")
    stage = re.search(r"(?:stage=|needed_by=|case\.severity\()(\"\" if \w+ else )?(\"?\w[\w.]*\"?)", source)
    said = set(re.findall(r'"(error|warning|note)"', source))
    if stage is None:
        return " or ".join(each for each in ("error", "warning", "note") if each in said) or "warning"
    name = str(rule.__globals__.get(stage[2], stage[2].strip('"')))
    title = next((each.title for each in catalogue.stages if each.id == catalogue.roles.get(name)), "its stage")
    always = "warning where it weighs most; else " if stage[1] else ""
    return f"{always}note before {title}, warning from then on"


def _condition(catalogue: Catalogue, code: str) -> str:
    condition = next(each for each in catalogue.conditions if each.code == code)
    lines = [f"- {heading}: {_flat(text)}" for heading, text in manual(catalogue, condition)]
    return "\n".join([f"### {code} {condition.title}\n", *lines, ""])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{PAGE.name} written\n")
