"""The manual of all codes as data, and which codes the words of a command line mean."""

import inspect
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from mainstream_cli.errors import UsageError
from mainstream_cli.model.catalogue import Catalogue, Condition
from mainstream_cli.model.finding import Finding, Severity
from mainstream_cli.model.record import nearest
from mainstream_cli.model.rule_page import RulePage
from mainstream_cli.rules import MANUAL
from mainstream_cli.rules.conditions import manual
from mainstream_cli.rules.lexicons import NOT_READ

FORMAT = "F"
PRIVATE = "D05"
USUAL: dict[str, Severity] = {"F": "error", "L": "error", "C": "note"}  # of other families, a warning


def rule_pages(catalogue: Catalogue, findings: Iterable[Finding] = ()) -> list[RulePage]:
    """Return the pages of all rules and conditions by code; those of the lint only when *findings* has one of it."""
    pages = [_page(code, text) for code, text in MANUAL.items()]
    pages += [_condition_page(catalogue, condition) for condition in catalogue.conditions]
    if any(finding.code.startswith("L") for finding in findings):
        pages += [_page(code, text) for code, text in _lint_manual().items()]
    return sorted(pages, key=lambda page: page.code)


def _lint_manual() -> dict[str, str]:
    from mainstream_cli.rules.lint import MANUAL as LINT  # loaded for few projects only

    return LINT


def _page(code: str, docstring: str) -> RulePage:
    page = inspect.cleandoc(docstring)
    title, _, rest = page.partition("\n\n")
    text = rest.partition("Passes:")[0].strip()
    return RulePage(code, _line(title), _line(text or title), page, USUAL.get(code[0], "warning"))


def _condition_page(catalogue: Catalogue, condition: Condition) -> RulePage:
    page = "\n".join(f"{heading}: {text.strip()}" for heading, text in manual(catalogue, condition))
    return RulePage(condition.code, condition.title, _line(condition.text), page, USUAL["C"])


def _line(text: str) -> str:
    return " ".join(text.split())


def chosen(words: Sequence[str], catalogue: Catalogue) -> tuple[str, ...]:
    """Return the codes and beginnings of codes in *words*, each of which may hold several with commas between.

    Raises:
        UsageError: one of them is no code, nor the beginning of one; the nearest is named.
    """
    given = list(chain.from_iterable(word.upper().replace(",", " ").split() for word in words))
    if not given:
        return ()
    codes = {*MANUAL, *_lint_manual(), *(condition.code for condition in catalogue.conditions)}
    for word in given:
        if not any(code.startswith(word) for code in codes):
            families = sorted({code[0] for code in codes})
            action = f"Name codes such as C04, or families of them: {', '.join(families)}."
            raise UsageError(f"There is no code '{word}'.{nearest(word, sorted(codes))}", action=action, code="usage")
    return tuple(given)


def kept_in_sight(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the codes that cannot be ignored: form, private matter in git, and rights, gender and children."""
    return (FORMAT, PRIVATE, *(condition.code for condition in catalogue.conditions if not condition.waivable))


def refuse_to_hide(ignored: Sequence[str], kept: Sequence[str]) -> None:
    """Refuse to ignore format errors, or by its code private matter or a condition on rights, gender and children.

    Raises:
        UsageError: a code in *ignored* is one of them.
    """
    named = next((word for word in ignored if word in kept and word != FORMAT), None)
    if named:
        rest = "conditions on rights, gender and children stay in sight."
        rest = "what is private and goes into git is always shown." if named == PRIVATE else rest
        message = f"{named} cannot be ignored: {rest}"
        raise UsageError(message, action=f"Leave {named} out of --ignore; mainstream explain {named}.", code="usage")
    if any(word.startswith(FORMAT) for word in ignored):
        message = "Format errors (F) cannot be ignored: what stands in a broken file is not known."
        raise UsageError(message, action="Correct the file, and leave F out of --ignore.", code="usage")


class Sieve(NamedTuple):
    """Which codes are shown: *selected*, or all of them; less those *ignored*, unless they are *kept* in sight."""

    selected: tuple[str, ...]
    ignored: tuple[str, ...]
    kept: tuple[str, ...]

    def passes(self, code: str) -> bool:
        """Tell whether findings with this code are shown: form, private matter and P19 always, others when selected."""
        if code.startswith(FORMAT) or code in (PRIVATE, NOT_READ):
            return True
        chosen = not self.selected or code.startswith(self.selected)
        return chosen and (code in self.kept or not code.startswith(self.ignored))
