"""The manual of all codes as data, and which codes the words of a command line mean."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from mainstream_cli.errors import Argument, UsageError
from mainstream_cli.language import say, stacked, verbatim
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.condition import Condition
from mainstream_cli.model.finding import Finding, Severity
from mainstream_cli.model.record import with_nearest
from mainstream_cli.model.rule_page import Manual, RulePage
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
    page = Manual.of(code, docstring)
    text = stacked(page.paragraphs or [page.title])
    return RulePage(code, page.title, text, page.whole, USUAL.get(code[0], "warning"))


def _condition_page(catalogue: Catalogue, condition: Condition) -> RulePage:
    page = stacked(
        say("{heading}: {text}", heading=heading, text=text) for heading, text in manual(catalogue, condition)
    )
    text = verbatim(" ".join(condition.text.split()))
    return RulePage(condition.code, verbatim(condition.title), text, page, USUAL["C"])


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
            message = with_nearest(say("There is no code '{code}'.", code=word), word, sorted(codes))
            action = say("Name codes such as C04, or families of them: {families}.", families=", ".join(families))
            raise UsageError(message, action=action, code="usage")
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
        message = say("{code} cannot be ignored: conditions on rights, gender and children stay in sight.", code=named)
        if named == PRIVATE:
            message = say("{code} cannot be ignored: what is private and goes into git is always shown.", code=named)
        action = say(
            "Leave {code} out of {argument}; mainstream explain {code}.", code=named, argument=Argument("ignore")
        )
        raise UsageError(message, action=action, code="usage")
    if any(word.startswith(FORMAT) for word in ignored):
        message = say("Format errors (F) cannot be ignored: what stands in a broken file is not known.")
        action = say("Correct the file, and leave F out of {argument}.", argument=Argument("ignore"))
        raise UsageError(message, action=action, code="usage")


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
