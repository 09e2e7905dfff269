"""What stands under the name of a level is read by its sentences, however the lines are broken."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

GUIDE = (
    "# Locks\n\n## Impact levels\n\nLevel 1 (River)\n{said}\n\n"
    "Level 2 (Lock)\n:   One lock. Response: 2 hours.\n"
)


@pytest.mark.parametrize(
    "said",
    [
        ":   No boat moves. Response: 9 minutes. Updates every 20 minutes.",
        ":   No boat moves. Response: 9\n    minutes. Updates every 20 minutes.",
    ],
)
def test_a_definition_and_its_promises(said: str, words: Vocabulary) -> None:
    level, other = compile_playbook(GUIDE.format(said=said), words).severities
    assert level.definition is not None
    assert level.definition.text.startswith("No boat moves")
    assert level.response is not None
    assert level.response.seconds == 540
    assert level.cadence is not None
    assert level.cadence.seconds == 1200
    assert not level.examples
    assert other.definition is not None


def test_a_line_that_begins_anew_is_left_alone(words: Vocabulary) -> None:
    said = ":   No boat moves\n    Response: 9 minutes"
    level, _ = compile_playbook(GUIDE.format(said=said), words).severities
    assert level.response is not None
    assert level.response.line == 7


@pytest.mark.parametrize("who", ["Who", "Wer", "Qui", "Quién"])
def test_who_is_called_for_a_level(who: str, words: Vocabulary) -> None:
    page = (
        f"# Locks\n\n## Severity\n\n### P1 – River\n\n- No boat moves\n- Response: 9 minutes\n"
        f"- {who}: lock keeper + harbour master\n\n### P2 – Lock\n\n- One lock\n"
    )
    level, other = compile_playbook(page, words).severities
    assert [one.text for one in level.escalation] == ["lock keeper", "harbour master"]
    assert [one.text for one in level.examples] == ["No boat moves"]
    assert not other.escalation
