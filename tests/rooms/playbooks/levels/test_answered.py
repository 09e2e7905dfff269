"""Levels that are known by the answers they promise."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

SAYS = (
    "**Class A: loom hall dark.** No loom runs. Respond within 5 minutes.\n\n"
    "**Class B: one row slow.** A row weaves at half speed. Respond within 2 hours.\n\n"
    "**Class C: a lamp out.** One lamp. Respond by the next business day.\n"
)
HEADED = (
    "### Klasse A: Halle steht\n\nKein Webstuhl läuft.\n\nReaktion: 5 Minuten\n\n"
    "### Klasse B: Reihe langsam\n\nEine Reihe webt halb.\n\nReaktion: 2 Stunden\n\n"
    "### Klasse C: Lampe\n\nEine Lampe.\n\nReaktion: nächster Werktag\n"
)
SUPPORT = (
    "**Class A: Help desk.** Respond within 5 minutes.\n\n"
    "**Class B: On-call engineer.** Respond within 2 hours.\n\n"
    "**Class C: Vendor support.** Respond by the next business day.\n"
)
UNTIMED = "**Class A: hall.** Dark.\n\n**Class B: row.** Slow.\n\n**Class C: lamp.** Out.\n"
ALIKE = SAYS.replace("2 hours", "5 minutes").replace("by the next business day", "within 5 minutes")


@pytest.mark.parametrize(
    ("title", "body", "keys"),
    [
        ("What counts as what", SAYS, ["Class A", "Class B", "Class C"]),
        ("Was ist was", HEADED, ["Klasse A", "Klasse B", "Klasse C"]),
        ("What counts as what", UNTIMED, []),
        ("What counts as what", SUPPORT, []),
        ("What counts as what", ALIKE, []),
    ],
)
def test_a_list_of_which_each_promises_an_answer_is_one_of_levels(
    title: str, body: str, keys: list[str], words: Vocabulary
) -> None:
    playbook = compile_playbook(f"# Mill\n\n## {title}\n\n{body}", words)
    assert [level.key for level in playbook.severities] == keys
    assert [level.response is not None for level in playbook.severities] == [True] * len(keys)
