"""How the differences between two states of a project look: what a minister has to know first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mainstream_cli.language import Text, Value, count, say, several
from mainstream_cli.model.compared import HOWS, Change, Compared, How, summed, sums_in_words
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.output.writer import write

ROOM = 120  # of one value; JSON has all of it
NEAR = 25  # signs that stay before the place where two values part
PAIR = ("before", "after")


def print_compared(
    before: Text, after: Text, result: Compared, unread: Iterable[tuple[Text, Finding]], lacks: Sequence[str] = ()
) -> None:
    """Print two states by name, what could not be read, what is different by weight, and the conditions that moved.

    *lacks* names the stages that an approval does not speak of.
    """
    broken = [
        say("{state}: {sentence} {place}", state=state, sentence=each.message, place=str(each.place or ""))
        for state, each in unread
    ]
    if not (result.changes or result.conditions or broken):
        write(say("Nothing is different between {before} and {after}.", before=before, after=after))
    else:
        write(say("From {before} to {after}:", before=before, after=after))
    if lacks:
        write(say("Not covered, so not compared: {stages}.", stages=several(lacks)))
    _block(say("Could not be read, and is not compared"), [*broken, *_left_out(result)])
    weakened = result.of("weakened")
    _block(say("Weakened targets and higher costs"), [*_risen(weakened), *_said(weakened)])
    decided = [*_dropped(result), *_said(result.of("decided", "changed"))]
    _block(say("Decided"), [*decided, *_said(result.of("decided", "dropped")), *_said(result.of("decided", "added"))])
    known = result.of("known")
    _block(say("Known"), [*_counts(known), *_said(each for each in known if each.is_notable)])
    _block(say("Follow-up"), [*_counts(result.of("follow_up"))])
    moves = [each.sentence for each in result.conditions]
    _block(say("Conditions that moved"), moves)


def _block(heading: Text, lines: Sequence[Text]) -> None:
    if lines:
        write()
        write(heading)
        for line in lines:
            write(say("  - {line}", line=brief(line)))


def _left_out(result: Compared) -> Iterator[Text]:
    if result.unread:
        yield say("Not compared: {places}", places=", ".join(result.unread))


def _said(changes: Iterable[Change]) -> Iterator[Text]:
    yield from (change.sentence for change in changes)


def _risen(changes: Sequence[Change]) -> Iterator[Text]:
    risen = [change for change in changes if change.sums]
    if len(risen) > 1:
        money = sums_in_words(summed(each.sums for each in risen))
        yield count(
            "The cost of {n} action rose: {money}.",
            "The costs of {n} actions rose: {money}.",
            n=len(risen),
            money=money,
        )


def _dropped(result: Compared) -> Iterator[Text]:
    """Say how many of the actions were dropped, and what they would have cost."""
    dropped = [each for each in result.of("decided", "dropped") if each.kind == "actions"]
    if not dropped:
        return
    money, number = sums_in_words(summed(each.sums for each in dropped)), len(dropped)
    if money:
        yield count(
            "{n} of {total} actions dropped ({money}).",
            "{n} of {total} actions dropped ({money}).",
            n=number,
            total=result.live,
            money=money,
        )
    else:
        yield count("{n} of {total} actions dropped.", "{n} of {total} actions dropped.", n=number, total=result.live)


def _counts(changes: Sequence[Change]) -> Iterator[Text]:
    """Count what was added, changed, removed, by the register that it stands in."""
    found = Counter((each.how, each.kind) for each in changes)
    for how in HOWS:
        parts = several(_counted(kind, number) for (each, kind), number in found.items() if each == how)
        if parts:
            yield _how_in_words(how, parts)


def _how_in_words(how: How, parts: Text) -> Text:
    match how:
        case "added":
            return say("Added: {parts}.", parts=parts)
        case "removed" | "dropped":
            return say("Removed: {parts}.", parts=parts)
        case "renamed":
            return say("Joined, or under another id: {parts}.", parts=parts)
    return say("Changed: {parts}.", parts=parts)


def _counted(kind: str, number: int) -> Text:
    if kind == "answers":
        return count("{n} answer", "{n} answers", n=number)
    if kind == "settings":
        return say("settings")
    return REGISTERS[kind].counted(number)


def brief(text: Text, start: int = 0) -> Text:
    """Return a sentence with its long values shortened, two that are compared around the place where they part."""
    parts = zip(*(str(text.values.get(name, "")) for name in PAIR), strict=False)
    apart = next((place for place, (one, other) in enumerate(parts) if one != other), 0)
    values: dict[str, Value] = {}
    for name, value in text.values.items():
        if isinstance(value, Text):
            values[name] = brief(value, apart if name in PAIR else 0)
        else:
            values[name] = _cut(value, start) if isinstance(value, str) and len(value) > ROOM else value
    return type(text)(text.msgid, text.many, text.context, values) if values else text


def _cut(text: str, alike: int) -> str:
    start = max(0, min(alike - NEAR, len(text) - ROOM))
    end = start + ROOM
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}"
