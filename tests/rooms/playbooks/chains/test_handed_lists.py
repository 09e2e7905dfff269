"""Lists of pairs, where whoever takes over hands on in the next entry."""

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.chains.handed_lists import handed_lists
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import chains


def test_pairs_that_are_linked(words: Vocabulary) -> None:
    text = (
        "## Escalation\n\n1. **Miller** → Foreman (no repair in 20 min)\n"
        "2. **Foreman** → Owner\n3. **Owner** → Insurance (if needed)\n"
    )
    assert chains(text, words) == [
        [
            ("Miller", None, None),
            ("Foreman", "no repair in 20 min", 1200),
            ("Owner", None, None),
            ("Insurance", "if needed", None),
        ]
    ]


def test_pairs_with_numbers_of_their_own(words: Vocabulary) -> None:
    text = "## Escalation\n\n- L1: Miller → Foreman (24 hours)\n- L2: Foreman → Owner (48 hours)\n"
    (chain,) = chains(text, words)
    assert [who for who, _, _ in chain] == ["Miller", "Foreman", "Owner"]


def test_pairs_that_are_not_linked_hand_nothing_on(words: Vocabulary) -> None:
    section = outline("## Escalation\n\n1. Flood → Foreman\n2. Fire → Owner\n").sections[-1]
    assert [*handed_lists(section, words)] == []


def test_whoever_takes_over_may_hand_on_by_the_end_of_his_name(words: Vocabulary) -> None:
    text = "## Escalation\n\n1. Weigher → Dock foreman\n2. Foreman → Harbour master\n"
    (chain,) = chains(text, words)
    assert [who for who, _, _ in chain] == ["Weigher", "Dock foreman", "Harbour master"]
    other = outline(text.replace("Dock foreman", "Foreman of the dock")).sections[-1]
    assert [*handed_lists(other, words)] == []


def test_lines_of_text_that_are_linked(words: Vocabulary) -> None:
    text = (
        "## Escalation\n\n**Tier 1**: Packer → Shift leader\n"
        "**Tier 2**: Shift leader → Plant manager (after 2 hours)\n"
    )
    assert chains(text, words) == [
        [
            ("Packer", None, None),
            ("Shift leader", None, None),
            ("Plant manager", "after 2 hours", 7200),
        ]
    ]
    (chain,) = chains_of(outline(text), words)
    assert [step.line for step in chain.steps] == [3, 3, 4]


def test_lines_of_text_that_are_not_linked_hand_nothing_on(words: Vocabulary) -> None:
    text = "## Escalation\n\n**Tier 1**: Packer → desk\n**Tier 2**: Plant manager → bell\n"
    names = [[who for who, _, _ in told] for told in chains(text, words)]
    assert ["Packer", "desk", "bell"] not in names
