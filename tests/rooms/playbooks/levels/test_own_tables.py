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
