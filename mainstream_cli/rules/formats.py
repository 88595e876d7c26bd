"""F: the form of files. These findings come from reading; here are their pages of the manual."""

MANUAL: dict[str, str] = {
    "F01": """A file cannot be read: it is missing, not UTF-8 text, holds control characters, or is not a file.

    Save it as plain text in UTF-8. Word and some editors save as UTF-16: choose "UTF-8" in the save dialog.

    Passes: a text file in UTF-8, with or without a byte order mark
    Fails:  a Word file renamed to .yaml
    """,
    "F02": """The text is not valid YAML.

    Usual reasons: a tab for indentation, a colon inside unquoted text, a missing quote at the end. All other blocks of
    the file are looked at as well, so that one check tells all that is wrong in it. What could not be read is not
    judged: nothing is called missing, open or not secured because of it.

    Passes: ``note: "Decision: open"``
    Fails:  ``note: Decision: open``
    """,
    "F03": """A key stands twice in one block, so one of the two values would be lost.

    Passes: one ``note:`` in a block
    Fails:  two ``note:`` in the same block
    """,
    "F04": """The file uses anchors, aliases, tags or merge keys. Project files hold plain values only.

    Passes: ``sources: [census_2014]``
    Fails:  ``sources: *common``
    """,
    "F05": """The file is too large or too deeply nested to be a project file.

    Passes: a register of a few hundred entries
    Fails:  a file of more than 2 MB
    """,
    "F06": """The file holds the marks of an unfinished git merge.

    Keep the lines that are right, delete the lines with <<<<<<<, ======= and >>>>>>>, save.

    Passes: a merged file without marks
    Fails:  a file with ``<<<<<<< HEAD``
    """,
    "F07": """The file holds more than one YAML document.

    Passes: a file without ``---`` between blocks
    Fails:  two blocks with ``---`` between them
    """,
    "F08": """A name is not known here. The nearest known name is given.

    Passes: ``confidence: high``
    Fails:  ``confidense: high``
    """,
    "F09": """A value is not what the field expects: a mistyped choice, text for a number, a list for a text.

    Passes: ``value: partly``
    Fails:  ``value: partialy``
    """,
    "F10": """A bare yes, no, on, off, y, n, true or false. Many YAML tools read it as a truth value, not as the word.

    Where a term, a number or a date belongs, that is said instead (F09): a word in quotes would be no better.

    Passes: ``note: "no"``
    Fails:  ``note: no``
    """,
    "F11": """A field that is needed is missing.

    Passes: an entry with its ``title``
    Fails:  an entry without ``title``
    """,
    "F12": """The project was made with a newer schema than this version of the tool knows. Nothing is written to it.

    Passes: ``schema: 1``
    Fails:  ``schema: 99``
    """,
    "F13": """A file or a block stands where nothing reads it.

    What copying, syncing, merging and editing leave beside a file (``scoping (1).yaml``, a conflicted copy, a backup,
    the lock of an open document) never counts. The finding names the file that it belongs to, and says whether a copy
    differs from it. Two entries of the journal that say the same word for word count as one.

    Passes: ``answers/scoping.yaml``
    Fails:  ``answers/scopng.yaml``
    """,
    "F14": """A number has one to three digits, a point and three decimals: 1.500 is 1500 in half of the world.

    It is read as one and a half. Shares in per cent are left alone: nobody means a thousand per cent.

    Passes: ``value: 1500``, or ``value: "1.5"``
    Fails:  ``value: "1.500"`` where the unit is not per cent
    """,
    "F15": """One space and the sign # stand in an unquoted text: what follows the sign is a comment and is not read.

    If it belongs to the text, the whole text goes into quotation marks. A comment of one's own goes on a line above,
    or has two spaces before it.

    Passes: ``title: "Room #3 of the ministry"``
    Fails:  ``title: Room #3 of the ministry``
    """,
    "R03": """One action id is used in two sectors. Ids of actions are unique over all sectors.

    Passes: ``train_nurses`` in registers/actions/health.yaml only
    Fails:  ``train_nurses`` also in registers/actions/education.yaml
    """,
}
