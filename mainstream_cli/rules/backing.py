"""A: answers on political backing and on who was heard, held against the registers."""

import re
from collections.abc import Iterator

from mainstream_cli.language import Text, label, say, several
from mainstream_cli.model.finding import Finding, Severity
from mainstream_cli.model.project import Ref
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.roles import needs

MANDATE, BACKING, HEARING = "mandate", "backing", "hearing"
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
DATED = re.compile(
    rf"(?i)\b(\d{{4}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./](19|20)\d\d|({MONTHS})[a-z]*\.? (\d{{1,2}},? )?(19|20)\d\d)\b"
)
WITH_YEAR = re.compile(r"\b(19|20)\d\d\b")  # all that can be known of a date in a language without a lexicon


@needs("A07", MANDATE, BACKING)
@rests_on("answers", "sources")
def mandate_without_date(case: Case) -> Iterator[Finding]:
    """Political backing or the mandate is said to be in place, and no dated document shows it.

    A source with ``date`` passes, and so does a day or a month with its year in the title of the source or in the note.
    The year alone does not tell which letter or order is meant; in a language whose words are not read (P19) it is
    taken for a date. Backing passes once the mandate itself is dated.

    Passes: ``value: in_place`` with a source that has ``date: "2026-06-07"``
    Fails:  ``value: in_place`` with a source that has neither date nor day
    """
    asked = [case.catalogue.roles[role] for role in (MANDATE, BACKING)]
    claimed = [id_ for id_ in asked if _in_place(case, id_)]
    if any(_dated(case, id_) for id_ in asked) or not claimed:
        return
    id_ = claimed[0]
    question, answer = case.catalogue.questions[id_], case.project.answers[id_]
    message = say(
        "{question}: in place, and no dated letter, order or minute shows it.",
        question=case.catalogue.name("question", question.id),
    )
    action = say("Give the source its date:, or write the day of the letter or order in the note.")
    path = ("sources", 0) if answer.sources else ("value",)
    yield Finding(
        "A07", "warning", message, action, (say("core team"), say("lead institution")), Ref("answers", id_, path)
    )


def _in_place(case: Case, question: str) -> bool:
    answer = case.project.answer(question)
    return answer is not None and answer.value == "in_place"


def _dated(case: Case, question: str) -> bool:
    answer = case.project.answer(question)
    if answer is None or answer.value not in ("in_place", "partly"):
        return False
    sources = [case.project.entries("sources").get(id_) for id_ in answer.sources]
    words = [answer.note, *(f"{source.title} {source.note} {source.place}" for source in sources if source)]
    shape = DATED if case.reads_words else WITH_YEAR
    return any(source.date for source in sources if source) or any(shape.search(text or "") for text in words)


GROUPS: dict[Text, tuple[tuple[str, ...], str]] = {
    label("group", "migrants"): (("migrant_association", "diaspora_organisation"), "heard_migrants"),
    label("group", "workers' organisations"): (("workers_organisation",), "heard_social_partners"),
    label("group", "employers' organisations"): (("employers_organisation",), "heard_social_partners"),
    label("group", "women's organisations"): (("womens_organisation",), "heard_women"),
    label("group", "academics"): (("academia",), ""),
    label("group", "service providers"): (("service_provider",), ""),
    label("group", "local authorities"): (("local_authority",), "heard_local"),
}
WORDS = {
    "migrants": "migrant|diaspora|returnee",
    "workers' organisations": "trade union|union of|workers|labour confederation",
    "employers' organisations": "employer|chamber of (commerce|industry)|business association",
    "women's organisations": "wom[ae]n|gender",
    "academics": "universit|academ|institute|research|think tank",
    "service providers": "service|shelter|clinic|red cross|red crescent|legal aid|caritas|charity|transfer|bank",
    "local authorities": "local authorit|municipal|mayor|district|county|city|local government|communes",
}
ENOUGH = 3
KINDS = {kind for kinds, _ in GROUPS.values() for kind in kinds}
PLAIN = KINDS | {"ministry", "planning_authority", "agency", "statistics_office", "central_bank", "parliament", "media"}
PLAIN |= {"un_agency", "development_partner"}  # who they are is said by their kind, whatever words their title has


