"""Saves answers and entries one after the other, and says each on stdout once the save has returned.

Usage: writer.py FOLDER SAVES QUESTION...

Each line on stdin is the seed of one life: a process of its own, whose id is said first. "ended" and its code follow.
"""

import os
import random
import sys
from pathlib import Path

from mainstream_cli.content import load_catalogue
from mainstream_cli.store.save import save_answer, save_entry

folder, saves, questions = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
catalogue = load_catalogue()


def live(seed: str) -> None:
    chance = random.Random(seed)
    for number in range(1, saves + 1):
        question, padding = chance.choice(questions), "long " * chance.randrange(400)
        note = f"{seed} {number} {padding}".strip()
        if chance.random() < 0.25:
            save_entry(folder, "sources", f"{question}_paper", "", {"title": "A paper", "kind": "report", "note": note})
            print(f"{question}_paper", number, flush=True)
        else:
            fields = {"value": chance.choice(["absent", "partly", "in_place"]), "note": note}
            save_answer(folder, catalogue, question, fields)
            print(question, number, flush=True)


for seed in sys.stdin:
    child = os.fork() if hasattr(os, "fork") else 0  # a whole process, which is there sooner than a fresh Python
    if child == 0:
        print(os.getpid(), flush=True)
        live(seed.strip())
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print("ended", code, flush=True)
