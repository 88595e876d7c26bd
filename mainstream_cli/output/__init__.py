"""How results look in a terminal: plain strings for errors, rich for the rest. Sole home of rich."""
