"""The public Python API: open a project, look at it, change it, write its documents."""
