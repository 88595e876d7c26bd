"""What the numbers of a project add up to. Pure."""
