"""Recoveries in chapters of their own, beside the list of runbooks."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

BOOKS = "# Tea\n\n## Runbooks\n\n### Kettle cold\n\nSymptoms: cold tea.\n\n1. Boil.\n2. Pour.\n\n"
FEWEST = 2
STEPS = "1. Start the second kettle\n2. Fill it\n"
RESTORE = "```sh\npg_restore -d tea /backup/tea.dump\n```\n"
Seconds = int | None


def found(text: str, words: Vocabulary) -> list[tuple[str, str, Seconds, Seconds]]:
    """Title, kind, and the two times of all but the listed runbook."""
    books = compile_playbook(BOOKS + text, words).runbooks[1:]
    return [
        (one.title, one.kind.value, one.rto[0].time.seconds if one.rto else None,
         one.rpo.seconds if one.rpo else None)
        for one in books
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("chapter", "times"),
    [(f"## Disaster recovery\n\nRTO: 1 h. RPO: 5 min.\n\n{RESTORE}", (3600, 300)),
     (f"## Notfallwiederherstellung\n\n- RTO: 4 Stunden\n- RPO: 1 Tag\n\n{STEPS}", (14400, 86400)),
     (f"## Plan de reprise\n\n- RTO : 2 h\n\n{STEPS}", (7200, None)),
     (f"## Recuperación ante desastres\n\n**RPO**: 5 minutos.\n\n{RESTORE}", (None, 300)),
     (f"## Recuperação de desastres\n\n| RTO | 30 min |\n|---|---|\n\n{STEPS}", (1800, None)),
     (f"## Disaster recovery\n\n{STEPS}", (None, None)),
     (f"## Disaster recovery\n\n### Restore\n\n{RESTORE}\n### Verify\n\n{STEPS}", (None, None)),
     (f"## Rollback\n\n{RESTORE}", (None, None))],
)  # fmt: skip
def test_a_chapter_of_restoring(
    chapter: str, times: tuple[Seconds, Seconds], words: Vocabulary
) -> None:
    (book,) = found(chapter, words)
    assert book[1:] == ("procedure", *times)


@pytest.mark.parametrize(
    "text",
    ["## Disaster recovery\n\nRTO: 1 h. RPO: 5 min. See the wall.\n",
     "## Recovery targets\n\n| Pot | RTO | RPO |\n|---|---|---|\n| Green | 1 h | 5 min |\n",
     "## Backups\n\nRPO: 24 h.\n\n```sh\npg_dump tea > /backup/tea\n```\n",
     f"## Restart commands\n\n{RESTORE}", f"## Quick reference\n\n### Restart\n\n{RESTORE}",
     f"## Process\n\n### Detect\n\nTaste.\n\n### Restore tea\n\n{RESTORE}\n### Learn\n\nTalk.\n"],
)  # fmt: skip
def test_no_recovery_of_its_own(text: str, words: Vocabulary) -> None:
    assert found(text, words) == []


def test_recoveries_below_a_chapter_are_told_one_by_one(words: Vocabulary) -> None:
    text = f"## Disaster recovery\n\nRTO: 1 h.\n\n### Restore it\n\n{RESTORE}\n"
    titles = [book[0] for book in found(f"{text}### Rebuild it\n\n{STEPS}", words)]
    assert titles == ["Restore it", "Rebuild it"]


def test_a_restore_in_a_chapter_on_copies(words: Vocabulary) -> None:
    chapter = f"## Backups\n\n### What there is\n\nOne.\n\n### Restore beside\n\n{RESTORE}"
    assert found(chapter, words) == [("Restore beside", "procedure", None, None)]


@pytest.mark.parametrize(
    ("chapter", "title"),
    [((f"## Rollback of the sluice\n\n### Procedure\n\n{STEPS}\n"
       "### Check after the rollback\n\nLook."), "Rollback of the sluice"),
     ((f"## Liste wiederherstellen\n\n### Einspielen\n\n{RESTORE}\n"
       "### Prüfung nach der Wiederherstellung\n\nZählen."), "Liste wiederherstellen"),
     (f"## Rolling back the gate\n\n**Use when**: it beeps\n\n{STEPS}", "Rolling back the gate"),
     (f"## Retour arrière\n\n**Quand l'utiliser** : elle sonne\n\n{STEPS}", "Retour arrière"),
     ((f"## Deploy rollback\n\n**Page rollback** – the last one:\n\n{RESTORE}\n"
       f"**Index rollback:**\n\n{RESTORE}"), "Deploy rollback")],
)  # fmt: skip
def test_a_chapter_that_is_whole_by_itself(chapter: str, title: str, words: Vocabulary) -> None:
    assert found(chapter, words) == [(title, "procedure", None, None)]


TOLD = "- Open the cupboard.\n- Tell the cook.\n"


def chapters(words: Vocabulary, *heads: str, below: str = TOLD) -> list[tuple[str, str]]:
    """Title and kind of the runbooks of a page with such chapters and no others."""
    text = "# Tea incident response\n\n" + "".join(f"## {head}\n\n{below}\n" for head in heads)
    return [(one.title, one.kind.value) for one in compile_playbook(text, words).runbooks]


@pytest.mark.parametrize(
    "heads",
    [("Ledger recovery", "Kettle rollback"), ("Restore the ledger", "Roll back the kettle"),
     ("Wiederherstellung der Kasse", "Wiederherstellung der Kessel"),
     ("Recuperación de la caja", "Recuperación del té")],
)  # fmt: skip
@pytest.mark.parametrize("below", [TOLD, STEPS, RESTORE])
def test_ways_of_repair_in_no_chapter(
    heads: tuple[str, ...], below: str, words: Vocabulary
) -> None:
    found = chapters(words, "Contacts", *heads, below=below)
    assert found == [(head, "procedure") for head in heads]


@pytest.mark.parametrize(
    ("heads", "below"),
    [(("Recovery criteria", "Rollback plan"), TOLD),
     (("Immediate cupboard containment", "Ledger recovery"), TOLD),
     (("Ledger recovery",), TOLD),
     (("Detect", "Contain", "Ledger recovery", "Kettle rollback", "Review"), TOLD),
     (("Ledger recovery", "Kettle rollback"), "- RTO: 1 h.\n- RPO: 1 day.\n"),
     (("Ledger recovery", "Kettle rollback"), "- Cups\n- Pots\n"),
     (("Ledger recovery", "Kettle rollback"), "Ask the cook.\n")],
)  # fmt: skip
def test_what_only_speaks_of_repair_is_no_way_of_it(
    heads: tuple[str, ...], below: str, words: Vocabulary
) -> None:
    assert chapters(words, *heads, below=below) == []


def test_a_trouble_beside_ways_of_repair(words: Vocabulary) -> None:
    found = chapters(words, "Ledger recovery", "Kettle rollback", "Recipe exposure response")
    assert found[2:] == [("Recipe exposure response", "runbook")]


@pytest.mark.parametrize("head", ["Initial response", "Outage communication", "Loss prevention"])
def test_no_trouble_beside_ways_of_repair(head: str, words: Vocabulary) -> None:
    assert len(chapters(words, "Ledger recovery", "Kettle rollback", head)) == FEWEST


def test_a_trouble_beside_a_single_repair_may_be_anything(words: Vocabulary) -> None:
    assert chapters(words, "Ledger recovery", "Recipe exposure response") == []


MOVE = "```sh\nteactl list\nteactl back --to 7\n```\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [("3 · Rolling back the menu", "Rolling back the menu"),
     ("4 • Restart the kettle", "Restart the kettle"),
     ("Restaurar la caja", "Restaurar la caja")],
)  # fmt: skip
def test_a_chapter_that_begins_with_undoing_and_runs_it(
    head: str, title: str, words: Vocabulary
) -> None:
    assert chapters(words, head, below=MOVE) == [(title, "procedure")]


@pytest.mark.parametrize(
    ("head", "below"),
    [("3 · Rolling back the menu", "Ask the cook.\n"), ("3 · The menu", MOVE),
     ("3 · Rolling back the menu", "```sh\nteactl list\n```\n")],
)  # fmt: skip
def test_a_chapter_that_undoes_nothing(head: str, below: str, words: Vocabulary) -> None:
    assert chapters(words, head, below=below) == []


def test_a_number_and_a_dot_in_the_middle_count_a_case(words: Vocabulary) -> None:
    assert chapters(words, "5 · If a cup breaks", below=STEPS) == [("If a cup breaks", "runbook")]
