"""Compares the answers of a project with the catalogue that is installed, and plans the smallest change of files.

Questions are told by their keys. What one read in the edition of the project is not kept anywhere but in the comment
above its key; that may be in any language, and is renewed only where it has the shape in which the tool writes it. No
answer is removed: one under an earlier name stays where it is, and is copied to the new one. Only the bare key of a
sensitive question goes from a public file; a comment in its place says where it is answered.
"""

import copy
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mainstream_cli.language import Text, say
from mainstream_cli.model.answer import judge
from mainstream_cli.model.blocks import as_block
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.upgrade import AnswerPage, FileChange, Upgrade, UpgradeStep

LINE = re.compile(r"# (?P<number>S?\d+(?:\.\d+)+[A-Z]*) (?P<text>.+) \[(?P<accepts>[^\[\]]*)\]")
"""A comment line as this tool writes it above a question; any other comment is the user's."""


def plan_upgrade(
    catalogue: Catalogue, stamp: Mapping[str, str], pages: Sequence[AnswerPage], missing: Iterable[str]
) -> Upgrade:
    """Return what the catalogue means for a project.

    *stamp* is the catalogue that the project names, with its name from schema 2 on, *missing* the register files that
    it does not have.
    """
    upgrade = Upgrade(dict(stamp), catalogue.stamp, new_files=list(missing))
    planner = _Planner(catalogue, pages, upgrade)
    for page in pages:
        if not page.private:
            planner.questions(page)
    for page in pages:
        planner.earlier(page)
    upgrade.changes = {file: change for file, change in upgrade.changes.items() if change}
    return upgrade


