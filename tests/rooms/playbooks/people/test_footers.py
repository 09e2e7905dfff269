"""Gaps for ways to people below the last rule of a document."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

BODY = "# Bakery\n\n## Ovens\n\nHot.\n\n## Revision history\n\nNone.\n\n{}\n"


@pytest.mark.parametrize(
    ("foot", "found"),
    [
        ("---\n\n**Night bell:** [phone number of the watch]",
         [("Night bell", "[phone number of the watch]", "phone")]),
        ("***\n\n**Notruf:** [Telefon der Wache]",
         [("Notruf", "[Telefon der Wache]", "phone")]),
        ("**Night bell:** [phone number of the watch]", []),
        ("---\n\n**Owner:** [phone number of the watch]\n\n**Next:** [what comes]", []),
    ],
)  # fmt: skip
def test_a_gap_for_a_way_at_the_foot(
    foot: str, found: list[tuple[str, str, str]], words: Vocabulary
) -> None:
    contacts = compile_playbook(BODY.format(foot), words).contacts
    assert [(one.label, one.value, one.kind) for one in contacts] == found
