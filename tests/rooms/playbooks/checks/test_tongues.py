"""Of a page in a language nobody taught us it is not said that something is missing."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

PLAN = (
    "# Flour\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
    "| P1 | {0} | 10 min |\n| P2 | {1} | 1 h |\n\n## Contacts\n\n- Mill: 01632 960140\n\n"
    "## P1\n\n{2}\n\n{3}\n\n{4}\n"
)
ENGLISH = ("the mill stands", "the sieve is torn", "Stop the belt.", "Ring the mill.", "Go on.")
SWEDISH = (
    "kvarnen står och inget mals", "silen är trasig", "Stanna bandet som går för snabbt.",
    "Ring kvarnen och vänta inte.", "Säg till när det är klart för körning.",
)  # fmt: skip
GREEK = (
    "ο μύλος σταμάτησε", "το κόσκινο σκίστηκε", "Σταματήστε τον ιμάντα.",
    "Καλέστε τον μύλο.", "Περιμένετε απάντηση.",
)  # fmt: skip


@pytest.mark.parametrize(("said", "is_found"), [(ENGLISH, True), (SWEDISH, False), (GREEK, False)])
def test_what_cannot_be_read_may_say_it(
    said: tuple[str, ...], is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(PLAN.format(*said), words)}
    assert bool(codes & {"RC012", "RC301", "RC311"}) is is_found


def test_a_quoted_line_makes_no_other_language(words: Vocabulary) -> None:
    said = (*ENGLISH[:4], "The sign says: och, för, som.")
    assert "RC301" in {one.code for one in found_in(PLAN.format(*said), words)}
