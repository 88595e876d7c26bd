"""Finds English that does not pass the door of texts: ``python tests/words.py [FILE or FOLDER...]`` lists it."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "mainstream_cli"
FIELDS_ONLY = {"sealed.py"}
DOOR = {"say", "count", "label"}
PLACE = re.compile(r"(?<!\{)\{(\w+)\}")
NOT_SAID = {"compile", "getLogger", "fullmatch", "search", "match", "sub", "findall", "finditer", "split"}
NOT_SAID |= {"XPath", "names_in"}  # names of others: elements of XML, filters of Jinja
MARKUP = re.compile(
    r"\[/?[a-z ]*\]|mainstream( [a-z-]+)*( --?[a-z-]+| [A-Z/|=.]+)*|\bcd |^bold \w+$|<[^<>]*>|\{%[^%]*%\}"
)
WORD = re.compile(r"(?<![\w./:<\\@=+}-])[A-Za-z][a-z]+(?![\w/(=@\]-]|\.\w)")
WORDS = re.compile(r"[A-Za-z]{2,}[,;:.]? [(\"'A-Za-z]")


class Found(ast.NodeVisitor):
    """Collects the lines with words that a user could meet and that no call of the door takes in."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []

    def visit_body(self, node: ast.Module | ast.ClassDef | ast.FunctionDef) -> None:
        body = node.body
        if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
            body[0].value.value = ""  # the docstring speaks to developers
        self.generic_visit(node)

    visit_Module = visit_ClassDef = visit_FunctionDef = visit_body  # noqa: N815

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # else the docstring of an attribute
            self.generic_visit(node)

    def visit_MatchValue(self, _: ast.MatchValue) -> None:
        """What is compared with is data."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if getattr(node.target, "id", "") not in {"MANUAL", "LOADING"}:  # these are pages, said where they are shown
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in NOT_SAID:
            return
        for part in [node.func, *node.args, *(word.value for word in node.keywords)]:
            said = name in DOOR and isinstance(part, ast.Constant)
            described = any(word.value is part and word.arg in {"description", "pattern"} for word in node.keywords)
            if not said and not described:
                self.visit(part)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        words = "\0".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
        if WORD.search(MARKUP.sub(" ", words)):
            self.found.append((node.lineno, ast.unparse(node)))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and WORDS.search(MARKUP.sub(" ", node.value)):
            self.found.append((node.lineno, repr(node.value)))


def unsaid(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and words of each text in a file that did not pass the door."""
    found = Found()
    if path.name not in FIELDS_ONLY:
        found.visit(ast.parse(path.read_text(encoding="utf-8")))
    yield from sorted(found.found)


def glued(path: Path) -> Iterator[tuple[int, str]]:
    """Yield each call of the door whose sentence is not a literal."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"say", "count", "label"}:
            literal = node.args[: 1 if node.func.id == "say" else 2]
            if not all(isinstance(part, ast.Constant) for part in literal):
                yield node.lineno, ast.unparse(node)


def unfilled(path: Path) -> Iterator[tuple[int, str]]:
    """Yield each call of the door whose values are not those that its places ask for."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in DOOR:
            given = {word.arg for word in node.keywords}
            forms = [part.value for part in node.args[node.func.id == "label" :] if isinstance(part, ast.Constant)]
            asked = {name for form in forms for name in PLACE.findall(form)}
            counted = {"n"} if node.func.id == "count" else set()
            if None not in given and asked - counted != given - counted:
                yield node.lineno, ast.unparse(node)


if __name__ == "__main__":
    for root in [Path(name) for name in sys.argv[1:]] or [PACKAGE]:
        for file in sorted(root.rglob("*.py")) if root.is_dir() else [root]:
            for line, words in [*unsaid(file), *glued(file)]:
                print(f"{file}:{line}: {words}")
