"""Times behind a word for how urgent something is."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.times.urgencies import time_of_urgency
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("part", "seconds"),
    [
        ("Urgent (10-40 minutes)", 2400),
        ("Zügig (innerhalb 3 Stunden)", 10800),
        ("Estándar: 2 horas", 7200),
        ("紧急（20分钟内）", 1200),
        ("High - 1 hour", 3600),
        ("Rebuild (2 hours)", None),
        ("Urgent (ring the miller)", None),
        ("Two millers, 20 minutes", None),
    ],
)
def test_what_an_urgency_means(part: str, seconds: int | None, words: Vocabulary) -> None:
    found = time_of_urgency(part, 3, words)
    assert (found and found.seconds) == seconds


def test_answers_of_levels_are_read_from_it(words: Vocabulary) -> None:
    said = (
        "# Mill\n\n## Severity levels\n\n### S1\n\n- **Response time:** Immediate (0-5 minutes)\n\n"
        "### S2\n\n- **Response time:** Urgent (5-20 minutes)\n\n"
        "### S3\n\n- **Response time:** Standard (next business day)\n"
    )
    times = [one.response for one in compile_playbook(said, words).severities]
    assert [(one.seconds, one.calendar) for one in times if one] == [
        (300, None),
        (1200, None),
        (None, "next_business_day"),
    ]
