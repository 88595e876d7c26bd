"""The whole comparison: copies against the project, file by file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from mainstream_cli.gathering.answers import is_derived, with_views
from mainstream_cli.gathering.entries import with_entry
from mainstream_cli.gathering.names import Names, joins, proposals, set_apart, with_names
from mainstream_cli.gathering.report import question_views
from mainstream_cli.gathering.views import same_answer
from mainstream_cli.model.answer import MAIN_COPY
from mainstream_cli.model.blocks import Block, Blocks, Copy, Shelf, fingerprint, statement
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.gathering import EntryNews, Gathered, QuestionViews
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.types import ACTORS

Older = list[tuple[str, str, str]]


def gather(
    host: Copy, tables: Sequence[Copy], catalogue: Catalogue, shelves: Iterable[Shelf], join: Sequence[str] = ()
) -> Gathered:
    """Compare the copies of tables with the project; nothing is written, ``changes`` says what would be.

    *join* names the proposals to carry out: ``all``, a register, or REGISTER/ID.
    """
    known = {shelf.file: shelf for shelf in shelves}
    copies = [Copy(table.name, _shelved(table.blocks, catalogue, known)) for table in tables]
    who = {key: keep for key, keep in joins(proposals(host, copies, known), join).items() if key[0] in ACTORS}
    now, *copies = (with_names(copy, known, who) for copy in (host, *copies))  # first, for files are named after actors
    apart = list(set_apart(now, copies, known))
    copies = [copy for copy, _ in apart]
    proposed = list(proposals(now, copies, known))
    names = joins(proposed, join)
    now, *copies = (with_names(copy, known, names) for copy in (now, *copies))
    merge = _Merge(now, catalogue, known)
    for copy, (_, moved) in zip(copies, apart, strict=True):
        merge.take_entries(copy, moved)
    merge.take_answers(copies)
    order = {id_: place for place, id_ in enumerate(catalogue.questions)}
    joined = [EntryNews(register, keep, "", "", "joined", (), id_) for (register, id_), keep in (who | names).items()]
    return Gathered(
        tables=tuple(copy.name for copy in copies),
        questions=tuple(sorted(merge.questions(host.blocks, copies), key=lambda views: order[views.question])),
        entries=(*joined, *merge.news),
        proposals=tuple(
            proposal
            for proposal in proposed
            if not {(proposal.register, proposal.id), (proposal.register, proposal.keep)} & names.keys()
        ),
        older=tuple(merge.older),
        changes=_changes(host.blocks, merge.blocks),
    )


def _shelved(blocks: Blocks, catalogue: Catalogue, shelves: Mapping[str, Shelf]) -> dict[str, dict[str, Block]]:
    """Move what is sensitive to the shelf in ``private/`` where it belongs."""
    aside = {file.partition("/")[2]: file for file, shelf in shelves.items() if shelf.private}
    result: dict[str, dict[str, Block]] = {}
    for file, found in blocks.items():
        shelf = shelves[file]
        for key, block in found.items():
            open_part, closed = _parted(block, key, shelf, catalogue)
            for target, part in ((file, open_part), (aside.get(file, file), closed)):
                if part:
                    result.setdefault(target, {})[key] = {**result.get(target, {}).get(key, {}), **part}
    return result


def _parted(block: Block, key: str, shelf: Shelf, catalogue: Catalogue) -> tuple[Block, Block]:
    if shelf.private:
        return block, {}
    if not shelf.register:
        return ({}, block) if catalogue.questions[key].sensitive else (block, {})
    hidden = REGISTERS[shelf.register].sensitive & block.keys()
    return {n: v for n, v in block.items() if n not in hidden}, {n: block[n] for n in hidden}


def _changes(before: Blocks, after: Blocks) -> dict[str, dict[str, Block | None]]:
    changes: dict[str, dict[str, Block | None]] = {}
    for file in dict.fromkeys((*before, *after)):
        old, new = before.get(file, {}), after.get(file, {})
        changed: dict[str, Block | None] = {key: block for key, block in new.items() if old.get(key) != block}
        changed |= {key: None for key in old if key not in new}
        if changed:
            changes[file] = changed
    return changes


class _Merge:
    """The project while copies are laid beside it."""

    def __init__(self, host: Copy, catalogue: Catalogue, shelves: Mapping[str, Shelf]) -> None:
        self.host = host
        self.catalogue = catalogue
        self.shelves = shelves
        self.blocks: dict[str, dict[str, Block]] = {file: dict(found) for file, found in host.blocks.items()}
        self.news: list[EntryNews] = []
        self.older: Older = []

    def take_entries(self, copy: Copy, moved: Names) -> None:
        """Lay the entries of one copy beside those that are there; *moved* have a new id."""
        before = {new: old for (_, old), new in moved.items()}
        for file, found in copy.blocks.items():
            shelf = self.shelves[file]
            if shelf.register:
                target = self.blocks.setdefault(file, {})
                for id_, block in found.items():
                    self._take_entry(copy.name, shelf, id_, block, target, before.get(id_, ""))

    def _take_entry(
        self, table: str, shelf: Shelf, id_: str, block: Block, target: dict[str, Block], before: str
    ) -> None:
        if statement(target.get(id_, {})) == statement(block) or self._stood_here(table, shelf.file, id_, block):
            return
        title = str(block.get("title", id_))
        if id_ not in target:
            target[id_] = statement(block)
            self.news.append(EntryNews(shelf.register, id_, title, table, "renamed" if before else "added", (), before))
            return
        result, filled, contrary = with_entry(REGISTERS[shelf.register].entry, target[id_], table, block)
        if result == target[id_]:
            return
        target[id_] = result
        title = str(result.get("title", id_))
        if filled:
            self.news.append(EntryNews(shelf.register, id_, title, table, "filled", filled))
        if contrary:
            self.news.append(EntryNews(shelf.register, id_, title, table, "differs", contrary))

    def take_answers(self, copies: Sequence[Copy]) -> None:
        """Lay the answers of all copies beside those that are there."""
        for file, shelf in self.shelves.items():
            if shelf.register:
                continue
            keys = dict.fromkeys(key for copy in copies for key in copy.blocks.get(file, {}))
            for key in keys:
                block = self.blocks.get(file, {}).get(key, {})
                views = [view for copy in copies for view in self._views(copy, file, key, block)]
                merged = with_views(block, views, partial(same_answer, self.catalogue.questions[key]))
                if merged != block:
                    self.blocks.setdefault(file, {})[key] = merged

    def _views(self, copy: Copy, file: str, key: str, block: Block) -> Iterator[tuple[str, Block]]:
        """Yield what a table says, and what it had gathered from others, as far as it is not what stands here."""
        found = copy.blocks.get(file, {}).get(key)
        if found is None:
            return
        positions = block.get("positions", [])
        for position in found.get("positions", []):
            said = {name: value for name, value in position.items() if name != "table"}
            known = position in positions or fingerprint(file, key, said) in self.host.former
            if not known:
                yield f"{copy.name}/{position['table']}", said
        said = statement(found)
        if said and not _as_it_stands(block, found) and not self._stood_here(copy.name, file, key, found):
            yield copy.name, said

    def _stood_here(self, table: str, file: str, key: str, block: Block) -> bool:
        if fingerprint(file, key, statement(block)) not in self.host.former:
            return False
        positions = self.blocks.get(file, {}).get(key, {}).get("positions", [])
        if not any(position.get("table") == table for position in positions):
            self.older.append((table, file, key))
        return True

    def questions(self, before: Blocks, copies: Sequence[Copy]) -> Iterator[QuestionViews]:
        """Yield what the tables say, in catalogue order."""
        names = [copy.name for copy in copies]
        for file, shelf in self.shelves.items():
            for key, block in self.blocks.get(file, {}).items() if not shelf.register else ():
                fresh = before.get(file, {}).get(key) != block
                views = question_views(self.catalogue, key, block, names, fresh=fresh, private=shelf.private)
                if views is not None:
                    yield views


def _as_it_stands(block: Block, found: Block) -> bool:
    """Tell whether a table left an answer as it found it."""
    said, own, positions = statement(found), statement(block), block.get("positions", [])
    if said == own:
        return not positions or found.get("positions") == positions or not is_derived(own, positions)
    return {"table": MAIN_COPY, **said} in positions
