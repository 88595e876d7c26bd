"""G: gates and sign-offs."""

from collections.abc import Iterator
from datetime import date

from mainstream_cli.language import say, several
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers import name_in_words
from mainstream_cli.model.told import has_word
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.entries import CORE_TEAM, LEAD

SAID = ("text", "reason", "reference")
"""The fields of a journal entry that say what was decided, why, and what shows it."""


@rests_on("journal")
def stale_sign_off(case: Case) -> Iterator[Finding]:
    """What a sign-off covers has changed since it was given.

    A sign-off covers the answers of its stage and the registers that the gate lists. Comments, layout and the order
    of a file do not count.

    Passes: a stage whose answers are as they were signed
    Fails:  an answer changed after the sign-off
    """
    for stage in case.catalogue.stages:
        if case.stale(stage):
            sign_off = case.sign_offs[stage.id]
            message = say(
                "{title}: what was signed on {day} ({reference}) has changed since.",
                title=stage.title,
                day=sign_off.date.isoformat(),
                reference=sign_off.reference,
            )
            command = f"mainstream sign {stage.id} --by ACTOR --reference TEXT"
            action = say("Show the change to those who signed, then: {command}", command=command)
            yield Finding("G01", "warning", message, action, LEAD, _journal_ref(case, stage.id))


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

    Without an objective there is no approval of objectives. That a team looked and found that there is none is an
    answer: a decision says so, with the reason, under this code and for the stage.

    Passes: an objective in registers/objectives.yaml, before goal_setting is signed
    Fails:  goal_setting is to be signed without an objective
    """
    stage = case.judged
    for need in stage.gate.needs if stage else ():
        names = (need,) if isinstance(need, str) else need
        if stage and case.whole(*names) and not any(map(case.project.entries, names)) and not _decided(case, stage.id):
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
