"""Words from outside are bounded and cannot steer a terminal, a header or an index."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.adapters.plain_text import identity, one_line, tidy, token, web_link

ANY = st.text(st.characters(), max_size=300)


def test_control_signs_are_removed_and_line_breaks_stay() -> None:
    assert tidy("a\x00b\x1b[2Jc\r\nd\te\x85\u202e") == "ab[2Jc\nd\te"


def test_emoji_and_other_scripts_are_left_alone() -> None:
    family = "👩\u200d🚒 пожар 火事"
    assert tidy(family) == family
    assert one_line(family) == family


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    assert tidy("x" * 5000) == "x" * 4095 + "…"
    assert tidy("x" * 4096) == "x" * 4096


def test_a_title_stays_on_one_line() -> None:
    assert one_line(" disk\r\n\tfull \n") == "disk full"


def test_two_long_identities_that_begin_alike_stay_two() -> None:
    assert identity("x" * 9000 + "1") != identity("x" * 9000 + "2")
    assert identity("short") == "short"


@given(ANY)
def test_a_token_is_one_word_that_may_stand_in_a_header(text: str) -> None:
    word = token(text)
    assert word.isascii()
    assert word.isprintable()
    assert " " not in word
    assert 0 < len(word) <= 120


@given(ANY, ANY)
def test_different_texts_are_different_tokens(one: str, other: str) -> None:
    assert (token(one) == token(other)) == (one == other)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "http://a b", "", "//a", "http://a\nb",
             "https://a/" + "x" * 5000],
)  # fmt: skip
def test_only_whole_web_links_reach_a_screen(link: str) -> None:
    assert web_link(link) is None


def test_an_ordinary_link_is_kept() -> None:
    assert (
        web_link("http://prometheus.example/graph?g0=1") == "http://prometheus.example/graph?g0=1"
    )
