"""Entries below a label such as `Response requirements:`."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary


def level(label: str, *entries: str, words: Vocabulary) -> Severity:
    listed = "\n".join(f"- {one}" for one in entries)
    said = f"# Mill\n\n## Severity levels\n\n### S1\n\n**{label}**:\n{listed}\n\n### S2\n\nFlour.\n"
    return compile_playbook(said, words).severities[0]


@pytest.mark.parametrize(
    ("label", "entries", "seconds"),
    [
        (
            "Response requirements",
            (
                "Head miller notified within 5 minutes",
                "Response within 2 hours",
                "Fix deployed within 9 hours",
            ),
            (7200, 32400),
        ),
        ("Reaktion", ("Obermüller benachrichtigt in 5 Minuten", "Behebung in 3 Stunden"),
         (None, 10800)),
        ("Response time", ("20 minutes", "Call the smith"), (1200, None)),
        ("Response", ("Within 20 minutes",), (1200, None)),
    ],
)  # fmt: skip
def test_each_promises_by_its_own_words(
    label: str,
    entries: tuple[str, ...],
    seconds: tuple[int | None, int | None],
    words: Vocabulary,
) -> None:
    found = level(label, *entries, words=words)
    times = (found.response, found.resolution)
    assert tuple(one and one.seconds for one in times) == seconds


@pytest.mark.parametrize(
    ("entry", "is_told"),
    [
        ("Head miller notified within 1 business day", True),
        ("The baker is informed within 3 hours", True),
        ("Wheel looked at within 20 minutes", False),
        ("20 minutes", False),
    ],
)
def test_a_notice_is_no_answer(entry: str, *, is_told: bool, words: Vocabulary) -> None:
    found = level("Response requirements", entry, words=words)
    assert (found.communication is not None, found.response is not None) == (is_told, not is_told)
