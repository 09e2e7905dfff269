"""A line of shell is read as words and operators; quotes, escapes and placeholders stay whole."""

import pytest

from runcard.domain.commands.shell_words import tokens_of


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("a 'b c' \"d e\"", ["a", "b c", "d e"]),
        ("a|b && c; d &", ["a", "|", "b", "&&", "c", ";", "d", "&"]),
        ("git revert <commit-hash>", ["git", "revert", "<commit-hash>"]),
        ("psql < file.sql", ["psql", "<", "file.sql"]),
        ("a \\\n b", ["a", "b"]),
        ("a # not this\nb", ["a", "\n", "b"]),
        ("a#b 'c", ["a#b", "c"]),
        ("x 2>/dev/null", ["x", ">", "/dev/null"]),
        ("", []),
    ],
)
def test_a_text_is_cut_as_a_shell_would(text: str, tokens: list[str]) -> None:
    assert list(tokens_of(text)) == tokens


def test_a_long_line_is_read_in_one_pass() -> None:
    assert len(list(tokens_of("a '" * 20_000))) < 40_001