@dataclass
class _Planner:
    catalogue: Catalogue
    pages: Sequence[AnswerPage]
    upgrade: Upgrade

    def __post_init__(self) -> None:
        self.private = {page.sheet: page for page in self.pages if page.private}
        self.public = {page.sheet: page for page in self.pages if not page.private}

    def questions(self, page: AnswerPage) -> None:
        """Plan the questions of one sheet: new keys, renewed comments, answers to look at again."""
        change = self._change(page.file)
        if not page.exists:
            self.upgrade.new_files.append(page.file)
        for question in self.catalogue.sheets[page.sheet].questions:
            if question.sensitive and not as_block(page.blocks.get(question.id)):
                self._aside(page, change, question)
            elif question.id not in page.blocks:
                self.upgrade.new.append(UpgradeStep(question.id, page.file, after=question.text))
                if page.exists:
                    change.keys.append(question.id)
            else:
                self._present(page, change, question)

    def _aside(self, page: AnswerPage, change: FileChange, question: Question) -> None:
        """Plan a sensitive question that is not answered in this public file: no key, and the comment in its place."""
        here, wanted = page.aside[question.id]
        if question.id in page.blocks:
            note = say(
                "Its bare key goes from this file: it is answered in {file} only.", file=self._target(page, question)
            )
            self.upgrade.private.append(UpgradeStep(question.id, page.file, note=note))
            change.aside[question.id] = (_line(page, question.id), wanted)
        elif page.exists and wanted not in here:
            change.aside[question.id] = (here, wanted)
        if question.id in page.blocks or here:
            self.upgrade.kept += 1
        else:
            self.upgrade.new.append(UpgradeStep(question.id, page.file, after=question.text))

    def _present(self, page: AnswerPage, change: FileChange, question: Question) -> None:
        wanted, old = page.wanted[question.id], _line(page, question.id)
        own = _with_own_words(old, wanted)
        if old not in ("", wanted) and not own:
            change.comments[question.id] = (old, wanted)
        before, after = _words(old or wanted), _words(wanted)
        same = own or before in map(_words, page.told[question.id])
        step = UpgradeStep(question.id, page.file, *(("", "") if same else _told_apart(before, after)))
        if same:
            self.upgrade.kept += 1
            self.upgrade.renumbered += bool(old) and _number(old) != _number(wanted)
        else:
            self.upgrade.reworded.append(step)
        self._review(step, question, self._answered(question.id, page.sheet), changed=not same)

    def _review(self, step: UpgradeStep, question: Question, block: Any, *, changed: bool) -> None:
        if not as_block(block):
            return
        if misfit := self._misfit(question, block):
            note = say("The answer does not fit the question any more: {problem}", problem=misfit)
        elif changed:
            note = say("It was answered as it read before: does the answer still hold?")
        else:
            return
        self.upgrade.review.append(replace(step, note=note))

    def earlier(self, page: AnswerPage) -> None:
        """Plan the answers under ids of an earlier edition, and those in the file of another stage or sector."""
        for id_, block in page.blocks.items():
            if not self.catalogue.is_earlier(id_):
                self._misplaced(page, id_, block)
                continue
            question = self.catalogue.questions.get(self.catalogue.now(id_))
            if question is not None:
                self._moved(page, id_, block, question)
            elif not self.upgrade.stamped:
                kept = say("The key stays, bare.")
                if as_block(block):
                    kept = say("The answer stays in the file and counts nowhere.")
                reason = self.catalogue.retired.get(id_, "").strip()
                self.upgrade.retired.append(UpgradeStep(id_, page.file, _text(page, id_), reason, kept))

    def _misplaced(self, page: AnswerPage, id_: str, block: Any) -> None:
        question = self.catalogue.questions.get(id_)
        if question is not None and question.home != page.sheet and as_block(block):
            note = say(
                "It is asked elsewhere now: move the block to {file} by hand.", file=self._target(page, question)
            )
            self.upgrade.review.append(UpgradeStep(id_, page.file, note=note))

    def _moved(self, page: AnswerPage, id_: str, block: Any, question: Question) -> None:
        """Copy an answer to the new name of its question, where there is none yet and it fits."""
        there = self._answered(question.id, question.home)
        carried = bool(as_block(block)) and not as_block(there)
        old, new = _text(page, id_), question.text
        told = {_words(line)[0] for line in self.public[question.home].told[question.id]}
        words = ("", "") if old in ("", new, *told) else (old, new)
        step = UpgradeStep(question.id, page.file, *words)
        misfit = self._misfit(question, block) if carried else None
        blocks = self._change(self._target(page, question)).blocks
        if carried and not misfit and question.id not in blocks:
            blocks[question.id] = copy.deepcopy(block)
            note = say("Its answer is copied there from {key}, which stays.", key=id_)
        elif misfit:
            note = say(
                "Its answer stays under {key}, for it does not fit the question any more: {problem}",
                key=id_,
                problem=misfit,
            )
        elif carried:
            note = say("Its answer stays under {key}: another earlier answer is copied there.", key=id_)
        elif as_block(block):
            note = say("It is answered there already; the earlier answer stays.")
        else:
            note = say("It has no answer; the key stays, bare.")
        if carried or not self.upgrade.stamped:
            self.upgrade.moved.append(UpgradeStep(id_, page.file, id_, question.id, note))
        if carried and (misfit or words[0]):
            self._review(step, question, block, changed=True)

    def _target(self, page: AnswerPage, question: Question) -> str:
        pages = self.private if page.private or question.sensitive else self.public
        return pages[question.home].file

    def _answered(self, id_: str, sheet: str) -> Any:
        private = self.private[sheet].blocks.get(id_)
        return self.public[sheet].blocks.get(id_) if not as_block(private) else private

    def _misfit(self, question: Question, block: Any) -> Text | None:
        problem = judge(question, as_block(block).get("value"), self.catalogue.terms(question))
        return problem.message if problem else None

    def _change(self, file: str) -> FileChange:
        return self.upgrade.changes.setdefault(file, FileChange())


def _line(page: AnswerPage, id_: str) -> str:
    """Return the one comment line above a key that the tool wrote; empty when there is none, or more than one."""
    lines = [line for line in page.comments.get(id_, ()) if LINE.fullmatch(line)]
    return lines[0] if len(lines) == 1 else ""


def _with_own_words(line: str, wanted: str) -> bool:
    """Tell whether a comment asks what is wanted, with words that somebody has put into it."""
    text, asked = _words(line)[0], _words(wanted)[0]
    return text != asked and asked in text


def _number(line: str) -> str:
    found = LINE.fullmatch(line)
    return found["number"] if found else ""


def _words(line: str) -> tuple[str, str]:
    found = LINE.fullmatch(line)
    return (found["text"], found["accepts"]) if found else (line, "")


def _text(page: AnswerPage, id_: str) -> str:
    line = _line(page, id_)
    return _words(line)[0] if line else ""


def _told_apart(before: tuple[str, str], after: tuple[str, str]) -> tuple[str, str]:
    """Return the two texts, with what they accept only where that differs."""
    if before[1] == after[1]:
        return before[0], after[0]
    return f"{before[0]} [{before[1]}]", f"{after[0]} [{after[1]}]"
