"""D: texts that look like data on individual people. A finding never quotes what it found."""

import re
from collections.abc import Iterator

from mainstream_cli.language import Text, say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Project, Ref
from mainstream_cli.model.types import ACTORS
from mainstream_cli.rules import number_shapes as numbers
from mainstream_cli.rules import personal_patterns as shape
from mainstream_cli.rules.case import Case
from mainstream_cli.rules.lexicons import reads_words
from mainstream_cli.rules.texts import has, match, mentions

CORE_TEAM = (say("core team"), say("whoever wrote the text"))
SETTINGS = "mainstream.yaml"
TAKE_OUT = say(
    "Take it out, or say it of a group of ten or more. "
    "If it was already committed, it is still in git history: docs/purge.md says how to remove it."
)


DOCUMENT = say("this looks like the number of a person's document or case.")
MOST_NAMES = 4


def about_a_person(case: Case) -> Iterator[Finding]:
    """A text looks like data on an individual: a name with an age or a fate, a document, a phone, a birth date.

    People who have moved can be found, detained or shamed through such data, and git keeps them for ever. The finding
    says the place and the kind, and never quotes the words. Public functions and office lines pass, and so do years,
    amounts, budget codes, numbers of laws, and groups such as "women aged 15 to 24".

    Numbers are known by their shape in every language: telephones of all countries, bank accounts and numbers of
    persons by their check digits, e-mail. What is known by words only, such as an age beside a name, is read in English
    (P19).

    Passes: ``note: The Minister of Labour signed Order 123 of 7 June 2026.``
    Fails:  ``note:`` with a name and the number of a passport
    """
    told: set[Ref] = set()
    for ref, words, _ in case.passages:
        found = _said(case, words) if ref not in told and _suspect(words) else None
        if found:
            told.add(ref)
            message = say("{place}: {sentence}", place=ref.id or SETTINGS, sentence=found)
            yield Finding("D01", "warning", message, TAKE_OUT, CORE_TEAM, ref)


def _suspect(words: str) -> bool:
    """Look quickly: most sentences hold neither a figure that could be a person's nor a form of address."""
    figures = has(r"[\d@<]", words) and has(shape.SUSPECT, words)
    return figures or mentions(words, shape.ADDRESSED)


def _said(case: Case, words: str) -> Text | None:
    return _by_shape(case, words) or (_by_words(words) if case.reads_words else None)


def _by_shape(case: Case, words: str) -> Text | None:
    unread, country = not case.is_all_read, case.project.settings.country.iso3
    if has(shape.DOCUMENT, words) or has(shape.ALIEN, words) or numbers.has_national_id(words, country):
        return DOCUMENT
    if (unread or has(shape.PAPER_NAMED, words)) and numbers.has_document(words):
        return DOCUMENT
    if "@" in words and any(not _is_office(address) for address in match(shape.MAIL, words)):
        return say("this looks like a personal e-mail address.")
    calls = has(shape.PHONE, words) or numbers.is_international(words)
    calls = calls or ((unread or numbers.has_name(words)) and numbers.has_telephone(words, country))
    if calls and not has(shape.OFFICE, words):
        return say("this looks like a personal telephone number.")
    if has(shape.ACCOUNT, words) and not has(shape.PUBLIC_MONEY, words):
        return say("this looks like the number of a bank account.")
    return None


def _by_words(words: str) -> Text | None:
    if has(shape.BIRTH, words) and not has(shape.COHORT, words):
        return say("this looks like a date of birth.")
    if any(not has(shape.AGED_GROUP, phrase) for phrase in match(shape.AGED, words)):
        return say("this looks like a named person with an age.")
    if has(shape.DESCRIBED, words) and has(shape.FATE, words):
        return say("this looks like one person who can be recognised, and what happened to that person.")
    named = has(shape.TITLED, words) and has(shape.FATE, words) and not has(shape.FUNCTION, words)
    return say("this looks like a named person and what happened to that person.") if named else None


def _is_office(mail: str) -> bool:
    local, _, domain = mail.partition("@")
    return has(shape.ROLE, local) or local.casefold() in domain.casefold().split(".")


def looks_like_a_name(words: str) -> bool:
    """Tell whether words for an actor hold a personal name: after a title or an office, or two to four names alone."""
    parts = _parts(words)
    holders = [" ".join(phrase.split()[-2:]) for phrase in match(shape.CALLED, words)]
    holders += [phrase.split()[-1] for part in parts for phrase in match(shape.HOLDER, part.strip())]
    named = any(_is_name(part) and not _is_office_of(part) for part in parts)
    return named or any(not _is_office_of(holder) for holder in holders) or has(shape.TITLED, words)


def _parts(words: str) -> list[str]:
    return match(r"[^,;()/|]+", re.sub(r"\s[-–—]\s", ";", words))


def _is_name(words: str) -> bool:
    names = words.split()
    return 1 < len(names) <= MOST_NAMES and all(name[:1].isupper() and not name.isupper() for name in names)


def _is_office_of(words: str) -> bool:
    return any(has(pattern, words.replace("_", " ")) for pattern in shape.NO_NAME)


def stays_on_record(project: Project, option: str, words: str) -> Text | None:
    """Return the warning for an actor that is no recorded organisation: what is written stays in the history.

    Nothing is said of the id, the title or the abbreviation of a stakeholder or body, nor of words that name an office
    or an organisation and nobody.
    """
    likely = reads_words(project) and looks_like_a_name(words)
    if not likely and all(map(_is_office_of, _parts(words))):
        return None
    for register in ACTORS:
        for id_, entry in project.entries(register).items():
            if words.casefold() in (id_, entry.title.casefold(), (getattr(entry, "abbreviation", "") or "").casefold()):
                return None
    if likely:
        return say(
            "{option}: this looks like the name of a person; people change posts, and what stands here stays in the "
            "history of the project. Name a role or organisation.",
            option=option,
        )
    return say(
        "{option}: no stakeholder or body has this id, title or abbreviation, and what stands here stays in the "
        "history of the project. Name a role or organisation.",
        option=option,
    )


ACTOR_FIELDS = {"by", "lead", "facilitator", "rapporteur", "owner", "responsible", "chair", "partners", "members"}
ACTOR_FIELDS |= {"secretariat", "holder", "duty_bearer", "institution", "table", "reports_to", "confirmed_by"}


def named_instead_of_role(case: Case) -> Iterator[Finding]:
    """A field for a role or an organisation holds a personal name.

    People change posts and the record stays; a name in it is personal data besides. Only names with a title such as Mr,
    Mrs or Dr are noticed.

    Passes: ``facilitator: Facilitator, planning commission``
    Fails:  ``facilitator:`` with Mrs and a surname
    """
    for ref, words, _ in case.passages:
        field = next((step for step in reversed(ref.path) if isinstance(step, str)), "")
        if field in ACTOR_FIELDS and has(shape.TITLED, words):
            message = say("{place}: {field} looks like a personal name.", place=ref.id or SETTINGS, field=field)
            action = say("Write the role or the organisation, such as head of the planning office.")
            yield Finding("D02", "note", message, action, CORE_TEAM, ref)
