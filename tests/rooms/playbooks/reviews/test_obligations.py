"""By when an incident is looked back upon; a time in a case is no deadline."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "# T\n\n## Severity levels\n\n- **P1**: all\n- **P2**: some\n\n## Post-mortem\n\n"
SAID = (
    ("P1 within 4 days; P2 only if it happens twice in a month.", [(345600, ("P1",))]),
    ("P1 en un máximo de 4 días, si se puede.", [(345600, ("P1",))]),
    ("P1 em até 4 dias; P2 em até 9 dias.", [(345600, ("P1",)), (777600, ("P2",))]),
    ("The report is written by whoever had the helm.", []),
)


@pytest.mark.parametrize(("text", "deadlines"), SAID)
def test_deadlines_with_their_levels(
    text: str, deadlines: list[tuple[int, tuple[str, ...]]], words: Vocabulary
) -> None:
    review = compile_playbook(LEVELS + text + "\n", words).review
    found = [(one.within.seconds, one.keys) for one in review.deadlines if not one.optional]
    assert found == deadlines
