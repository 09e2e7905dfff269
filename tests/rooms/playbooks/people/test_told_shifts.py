"""Shifts in sentences: each by itself, and what is on otherwise."""

import pytest

from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.people.duty_lines import lines_of_hours
from runcard.domain.playbooks.vocabulary import Vocabulary

TOLD = [
    (
        "The bosun has the deck from 06:00 to 18:00 and the mate has it from 18:00 to 06:00.",
        [
            "The bosun has the deck from 06:00 to 18:00",
            "the mate has it from 18:00 to 06:00.",
        ],
    ),
    (
        "Le bosco tient le quart de 8 h à 18 h. En dehors de ces horaires, le second est là.",
        [
            "Le bosco tient le quart de 8 h à 18 h.",
            "En dehors de ces horaires, le second est là.",
        ],
    ),
    (
        "工作日 10:00–19:00 由水手自己盯，19:00 到次日 10:00 由大副负责，周末由船长负责。",
        ["工作日 10:00–19:00 由水手自己盯", "19:00 到次日 10:00 由大副负责", "周末由船长负责。"],
    ),
    (
        "平日の9時から18時は水夫長が立つ。18時から翌9時までは航海士が立ち、土日祝は船長が立つ。",
        [
            "平日の9時から18時は水夫長が立つ。",
            "18時から翌9時までは航海士が立ち",
            "土日祝は船長が立つ。",
        ],
    ),
]
WHOLE = [
    "From 18:00 to 06:00, and all through weekends and bank holidays, the mate has the deck.",
    "Von 17:00 bis 07:00 Uhr wacht der Maat; der Wechsel ist montags um 07:00 Uhr.",
]


def shifts(said: str, words: Vocabulary) -> list[str]:
    section = outline(f"# Ship\n\n## Watch\n\n{said}\n").sections[-1]
    return [one.text for one in lines_of_hours(section, {}, words)]


@pytest.mark.parametrize(("said", "expected"), TOLD)
def test_each_shift_of_a_sentence_is_one(said: str, expected: list[str], words: Vocabulary) -> None:
    assert shifts(said, words) == expected


@pytest.mark.parametrize("said", WHOLE)
def test_one_shift_with_all_its_times_stays_whole(said: str, words: Vocabulary) -> None:
    assert shifts(said, words) == [said]


def test_an_hour_that_something_takes_is_no_clock(words: Vocabulary) -> None:
    assert shifts("復旧には2時間かかる。", words) == []
