"""A finding is left alone where the document says why; otherwise the comment is a finding."""

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

COMMENT = "<!-- runcard: ignore RC024 {} -->"
PAGE = "# Ovens\n\n{}\n## Relight\n\n## Contacts\n\nCall the baker.\n"


def codes(text: str, words: Vocabulary) -> list[str]:
    return [found.code for found in found_in(text, words)]


def test_a_reason_silences_the_finding_below(words: Vocabulary) -> None:
    assert "RC024" in codes(PAGE.format(""), words)
    quiet = codes(PAGE.format(COMMENT.format("because it is written next week")), words)
    assert not {"RC024", "RC091", "RC092"} & set(quiet)


def test_without_a_reason_nothing_is_silenced(words: Vocabulary) -> None:
    loud = codes(PAGE.format(COMMENT.format("")), words)
    assert {"RC024", "RC091"} <= set(loud)


def test_a_comment_far_away_hits_nothing_and_is_told(words: Vocabulary) -> None:
    far = PAGE.format("") + "\n" * 4 + COMMENT.format("because I say so") + "\n"
    assert {"RC024", "RC092"} <= set(codes(far, words))


def test_above_the_first_heading_it_holds_for_the_whole_document(words: Vocabulary) -> None:
    text = COMMENT.format("because sections are filled by a tool") + "\n" + PAGE.format("")
    assert "RC024" not in codes(text, words)


def test_other_codes_on_the_line_stay(words: Vocabulary) -> None:
    text = PAGE.format(COMMENT.format("because it is written next week"))
    assert "RC012" in codes(text, words)
