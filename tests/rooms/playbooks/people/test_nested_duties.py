"""Names alone above what each does."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

SHIP = "- {0} (first mate)\n  - steers\n  - sounds the horn\n- {1}\n  - keeps the log\n"


def roles(body: str, words: Vocabulary) -> list[tuple[str, int]]:
    found = compile_playbook(f"# Ship\n\n## Roles\n\n{body}", words).roles
    return [(one.name, len(one.duties)) for one in found]


def test_a_name_above_nested_duties_is_a_role(words: Vocabulary) -> None:
    assert roles(SHIP.format("Watch lead", "Scribe"), words) == [
        ("Watch lead (first mate)", 2),
        ("Scribe", 1),
    ]
    assert roles("- 操舵責任者（一等）\n  - 舵を取る\n- 記録担当\n  - 日誌\n", words) == [
        ("操舵責任者（一等）", 1),
        ("記録担当", 1),
    ]


@pytest.mark.parametrize(
    "body",
    [
        SHIP.format("Before we sail", "At sea"),
        SHIP.format("Whoever leads the watch that night", "Scribe"),
        "- Watch lead\n- Scribe\n  - keeps the log\n",
        "- [ ] Watch lead\n  - steers\n- [ ] Scribe\n  - keeps the log\n",
    ],
)
def test_other_entries_are_no_roles(body: str, words: Vocabulary) -> None:
    assert roles(body, words) == []
