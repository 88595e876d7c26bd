"""The lint of the catalogue: rules on content, shipped and national. A rule's docstring is its page of the manual."""

from collections.abc import Callable, Iterator

from mainstream_cli.model.finding import Finding
from mainstream_cli.rules.lint import course, names, reach, references, terms, wording
from mainstream_cli.rules.lint.case import LintCase
from mainstream_cli.rules.lint.pages import LOADING

Rule = Callable[[LintCase], Iterator[Finding]]

SOUND: dict[str, Rule] = {
    "L02": names.bad_name,
    "L03": references.points_nowhere,
    "L05": references.hanging,
    "L06": references.ill_formed,
    "L07": names.broken_history,
}
"""Content that breaks one of these cannot be used."""

GOOD: dict[str, Rule] = {
    "L10": reach.never_asked,
    "L11": reach.unfed,
    "L12": wording.near_duplicates,
    "L13": wording.double_barrelled,
    "L14": wording.leading,
    "L15": wording.thin,
    "L16": wording.hard_to_read,
    "L17": wording.word_to_avoid,
    "L18": terms.broken_term,
    "L19": course.broken_exercise,
    "L20": reach.shown_by_nothing,
}

RULES = {**SOUND, **GOOD}
MANUAL: dict[str, str] = {**LOADING, **{code: rule.__doc__ or "" for code, rule in RULES.items()}}


def sound(case: LintCase) -> list[Finding]:
    """Return what makes content unusable."""
    return [finding for rule in SOUND.values() for finding in rule(case)]


def lint(case: LintCase) -> list[Finding]:
    """Apply every rule to a catalogue; the finer ones only where it is sound, since they follow references."""
    errors = sound(case)
    return errors or [finding for rule in GOOD.values() for finding in rule(case)]


__all__ = ["MANUAL", "RULES", "LintCase", "lint", "sound"]
