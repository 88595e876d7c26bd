"""What the code needs to know of single questions and stages: a catalogue says in ``roles:`` which of its own it is."""

QUESTIONS: dict[str, str] = {
    "mandate": "the written mandate of those who do the work",
    "backing": "the support of those who decide",
    "heard_migrants": "whether migrants were heard",
    "heard_social_partners": "whether workers' and employers' organisations were heard",
    "heard_women": "whether women's organisations were heard",
    "heard_local": "whether local authorities were heard",
}
STAGES: dict[str, str] = {
    "hearing": "others are heard",
    "proposing": "the work is proposed to those who decide",
    "framing": "lasting bodies are set up",
    "aiming": "objectives are chosen",
    "planning": "actions are planned",
    "financing": "actions are costed and paid for",
    "carrying_out": "the plan is carried out",
    "watching": "it is watched whether the plan works",
}
