"""What can be missing where content names something: a sentence for each kind, and what to do about it."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from mainstream_cli.language import Text, say
from mainstream_cli.model.record import with_nearest


class Missing(NamedTuple):
    """What is said where a *name* of one kind is not known, and what to do."""

    sentence: Callable[[str], Text]
    action: Text

    def said(self, name: str, names: Iterable[str]) -> tuple[Text, Text]:
        """Return sentence and action for one name; the nearest of *names* stands in the sentence."""
        return with_nearest(self.sentence(name), name, names), self.action


WORK = Missing(lambda name: say("there is no work '{name}'.", name=name), say("Correct the work, or add it."))
CONDITION = Missing(
    lambda name: say("there is no condition '{name}'.", name=name), say("Correct the condition, or add it.")
)
LIST = Missing(lambda name: say("there is no list '{name}'.", name=name), say("Correct the list, or add it."))
STAGE = Missing(lambda name: say("there is no stage '{name}'.", name=name), say("Correct the stage, or add it."))
FINDING = Missing(lambda name: say("there is no finding '{name}'.", name=name), say("Correct the code of the finding."))
REGISTER = Missing(lambda name: say("there is no register '{name}'.", name=name), say("Correct the register."))
ROLE = Missing(lambda name: say("there is no role '{name}'.", name=name), say("Correct the role."))
QUESTION = Missing(
    lambda name: say("there is no question '{name}'.", name=name), say("Correct the question, or add it.")
)
SETTING = Missing(lambda name: say("there is no setting '{name}'.", name=name), say("Correct the setting."))
CODE = Missing(lambda name: say("there is no code '{name}'.", name=name), say("Correct the code."))
STAGE_OF_EXERCISE = Missing(
    lambda name: say("the exercise has no stage '{name}'.", name=name), say("Name one of the stages of the exercise.")
)
COMMAND = Missing(lambda name: say("there is no first command '{name}'.", name=name), say("Correct the first command."))
TO_FILL = Missing(
    lambda name: say("there is no stage, register or question '{name}'.", name=name),
    say("Correct what is to be filled."),
)


def field_of(register: str, name: str, names: Iterable[str]) -> tuple[Text, Text]:
    """Return what is said where a register has no field of that name."""
    sentence = say("{register} has no field '{name}'.", register=register, name=name)
    return with_nearest(sentence, name, names), say("Correct the field.")
