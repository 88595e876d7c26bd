"""G: waivers, remedies and ratings of the journal; two of these rules look at the findings of all others."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from mainstream_cli.language import say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.journal import JournalEntry
from mainstream_cli.model.project import Ref
from mainstream_cli.rules.assessing import assess
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.entries import LEAD
from mainstream_cli.rules.waivers import matches, refusal, stands

YEAR = timedelta(days=366)


@rests_on("journal", "settings")
def waiver_expired(case: Case, findings: Sequence[Finding]) -> Iterator[Finding]:
    """A waiver has run out, and what it covered is still there.

    From the day after its end a waiver covers nothing: the finding counts again in full.

    Passes: ``until: "2026-12-31"`` on 31 December 2026
    Fails:  ``until: "2026-12-31"`` on 1 January 2027, while the finding is still open
    """
    for id_, waiver in case.waivers.items():
        open_still = any(matches(waiver, finding) and finding.waiver is None for finding in findings)
        if waiver.until < case.today and open_still and refusal(case, waiver) is None:
            message = say(
                "The waiver of {code} ended on {day}, and the finding is still there.",
                code=waiver.code,
                day=waiver.until.isoformat(),
            )
            where = f" --where {waiver.where}" if waiver.where else ""
            again = f"mainstream waive {waiver.code}{where} --reason T --by ACTOR --until DATE"
            action = say("Deal with it, or waive it again with a new end: {command}", command=again)
            yield Finding("G03", "warning", message, action, LEAD, Ref("journal", id_, ("until",)))


@rests_on()
def waiver_without_use(case: Case, findings: Sequence[Finding]) -> Iterator[Finding]:
    """A waiver covers nothing any more: what it accepted has been put right, or its ``where`` names nothing.

    Passes: a waiver of A03 while an answer still lacks its document
    Fails:  the same waiver once the document is named
    """
    for id_, waiver in case.waivers.items():
        if stands(case, waiver) and not any(matches(waiver, finding) for finding in findings):
            message = say(
                "The waiver of {code} until {day} covers nothing.", code=waiver.code, day=waiver.until.isoformat()
            )
            action = say("Nothing to do: it ends by itself, and the journal keeps it.")
            yield Finding("G04", "note", message, action, LEAD, Ref("journal", id_))


def waiver_refused(case: Case) -> Iterator[Finding]:
    """A waiver stands in the journal that cannot be given, so it covers nothing.

    Faults of form are corrected, conditions on rights, gender and children are answered with a dated remedy, a
    condition is waived as a whole, and no waiver stands for more than two years.

    Passes: a waiver of A03 for half a year
    Fails:  a waiver of C10, which protects rights
    """
    for id_, waiver in case.waivers.items():
        refused = refusal(case, waiver) if waiver.until >= case.today else None
        if refused is not None:
            message = say("This waiver covers nothing. {sentence}", sentence=refused.message)
            yield Finding("G05", "warning", message, refused.action, LEAD, Ref("journal", id_, ("code",)))


@rests_on("journal", "settings")
def remedy_overdue(case: Case) -> Iterator[Finding]:
    """A condition was answered with a dated remedy; the day is past, and the condition is not secured.

    Passes: ``due: "2026-12-31"`` for C10 on 1 December 2026
    Fails:  ``due: "2026-12-31"`` for C10 on 1 January 2027, with C10 still open
    """
    if not any(decision.due is not None and decision.due < case.today for decision in case.decisions.values()):
        return
    for assessment in assess(case):
        due = assessment.remedy.due if assessment.remedy else None
        if (
            assessment.remedy is not None
            and due is not None
            and due < case.today
            and assessment.status != "met"
            and not assessment.unread
        ):
            code, title = assessment.condition.code, assessment.condition.title
            message = say(
                "{title}: the remedy decided on {day} was due on {due}.",
                title=title,
                day=assessment.remedy.date.isoformat(),
                due=due.isoformat(),
            )
            command = f"mainstream decide TEXT --by ACTOR --code {code} --due DATE"
            action = say("Carry it out, or set a new day: {command}", command=command)
            ref = Ref("journal", case.entry_id(assessment.remedy), ("due",))
            yield Finding("G06", "warning", message, action, assessment.condition.who, ref)


@rests_on("journal", "settings")
def rating_overdue(case: Case) -> Iterator[Finding]:
    """The conditions have not been rated for a year, or not since scoping was signed.

    They are rated at the start, after scoping and yearly, so that a team sees what has changed. Every sign-off keeps
    a rating by itself; ``mainstream check --record --by ACTOR`` keeps one on any other day.

    Passes: a rating eleven months ago
    Fails:  the last rating two years ago
    """
    days = [rating.date for rating in case.ratings.values()]
    scoping = case.sign_offs.get(case.catalogue.roles.get("proposing", ""))
    if scoping is not None and not any(day >= scoping.date for day in days):
        message = say("Scoping was signed without a rating of the conditions.")
        entry: JournalEntry = scoping
    elif days and case.today - max(days) > YEAR:
        last = max(days).isoformat()
        message = say("The conditions were last rated on {day}, more than a year ago.", day=last)
        entry = list(case.ratings.values())[-1]
    else:
        return
    action = say("Look through the conditions, then: mainstream check --record --by ACTOR")
    yield Finding("G07", "note", message, action, LEAD, Ref("journal", case.entry_id(entry)))
