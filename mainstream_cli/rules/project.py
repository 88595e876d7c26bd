"""P: the project as a whole."""

from collections.abc import Iterator

from mainstream_cli.language import say
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.entries import AUTHOR, CORE_TEAM
from mainstream_cli.rules.lexicons import words_not_read


def no_lead(case: Case) -> Iterator[Finding]:
    """The project names no lead institution.

    Documents then say "lead institution: not named", and nobody is known to answer for the process.

    Passes: ``lead: planning_commission`` in mainstream.yaml
    Fails:  mainstream.yaml without ``lead``
    """
    if case.project.settings.lead is None:
        action = say("Add lead: with the id of a stakeholder to mainstream.yaml.")
        message = say("The project names no lead institution.")
        yield Finding("P03", "note", message, action, CORE_TEAM, Ref("settings"))


def other_edition(case: Case) -> Iterator[Finding]:
    """The project was made with another edition of the catalogue than the one installed.

    Another edition is a warning, the same edition with another digest (content was changed locally) a note. Nothing
    is blocked.

    Passes: ``edition: "2026.1"`` with that edition installed
    Fails:  ``edition: "2025.2"`` with 2026.1 installed
    """
    stamp = case.project.settings.catalogue
    ref = Ref("settings", "", ("catalogue",))
    if stamp.edition != case.catalogue.edition:
        message = say(
            "The project was made with catalogue {edition}; {installed} is installed.",
            edition=stamp.edition,
            installed=case.catalogue.edition,
        )
        action = say("Run mainstream upgrade: it shows what that means for this project, and changes nothing.")
        yield Finding("P04", "warning", message, action, CORE_TEAM, ref)
    elif stamp.sha256 != case.catalogue.sha256:
        message = say(
            "The installed catalogue {edition} has other content than when the project was made.", edition=stamp.edition
        )
        action = say("Nothing has to be done; mainstream upgrade shows what is new.")
        yield Finding("P04", "note", message, action, CORE_TEAM, ref)


@rests_on("answers")
def earlier_question(case: Case) -> Iterator[Finding]:
    """A question of an earlier edition has an answer, and is not asked under that name any more.

    Where the question has a new name without an answer, it is a warning: ``mainstream upgrade --write`` copies the
    answer there. Where the question was retired, it is a note: the answer is kept in the file and counts nowhere.

    Passes: an answer under the name that the question has now
    Fails:  an answer under the earlier name only
    """
    for id_ in sorted(case.project.set_aside):
        new, ref = case.catalogue.now(id_), Ref("answers", id_)
        if new and case.project.answer(new) is None:
            message = say("{id} is now {new}, and the answer does not count before it stands there.", id=id_, new=new)
            action = say(
                "mainstream upgrade --write copies it there; where it does not fit, answer {new} anew.", new=new
            )
            yield Finding("P16", "warning", message, action, CORE_TEAM, ref)
        elif not new and id_ in case.catalogue.retired:
            reason = case.catalogue.retired[id_].strip()
            message = say("{id}: answered, but the question is not asked any more ({reason}).", id=id_, reason=reason)
            yield Finding("P16", "note", message, say("Nothing to do: the answer is kept."), CORE_TEAM, ref)


def origin_missing(case: Case) -> Iterator[Finding]:
    """In a sample of a real country, an answer or entry does not say whether it is sourced or illustrative.

    Readers of a sample must be able to tell what a document states from what the sample's author made up. It is a
    warning, so that a group which practises on a copy can check and sign its own answers.
    ``sourced`` needs at least one source.

    Passes: ``origin: sourced`` with ``sources: [census_2014]``
    Fails:  an answer without ``origin`` where mainstream.yaml has ``sample: real_country``
    """
    if case.project.settings.sample != "real_country":
        return
    answers: Iterator[tuple[Ref, Answer | Entry]] = (
        (Ref("answers", id_), answer) for id_, answer in case.project.answers.items() if answer.given
    )
    entries: Iterator[tuple[Ref, Answer | Entry]] = (
        (Ref(name, id_), entry) for name, all_ in case.project.registers.items() for id_, entry in all_.items()
    )
    for ref, record in (*answers, *entries):
        if record.origin is None:
            message = say("{id}: It is not said whether this is sourced or illustrative.", id=ref.id)
            action = say("Add origin: sourced or origin: illustrative.")
        elif record.origin == "sourced" and not record.sources and ref.kind not in ("sources", "figures"):
            message = say("{id}: This is marked as sourced but names no source.", id=ref.id)
            action = say("Add sources: [id], or use origin: illustrative.")
        else:
            continue
        yield Finding("P05", "warning", message, action, AUTHOR, ref)


def plan_is_over(case: Case) -> Iterator[Finding]:
    """The last year of the plan is past.

    Migration can no longer be brought into it. Set the years of the plan that follows, or the day that a sample is
    about.

    Passes: ``plan: {start: 2026, end: 2035}``, read in 2027
    Fails:  ``plan: {start: 2015, end: 2020}``, read in 2027
    """
    plan = case.project.settings.plan
    if plan.end < case.today.year:
        message = say("{plan}: the plan ended in {year}.", plan=plan.name, year=plan.end)
        action = say(
            "Correct end: of the plan, or take the plan that follows; as_of: sets the day that a sample is about."
        )
        yield Finding("P06", "warning", message, action, CORE_TEAM, Ref("settings", "", ("plan", "end")))


def sample_of_no_day(case: Case) -> Iterator[Finding]:
    """A sample does not say on which day it stands.

    What is overdue or out of date would change from day to day while a course works with it.

    Passes: ``sample: invented_country`` with ``as_of: "2026-06-30"``
    Fails:  ``sample: invented_country`` without ``as_of``
    """
    settings = case.project.settings
    if settings.sample is not None and settings.as_of is None:
        message = say("This sample does not say on which day it stands.")
        action = say("Add as_of: with a day such as 2026-06-30 to mainstream.yaml.")
        yield Finding("P07", "warning", message, action, AUTHOR, Ref("settings", "", ("sample",)))


def timing_against_status(case: Case) -> Iterator[Finding]:
    """Migration is to go into a plan that is adopted already.

    The timing ``in_plan`` asks about a plan that is being written. For a plan that stands, a strategy beside it
    (``stand_alone``) serves its goals until its next review.

    Passes: ``timing: stand_alone`` with ``status: adopted``; ``timing: in_plan`` with ``status: mid_term_review``
    Fails:  ``timing: in_plan`` with ``status: adopted``
    """
    settings = case.project.settings
    if settings.timing == "in_plan" and settings.plan.status == "adopted":
        message = say("{plan} is adopted, and the timing says that it is being written.", plan=settings.plan.name)
        action = say("Set timing: stand_alone, or plan: status: to drafting or mid_term_review.")
        yield Finding("P08", "note", message, action, CORE_TEAM, Ref("settings", "", ("timing",)))


def language_not_read(case: Case) -> Iterator[Finding]:
    """The team writes in a language whose words no rule knows.

    Some rules read words in titles and notes: whether an aim makes people move or stay, whether money is that of
    families, whether a text speaks of one person. They know English only. In another language they are silent, and
    silence must not be taken for a clean text. Shapes are found in every language: numbers of documents, telephones,
    accounts, e-mail addresses, coordinates. It is one note for a run; JSON has ``not_checked``.

    Passes: mainstream.yaml without ``languages``; ``languages: [en]``
    Fails:  ``languages: [fr, ar]``
    """
    yield from words_not_read(case.project)
