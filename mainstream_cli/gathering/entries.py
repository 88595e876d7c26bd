"""One entry of a register and what a table records under the same id."""

from typing import Any

from mainstream_cli.model.blocks import Block, statement
from mainstream_cli.model.record import Record, as_blocks
from mainstream_cli.model.registers.entry import plain_title


def same_title(one: object, other: object) -> bool:
    """Tell whether two titles are the same but for case, spaces and signs."""
    return plain_title(one) == plain_title(other)


def with_entry(
    cls: type[Record], block: Block, table: str, other: Block
) -> tuple[Block, tuple[str, ...], tuple[str, ...]]:
    """Return an entry with what a table adds to it, the fields filled in, and the fields that it records otherwise.

    Empty fields are filled and lists that only grew are taken over. What contradicts is kept under ``positions``
    beside the entry, which stays as it is: unlike an answer, an entry is referred to and must go on to say something.
    An entry with another title is another thing, so nothing of it is filled in.
    """
    there, said = statement(block), statement(other)
    own, theirs = as_blocks(cls, there), as_blocks(cls, said)
    other_thing = "title" in own and "title" in said and not same_title(own["title"], said["title"])
    filled: Block = {}
    contrary: Block = {}
    for name, value in said.items():
        taken = None if other_thing else _joined(own.get(name), theirs[name])
        if taken is None and own.get(name) != theirs[name]:
            contrary[name] = value
        elif taken is not None and taken != own.get(name):
            filled[name] = taken
    before = block.get("positions", [])
    positions = _placed(before, {"table": table, "says": contrary}) if contrary else before
    if not filled and positions == before:
        return block, (), tuple(contrary)
    result = {**there, **filled, **({"positions": positions} if positions else {})}
    return result, tuple(filled), tuple(contrary)


def _placed(before: list[Block], position: Block) -> list[Block]:
    if any(earlier.get("table") == position["table"] for earlier in before):
        return [position if earlier.get("table") == position["table"] else earlier for earlier in before]
    return [*before, position]


def _joined(own: Any, other: Any) -> Any:
    """Return both values as one, None when they contradict each other."""
    if own is None or own == other:
        return other
    if isinstance(own, list) and isinstance(other, list):
        if all(each in own for each in other):
            return own
        return other if all(each in other for each in own) else None
    if isinstance(own, dict) and isinstance(other, dict):
        joined = {name: _joined(own.get(name), value) for name, value in other.items()}
        return None if None in joined.values() else {**own, **joined}
    return None
