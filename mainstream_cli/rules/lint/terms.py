"""L18: the terms of the glossary."""

from collections.abc import Iterator

from mainstream_cli.language import say
from mainstream_cli.model.finding import Finding
from mainstream_cli.rules.lint.case import LintCase, at, found, terms


def broken_term(case: LintCase) -> Iterator[Finding]:
    """A term is given twice, belongs to no group of the glossary, or names a work that the bibliography lacks.

    A reader who looks a word up must find one meaning, under one heading, with a basis that can be looked up too.

    Passes: ``group: money`` with ``{id: money, title: "Money"}`` under ``groups:``
    Fails:  two terms "Baseline"
    """
    groups = {group.id for group in case.glossary.groups} if case.glossary else set()
    ids: set[str] = set()
    names: set[str] = set()
    for ref, term in terms(case.glossary):
        if term.id in ids or term.term.casefold() in names:
            yield found("L18", "error", ref, say("this term stands more than once."), say("Take one of them out."))
        ids.add(term.id)
        names.add(term.term.casefold())
        if term.group not in groups:
            message = say("there is no group '{group}' in the glossary.", group=term.group)
            action = say("Use one of: {groups}.", groups=", ".join(sorted(groups)))
            yield found("L18", "error", at(ref, "group"), message, action)
        if term.source.document not in case.catalogue.works:
            message = say("there is no work '{work}' in the bibliography.", work=term.source.document)
            yield found("L18", "error", at(ref, "source", "document"), message, say("Correct the work, or add it."))
