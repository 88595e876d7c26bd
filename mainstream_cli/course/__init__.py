"""The course: exercises for groups, marked by the rules and relations of every project, and the trainer's pack."""
