"""D05, G08: what belongs into private/, and what only the copy with private/ can see."""

from collections.abc import Iterator

from mainstream_cli.language import Text, count, say
from mainstream_cli.model.condition import Condition
from mainstream_cli.model.finding import Finding, Place
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.relations import Comparison, leaves
from mainstream_cli.model.truth import holds
from mainstream_cli.rules.case import Case, rests_on

CORE_TEAM = (say("core team"), say("whoever wrote the text"))
KEEPER = (say("whoever keeps private/"),)
PUBLIC = Ref("settings", public=True)


def private_in_public(case: Case) -> Iterator[Finding]:
    """What is not for everybody goes into git, or lies open on this computer.

    ``fill`` and ``set`` write sensitive answers and fields to ``private/``. What was typed into a public file by hand
    has to be moved. ``private/`` itself must be ignored by git, with nothing of it tracked; where git cannot be asked,
    ``.gitignore`` is read. A folder that other users of the computer can look into is a note: the next answer that is
    written there closes it. In samples a sensitive answer may stand in the public file, as all in them is public or
    invented.

    Passes: ``political_backing`` in private/answers/added_value.yaml, and ``private/`` in .gitignore
    Fails:  ``stance: opposes`` in registers/stakeholders.yaml; a file of private/ that was added with ``git add -f``
    """
    yield from _folder(case)
    yield from _in_public_files(case)


@rests_on("settings")
def _in_public_files(case: Case) -> Iterator[Finding]:
    if case.project.settings.sample is None:
        yield from _answers(case)
    if case.project.settings.sample != "real_country":
        for register, entries in case.public.registers.items():
            for field in sorted(REGISTERS[register].sensitive):
                for id_, entry in entries.items():
                    if getattr(entry, field) is not None:
                        what = say("{id}, {field}", id=id_, field=field)
                        yield _public(Ref(register, id_, (field,), public=True), what, LINE)


def _folder(case: Case) -> Iterator[Finding]:
    kept, place = case.project.private, Place(".gitignore")
    if kept.tracked:
        first, *others = kept.tracked
        message = say("Git tracks what is private: {file}.", file=first)
        if others:
            message = count(
                "Git tracks what is private: {file} and {n} more.",
                "Git tracks what is private: {file} and {n} more.",
                n=len(others),
                file=first,
            )
        action = say(
            "Take it out of git, and keep it on disk: git rm -r --cached private. "
            "If it was committed, it is still in git history: docs/purge.md says how to remove it."
        )
        yield Finding("D05", "error", message, action, KEEPER, PUBLIC, place)
    if not kept.ignored:
        message = say("Git does not ignore private/: the next git add would take in what is not for everybody.")
        action = say("Write the line private/ into .gitignore, and take out lines that begin with !private.")
        yield Finding("D05", "error", message, action, KEEPER, PUBLIC, place)
    if kept.open and kept.at_hand:
        message = say("Other users of this computer can look into private/.")
        action = say("The next answer that is written there closes it; at once: chmod -R go-rwx private")
        yield Finding("D05", "note", message, action, KEEPER, PUBLIC, Place("private"))


def _answers(case: Case) -> Iterator[Finding]:
    for id_ in case.public.answers:
        question = case.catalogue.questions[id_]
        if question.sensitive:
            yield _public(Ref("answers", id_, ("value",), public=True), question.title, _block(id_))
    for id_ in sorted(case.public.set_aside):
        now = case.catalogue.questions.get(case.catalogue.now(id_))
        if now is not None and now.sensitive:
            yield _public(Ref("answers", id_, public=True), now.title, _block(id_))


LINE = say(
    "Move this line to the file of the same name under private/, with its key, and delete it here. "
    "If it was committed, it is still in git history: docs/purge.md says how to remove it."
)


def _block(id_: str) -> Text:
    return say(
        "Move the whole block {id}: to the file of the same name under private/, with its key, and delete it here. "
        "If it was committed, it is still in git history: docs/purge.md says how to remove it.",
        id=id_,
    )


def _public(ref: Ref, title: str, action: Text) -> Finding:
    message = say("{title}: sensitive, and it stands in a file that goes into git.", title=title)
    return Finding("D05", "error", message, action, CORE_TEAM, ref)


def only_in_private(case: Case) -> Iterator[Finding]:
    """A sensitive question has no answer in this copy, which has no ``private/``: only the copy with it can see more.

    A clone and a server do not have ``private/``. There the question is not called open, a gate that hinges on it is
    not called ready, and a condition that hinges on it stands as far as other answers carry it, and stops nothing.

    Passes: the copy of the officer who keeps private/; a public answer in a sample
    Fails:  a clone of a project, for ``political_backing``
    """
    for question in case.unseen:
        codes = [condition.code for condition in case.catalogue.conditions if question.id in hinges(case, condition)]
        name = case.catalogue.name("question", question.id)
        message = say("{question}: answered in private/ only, and this copy has no private/.", question=name)
        if codes:
            message = say(
                "{question}: answered in private/ only, and this copy has no private/. "
                "Not to be judged to the end here: {codes}.",
                question=name,
                codes=", ".join(codes),
            )
        action = say("The copy with private/ can see it. If nobody has one yet, answer it here: that makes private/.")
        yield Finding("G08", "note", message, action, KEEPER, Ref("answers", question.id))


def hinges(case: Case, condition: Condition) -> frozenset[str]:
    """Return the questions that this copy cannot see and without which it cannot say how a condition stands."""
    hidden = {question.id for question in case.unseen}
    if not hidden or (whole := holds(condition.claim, case.facts)) is True:
        return frozenset()
    relation = condition.claim if whole is None else condition.claim_partly
    names = {leaf.name for leaf in leaves(relation) if isinstance(leaf, Comparison) and leaf.subject == "question"}
    return frozenset(hidden & names if holds(relation, case.facts) is None else ())


def keeps_shut(case: Case) -> Iterator[Finding]:
    """Yield what the judged gate asks for and this copy cannot see."""
    if case.judged is not None:
        matter = {question.id for question in case.unseen if question.core and question.home == case.judged.id}
        asked = (condition for condition in case.catalogue.conditions if condition.code in case.judged.gate.conditions)
        matter = matter.union(*(hinges(case, condition) for condition in asked))
        yield from (finding for finding in only_in_private(case) if finding.ref and finding.ref.id in matter)
