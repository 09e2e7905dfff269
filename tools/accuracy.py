"""Prints precision, recall and F1 a field of what is understood of a folder of documents.

`make accuracy TRUTH=dir DOCS=dir [MISSES=1]`; without folders, the reference set is measured.
What is compared is the JSON that `runcard playbook show FILE --format truth` prints.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import tomli

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary, vocabulary_from
from runcard.domain.playbooks.writing.truth_form import truth_of
from tools.comparison import compare
from tools.tally import Count, Tally
from tools.yardstick import Truth

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("RUNCARD_REFERENCE", ROOT.parent / "shared"))


def read_vocabulary() -> Vocabulary:
    words = files("runcard.domain.playbooks").joinpath("vocabulary.toml").read_text("utf-8")
    return vocabulary_from(tomli.loads(words))


def understood(document: Path, words: Vocabulary) -> Truth:
    """The document in the shape of the truth, through JSON as a stranger would get it."""
    text = document.read_bytes().decode("utf-8", "replace")
    said = truth_of(compile_playbook(text, words), document.stem, words)
    shape: Truth = json.loads(json.dumps(said))
    return shape


def documents(truths: Path, docs: Path) -> Iterator[tuple[Path, Path]]:
    """Truth files that have a document of the same name."""
    for truth in sorted(truths.glob("*.json")):
        document = docs / f"{truth.stem}.md"
        if document.is_file():
            yield truth, document


def measured(truths: Path, docs: Path, words: Vocabulary) -> tuple[Tally, dict[str, Tally]]:
    """The account of a folder, and of each of its documents."""
    whole, each = Tally(), dict[str, Tally]()
    for path, document in documents(truths, docs):
        truth: dict[str, Any] = json.loads(path.read_text("utf-8"))
        lines = document.read_bytes().decode("utf-8", "replace").splitlines()
        got = understood(document, words)
        for tally in (whole, each.setdefault(document.stem, Tally())):
            tally.where = f"{document.stem}:"
            compare(truth, got, lines, tally)
    return whole, each


def row(name: str, one: Count) -> str:
    counted = f"{one.right:5d} {one.missed:6d} {one.invented:8d}"
    return f"{name:30s} {one.precision:9.3f} {one.recall:7.3f} {one.f1:7.3f} {counted}"


def report(whole: Tally, each: dict[str, Tally]) -> Iterator[str]:
    """A line a field, a line a concept, a line a document, and one for all."""
    yield f"{'field':30s} {'precision':>9s} {'recall':>7s} {'F1':>7s} right missed invented"
    yield from (row(name, one) for name, one in sorted(whole.counts.items()) if one.is_used)
    yield ""
    yield from (row(name, one) for name, one in whole.sums() if one.is_used)
    yield ""
    for name, tally in each.items():
        yield f"{name}: {tally.fields - tally.wrong} of {tally.fields} fields"
    yield f"{len(each)} documents: {whole.fields - whole.wrong} of {whole.fields} fields"


def main(words: Sequence[str]) -> int:
    """Measure what the command line names; 1 where there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="accuracy", description=__doc__)
    parser.add_argument("--truth", type=Path, default=SHARED / "truth")
    parser.add_argument("--docs", type=Path, default=SHARED / "playbooks")
    parser.add_argument("--misses", action="store_true", help="also say every field that is wrong")
    asked = parser.parse_args(words)
    whole, each = measured(asked.truth, asked.docs, read_vocabulary())
    if not each:
        sys.stderr.write(f"no document in {asked.docs} has a truth file in {asked.truth}\n")
        return 1
    if asked.misses:
        sys.stdout.writelines(f"{miss}\n" for miss in [*whole.misses, ""])
    sys.stdout.writelines(f"{line}\n" for line in report(whole, each))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
