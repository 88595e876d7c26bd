"""Which language a command speaks: --lang, MAINSTREAM_LANG, the project's first, the machine's, else English."""

from collections.abc import Mapping, Sequence

from mainstream_cli.errors import UsageError
from mainstream_cli.language import current, say, several, use

VARIABLE = "MAINSTREAM_LANG"
_asked = False


def speak_language(code: str) -> None:
    """Speak the language that a person asked for, whatever the project says.

    Raises:
        UsageError: it is not offered.
    """
    global _asked  # noqa: PLW0603 (what was asked for holds until the command ends)
    try:
        use(code)
    except KeyError as error:
        from mainstream_cli.language.languages import language_codes

        action = say("Choose from: {codes}.", codes=several(language_codes(), "or"))
        raise UsageError(say("There is no language '{code}'.", code=code), action=action, code="usage") from error
    _asked = True


def begin(environment: Mapping[str, str]) -> None:
    """Speak the language that MAINSTREAM_LANG names, else that of the machine where it is offered.

    Raises:
        UsageError: MAINSTREAM_LANG names none that is offered.
    """
    global _asked  # noqa: PLW0603
    _asked = False
    if code := environment.get(VARIABLE):
        speak_language(code)
    else:
        from mainstream_cli.language.languages import of_machine

        use(of_machine(environment))


def speak_as(languages: Sequence[str]) -> None:
    """Speak the first language of a project that is offered, else the machine's; what a person asked for stays."""
    if languages and not _asked:
        from mainstream_cli.language.languages import first_known

        use(first_known(languages, current().code))


def worked_in() -> list[str]:
    """Return the languages of a new project: that which is spoken, where it is another than English."""
    from mainstream_cli.language.english import ENGLISH
    from mainstream_cli.language.languages import PSEUDO

    code = current().code
    return [] if code in (ENGLISH.code, PSEUDO) else [code]
