"""G: gates and sign-offs."""

from collections.abc import Iterator
from datetime import date

from mainstream_cli.language import Text, count, say, several
from mainstream_cli.model.edition import Standing
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.journal import Frozen
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers import REGISTERS, name_in_words
from mainstream_cli.model.told import has_word
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.entries import CORE_TEAM, LEAD
from mainstream_cli.rules.standing import kept_edition

SAID = ("text", "reason", "reference")
"""The fields of a journal entry that say what was decided, why, and what shows it."""

NAMES_AN_ENTRY = ("after", "amends", "withdraws", "of")
"""The fields of a journal entry that name another one."""


@rests_on("journal")
def stale_sign_off(case: Case) -> Iterator[Finding]:
    """What was decided has changed since it was approved.

    An approval keeps an edition of what it covers: the answers of its stage, the registers that the gate lists, what
    the papers of the stage print, and the sources cited. A change, a removal or an addition of what is decided needs a
    new approval; so does a dropped action. Facts that were updated, follow-up, comments, layout and order do not count.
    A signature of the first edition keeps no values: there every change of what it covers counts.

    Passes: a stage whose decisions are as they were signed, with a corrected figure
    Fails:  an answer changed, or an action dropped, after the sign-off
    """
    for stage in case.catalogue.stages:
        standing = case.standing(stage.id)
        if standing and standing.code == "amended_since" and case.sign_offs[stage.id].stage == stage.id:
            sign_off = case.sign_offs[stage.id]
            message = say(
                "{title}: what was signed on {day} ({reference}) has changed since.",
                title=stage.title,
                day=sign_off.date.isoformat(),
                reference=sign_off.reference,
            )
            if standing.decided:
                message = say(
                    "{title}: what was signed on {day} ({reference}) has changed since: {changes}.",
                    title=stage.title,
                    day=sign_off.date.isoformat(),
                    reference=sign_off.reference,
                    changes=changes_in_words(standing),
                )
            command = f"mainstream sign {stage.id} --by ACTOR --reference TEXT"
            action = say("Show the change to those who signed, then: {command}", command=command)
            if standing.decided:
                seen = f"mainstream compare --stage {stage.id}"
                action = say("Show those who signed what {seen} tells, then: {command}", seen=seen, command=command)
            yield Finding("G01", "warning", message, action, LEAD, _journal_ref(case, stage.id))


def changes_in_words(standing: Standing) -> Text:
    """Say how much was changed without an approval, such as "4 answers and 2 actions"."""
    return several(_counted(kind, number) for kind, number in standing.decided.items())


def _counted(kind: str, number: int) -> Text:
    if kind == "answers":
        return count("{n} answer", "{n} answers", n=number)
    return REGISTERS[kind].counted(number) if kind in REGISTERS else count("{n} setting", "{n} settings", n=number)


@rests_on("journal")
def seal_broken(case: Case) -> Iterator[Finding]:
    """A kept edition is missing, or does not match its seal.

    What was submitted or approved lies in ``journal/editions/`` and is never changed. The entry of the journal keeps
    the digest of the list of its blocks, and that list the digests of its files.

    Passes: an edition as it was written, also with other ends of lines
    Fails:  one word of an edition changed by hand, or its folder deleted
    """
    for id_, entry in case.journal(Frozen).items():
        if entry.edition_id and kept_edition(case, entry) is None:
            values = {"edition": entry.edition_id}
            message = say("The kept edition {edition} does not match its seal: it was changed.", **values)
            if entry.edition_id not in case.project.editions:
                message = say("The kept edition {edition} is missing.", **values)
            action = say("Restore {file} from git or a copy.", file=f"journal/editions/{entry.edition_id}")
            yield Finding("G11", "error", message, action, LEAD, Ref("journal", id_, ("edition_id",)))


@rests_on("journal")
def entry_gone(case: Case) -> Iterator[Finding]:
    """An entry of the journal is gone that a later one names.

    The journal is a record: nothing in it is changed or deleted. An approval names the entry before it, and the one
    that it amends or that is withdrawn.

    Passes: a withdrawn sign-off that is still in the journal
    Fails:  a sign-off deleted by hand, which the next entry names
    """
    for id_, entry in case.project.journal.items():
        for name in NAMES_AN_ENTRY:
            other = getattr(entry, name, None)
            if other and other not in case.project.journal and not case.project.lost("journal", other):
                message = say("An entry of the journal is gone: {entry}.", entry=other)
                action = say("Restore {file} from git or a copy.", file=f"journal/{other}.yaml")
                yield Finding("G12", "error", message, action, LEAD, Ref("journal", id_, (name,)))


