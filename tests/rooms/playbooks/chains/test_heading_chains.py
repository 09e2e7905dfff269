"""Rungs that are headings, and what stands behind or below them."""

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.chains.triggers import listed_triggers
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

RUNGS = (
    "# Ferry\n\n## Escalation\n\n### Level 1: Bosun\n\n- Looks first\n\n"
    "### Level 2: Mate\n\n- Decides\n\n"
)


def test_ways_of_communication_behind_the_rungs_are_none(words: Vocabulary) -> None:
    text = RUNGS + "### Communication channels\n\n1. **At once**: #deck\n2. **Later**: #quay\n"
    (chain,) = chains_of(outline(text), words)
    assert [one.who for one in chain.steps] == ["Bosun", "Mate"]


def test_lists_below_triggers_call_nobody_in_turn(words: Vocabulary) -> None:
    text = (
        "# Ferry\n\n## Escalation triggers\n\n### Manual escalation\n\n"
        "- **Ship leaks**: escalate to the mate\n- **Guests ill**: escalate to the doctor\n"
    )
    page = outline(text)
    assert chains_of(page, words) == ()
    assert len(listed_triggers(page, page.sections[-1], words)) == 2
