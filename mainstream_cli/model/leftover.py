"""What copying, syncing, merging and editing leave beside a file, known by its name."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["copy", "backup", "rejected", "lock", "swap"]
ENTRY = r"\d{4}-\d\d-\d\d-[a-z_]+-.+-[0-9a-f]{6}"  # the name that the tool gives an entry of the journal
CONFLICT = "conflict|konflikt|conflit|conflicto|conflitto|конфликт|تعارض|متعارض|冲突"
COPY = "copy|kopie|copie|copia|cópia|kopia|kopi|копия|نسخة|副本|复件"
PATTERNS: tuple[tuple[Kind, str], ...] = (
    ("lock", r"~\$(?P<main>.+)"),  # Word
    ("lock", r"\.~lock\.(?P<main>.+)#"),  # LibreOffice
    ("lock", r"\.#(?P<main>.+)"),  # Emacs
    ("swap", r"\.(?P<main>.+)\.sw[a-p]"),
    ("swap", r"#(?P<main>.+)#"),
    ("swap", r"\.(?P<main>.+)\.kate-swp"),
    ("rejected", r"(?P<main>.+)\.rej"),
    ("backup", r"[.~]syncthing[.~](?P<main>.+)\.tmp"),
    ("backup", r"(?P<main>.+?)(?:~|\.(?:orig|bak|old|save|backup|tmp|mine|theirs))"),
    ("copy", r"(?P<main>.+?)_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+(?P<ending>\.\w+)"),  # git mergetool
    ("copy", r"(?P<main>.+?)\.sync-conflict-[\w-]+(?P<ending>\.\w+)"),
    ("copy", rf"(?P<main>.+?)\s*\([^()]*(?:{CONFLICT})[^()]*\)(?P<ending>\.\w+)"),
    ("copy", rf"(?:{COPY})(?: ?\(\d+\))? (?:of|von|de|di|da|av|z|من) (?P<main>.+)"),
    ("copy", rf"(?P<main>.+?)\s+-\s+(?:{COPY})(?:\s*\(\d+\))?(?P<ending>\.\w+)"),
    ("copy", r"(?P<main>.+?)\s*\(\d+\)(?P<ending>\.\w+)"),
    ("copy", rf"(?P<main>{ENTRY.replace('.+', '.+?')})[^a-z0-9_].*?(?P<ending>\.\w+)"),
    ("copy", rf".*\s(?P<main>{ENTRY}\.\w+)"),
)
COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE | re.DOTALL)) for kind, pattern in PATTERNS)
MOST_COMPARED = 500  # files of a folder; in a fuller one a main file is found by its whole name only
OWN_NAME = re.compile(rf"{ENTRY}\.ya?ml")
MARK = re.compile(rf"[\s._-]+(?:(?:{COPY})(?:[\s._(-].*)?|.*(?:{CONFLICT}).*)|\s+\d+", re.IGNORECASE)
MACHINE = re.compile(
    r"-(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]+(?:-\d+)?|-.*\b(?:MacBook|iMac|iPhone|iPad|PC)\b.*"
)  # OneDrive
BEFORE = re.compile(rf"(?:{COPY})(?:[\s_]*(?:of|von|de|di|da|av|z|من))?[\s_-]+", re.IGNORECASE)


@dataclass(frozen=True)
class Leftover:
    """What a file is, and the name of the file that it was made from."""

    kind: Kind
    main: str


def leftover(name: str, beside: Collection[str], known: Collection[str] = ()) -> Leftover | None:
    """Tell what the file *name* is a leftover of, None for a file in its own right.

    *beside* are the names in its folder. Where only *known* names are read, whatever is put before or after one of
    them makes a copy; elsewhere it has to be a word for a copy, since people name those files as they like.
    """
    entry = _entry_within(name, beside)
    if name in known or (OWN_NAME.fullmatch(name) and not entry) or name.startswith((".mainstream", "._")):
        return None
    for kind, pattern in COMPILED:
        found = pattern.fullmatch(name)
        if found:
            main = found["main"] + (found.groupdict().get("ending") or "")
            inner = leftover(main, beside, known)
            return Leftover(kind, inner.main if inner else _main(main, name, beside, known))
    return Leftover("copy", entry) if entry else _beside(name, beside, known)


def _entry_within(name: str, beside: Collection[str]) -> str:
    """Return the entry of the journal whose whole name stands in *name*, with whatever a program put around it."""
    begins = [found.start() for found in re.finditer(r"\d{4}-\d\d-\d\d-", name)]
    ends = [found.end() for found in re.finditer(r"-[0-9a-f]{6}", name)]  # a time such as -101112 looks like one too
    within = (f"{name[begin:end]}.yaml" for begin in begins for end in ends if begin < end)
    return next((entry for entry in within if entry != name and entry in beside and OWN_NAME.fullmatch(entry)), "")


def _main(name: str, itself: str, beside: Collection[str], known: Collection[str]) -> str:
    """Return the file that is meant: Word leaves out two letters, some programs the ending."""
    if name in beside or name in known:
        return name
    near = sorted({*known, *(beside if len(beside) <= MOST_COMPARED else ())} - {itself})
    likely = (file for file in sorted(near) if file.rpartition(".")[0] == name or file[2:] == name or file[1:] == name)
    return next(likely, name)


def _beside(name: str, beside: Collection[str], known: Collection[str]) -> Leftover | None:
    stem, _, ending = name.rpartition(".")
    for base, other in _shorter(stem, ending):
        if other not in known and other not in beside:
            continue
        after, before = stem.removeprefix(base), stem.removesuffix(base)
        marked = MARK.fullmatch(after) or MACHINE.fullmatch(after) or BEFORE.fullmatch(before)
        free = other in known and (
            (after != stem and not after[:1].isalnum()) or (before != stem and before[-1:].isspace())
        )
        if marked or free:
            return Leftover("copy", other)
    return None


def _shorter(stem: str, ending: str) -> Iterator[tuple[str, str]]:
    """Yield every beginning and end of a name, the longest first: a folder may hold too many files to compare each."""
    for length in range(len(stem) - 1, 0, -1):
        for base in (stem[:length], stem[-length:]):
            for spelling in dict.fromkeys((ending, ending.lower(), ending.upper())):
                yield base, f"{base}.{spelling}"
