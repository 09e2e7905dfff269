"""Fields below a level are no examples of it."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary


def first_level(below: str, words: Vocabulary) -> Severity:
    page = f"# Oven\n\n## Severity\n\n### P1 - cold\nNo bread.\n{below}\n### P2 - crumbs\nSweep.\n"
    return compile_playbook(page, words).severities[0]


@pytest.mark.parametrize(
    "below",
    [
        "- Response: 5 min\n- Shop window: within 20 minutes\n- Updates: every 30 min\n",
        "- Response: 5 min\n- Shop window: no\n- Updates in the book\n",
        "- Reaktion: 5 min\n- Leute: Ofenwache\n",
    ],
)
def test_fields_of_the_teams_own_are_no_examples(below: str, words: Vocabulary) -> None:
    level = first_level(below, words)
    assert level.examples == ()
    assert level.definition is not None


def test_bullets_without_any_promise_stay_examples(words: Vocabulary) -> None:
    level = first_level("- Door: stuck\n- Bread black\n", words)
    assert len(level.examples) == 2


def test_sentences_and_goals_among_fields_are_read(words: Vocabulary) -> None:
    level = first_level(
        "- The watch reacts within 20 minutes\n- Miller informed: at once, then every hour\n"
        "- Aim: baking again in 4 hours\n",
        words,
    )
    times = [level.response, level.cadence, level.resolution]
    assert [one and one.seconds for one in times] == [1200, 3600, 14400]
    assert level.examples == ()


def test_a_single_deadline_for_a_side_is_no_rhythm(words: Vocabulary) -> None:
    page = (
        "# Oven\n\n## Severity\n\n### P1\nIce.\n- Response: 5 min\n- Customers: within 15 minutes\n"
        "\n### P2\nCrumbs.\n- Response: 30 min\n- Customers: within 60 minutes\n"
    )
    playbook = compile_playbook(page, words)
    assert playbook.cadences == ()
    assert playbook.severities[0].cadence is None


def test_labels_in_italics_beside_each_other_are_all_read(words: Vocabulary) -> None:
    level = first_level("*Response:* 10 minutes. *Baker:* Ada. *Updates:* every 30 minutes.", words)
    assert [one and one.seconds for one in (level.response, level.cadence)] == [600, 1800]


def test_bold_words_that_go_on_are_no_label(words: Vocabulary) -> None:
    below = (
        "- **Heat escalation** beyond the oven\n- **Response**: 5 min\n- **Escalation**: baker\n"
    )
    level = first_level(below, words)
    assert [one.text for one in level.escalation] == ["baker"]
    assert [one.text for one in level.examples] == ["Heat escalation beyond the oven"]


@pytest.mark.parametrize("label", ["Scenarios", "Szenarien", "Scénarios", "Escenarios"])
def test_scenarios_are_examples_of_a_level(label: str, words: Vocabulary) -> None:
    level = first_level(
        f"**Response**: 5 min\n\n**{label}:**\n- Door stuck\n- Bread black\n", words
    )
    assert [one.text for one in level.examples] == ["Door stuck", "Bread black"]
    assert level.definition is not None
    assert level.definition.text == "No bread."


def test_a_measure_behind_a_bold_name_goes_on_with_it(words: Vocabulary) -> None:
    level = first_level(
        "- **Burnt loaves** > 2 % of a batch\n- **Waste** 1-2 % for an hour\n"
        "- **Half the ovens** (or more)\n- **No bread**\n\n**Response**: 5 min\n",
        words,
    )
    assert len(level.examples) == 4


@pytest.mark.parametrize(
    ("entry", "called"),
    [("- Contact: shift lead, on-call baker", ["shift lead", "on-call baker"]),
     ("- 連絡先：当番、店長", ["当番", "店長"]),
     # A way, and somebody outside.
     ("- Contact: #oven, and the shift lead by phone", []),
     ("- Contact: customers of the shift lead", [])],
)  # fmt: skip
def test_people_of_the_house_below_contact_are_who_is_called(
    entry: str, called: list[str], words: Vocabulary
) -> None:
    level = first_level(f"- Response: 5 min\n{entry}\n", words)
    assert [one.text for one in level.escalation] == called


@pytest.mark.parametrize(
    ("label", "called"),
    [
        ("Brings in", ["Head baker", "Shift lead"]),
        ("Wer wird beigezogen", ["Head baker", "Shift lead"]),
        ("On fait venir", ["Head baker", "Shift lead"]),
        ("召集对象", ["Head baker", "Shift lead"]),
        ("Baked by", []),
        ("Who baked", []),
    ],
)
def test_who_is_brought_in_is_called(label: str, called: list[str], words: Vocabulary) -> None:
    level = first_level(f"- Response: 5 min\n- {label}: Head baker, Shift lead\n", words)
    assert [one.text for one in level.escalation] == called
