"""What is said beside a level: its fields, and what is none of them."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary

HEAD = "# T\n\n## Severity levels\n\n### P1\n\n{}\n\n### P2\n\nSmall.\n"


def first(text: str, words: Vocabulary) -> Severity:
    return compile_playbook(HEAD.format(text), words).severities[0]


def test_a_field_of_the_teams_own_is_no_example(words: Vocabulary) -> None:
    level = first("- *Response*: 9 minutes\n- *Tide table*: on paper\n", words)
    assert level.response is not None
    assert (level.response.seconds, level.examples) == (540, ())


def test_bullets_below_a_label_are_examples(words: Vocabulary) -> None:
    level = first("**Examples:**\n\n- *Mast*: broken\n- no wind\n", words)
    assert [one.text for one in level.examples] == ["Mast: broken", "no wind"]


def test_two_periods_are_for_inside_and_for_customers(words: Vocabulary) -> None:
    level = first("**報告**: 7分ごと（社内）、40分ごと（お客さま）\n", words)
    assert level.cadence is not None
    assert level.cadence_external is not None
    assert (level.cadence.seconds, level.cadence_external.seconds) == (420, 2400)
    assert level.communication is None


def test_an_event_is_a_cadence_without_a_number(words: Vocabulary) -> None:
    level = first("- *Updates*: at start and end\n", words)
    assert level.cadence is not None
    assert (level.cadence.seconds, level.cadence.calendar) == (None, "event")
