"""Data on one line, cut into its pieces."""

import pytest

from runcard.domain.playbooks.page.data_flows import pair_in, pieces_of, setting_in, told_value


@pytest.mark.parametrize(
    ("said", "pieces"),
    [
        ('{ who: Ada, ways: [bell, "horn, low"] }', ("who: Ada", 'ways: [bell, "horn, low"]')),
        ('{"who":"Ada","pay":"4"}', ('"who":"Ada"', '"pay":"4"')),
        ("{ who: Ada, Bo, pay: 4 }", ("who: Ada, Bo", "pay: 4")),
        ("[miller's lad, carter] # by day", ("miller's lad", "carter")),
        ('["Ada"]', ('"Ada"',)),
    ],
)
def test_pieces_of_what_is_in_braces_and_brackets(said: str, pieces: tuple[str, ...]) -> None:
    assert pieces_of(said, pair_in) == pieces


@pytest.mark.parametrize(
    "said",
    ["[number]", "{name}", "{{ name }}", "[a] and [b, c]", "bell, horn", "[ ] ring", "[", ""],
)
def test_gaps_and_running_text_have_no_pieces(said: str) -> None:
    assert pieces_of(said, pair_in) == ()


def test_settings_in_braces_are_cut_as_pairs_are() -> None:
    assert pieces_of('{ who = "Ada", pay = 4 }', setting_in) == ('who = "Ada"', "pay = 4")


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("15 min  # day and night", "15 min"),
        ('"15 min" # day and night', "15 min"),
        ("'#ops'", "#ops"),
        ("#ops", "#ops"),
        ("/srv/mill", "/srv/mill"),
        ("the miller's", "the miller's"),
    ],
)
def test_a_value_stands_without_its_quotes_and_remarks(said: str, value: str) -> None:
    assert told_value(said) == value


def test_a_long_line_is_cut_in_time() -> None:
    for said in (
        "{" * 60_000 + "}" * 60_000,
        "[" + "'a, " * 40_000 + "]",
        '["' + " #" * 60_000 + "]",
    ):
        assert len(pieces_of(said, pair_in)) <= 40_000
        told_value(said)
