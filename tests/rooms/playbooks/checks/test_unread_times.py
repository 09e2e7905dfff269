"""A phrase where the time of a level is expected is a time, somebody's business, or a finding."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.level_tables import found, table
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("second", "third", "is_found"),
    [
        ("2 h", "with the next paint", False),
        ("2 h", "au gré du vent", False),
        ("2 h", "7 bells", True),
        ("au gré du vent", "2 h", True),
    ],
)
def test_what_hurts_least_is_done_along_with_other_work(
    second: str, third: str, is_found: bool, words: Vocabulary
) -> None:
    rows = ("P1 | stuck | 5 min | 9 min", f"P2 | slow | 1 h | {second}", f"P3 | rust | – | {third}")
    assert ("RC103" in found(table(*rows), words)) is is_found


def test_a_phrase_about_a_channel_is_no_unread_time(words: Vocabulary) -> None:
    text = (
        "## Severity levels\n\n"
        "| Level | Definition | Response time | Updates |\n|---|---|---|---|\n"
        "| P1 | stuck | 5 min | banner |\n| P2 | slow | 1 h | ticket |\n"
    )
    assert "RC103" not in found(text, words)


@pytest.mark.parametrize(("time", "is_found"), [("before the regatta", False), ("swiftly", True)])
def test_a_moment_that_a_reader_knows_is_a_time(
    time: str, is_found: bool, words: Vocabulary
) -> None:
    assert (
        "RC103" in found(table("P1 | stuck | 5 min | 9 min", f"P2 | slow | 1 h | {time}"), words)
    ) is is_found


@pytest.mark.parametrize(
    ("second", "is_found"),
    [
        ("**P2** - a gate is slow. Somebody looks.", False),
        ("**P2** – ein Tor klemmt. Zum Wochentreffen.", False),
        ("**P2** - a gate is slow. Respond: when the tide allows", True),
    ],
)
def test_the_rest_of_a_sentence_need_not_be_a_time(
    second: str, is_found: bool, words: Vocabulary
) -> None:
    first = "**P1** - the weir is shut. Respond within 10 minutes."
    text = f"# W\n\n## Priorities\n\n{first}\n\n{second}\n"
    assert ("RC103" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"), [("“Gate is shut”", False), ("when the pilot says so", True)]
)
def test_the_words_of_a_message_are_no_time(said: str, is_found: bool, words: Vocabulary) -> None:
    levels = "## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
    rows = f"| P1 | stuck | {said} |\n| P2 | dark | 1 h |\n"
    assert ("RC103" in found(levels + rows, words)) is is_found
