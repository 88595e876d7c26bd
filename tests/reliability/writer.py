"""Saves answers and entries one after the other, and says each on stdout once the save has returned.

Usage: writer.py FOLDER SEED SAVES QUESTION...
"""

import random
import sys
from pathlib import Path

from mainstream_cli.content import load_catalogue
from mainstream_cli.store.save import save_answer, save_entry

folder, seed, saves, questions = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4:]
chance, catalogue = random.Random(seed), load_catalogue()
for number in range(1, saves + 1):
    question, padding = chance.choice(questions), "long " * chance.randrange(400)
    note = f"{seed} {number} {padding}".strip()
    if chance.random() < 0.25:
        save_entry(folder, "sources", f"{question}_paper", "", {"title": "A paper", "kind": "report", "note": note})
        print(f"{question}_paper", number, flush=True)
    else:
        save_answer(
            folder, catalogue, question, {"value": chance.choice(["absent", "partly", "in_place"]), "note": note}
        )
        print(question, number, flush=True)