@needs("A08", HEARING)
@rests_on("answers", "stakeholders", "sessions")
def groups_not_heard(case: Case) -> Iterator[Finding]:
    """Those consulted leave out a group that the process needs.

    The groups are migrants, workers' and employers' organisations, women's organisations, academics, service providers
    and local authorities. Once three organisations are recorded as heard (``consulted`` in stakeholders, ``attendance``
    in sessions), the record decides; before that, only an answer of the awareness stage that says absent. One finding
    names all that are missing. It is a note until the answers of the awareness stage are complete or signed.

    An organisation counts for the group of its ``kind``; one of another kind, such as civil society, by its title. In a
    language whose words are not read (P19) nothing is said once an organisation was heard whose kind is no such group.

    Passes: every group has an organisation that was heard, such as a trade union with ``kind: civil_society``
    Fails:  three ministries and a university consulted, and no migrant association
    """
    heard = _heard(case)
    if not case.reads_words and any(_kind_in(words) not in PLAIN for words in heard.values()):
        return
    missing = [group for group in GROUPS if _left_out(case, group, heard)]
    if not missing:
        return
    stage = next(stage for stage in case.catalogue.stages if stage.id == case.catalogue.roles[HEARING])
    settled = stage.id in case.valid or not case.core_open(stage)
    severity: Severity = "warning" if settled and case.project.settings.sample is None else "note"
    message = say("Nobody is recorded as heard from: {groups}.", groups=several(missing, "unit"))
    action = say(
        "Invite them before objectives are fixed, and record it under consulted: in stakeholders, with their kind:."
    )
    yield Finding(
        "A08", severity, message, action, (say("core team"), say("national focal point")), _where(case, missing)
    )


def _heard(case: Case) -> dict[str, str]:
    """Return the organisations recorded as heard: a name for each, and its kind or the words it is named by."""
    stakeholders = case.project.entries("stakeholders")
    heard = {
        id_: f"{stakeholder.kind} {stakeholder.title}"
        for id_, stakeholder in stakeholders.items()
        if stakeholder.consulted
    }
    for session in case.project.entries("sessions").values():
        for present in session.attendance:
            known = stakeholders.get(present.institution)
            heard[present.institution] = f"{known.kind} {known.title}" if known else present.institution
    return heard


def _kind_in(words: str) -> str:
    return words.partition(" ")[0]


def _left_out(case: Case, group: Text, heard: dict[str, str]) -> bool:
    kinds, role = GROUPS[group]
    answer = case.project.answer(case.catalogue.roles.get(role, ""))
    if answer is not None and answer.value == "not_applicable":
        return False
    if len(heard) < ENOUGH:
        return answer is not None and answer.value == "absent"
    pattern = re.compile(WORDS[group], re.IGNORECASE)
    named = {words: _kind_in(words) for words in heard.values()}
    return not any(kind in kinds or (kind not in PLAIN and pattern.search(words)) for words, kind in named.items())


def _where(case: Case, missing: list[Text]) -> Ref:
    """Point to an organisation of a missing group that is recorded but not heard, else to the answer on that group."""
    kinds = {kind for group in missing for kind in GROUPS[group][0]}
    for id_, stakeholder in case.project.entries("stakeholders").items():
        if stakeholder.kind in kinds and not stakeholder.consulted:
            return Ref("stakeholders", id_)
    asked = [case.catalogue.roles.get(GROUPS[group][1], "") for group in missing]
    answered = [id_ for id_ in asked if case.project.answer(id_)]
    return Ref("answers", answered[0], ("value",)) if answered else Ref("stakeholders")
