"""How answers, entries and values become the words of a document."""
