"""P: the project as a whole."""

from collections.abc import Iterator

from mainstream_cli.model.answer import Answer
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.lexicons import words_not_read


def no_lead(case: Case) -> Iterator[Finding]:
    """The project names no lead institution.

    Documents then say "lead institution: not named", and nobody is known to answer for the process.

    Passes: ``lead: planning_commission`` in mainstream.yaml
    Fails:  mainstream.yaml without ``lead``
    """
    if case.project.settings.lead is None:
        action = "Add lead: with the id of a stakeholder to mainstream.yaml."
        yield Finding("P03", "note", "The project names no lead institution.", action, ("core team",), Ref("settings"))


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
        message = f"The project was made with catalogue {stamp.edition}; {case.catalogue.edition} is installed."
        action = "Run mainstream upgrade: it shows what that means for this project, and changes nothing."
        yield Finding("P04", "warning", message, action, ("core team",), ref)
    elif stamp.sha256 != case.catalogue.sha256:
        message = f"The installed catalogue {stamp.edition} has other content than when the project was made."
        action = "Nothing has to be done; mainstream upgrade shows what is new."
        yield Finding("P04", "note", message, action, ("core team",), ref)


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
            message = f"{id_} is now {new}, and the answer does not count before it stands there."
            action = f"mainstream upgrade --write copies it there; where it does not fit, answer {new} anew."
            yield Finding("P16", "warning", message, action, ("core team",), ref)
        elif not new and id_ in case.catalogue.retired:
            reason = case.catalogue.retired[id_].strip()
            message = f"{id_}: answered, but the question is not asked any more ({reason})."
            yield Finding("P16", "note", message, "Nothing to do: the answer is kept.", ("core team",), ref)


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
            message, action = (
                "It is not said whether this is sourced or illustrative.",
                "Add origin: sourced or origin: illustrative.",
            )
        elif record.origin == "sourced" and not record.sources and ref.kind not in ("sources", "figures"):
            message, action = (
                "This is marked as sourced but names no source.",
                "Add sources: [id], or use origin: illustrative.",
            )
        else:
            continue
        yield Finding("P05", "warning", f"{ref.id}: {message}", action, ("author of the sample",), ref)


def plan_is_over(case: Case) -> Iterator[Finding]:
    """The last year of the plan is past.

    Migration can no longer be brought into it. Set the years of the plan that follows, or the day that a sample is
    about.

    Passes: ``plan: {start: 2026, end: 2035}``, read in 2027
    Fails:  ``plan: {start: 2015, end: 2020}``, read in 2027
    """
    plan = case.project.settings.plan
    if plan.end < case.today.year:
        message = f"{plan.name}: the plan ended in {plan.end}."
        action = "Correct end: of the plan, or take the plan that follows; as_of: sets the day that a sample is about."
        yield Finding("P06", "warning", message, action, ("core team",), Ref("settings", "", ("plan", "end")))


def sample_of_no_day(case: Case) -> Iterator[Finding]:
    """A sample does not say on which day it stands.

    What is overdue or out of date would change from day to day while a course works with it.

    Passes: ``sample: invented_country`` with ``as_of: "2026-06-30"``
    Fails:  ``sample: invented_country`` without ``as_of``
    """
    settings = case.project.settings
    if settings.sample is not None and settings.as_of is None:
        message = "This sample does not say on which day it stands."
        action = "Add as_of: with a day such as 2026-06-30 to mainstream.yaml."
        yield Finding("P07", "warning", message, action, ("author of the sample",), Ref("settings", "", ("sample",)))


def timing_against_status(case: Case) -> Iterator[Finding]:
    """Migration is to go into a plan that is adopted already.

    The timing ``in_plan`` asks about a plan that is being written. For a plan that stands, a strategy beside it
    (``stand_alone``) serves its goals until its next review.

    Passes: ``timing: stand_alone`` with ``status: adopted``; ``timing: in_plan`` with ``status: mid_term_review``
    Fails:  ``timing: in_plan`` with ``status: adopted``
    """
    settings = case.project.settings
    if settings.timing == "in_plan" and settings.plan.status == "adopted":
        message = f"{settings.plan.name} is adopted, and the timing says that it is being written."
        action = "Set timing: stand_alone, or plan: status: to drafting or mid_term_review."
        yield Finding("P08", "note", message, action, ("core team",), Ref("settings", "", ("timing",)))


def language_not_read(case: Case) -> Iterator[Finding]:
    """The team works in a language whose words no rule knows.

    Some rules read words in titles and notes: whether an aim makes people move or stay, whether money is that of
    families, whether a text speaks of one person. They know English only. In another language they are silent, and
    silence must not be taken for a clean text. Shapes are found in every language: numbers of documents, telephones,
    accounts, e-mail addresses, coordinates. It is one note for a run; JSON has ``not_checked``.

    Passes: mainstream.yaml without ``languages``; ``languages: [en, fr]``
    Fails:  ``languages: [fr, ar]``
    """
    yield from words_not_read(case.project)
