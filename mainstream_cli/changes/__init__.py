"""What a wish becomes: a checked change of an answer, an entry, a session or the edition. Pure."""
