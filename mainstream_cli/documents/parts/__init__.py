"""Rows of tables, sections, annexes and boxes that several documents share."""
