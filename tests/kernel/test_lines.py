"""Untrusted words cannot begin a line of their own."""

from hypothesis import given
from hypothesis import strategies as st

from runcard.kernel.lines import one_line


def test_breaks_and_signs_that_cannot_be_printed_are_gaps() -> None:
    assert one_line(" disk\r\n\tfull\x1b[31m \x00now ") == "disk full [31m now"
    assert one_line("Störung 🚢") == "Störung 🚢"


@given(st.text())
def test_whatever_comes_in_is_one_printable_line(words: str) -> None:
    assert one_line(words).isprintable()
    assert one_line(one_line(words)) == one_line(words)
