"""Names at the head of an entry that no colon parts from what is said of them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.levels.unmarked_labels import unmarked_label
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("P0 (no tea at all) → to the brewer at once", "P0 (no tea at all)",
         "to the brewer at once"),
        ("P1（冷茶）→ 當日通知", "P1（冷茶）", "當日通知"),
        ("P2（ぬるい）- 翌日", "P2（ぬるい）", "翌日"),
        ("P1 – cold tea", "P1", "cold tea"),
        ("`sev0` All pots are cold", "sev0", "All pots are cold"),
    ],
)  # fmt: skip
def test_a_dash_an_arrow_or_ticks_part_the_name(text: str, name: str, value: str) -> None:
    label = unmarked_label(text)
    assert label is not None
    assert (label.name, label.value) == (name, value)


@pytest.mark.parametrize("text", ["Pour → stir → serve", "All pots are cold", ""])
def test_other_entries_name_nothing(text: str) -> None:
    assert unmarked_label(text) is None


def test_levels_with_a_gloss_and_an_arrow(words: Vocabulary) -> None:
    text = "# Tea\n\n## First of all\n\n- P0（無茶）→ 立即通知\n- P1（冷茶） → 當日通知\n"
    found = compile_playbook(text, words).severities
    assert [(one.key, one.name) for one in found] == [("P0", "無茶"), ("P1", "冷茶")]
