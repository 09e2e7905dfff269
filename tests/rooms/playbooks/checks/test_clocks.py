"""Times of levels and phases: what is missing, contradicts itself or cannot be kept."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

HEAD = (
    "## Severity levels\n\n"
    "| Level | Definition | Acknowledge | Response time |\n|---|---|---|---|\n"
)


def table(*rows: str) -> str:
    return HEAD + "".join(f"| {row} |\n" for row in rows)


def found(text: str, words: Vocabulary) -> dict[str, int]:
    return {one.code: one.line for one in found_in(text, words)}


def test_an_acknowledgement_after_the_response_is_told_at_its_line(words: Vocabulary) -> None:
    text = table("P1 | gate stuck | 2 h | 30 min", "P2 | gate slow | 1 h | 4 h")
    assert found(text, words)["RC105"] == 5


def test_an_immediate_response_is_vague_and_not_late(words: Vocabulary) -> None:
    codes = found(table("P1 | gate stuck | 5 min | immediate", "P2 | slow | 1 h | 4 h"), words)
    assert "RC106" in codes
    assert "RC105" not in codes


@pytest.mark.parametrize(
    ("response", "code"),
    [
        ("immediate (5 minutes)", "RC107"),
        ("90 seconds", "RC108"),
        ("best effort", "RC106"),
        ("", "RC101"),
    ],
)
def test_a_time_that_nobody_can_keep_or_measure(
    response: str, code: str, words: Vocabulary
) -> None:
    text = table(f"P1 | gate stuck | | {response}", "P2 | gate slow | | 4 h")
    assert code in found(text, words)


def test_a_bounded_immediate_says_one_thing(words: Vocabulary) -> None:
    text = table("P1 | gate stuck | 4 min | immediate (within 5 minutes)", "P2 | slow | 1 h | 4 h")
    assert not {"RC106", "RC107", "RC108"} & set(found(text, words))


def test_a_level_whose_time_stands_in_a_sentence_is_not_called_silent(words: Vocabulary) -> None:
    text = "## Severities\n\n- **P1**: gate stuck. We come within 10 minutes.\n- **P2**: slow.\n"
    lines = {one.line for one in found_in(text, words) if one.code == "RC101"}
    assert 3 not in lines


def test_a_phrase_about_a_channel_is_no_unread_time(words: Vocabulary) -> None:
    text = (
        "## Severity levels\n\n"
        "| Level | Definition | Response time | Updates |\n|---|---|---|---|\n"
        "| P1 | stuck | 5 min | banner |\n| P2 | slow | 1 h | ticket |\n"
    )
    assert "RC103" not in found(text, words)


PHASES = (
    "\n\n## Process\n\n### Phase 1: Detect ({})\n\n- [ ] look\n\n"
    "### Phase 2: Mend ({})\n\n- [ ] mend\n"
)


def test_a_window_for_all_levels_clashes_with_a_level_answered_tomorrow(words: Vocabulary) -> None:
    levels = table("P1 | gate stuck | | 5 min", "P2 | lamp | | next business day")
    assert "RC120" in found(levels + PHASES.format("5 min", "30 min"), words)
    alike = table("P1 | gate stuck | | 5 min", "P2 | lamp | | 5 min")
    assert "RC120" not in found(alike + PHASES.format("5 min", "30 min"), words)


def test_windows_count_from_one_moment(words: Vocabulary) -> None:
    assert "RC122" in found("# G" + PHASES.format("first 5 min", "next 10 min"), words)
    assert "RC122" not in found("# G" + PHASES.format("0-5 min", "5-15 min"), words)
