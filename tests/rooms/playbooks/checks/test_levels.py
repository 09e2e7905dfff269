"""Levels of another scheme in the text, and the own one written out."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

TABLE = (
    "# Gates\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
    "| {0}1 | stuck | 5 min |\n| {0}2 | lamp, paint | 1 h |\n\n## Closing\n\n"
)


@pytest.mark.parametrize(
    ("own", "said", "is_found"),
    [
        ("P", "Write a report for every SEV 1.", True),
        ("P", "Write a report for every Priority 1.", False),
        ("SEV", "Write a report for every S1.", False),
        ("SEV", "Write a report for every P1.", True),
    ],
)
def test_the_own_levels_written_out_are_no_other_scheme(
    own: str, said: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(TABLE.format(own) + said + "\n", words)}
    assert ("RC114" in codes) is is_found


def test_two_wishes_in_one_level_are_one_finding(words: Vocabulary) -> None:
    text = TABLE.format("P").replace("lamp, paint", "typos, feature requests")
    assert [one.code for one in found_in(text, words)].count("RC113") == 1
