"""Warns of what a change wrote down for good: the name of a person where a role or an organisation belongs."""

from collections.abc import Iterable, Mapping

from mainstream_cli.errors import Argument
from mainstream_cli.language import Text, say
from mainstream_cli.model.project import Project
from mainstream_cli.rules.personal import ACTOR_FIELDS, looks_like_a_name, stays_on_record

Named = tuple[str, str | None]


def doubtful(project: Project, named: Iterable[Named]) -> tuple[Text, ...]:
    """Return a warning for each actor, by the argument that names it, who is no recorded organisation and no office."""
    said = (stays_on_record(project, argument, words) for argument, words in named if words)
    return tuple(say("Warning: {sentence}", sentence=sentence) for sentence in said if sentence)


def of_fields(fields: Mapping[str, object]) -> list[Named]:
    """Return the fields of an entry that hold the name of a person in the place of an actor."""
    held = ((name, _in_words(fields[name] or "")) for name in sorted(fields.keys() & ACTOR_FIELDS))
    return [(name, words) for name, words in held if looks_like_a_name(words)]


def of_institutions(words: Iterable[str]) -> list[Named]:
    """Return what stands for an institution in INSTITUTION=PEOPLE and is the name of a person."""
    who = (word.rpartition("=")[0].strip() for word in words)
    return [(Argument("people"), name) for name in who if looks_like_a_name(name)]


def of_lead(lead: str | None) -> tuple[Text, ...]:
    """Return the warning that a person leads a new project."""
    if not looks_like_a_name(lead or ""):
        return ()
    warning = say(
        "Warning: the lead looks like the name of a person. "
        "Correct {field} in {file} before it stays in the history of git.",
        field="lead:",
        file="mainstream.yaml",
    )
    return (warning,)


def _in_words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
