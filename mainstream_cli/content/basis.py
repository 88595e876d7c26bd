"""What the catalogue says that documents state: a list to be checked against the documents, above all the book."""

from collections.abc import Iterable, Iterator

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.content_item import Provenance
from mainstream_cli.model.reference import Crosswalk, Profile, StatedItem


def items_by_basis(
    catalogue: Catalogue, profile: Profile, crosswalks: Iterable[Crosswalk], basis: str
) -> dict[str, list[StatedItem]]:
    """Return the items with this basis by document, in the order of the bibliography."""
    found: dict[str, list[StatedItem]] = {key: [] for key in catalogue.works}
    for kind, id_, text, source in _everything(catalogue, profile, crosswalks):
        if source.basis == basis:
            found.setdefault(source.document, []).append(
                StatedItem(kind, id_, text.strip(), source.document, source.place)
            )
    return {key: items for key, items in found.items() if items}


def _everything(
    catalogue: Catalogue, profile: Profile, crosswalks: Iterable[Crosswalk]
) -> Iterator[tuple[str, str, str, Provenance]]:
    for sheet in catalogue.sheets.values():
        yield "sheet", sheet.id, sheet.title, sheet.source
        yield from (("question", each.id, each.text, each.source) for each in sheet.questions)
    yield from (("condition", each.code, each.title, each.source) for each in catalogue.conditions)
    for sector in catalogue.sectors:
        yield from (("intervention", sector.id, each.title, each.source) for each in sector.interventions)
    yield from (("profile group", each.part, each.title, each.source) for each in profile.groups)
    yield from (("profile indicator", each.id, each.title, each.source) for each in profile.indicators)
    for crosswalk in crosswalks:
        yield "crosswalk", crosswalk.id, crosswalk.title, crosswalk.source
        yield "mapping", crosswalk.id, crosswalk.title, crosswalk.mapping
