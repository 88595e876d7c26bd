"""The words for what the tool itself names: settings, registers and their fields."""

from mainstream_cli.language import Text, label, verbatim
from mainstream_cli.model.relations import DOCUMENTS

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

JOURNALS = {
    "journal.sign_off": label("register", "Signatures in the journal"),
    "journal.decision": label("register", "Decisions in the journal"),
}
JOURNAL_FIELDS = {
    "stage": label("field", "Stage"),
    "code": label("field", "Code"),
    "by": label("field", "By"),
    "date": label("field", "Date"),
}


def own_word(subject: str, id_: str) -> Text:
    """Return the words for a setting, a register or, with its register before it, a field; else the id itself."""
    from mainstream_cli.model.computed import COMPUTED, facts_of
    from mainstream_cli.model.registers import REGISTERS, name_in_words

    if subject == "project":
        worked_out = COMPUTED["project"].get(id_)
        return worked_out.label if worked_out else SETTINGS.get(id_, verbatim(id_))
    if subject == "register":
        return name_in_words(id_) if id_ in REGISTERS else JOURNALS.get(id_, verbatim(id_))
    first, _, rest = id_.partition(".")
    register, _, field_name = (first, "", rest) if first in REGISTERS else id_.rpartition(".")
    if field_name in (facts := facts_of(register)):
        return facts[field_name].label
    name, path = "sources" if register.startswith(DOCUMENTS) else register, field_name.split(".")
    if name not in REGISTERS:
        return JOURNAL_FIELDS.get(field_name, verbatim(id_))
    fields, found = REGISTERS[name].fields, verbatim(id_)
    for step in path:
        field = next((field for field in fields if field.id == step), None)
        if field is None:
            return verbatim(".".join(path))
        fields, found = field.inside, field.label
    return found
