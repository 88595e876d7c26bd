"""The package is built in layers, and each big library has one home."""

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "mainstream_cli"
GROUND = {"errors", "language", "model"}
FILES = {"reading", "yamlfile", "content", "store"}
THINKING = {"rules", "gathering", "comparing", "numbers", "changes"}
MAKING = {"documents", "pictures", "course"}
MAY_IMPORT = {
    "__init__": set(),
    "language": set(),
    "errors": {"language"},
    "model": {"errors", "language"},
    "reading": {"errors", "language"},
    "yamlfile": GROUND | {"reading"},
    "content": GROUND | {"reading", "yamlfile", "__init__"},
    "store": GROUND | {"reading", "yamlfile"},
    **dict.fromkeys(THINKING, GROUND),
    "changes": GROUND | {"yamlfile"},
    "documents": GROUND | THINKING | {"reading", "content"},
    "pictures": set(),
    "course": GROUND | THINKING | FILES | {"documents"},
    "conversation": GROUND | THINKING | {"content"},
    "prompts": GROUND,
    "output": GROUND | {"documents"},
    "workspace": {"__init__"} | GROUND | FILES | THINKING | MAKING | {"conversation"},
    "cli": GROUND | {"prompts", "output", "workspace", "__init__"},
    "__main__": {"cli", "__init__"},
}
HOME_OF = {
    "pydantic": "model, documents, course",
    "pydantic_core": "model",
    "yaml": "yamlfile",
    "ruamel": "yamlfile",
    "filelock": "store",
    "csv": "model",
    "iso3166": "content, rules",
    "phonenumbers": "rules",
    "stdnum": "rules",
    "docx": "documents",
    "docxtpl": "documents",
    "jinja2": "documents",
    "lxml": "documents",
    "matplotlib": "pictures",
    "rich": "output",
    "babel": "language",
    "prompt_toolkit": "prompts",
    "questionary": "prompts",
    "typer": "cli",
    "click": "nowhere (typer bundles its own)",
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    package = ["mainstream_cli", *path.relative_to(PACKAGE).parent.parts]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            stem = [*start, node.module] if node.module else start
            yield from (".".join([*stem, alias.name]) for alias in node.names)


def breaks_the_layers(path: Path) -> Iterator[str]:
    part = part_of(path)
    if part not in MAY_IMPORT:
        yield f"{part} has no place in the layers"
        return
    for name in imports(path):
        root, *rest = name.split(".")
        if root == "mainstream_cli":
            other = rest[0] if rest and rest[0] in MAY_IMPORT else "__init__"
            if other != part and other not in MAY_IMPORT[part]:
                yield f"{part} may not import {name}"
        if part not in HOME_OF.get(root, part).split(", "):
            yield f"{root} belongs in {HOME_OF[root]}"


def too_large(path: Path) -> Iterator[str]:
    if path.read_text(encoding="utf-8").count("\n") > 300:
        yield "the file is too long"
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= 40:
            yield f"{node.name} is too long"


def test_imports_follow_the_layers():
    """A part imports only what stands below it, and a big library only in its home."""
    assert len(MODULES) > 300
    assert [f"{path.relative_to(PACKAGE)}: {what}" for path in MODULES for what in breaks_the_layers(path)] == []


def test_files_and_functions_stay_small():
    """No file is over 300 lines and no function over 40."""
    assert [f"{path.relative_to(PACKAGE)}: {what}" for path in MODULES for what in too_large(path)] == []


def test_no_module_is_a_drawer():
    """No module is called utils, helpers, common or manager."""
    assert not {path.stem for path in MODULES} & {"utils", "helpers", "common", "manager"}


def test_a_class_name_has_one_meaning():
    """No two classes of the package share a name."""
    names = [node.name for path in MODULES for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)]
    assert [name for name, number in Counter(names).items() if number > 1] == []


def test_the_rooms_of_documents_stand_on_each_other():
    """Among the documents, words know no parts, parts know no builder, and rendering knows none of them."""
    may_import = {
        "builders": {"contexts", "parts", "words", "dossier"},
        "parts": {"contexts", "parts", "words", "dossier"},
        "words": {"contexts", "words", "dossier"},
        "contexts": {"contexts"},
        "rendering": {"rendering"},
    }
    for folder, allowed in may_import.items():
        for path in sorted((PACKAGE / "documents" / folder).rglob("*.py")):
            found = {name.split(".")[2] for name in imports(path) if name.startswith("mainstream_cli.documents.")}
            assert found <= allowed, path.name
