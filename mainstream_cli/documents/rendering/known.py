"""The allowlists: what a Word file may hold. Whatever does not stand here is refused."""


def names_in(block: str) -> frozenset[str]:
    """Return the names that stand in a block of text."""
    return frozenset(block.split())


FIELDS = names_in("""
    = ADVANCE AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY CITATION COMMENTS CREATEDATE DATE DOCPROPERTY EDITTIME
    EQ FILENAME FORMCHECKBOX FORMDROPDOWN FORMTEXT HYPERLINK IF INDEX KEYWORDS LASTSAVEDBY LISTNUM NOTEREF NUMCHARS
    NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ STYLEREF SUBJECT SYMBOL TA TC
    TIME TITLE TOA TOC XE
""")
"""Numbers, dates, properties, references and lists: Word works them out from the document alone."""

IN_CODE = names_in("""
    p pPr r rPr instrText fldChar t tab br noBreakHyphen bookmarkStart bookmarkEnd proofErr lastRenderedPageBreak
    commentRangeStart commentRangeEnd
""")
"""What may stand between the beginning of a field and its result, so that Word and we read the same instruction."""

PARTS = names_in("""
    wordprocessingml.comments wordprocessingml.commentsExtended wordprocessingml.commentsExtensible
    wordprocessingml.commentsIds wordprocessingml.document.glossary wordprocessingml.document.main
    wordprocessingml.endnotes wordprocessingml.fontTable wordprocessingml.footer wordprocessingml.footnotes
    wordprocessingml.header wordprocessingml.numbering wordprocessingml.people wordprocessingml.settings
    wordprocessingml.styles wordprocessingml.webSettings drawingml.chart drawingml.chartshapes drawingml.diagramColors
    drawingml.diagramData drawingml.diagramLayout drawingml.diagramStyle custom-properties customXmlProperties
    extended-properties theme themeOverride
""")
"""Kinds of parts of the Open XML formats, all of them XML."""

OTHER_PARTS = names_in("""
    application/vnd.openxmlformats-officedocument.vmlDrawing
    application/vnd.openxmlformats-officedocument.obfuscatedFont
    application/vnd.openxmlformats-officedocument.wordprocessingml.printerSettings
    application/vnd.openxmlformats-package.core-properties+xml
    application/vnd.openxmlformats-package.relationships+xml
    application/vnd.ms-office.chartcolorstyle+xml
    application/vnd.ms-office.chartex+xml
    application/vnd.ms-office.chartstyle+xml
    application/vnd.ms-office.classificationlabels+xml
    application/vnd.ms-office.drawingml.diagramDrawing+xml
    application/vnd.ms-word.stylesWithEffects+xml
    application/x-fontdata
    application/x-font-ttf
""")

LINKS = names_in("""
    chart chartColorStyle chartEx chartStyle chartUserShapes classificationlabels comments commentsExtended
    commentsExtensible commentsIds core-properties custom-properties customXml customXmlProps diagramColors diagramData
    diagramDrawing diagramLayout diagramQuickStyle endnotes extended-properties font fontTable footer footnotes
    glossaryDocument hdphoto header hyperlink image numbering officeDocument people printerSettings settings styles
    stylesWithEffects theme themeOverride thumbnail webSettings
""")
"""Kinds of relations between parts, by the last word of their type."""

DRAWS = names_in("""
    svg g a defs symbol use switch title desc metadata path rect circle ellipse line polyline polygon text tspan
    textPath image style linearGradient radialGradient stop clipPath mask pattern marker filter
""")
"""Elements of SVG; those of filters, which begin with fe, are allowed as well."""

ACTING = names_in("""
    OLEObject altChunk attachedTemplate contentPart control customUI dataSource entryMacro exitMacro externalData
    fldData frameset mailMerge movie object objectEmbed objectLink odso saveThroughXslt script subDoc svg
    taskpane webVideoPr webextension
""")
"""The one list of what is refused: elements in parts that are allowed, since those of WordprocessingML are too many."""
