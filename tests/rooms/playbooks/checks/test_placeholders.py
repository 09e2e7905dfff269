"""Values to fill in: one finding a block, graded by what happens if nobody fills them in."""

import pytest

from runcard.domain.playbooks.model import Finding, Grade
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def gaps(text: str, words: Vocabulary) -> list[Finding]:
    return [one for one in found_in(text, words) if one.code == "RC701"]


def shell(*lines: str) -> str:
    return "\n".join(["# Gates", "", "```bash", *lines, "```", ""])


def test_one_value_in_a_block_is_one_finding_over_its_lines(words: Vocabulary) -> None:
    found = gaps(shell("gatectl show <gate>", "date", "gatectl shut <gate> --at <hour>"), words)
    assert [(one.line, one.end_line) for one in found] == [(4, 6)]
    assert found[0].message.endswith("<gate>, <hour>")


def test_a_value_told_once_is_not_told_again_in_the_next_block(words: Vocabulary) -> None:
    text = shell("gatectl show <gate>") + shell("gatectl shut <gate>")
    assert len(gaps(text, words)) == 1


@pytest.mark.parametrize(
    ("lines", "grade"),
    [
        (["gatectl watch gates", "gatectl shut <gate>"], Grade.INFO),
        (["gatectl list tides", "gatectl shut <gate>"], Grade.WARNING),
        (["rm -rf /srv/<gate>"], Grade.WARNING),
        (["""gatectl apply '{"to": "{new_pilot}"}'"""], Grade.ERROR),
        (["""gatectl show '{"to": "{new_pilot}"}'"""], Grade.WARNING),
    ],
)
def test_the_grade_is_that_of_running_it_as_it_stands(
    lines: list[str], grade: Grade, words: Vocabulary
) -> None:
    assert [one.grade for one in gaps(shell(*lines), words)] == [grade]


def test_a_sentence_that_explains_the_value_shows_its_source(words: Vocabulary) -> None:
    text = shell("gatectl shut <gate>") + "\n`<gate>` is the letter on the wall.\n"
    assert [one.grade for one in gaps(text, words)] == [Grade.INFO]


@pytest.mark.parametrize(
    "line",
    [
        "curl -s http://gate/ | grep '<title>'",
        'curl -s http://gate/ | grep "<h1>"',
        "psql ledger < dump.sql > out.txt",
        "psql ledger <dump.sql >out.txt",
        """psql -c "SELECT 1 WHERE state = '<idle>'" """,
    ],
)
def test_redirections_and_data_are_no_gaps(line: str, words: Vocabulary) -> None:
    assert gaps(shell(line), words) == []


def test_single_quotes_inside_double_ones_hide_no_gap(words: Vocabulary) -> None:
    assert gaps(shell("""psql -c "SELECT shut('<gate>')" """), words)
    assert not gaps(shell("""awk '/<gate>/' log"""), words)


def test_the_fields_of_curl_are_no_gaps(words: Vocabulary) -> None:
    assert gaps(shell('curl -so /dev/null -w "%{http_code}" http://gates'), words) == []
    assert gaps(shell('curl -so /dev/null "http://gates/{gate_id}"'), words)
