#!/usr/bin/env python3
"""How long `runcard check` takes: some documents, 1,000 documents, and two of 2 MB. Prints JSON.

 - few: every document of FOLDER in one process, after start, commands judged
 - thousand: 1,000 files, `runcard check FOLDER` as a program of its own on all processors
 - joined: 2 MB of our golden documents, one after the other and again, as one document
 - varied: the same 2 MB, but in every repeat each line that ends in a word ends in another one
Before the clock of a case starts, words and tables are read (`start_seconds`, without the imports of
the program) and one small document is judged. `thousand` starts a program, which reads them again.
documents.py [FOLDER] [--runs 3] [--case joined]
FOLDER holds Markdown files; without it they are ours. Each case has a process of its own.
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from runcard.adapters.reference_works import read_linter
from runcard.interfaces.cli.checked import checked
from runcard.interfaces.cli.documents import Document

OURS = Path(__file__).parent.parent / "tests/golden/playbooks"
PLACES = ("north", "east", "south", "west", "upper", "lower", "inner", "outer", "left", "right")
TODAY = date(2026, 11, 25)
BIG = 2_000_000


def started():
    """Seconds to read words and tables, once; with one small document all is at hand."""
    wall = time.perf_counter()
    read_linter()
    seconds = round(time.perf_counter() - wall, 2)
    in_this_process([Document("warm-up.md", "# Plan\n\n```bash\nls -l\n```\n")])
    return seconds


def texts_of(folder):
    return [path.read_text("utf-8") for path in sorted(folder.glob("*.md"))]


def used():
    """Processor seconds of this process and of those it has waited for."""
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in both)


def in_this_process(documents):
    """Wall and processor seconds, and how much was found."""
    wall, before = time.perf_counter(), used()
    seen = checked(documents, TODAY, show_progress=False)
    return {
        "seconds": round(time.perf_counter() - wall, 2),
        "processor": round(used() - before, 2),
        "bytes": sum(len(one.text.encode()) for one in documents),
        "findings": sum(len(one.findings) for one in seen),
    }


def thousand(texts):
    with tempfile.TemporaryDirectory() as folder:
        for at in range(1000):
            text = texts[at % len(texts)]
            Path(folder, f"{at:04}.md").write_text(f"{text}\n\nCopy {at}.\n", "utf-8")
        command = [sys.executable, "-m", "runcard", "check", folder, "--format", "json"]
        wall, before = time.perf_counter(), used()
        done = subprocess.run(command, capture_output=True, check=False)
        return {
            "seconds": round(time.perf_counter() - wall, 2),
            "processor": round(used() - before, 2),
            "exit": done.returncode,
            "findings": len(json.loads(done.stdout)["findings"]),
        }


def again(text, place):
    return re.sub(r"(?m)^(.{12,}[a-z])$", rf"\1 {place}", text)


def of_size(texts, places):
    """One document of 2 MB."""
    whole, rounds = "", 0
    while len(whole.encode()) < BIG:
        place = places[rounds % len(places)] if rounds and places else ""
        whole += "\n\n".join(again(text, place) if place else text for text in texts) + "\n\n"
        rounds += 1
    return whole.encode()[:BIG].decode("utf-8", "ignore")


def few(texts):
    # One by one: of many at once other processes are started.
    each = [in_this_process([Document(f"{at}.md", text)]) for at, text in enumerate(texts)]
    totals = {name: round(sum(one[name] for one in each), 2) for name in each[0]}
    return {"documents": len(texts)} | totals


CASES = {
    "few": lambda folder: few(texts_of(folder)),
    "thousand": lambda _: thousand(texts_of(OURS)),
    "joined": lambda _: in_this_process([Document("big.md", of_size(texts_of(OURS), ()))]),
    "varied": lambda _: in_this_process([Document("big.md", of_size(texts_of(OURS), PLACES))]),
}


def main():
    said = argparse.ArgumentParser()
    said.add_argument("folder", nargs="?", type=Path, default=OURS)
    said.add_argument("--runs", type=int, default=3)
    said.add_argument("--case", choices=CASES)
    asked = said.parse_args()
    if asked.case is not None:
        start = {"case": asked.case, "start_seconds": started()}
        print(json.dumps(start | CASES[asked.case](asked.folder)), flush=True)
        return
    for _ in range(asked.runs):
        for case in CASES:
            subprocess.run([sys.executable, __file__, asked.folder, "--case", case], check=True)


main()
