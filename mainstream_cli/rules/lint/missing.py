"""What can be missing where content names something: a sentence for each kind, and what to do about it."""

from collections.abc import Iterable
from typing import NamedTuple

from mainstream_cli.language import Text, say
from mainstream_cli.model.record import with_nearest


class Missing(NamedTuple):
    """What is said where a *name* of one kind is not known, and what to do."""

    sentence: Text
    action: Text

    def said(self, name: str, names: Iterable[str]) -> tuple[Text, Text]:
        """Return sentence and action for one name; the nearest of *names* stands in the sentence."""
        return with_nearest(Text(self.sentence.msgid, values={"name": name}), name, names), self.action


WORK = Missing(say("there is no work '{name}'."), say("Correct the work, or add it."))
CONDITION = Missing(say("there is no condition '{name}'."), say("Correct the condition, or add it."))
LIST = Missing(say("there is no list '{name}'."), say("Correct the list, or add it."))
STAGE = Missing(say("there is no stage '{name}'."), say("Correct the stage, or add it."))
FINDING = Missing(say("there is no finding '{name}'."), say("Correct the code of the finding."))
REGISTER = Missing(say("there is no register '{name}'."), say("Correct the register."))
ROLE = Missing(say("there is no role '{name}'."), say("Correct the role."))
QUESTION = Missing(say("there is no question '{name}'."), say("Correct the question, or add it."))
SETTING = Missing(say("there is no setting '{name}'."), say("Correct the setting."))
CODE = Missing(say("there is no code '{name}'."), say("Correct the code."))
STAGE_OF_EXERCISE = Missing(say("the exercise has no stage '{name}'."), say("Name one of the stages of the exercise."))
COMMAND = Missing(say("there is no first command '{name}'."), say("Correct the first command."))
TO_FILL = Missing(say("there is no stage, register or question '{name}'."), say("Correct what is to be filled."))


def field_of(register: str, name: str, names: Iterable[str]) -> tuple[Text, Text]:
    """Return what is said where a register has no field of that name."""
    sentence = say("{register} has no field '{name}'.", register=register, name=name)
    return with_nearest(sentence, name, names), say("Correct the field.")
