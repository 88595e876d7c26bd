"""What stands behind a mark: the page of the manual, the condition or the question, with its source."""

from collections.abc import Iterable, Iterator

from mainstream_cli.language import Text, say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.content_item import Provenance
from mainstream_cli.model.rule_page import Manual
from mainstream_cli.model.training import Rule
from mainstream_cli.rules import MANUAL

OWN = say("rule of this toolkit")


def rules_of(catalogue: Catalogue, findings: Iterable[str], question: str | None = None) -> tuple[Rule, ...]:
    """Return the rules that *findings* (a code, or code and place) come from, and the question behind a goal."""
    codes = dict.fromkeys(each.split(" ")[0] for each in findings)
    return (*_codes(catalogue, codes), *_question(catalogue, question))


def _codes(catalogue: Catalogue, codes: Iterable[str]) -> Iterator[Rule]:
    conditions = {each.code: each for each in catalogue.conditions}
    for code in codes:
        condition = conditions.get(code)
        if condition is not None:
            yield Rule(code, condition.title, _place(catalogue, condition.source))
        else:
            yield Rule(code, Manual.of(code, MANUAL.get(code, "")).title, OWN)


def _question(catalogue: Catalogue, id_: str | None) -> Iterator[Rule]:
    question = catalogue.questions.get(id_ or "")
    if question is not None:
        yield Rule(question.id, question.text, _place(catalogue, question.source))


def _place(catalogue: Catalogue, source: Provenance) -> Text:
    work = catalogue.works[source.document].title
    basis = catalogue.label("bases", source.basis)
    return say("{work}: {place} ({basis})", work=work, place=source.place, basis=basis)
