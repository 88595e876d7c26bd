"""L01, L04: what is noticed while content is read. These are their pages of the manual."""

LOADING: dict[str, str] = {
    "L01": """An item of content does not have the shape it needs: a field is missing, not known, or of another kind.

    The nearest known name is given. An item of national content with such a mistake is left out until it is put
    right; all others stay.

    Passes: ``minutes: 5``
    Fails:  ``minuts: 5``
    """,
    "L04": """National content tries to change what an id means.

    Wording and examples, the setting, the minutes and whether a question is core may differ from country to country.
    The kind of a question, its choices and the relations of a condition may not: answers of two countries under one
    id could then not be put side by side, and a sign-off would cover something else.

    Passes: under ``wording:``, a ``text:`` in the words of the country
    Fails:  under ``wording:``, ``kind: text`` for a question that is a rating
    """,
}
