"""What a heading is about, by its first word, by a word before a colon, or by all of it."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("title", "topic", "is_about"),
    [("Message: no tea", "templates", True), ("A message of hope", "templates", False),
     ("After every SEV-1", "review", True), ("After the first 30 minutes of tea", "review", False),
     ("Nach jedem P1 oder P2", "review", True), ("Roles: who does what", "roles", True),
     ("Schedule", "oncall", True), ("Schedule of the cups broken", "oncall", False),
     ("On-call schedule of the bar", "oncall", True)],
)  # fmt: skip
def test_what_a_heading_is_about(title: str, topic: str, is_about: bool, words: Vocabulary) -> None:
    assert (topic in words.about(title)) is is_about
