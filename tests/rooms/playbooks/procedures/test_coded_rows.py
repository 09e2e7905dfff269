"""Headings that a page counts by a letter and a number are its runbooks, where work is in them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.procedures.coded_rows import coded_rows
from runcard.domain.playbooks.vocabulary import Vocabulary

WORK = "\n\n```bash\nweirctl look\n```\n\n"
PAGE = f"""# Weir handbook

## Water

### W1 Gate stuck{WORK}### W2 Pump silent{WORK}## Power

### E1 Mains gone{WORK}### E2 Who has the key

The keeper has it.
"""


def runbooks(text: str, words: Vocabulary) -> list[str]:
    return [book.title for book in compile_playbook(text, words).runbooks]


def test_each_of_a_row_with_work_is_a_runbook(words: Vocabulary) -> None:
    assert runbooks(PAGE, words) == ["W1 Gate stuck", "W2 Pump silent", "E1 Mains gone"]


@pytest.mark.parametrize("code", ["F-1", "Z3.", "AB 2"])
def test_two_are_no_row_and_a_blank_is_no_code(code: str, words: Vocabulary) -> None:
    text = f"# Wehr\n\n## Wasser\n\n### {code} Tor klemmt{WORK}### Tor 2 klemmt{WORK}"
    assert coded_rows(outline(text), words, lambda _: True) == frozenset()


def test_levels_are_counted_otherwise(words: Vocabulary) -> None:
    text = "# W\n\n## Priorities\n\n### P1 Flood\n\n### P2 Leak\n\n### P3 Paint\n"
    assert coded_rows(outline(text), words, lambda _: True) == frozenset()
