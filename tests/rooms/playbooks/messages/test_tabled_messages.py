"""Messages in the cells of a table, each with the wait beside it."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

ROWS = (
    "| SEV1 | Mail | {} 2 {} | {} |\n| SEV2 | Board | {} 4 {} | {} |\n"
    "| SEV3 | None | - | Bake on |\n"
)
ENGLISH = ROWS.format(
    "within", "hours", '"The ovens in [shop] are cold."', "within", "hours", '"Bread is late now."'
)
GERMAN = ROWS.format(
    "innerhalb von", "Stunden", "„Die Öfen in [Laden] sind kalt.“",
    "innerhalb von", "Stunden", "„Das Brot kommt heute später.“",
)  # fmt: skip


@pytest.mark.parametrize(
    ("title", "head", "rows", "due"),
    [
        ("Customer communication", "Template", ENGLISH, [7200, 14400]),
        ("Kommunikation mit Kunden", "Nachricht", GERMAN, [7200, 14400]),
        ("Customer communication", "What guests told us", ENGLISH, []),
        ("Runbooks", "Template", ENGLISH, []),
    ],
)
def test_quotations_below_a_word_for_messages(
    title: str, head: str, rows: str, due: list[int], words: Vocabulary
) -> None:
    table = f"| Level | Way | When | {head} |\n|---|---|---|---|\n{rows}"
    found = compile_playbook(f"# Bakery\n\n## {title}\n\n{table}", words).templates
    assert [one.deadline and one.deadline.seconds for one in found] == due


PAIRS = "| {} | {} |\n|---|---|\n| {} | {} |\n| {} | {} |\n"
QUOTED = ("Guests", '"The ovens are cold."', "Bakers", '"Stop all dough: [reason]."')
ASKED = ("Start", "The ovens in [shop] are cold.", "End", "The ovens are hot again.")


@pytest.mark.parametrize(
    ("above", "head", "rows", "count"),
    [
        ("## Communication", ("Stage", "Message"), ASKED, 2),
        ("## Runbooks\n\n### Oven cold\n\n1. Light it\n\n#### Communication",
         ("Audience", "Message"), QUOTED, 2),
        ("## Kommunikation", ("Anlass", "Nachricht"),
         ("Beginn", "Die Öfen in [Laden] sind kalt.", "Ende", "Die Öfen sind warm."), 2),
        ("## Message templates", ("Stage", "Message"), ASKED, 2),
        ("## Communication", ("Stage", "Reader"), ASKED, 0),
        ("## Communication", ("Code", "Message"),
         ("E1", "The ovens are cold.", "E2", "The dough is late."), 0),
    ],
)  # fmt: skip
def test_what_each_row_says_in_a_column_of_messages(
    above: str, head: tuple[str, str], rows: tuple[str, ...], count: int, words: Vocabulary
) -> None:
    table = PAIRS.format(*head, *rows)
    found = compile_playbook(f"# Bakery\n\n{above}\n\n{table}", words).templates
    assert len(found) == count


@pytest.mark.parametrize(
    ("title", "head", "cells", "count"),
    [
        ("Messages", "Text", ("`[shop] is cold since HH:MM.`", "`The ovens are hot again.`"), 2),
        ("Nachrichten", "Wortlaut", ("`[Laden] ist kalt.`", "`Die Öfen sind wieder warm.`"), 2),
        ("Messages", "Tool", ("`[shop] is cold since HH:MM.`", "`The ovens are hot again.`"), 0),
        ("Runbooks", "Text", ("`oven light [shop] now`", "`oven light --all now`"), 0),
    ],
)
def test_what_is_to_be_copied_may_stand_in_code(
    title: str, head: str, cells: tuple[str, str], count: int, words: Vocabulary
) -> None:
    first, last = cells
    table = f"| When | Who | {head} |\n|---|---|---|\n| Start | Shops | {first} |\n"
    page = f"# Bakery\n\n## {title}\n\n{table}| End | Shops | {last} |\n"
    found = compile_playbook(page, words).templates
    assert [one.text for one in found] == [one.strip("`") for one in cells[:count]]


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("¿Qué les decimos a los clientes?", 1),
        ("Was wir den Kunden sagen", 1),
        ("Ce que nous disons aux clients", 1),
        ("What the clients say", 0),
        ("Qué hacen los clientes", 0),
    ],
)
def test_a_heading_may_ask_what_is_said(title: str, count: int, words: Vocabulary) -> None:
    said = "```text\nThe ovens in [shop] are cold since HH:MM.\n```\n"
    assert len(compile_playbook(f"# Bakery\n\n## {title}\n\n{said}", words).templates) == count
