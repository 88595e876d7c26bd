"""From a project to its Word documents: what they print, and how a template is filled with it."""
