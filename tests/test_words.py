"""Every word that a person can meet passes the door of texts; ``python tests/words.py`` lists what does not."""

import runpy
from pathlib import Path

FINDER = runpy.run_path(str(Path(__file__).parent / "words.py"))
PACKAGE = FINDER["PACKAGE"]
FILES = sorted(PACKAGE.rglob("*.py"))
# Words inside documents and pictures, which are rewritten with the papers, and the trainer's pack.
IN_DOCUMENTS = ("documents/", "pictures/", "course/pack/")
# Words that rules look for in what people wrote.
LEXICONS = {
    "model/leftover.py",
    "model/readings/amounts.py",
    "model/readings/days.py",
    "rules/backing.py",
    "rules/lint/wording.py",
    "rules/personal_patterns.py",
    "rules/place_patterns.py",
    "rules/wording.py",
}
# What only programs and developers see: keys, types, and pieces of what typer says that are looked for.
NEVER_SAID = {
    "' is not one of '",
    "'Value error, '",
    "'does not take a value.'",
    "' of the'",
    "'main copy'",
    "'left out'",
    "'not so'",
    "'another answer'",
    "'*/LC_MESSAGES/messages.[mp]o'",
    "'profile group'",
    "'profile indicator'",
    "'registers as plain data'",
    "'Catalogue of mainstream'",
    "'A statement on answers and registers: true, false or unknown.'",
    "'tuple[str, Session]'",
    "'tuple[str, Session] | None'",
    "'Talk[dict[str, Any] | None]'",
    "f'line{place}'",
    "f'digest of {stage.id}'",
    "f'plan.{name}'",
}


# Commands, the lines of a diff and what git reads.
TYPED = ("'--", "f'mainstream ", "'mainstream ", '"  mainstream', "f'{line}\\n\\\\ No newline", "'*.yaml text")


def found_by(finder: str) -> set[tuple[str, str]]:
    names = {path: path.relative_to(PACKAGE).as_posix() for path in FILES}
    return {
        (name, words)
        for path, name in names.items()
        if not name.startswith(IN_DOCUMENTS) or name.startswith("documents/rendering/")
        if name not in LEXICONS
        for _, words in FINDER[finder](path)
        if words not in NEVER_SAID and not words.startswith(TYPED)
    }


def test_no_sentence_is_made_beside_the_door():
    """No file holds a sentence, or a piece of one, outside say, count, label and verbatim, but what is never said."""
    assert found_by("unsaid") == set()


def test_sentences_are_literals():
    """Translators get every sentence, since each is a literal."""
    assert found_by("glued") == set()


def test_the_finder_sees_pieces_and_leaves_names(tmp_path):
    """A constant, an f-string and a joined piece are found; an id, a path, a command and what passes the door are not."""
    file = tmp_path / "module.py"
    file.write_text(
        '"""Words of a docstring."""\n'
        'a = "Nothing was changed."\nb = f"{n} open steps"\nc = say(words)\n'
        'd = say("Nothing was changed.")\ne = "core_team"\nf = f"registers/{x}.yaml"\ng = "mainstream check --fix"\n',
        encoding="utf-8",
    )
    assert [line for line, _ in FINDER["unsaid"](file)] == [2, 3]
    assert [line for line, _ in FINDER["glued"](file)] == [4]


def test_every_sentence_has_the_values_that_its_places_ask_for():
    """No message, however rarely it is said, lacks a value or has one that it does not say."""
    assert found_by("unfilled") == set()
