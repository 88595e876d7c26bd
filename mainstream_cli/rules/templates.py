"""T: Word templates. These remarks come from reading and filling a template; here are their pages of the manual."""

MANUAL: dict[str, str] = {
    "T01": """The file is not a Word document (.docx), or is damaged.

    Old files (.doc), protected files, Word template files (.dotx), PDFs and others are named as what they are.

    Passes: a file saved in Word or LibreOffice as "Word document (.docx)"
    Fails:  a file renamed to .docx
    """,
    "T02": """A tag is not written correctly, or stands where it cannot work.

    A tag begins and ends in one paragraph, and is text: not the instruction of a field, an alternative text, a name, a
    property or a part of a chart. A tag with {%p, {%tr or {%tc takes the place of its whole paragraph, table row or
    cell, so that other text there would be lost.

    Passes: ``{{ cover.title }}``
    Fails:  ``{{ cover.title }``
    """,
    "T03": """A tag names a field that this document does not have. The nearest one is given.

    ``mainstream template list DOCUMENT`` shows all fields with their meaning.

    Passes: ``{{ cover.title }}``
    Fails:  ``{{ cover.titel }}``
    """,
    "T04": """A tag asks for something that templates may not do: other files, the insides of Python, huge numbers.

    Passes: ``{{ cover.title|upper }}``
    Fails:  ``{% include 'other.docx' %}``
    """,
    "T05": """The filled document would not be sound: a loop or condition begins in one place and ends in another.

    Both ends stand in the same cell, text box or table, and begin with the same letters.

    Passes: ``{%p if lead %}`` and ``{%p endif %}``, each a paragraph of the same cell
    Fails:  ``{%p if lead %}`` in one cell and ``{%p endif %}`` in the next
    """,
    "T06": """The file, or the document that was filled from it, holds what no document of a ministry may bring along.

    Macros, embedded objects, mail merges, entities, links to anything but web and mail addresses and places in the
    document, fields that are not known to be harmless, pictures that refer to anything outside themselves, or more than
    a template can need. Nothing is written.

    Passes: a letterhead with its logo inserted, page numbers, a table of contents, and a web address
    Fails:  a logo that is linked to a server; a field INCLUDETEXT; a drawing that shows a file of the computer
    """,
    "T07": """Filling the template takes too much time or memory, and was stopped.

    Passes: a loop over the rows of a table
    Fails:  loops in loops that count to a thousand each
    """,
    "T08": """The template has tracked changes, so that it is not clear which text is meant.

    In Word: Review, Accept, "Accept All Changes and Stop Tracking".

    Passes: a template whose changes have been accepted
    Fails:  a tag that is struck out
    """,
    "T09": """The template does not use a part of what the document offers. This is a note: perhaps it is meant so.

    Passes: a template with every section
    Fails:  a template without the list of references
    """,
    "T10": """The template does not print what must stand on page one: its standing, the notice, the designations.

    Without them a draft or a training sample can be taken for a document of a government.

    Passes: ``{{ cover.standing }}``, ``{{ cover.notice }}`` and ``{{ cover.designations }}`` on page one
    Fails:  a cover with the title only
    """,
    "T11": """The template holds comments, which would stand in every document made from it.

    Passes: a template without comments
    Fails:  "Is this the right logo?" in the margin
    """,
    "T12": """The template cannot be filled for a reason that was not foreseen.

    Begin again from a fresh copy, and check after each change to find the one that matters.

    Passes: a fresh copy: ``mainstream template copy DOCUMENT``
    Fails:  a file that another program has written in a way of its own
    """,
    "T13": """A picture of a document is printed as a table, since fonts for its letters are not at hand.

    Pictures use the font of the documents where this computer has it, and the one that comes with the drawing
    library. Neither has Chinese, Ethiopic or Devanagari letters, among others. When drawing fails, the table comes as
    well. This is a note: the table says the same.

    Passes: names of sources and sectors in Latin, Greek or Cyrillic letters
    Fails:  the name of a source of money in Amharic
    """,
}