@rests_on("journal")
def signed_out_of_order(case: Case) -> Iterator[Finding]:
    """A stage is signed while an earlier one is not.

    Stages may be worked in any order and revisited; the record should show that this was meant.

    Passes: scoping signed after the three stages before it
    Fails:  scoping signed while the core team stage has no valid sign-off
    """
    missing: list[str] = []
    for stage in case.catalogue.stages:
        if stage.id not in case.valid:
            missing.append(stage.title)
        elif missing:
            message = say("{title} is signed, but not yet: {missing}.", title=stage.title, missing=", ".join(missing))
            action = say("Sign the earlier stages when they are ready.")
            yield Finding("G02", "note", message, action, LEAD, _journal_ref(case, stage.id))


def nothing_to_sign(case: Case) -> Iterator[Finding]:
    """A stage is to be signed, and nothing is recorded of what it decides.

    Without an objective there is no approval of objectives; candidates that were all left out are none. That a team
    looked and found that there is none is an answer: a decision says so, with the reason, under this code and for the
    stage.

    Passes: an objective in registers/objectives.yaml, before goal_setting is signed
    Fails:  goal_setting is to be signed without an objective
    """
    stage = case.judged
    for need in stage.gate.needs if stage else ():
        names = (need,) if isinstance(need, str) else need
        there = (entry for name in names for entry in case.project.entries(name).values() if entry.stands)
        if stage and case.whole(*names) and not any(there) and not _decided(case, stage.id):
            registers = several((name_in_words(name) for name in names), "or")
            message = say("{title}: nothing is recorded yet: {registers}.", title=stage.title, registers=registers)
            command = f"mainstream decide TEXT --by ACTOR --code G10 --stage {stage.id}"
            action = say("Record it; or that there is none, and why: {command}", command=command)
            yield Finding("G10", "error", message, action, CORE_TEAM, Ref(names[0]))


def _decided(case: Case, stage: str) -> bool:
    earlier = case.project.last_of_earlier_plan or date.min
    taken = (each for each in case.decisions.values() if earlier < each.date <= case.today and has_word(each.text))
    return any(decision.code == "G10" and decision.stage == stage for decision in taken)


def says_nothing(case: Case) -> Iterator[Finding]:
    """A decision, the reason of a waiver or the reference of a signature says nothing.

    One word is enough for a decision and a reason, in whatever script; a reference names its letter or minute by number
    or day, or is a source. The commands refuse what says less; a file written by hand is warned of.

    Passes: ``reference: Decision 13``
    Fails:  ``reference: "-"``
    """
    sources = case.project.entries("sources")
    for id_, entry in case.project.journal.items():
        for name in SAID:
            words = getattr(entry, name, None)
            known = name == "reference" and (words in sources or any(map(str.isdigit, words or "")))
            if words and not known and (name == "reference" or not has_word(words)):
                text = say("{field} says too little: '{words}'.", field=name, words=words)
                action = say("Say it in a further entry: which decision, or which letter of which day.")
                yield Finding("G13", "warning", text, action, LEAD, Ref("journal", id_, (name,)))


def unread(case: Case) -> Iterator[Finding]:
    """Yield that the judged gate rests on something that could not be read; ``check`` names that where it lies."""
    if case.judged is not None and case.unread_at(case.judged):
        message = say("{title}: something that this gate rests on could not be read.", title=case.judged.title)
        action = say("Put right what mainstream check names first.")
        yield Finding("F01", "error", message, action, CORE_TEAM)


def concerns(case: Case, finding: Finding) -> bool:
    """Tell whether a finding belongs to the judged gate: to an answer of the stage or a register it covers."""
    if case.judged is None or finding.ref is None:
        return False
    question = case.catalogue.questions.get(finding.ref.id) if finding.ref.kind == "answers" else None
    return (question is not None and question.home == case.judged.id) or finding.ref.kind in case.judged.gate.registers


def _journal_ref(case: Case, stage: str) -> Ref:
    return Ref("journal", case.entry_id(case.sign_offs[stage]))
