"""Entries that are runbooks, with the names of their parts nested in them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Runbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "# Tea room\n\n## Severity\n\n- **P1**: all down\n- **P2**: some\n\n"


def found(entries: str, words: Vocabulary, chapter: str = "Runbooks") -> tuple[Runbook, ...]:
    return compile_playbook(f"{LEVELS}## {chapter}\n\n{entries}", words).runbooks


def entry(name: str, *parts: str) -> str:
    return f"- **{name}**\n" + "".join(f"  - {part}\n" for part in parts)


@pytest.mark.parametrize(
    ("chapter", "names"),
    [("Runbooks", ("Symptoms", "First look", "Fix")),
     ("Rezepte", ("Anzeichen", "Prüfen", "Beheben")),
     ("Recetas", ("Síntomas", "Comprobar", "Arreglar")), ("应急预案", ("现象", "排查", "修复"))],
)  # fmt: skip
@pytest.mark.parametrize(
    "mark", ["{}: pot and lid", "**{}:** pot and lid", "{}\n    - pot and lid"]
)
def test_an_entry_with_its_parts_nested_in_it_is_a_runbook(
    chapter: str, names: tuple[str, ...], mark: str, words: Vocabulary
) -> None:
    parts = [mark.format(one) for one in names]
    books = found(entry("Tea", *parts) + entry("Cake", *parts), words, chapter)
    assert [one.title for one in books] == ["Tea", "Cake"]
    assert [one.name for one in books[0].parts] == ["diagnosis", "recovery"]
    assert len(books[0].symptoms) == 1


def test_what_runs_there_and_its_level_are_its_own(words: Vocabulary) -> None:
    fence = "\n    ```sh\n    potctl boil\n    ```"
    text = entry("Tea", f"Check{fence}", f"Fix{fence}", "RTO: 10 min").replace("**\n", "** (P2)\n")
    (book, _) = found(text * 2, words)
    assert (book.title, book.severity, len(book.parts)) == ("Tea", "P2", 2)
    assert [len(one.fences) for one in book.parts] == [1, 1]
    assert [one.time.seconds for one in book.rto] == [600]


@pytest.mark.parametrize(
    "entries",
    [entry("Tea", "green", "black") + entry("Cake", "sweet", "dry"),
     entry("Tea", "Fix: boil it") + entry("Cake", "Fix: bake it"),
     entry("Tea", "Check: look", "Fix: boil it") + "- **Cake**: is sweet\n"],
)  # fmt: skip
def test_entries_without_parts_of_their_own_are_none(entries: str, words: Vocabulary) -> None:
    assert found(entries, words) == ()
