"""Which rules read words in what a team wrote, and the languages whose words they know.

A word is asked for by language: ``Case.reads_words`` tells whether there is a lexicon for the language that the project
is worked in. Today there is one, for English: the patterns stand beside the rules.
"""

from collections.abc import Iterator, Mapping

from mainstream_cli.language import NamedLanguage, say, several
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Project, Ref

LEXICONS = frozenset(("en",))
NOT_READ = "P19"
SILENT: Mapping[str, tuple[str, ...]] = {
    "aims_of_movement": ("K14",),
    "private_money": ("M02",),
    "personal_data_in_words": ("D01", "D02", "D03", "D04"),
    "women_and_men_in_words": ("I16", "K01"),
    "harm_in_words": ("K10",),
    "organisations_in_words": ("A08",),
    "payers_in_words": ("M06", "M07", "M09"),
    "figures_in_words": ("E05", "E06", "E12", "I10"),
    "deliveries_in_words": ("I11",),
}
"""What is not checked without a lexicon, by a name for programs, with the rules that say it."""

WITHOUT_WORDS = frozenset(("D01", "D03", "K01", "A08", "M06", "M07", "I11"))
"""The rules of these that go on, with what they know from shapes and from fields with fixed terms."""

WORDS_ONLY = frozenset(code for codes in SILENT.values() for code in codes) - WITHOUT_WORDS


def reads_words(project: Project) -> bool:
    """Tell whether rules know words of the language that a team works in: the first that it names."""
    languages = _languages(project)
    return not languages or languages[0] in LEXICONS


def unread(project: Project) -> tuple[str, ...]:
    """Return the languages that a team writes in and whose words no rule knows."""
    return tuple(code for code in _languages(project) if code not in LEXICONS)


def _languages(project: Project) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code.split("-")[0] for code in project.settings.languages))


def not_checked(project: Project) -> tuple[str, ...]:
    """Return names for what is not checked, since no lexicon has the words of a language that a team writes in."""
    return tuple(SILENT) if unread(project) else ()


def words_not_read(project: Project) -> Iterator[Finding]:
    """Yield one note on what is not checked in the languages whose words no rule knows."""
    languages = unread(project)
    if not languages:
        return
    message = say(
        "Aims of movement, private money and personal data in words are not checked in {languages}: read for yourself.",
        languages=several([NamedLanguage(code) for code in languages]),
    )
    action = say(
        "Numbers of documents, telephones, accounts, e-mail addresses and coordinates are checked. "
        "In words, these rules know English only: {codes}.",
        codes=", ".join(sorted(code for codes in SILENT.values() for code in codes)),
    )
    yield Finding(NOT_READ, "note", message, action, (say("core team"),), Ref("settings", "", ("languages",)))
