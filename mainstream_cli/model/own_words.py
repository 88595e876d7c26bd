"""The words for what the tool itself names: settings, registers and their fields."""

from mainstream_cli.language import Text, label, verbatim

SETTINGS = {
    "timing": label("setting", "Timing"),
    "lead": label("setting", "Lead institution"),
    "frameworks": label("setting", "Frameworks"),
    "country.name": label("setting", "Country"),
    "plan.name": label("setting", "Plan"),
    "plan.kind": label("setting", "Kind of plan"),
    "plan.status": label("setting", "Status of the plan"),
    "plan.start": label("setting", "First year of the plan"),
    "plan.end": label("setting", "Last year of the plan"),
}


def own_word(subject: str, id_: str) -> Text:
    """Return the words for a setting, a register or, with its register before it, a field; else the id itself."""
    from mainstream_cli.model.registers import REGISTERS, name_in_words

    if subject == "project":
        return SETTINGS.get(id_, verbatim(id_))
    name, *path = id_.split(".")
    if subject == "register" or name not in REGISTERS:
        return name_in_words(name) if name in REGISTERS else verbatim(id_)
    fields, found = REGISTERS[name].fields, verbatim(id_)
    for step in path:
        field = next((field for field in fields if field.id == step), None)
        if field is None:
            return verbatim(".".join(path))
        fields, found = field.inside, field.label
    return found
