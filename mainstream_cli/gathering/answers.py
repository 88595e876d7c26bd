"""One answer and what tables say to the same question: every view is kept until one is chosen."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from mainstream_cli.model.answer import MAIN_COPY, Answer
from mainstream_cli.model.blocks import Block, statement

Same = Callable[[Any, Any], bool]
ORDER = tuple(Answer.model_fields)


def with_views(block: Block, views: Iterable[tuple[str, Block]], same: Same) -> Block:
    """Return an answer with what tables say laid beside it; the very same *block* when that is nothing new.

    A value stands while all agree with it, or once it was chosen in the knowledge of other views. Otherwise it steps
    back among the views and the question is open again.
    """
    told = list(views)
    block = _with_remarks(block, [said for _, said in told if "value" not in said])
    before = list(block.get("positions", []))
    positions = _placed(before, [view for view in told if "value" in view[1]])
    if positions == before:
        return block
    return _in_order(_settled(statement(block), before, positions, same))


def _with_remarks(block: Block, remarks: Iterable[Block]) -> Block:
    """Add the notes and sources of tables that gave no answer to those that are there."""
    result = block
    for remark in remarks:
        note, sources = str(remark.get("note", "")).strip(), remark.get("sources", [])
        mine, known = str(result.get("note", "")), result.get("sources", [])
        if note and note not in mine:
            result = {**result, "note": f"{mine.rstrip()}\n{note}".strip()}
        if any(source not in known for source in sources):
            result = {**result, "sources": list(dict.fromkeys([*known, *sources]))}
    return block if result is block else _in_order(result)


def _placed(before: Sequence[Block], views: Iterable[tuple[str, Block]]) -> list[Block]:
    """Put views in their places: a table has one view, and a later one takes the place of an earlier one."""
    positions = list(before)
    places = {position.get("table"): place for place, position in enumerate(positions)}
    for table, said in views:
        position = {"table": table, **said}
        if table in places:
            positions[places[table]] = position
        else:
            places[table] = len(positions)
            positions.append(position)
    return positions


def _settled(own: Block, before: Sequence[Block], positions: list[Block], same: Same) -> Block:
    derived = is_derived(own, before)
    value = own.get("value", positions[0]["value"])
    chosen = "value" in own and any(not same(position["value"], own["value"]) for position in before)
    if all(same(position["value"], value) for position in positions):
        return {**together(positions), **({} if derived else own), "positions": positions}
    if chosen or "value" not in own:
        return {**own, "positions": positions}
    return {"positions": positions if derived else [{"table": MAIN_COPY, **own}, *positions]}


def is_derived(own: Block, positions: Sequence[Block]) -> bool:
    """Tell whether an answer only says what tables said together, and nobody has worked on it since."""
    return bool(positions) and own == together(positions)


def together(positions: Sequence[Block]) -> Block:
    """Return what agreeing tables say as one answer: notes one below the other, all sources, else what all share."""
    merged: Block = {}
    for name in dict.fromkeys(
        name for position in positions for name in position if name not in ("table", "positions")
    ):
        found = [position[name] for position in positions if name in position]
        if name == "value":
            merged[name] = found[0]
        elif name == "note":
            merged[name] = "\n".join(dict.fromkeys(str(note).strip() for note in found))
        elif name == "sources":
            merged[name] = list(dict.fromkeys(source for sources in found for source in sources))
        elif name == "date":
            merged[name] = max(map(str, found))
        elif all(value == found[0] for value in found):
            merged[name] = found[0]
    return merged


def _in_order(block: Block) -> Block:
    return {name: block[name] for name in (*ORDER, *(own for own in block if own not in ORDER)) if name in block}
