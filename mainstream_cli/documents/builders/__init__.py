"""One builder per document: it composes parts, in the order in which sources are numbered."""
