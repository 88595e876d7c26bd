"""Which entries of copies are the same under another id, and which are others under the same id."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from mainstream_cli.gathering.entries import with_entry
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.blocks import Block, Blocks, Copy, Shelf
from mainstream_cli.model.gathering import Proposal
from mainstream_cli.model.registers import REGISTERS, renamed
from mainstream_cli.model.registers.entry import plain_title
from mainstream_cli.model.types import ACTORS

Names = dict[tuple[str, str], str]
"""(register, id in the copy) -> id in the project."""
Titles = dict[tuple[str, str, str], str]


def entries_in(blocks: Blocks, shelves: Mapping[str, Shelf]) -> Iterator[tuple[Shelf, str, Block]]:
    """Yield all entries of registers that have a title, or something that one is made of."""
    for file, found in blocks.items():
        shelf = shelves[file]
        if shelf.register:
            titled = REGISTERS[shelf.register].entry.titled
            yield from ((shelf, id_, block) for id_, block in found.items() if titled(block))


def proposals(host: Copy, tables: Iterable[Copy], shelves: Mapping[str, Shelf]) -> Iterator[Proposal]:
    """Yield pairs of entries of one title with different ids; the one that came first would stay."""
    first: Titles = {}
    seen: set[tuple[str, str]] = set()
    for copy in (host, *tables):
        for shelf, id_, block in entries_in(copy.blocks, shelves):
            key = (shelf.register, shelf.part, _telling(shelf.register, block))
            keep = first.setdefault(key, id_)
            if keep != id_ and (shelf.register, id_) not in seen:
                title = REGISTERS[shelf.register].entry.titled(block)
                yield Proposal(shelf.register, id_, keep, title, copy.name)
            seen.add((shelf.register, id_))


def _telling(register: str, block: Block) -> str:
    title = plain_title(REGISTERS[register].entry.titled(block))
    return "|".join([title, *(str(block.get(name, "")) for name in REGISTERS[register].alike)])


def joins(found: Iterable[Proposal], wanted: Collection[str]) -> Names:
    """Return the proposals that are accepted: ``all``, a register, or REGISTER/ID of the entry that is to go."""
    names: Names = {}
    for proposal in found:
        if {"all", proposal.register, f"{proposal.register}/{proposal.id}"} & set(wanted):
            names[proposal.register, proposal.id] = proposal.keep
        elif f"{proposal.register}/{proposal.keep}" in wanted:
            names.setdefault((proposal.register, proposal.keep), proposal.id)
    return names


def set_apart(host: Copy, tables: Iterable[Copy], shelves: Mapping[str, Shelf]) -> Iterator[tuple[Copy, Names]]:
    """Yield each copy with new ids for entries whose id stands in another file of a split register, and these ids."""
    homes = _homes(host, shelves)
    for table in tables:
        names = {
            (register, id_): f"{id_}_{part}"
            for (register, id_), part in _homes(table, shelves).items()
            if homes.get((register, id_), part) != part
        }
        copy = with_names(table, shelves, names)
        homes = _homes(copy, shelves) | homes
        yield copy, names


def _homes(copy: Copy, shelves: Mapping[str, Shelf]) -> dict[tuple[str, str], str]:
    """Map the entries of registers that are split to the sector or institution in whose file they stand."""
    return {(shelf.register, id_): shelf.part for shelf, id_, _ in entries_in(copy.blocks, shelves) if shelf.part}


def with_names(copy: Copy, shelves: Mapping[str, Shelf], names: Names) -> Copy:
    """Return a copy with other ids: in keys, in every reference to them, and in files named after institutions."""
    result: dict[str, dict[str, Block]] = {}
    for file, found in copy.blocks.items() if names else ():
        register = shelves[file].register
        cls = REGISTERS[register].entry if register else Answer
        target = result.setdefault(_file_with(names, shelves[file]), {})
        for id_, block in found.items():
            name, told = names.get((register, id_), id_), renamed(cls, block, names)
            target[name] = with_entry(cls, target[name], id_, told)[0] if name in target else told
    return replace(copy, blocks=result) if names else copy


def _file_with(names: Names, shelf: Shelf) -> str:
    if not shelf.register or REGISTERS[shelf.register].split != "institution":
        return shelf.file
    part = next((names[actors, shelf.part] for actors in ACTORS if (actors, shelf.part) in names), shelf.part)
    return f"{shelf.file.removesuffix(f'{shelf.part}.yaml')}{part}.yaml"
