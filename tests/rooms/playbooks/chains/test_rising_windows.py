"""Windows that widen from rung to rung are waits; others tell how soon somebody answers."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import chains


@pytest.mark.parametrize(
    ("windows", "waits"),
    [
        (("immediate response", "< 15 minutes", "< 1 hour for fire"), [0, 900, 3600]),
        (("sofort", "< 15 Minuten", "< 1 Stunde"), [0, 900, 3600]),
        (("at once", "< 15 minutes", "< 15 minutes"), [0, None, None]),
        (("up to 5 minutes", "up to 15 minutes", "up to 1 hour"), [None, None, None]),
    ],
)
def test_windows_behind_one_that_is_called_at_once(
    windows: tuple[str, ...], waits: list[int | None], words: Vocabulary
) -> None:
    names = ("Miller", "Foreman", "Owner")
    told = enumerate(zip(names, windows, strict=True), 1)
    entries = "".join(f"{at}. **L{at}**: {name} ({window})\n" for at, (name, window) in told)
    (found,) = chains(f"## Escalation\n\n{entries}", words)
    assert [(who, wait) for who, _, wait in found] == list(zip(names, waits, strict=True))
