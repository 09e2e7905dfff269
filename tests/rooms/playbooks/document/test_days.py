"""Days in running text."""

import pytest

from runcard.domain.playbooks.document.days import bare_day, days_in
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("on 3 May 2031 and May 4, 2032", ["3 May 2031", "May 4, 2032"]),
        ("le 1er mai 2031, el 2 de junio de 2031", ["1er mai 2031", "2 de junio de 2031"]),
        ("2031-05-03, 3.5.2031 und 2031年5月", ["2031-05-03", "3.5.2031", "2031年5月"]),
        ("for 20 guests 2031 and 12.2031", []),
    ],
)
def test_days_stand_in_text(said: str, days: list[str], words: Vocabulary) -> None:
    assert [day for _, day in days_in(said, words)] == days


def test_the_bare_day(words: Vocabulary) -> None:
    assert bare_day("ist der 3.5.2031", words) == "3.5.2031"
    assert bare_day("2031-05-03, just before the flood", words) == "2031-05-03"
    assert bare_day("end of May 2031", words) == "end of May 2031"
    assert bare_day("2031-05-03 (draft)", words) == "2031-05-03 (draft)"
