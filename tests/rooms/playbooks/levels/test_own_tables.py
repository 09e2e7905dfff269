"""A small table below the heading of a level tells its times."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

TABLES = [
    "| Response | 5 min |\n|---|---|\n| Updates | every 20 min |\n",
    "| Response | Updates |\n|---|---|\n| 5 min | every 20 min |\n",
]


@pytest.mark.parametrize("table", TABLES)
def test_promises_stand_in_rows_or_below_heads(table: str, words: Vocabulary) -> None:
    page = f"# Oven\n\n## Severity\n\n### P1 - cold\n\n{table}\n### P2 - crumbs\n\nSweep.\n"
    first = compile_playbook(page, words).severities[0]
    assert first.response is not None
    assert first.cadence is not None
    assert (first.response.seconds, first.cadence.seconds) == (300, 1200)


def test_a_table_of_something_else_promises_nothing(words: Vocabulary) -> None:
    table = "| Part | Price |\n|---|---|\n| Door | 20 |\n"
    page = f"# Oven\n\n## Severity\n\n### P1 - cold\n\n{table}\n### P2 - crumbs\n\nSweep.\n"
    assert compile_playbook(page, words).severities[0].response is None


MEANINGS = """# Trams

## Dringlichkeit

### P1 - kritisch

| Kriterium | Beispiele |
|---|---|
| Kein Wagen fährt | Oberleitung gerissen |
| Menschen in Gefahr | - |

**Wer ruft:**

1. Die Leitstelle ruft den Meister.

### P2 - lästig

| Kriterium | Beispiele |
|---|---|
| Eine Linie steht | Weiche klemmt |
"""


def test_what_a_level_means_and_examples_stand_side_by_side(words: Vocabulary) -> None:
    first, second = compile_playbook(MEANINGS, words).severities
    assert first.definition is not None
    assert first.definition.text == "Kein Wagen fährt; Menschen in Gefahr"
    assert (first.definition.line, first.definition.end_line) == (9, 10)
    assert [one.text for one in first.examples] == ["Oberleitung gerissen"]
    assert [one.text for one in second.examples] == ["Weiche klemmt"]


def test_examples_beside_prices_mean_nothing_of_the_level(words: Vocabulary) -> None:
    page = MEANINGS.replace("| Kriterium |", "| Wagen |")
    first = compile_playbook(page, words).severities[0]
    assert first.definition is None or "Kein Wagen" not in first.definition.text
    assert [one.text for one in first.examples] != ["Oberleitung gerissen"]
