"""What the code needs to know of single questions and stages: a catalogue says in ``roles:`` which of its own it is."""

from mainstream_cli.language import Text, label

QUESTIONS: dict[str, Text] = {
    "mandate": label("role", "the written mandate of those who do the work"),
    "backing": label("role", "the support of those who decide"),
    "heard_migrants": label("role", "whether migrants were heard"),
    "heard_social_partners": label("role", "whether workers' and employers' organisations were heard"),
    "heard_women": label("role", "whether women's organisations were heard"),
    "heard_local": label("role", "whether local authorities were heard"),
}
STAGES: dict[str, Text] = {
    "hearing": label("role", "others are heard"),
    "proposing": label("role", "the work is proposed to those who decide"),
    "framing": label("role", "lasting bodies are set up"),
    "aiming": label("role", "objectives are chosen"),
    "planning": label("role", "actions are planned"),
    "financing": label("role", "actions are costed and paid for"),
    "carrying_out": label("role", "the plan is carried out"),
    "watching": label("role", "it is watched whether the plan works"),
}
