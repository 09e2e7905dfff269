"""A gap that a line break goes through is one gap."""

import pytest

from runcard.domain.playbooks.messages.broken_gaps import with_whole_gaps


def test_it_stands_whole_where_it_begins() -> None:
    lines = ["Tea is [late, or", "  cold, in", "one word] since [time].", "Yours"]
    whole = ["Tea is [late, or cold, in one word]", "", " since [time].", "Yours"]
    assert with_whole_gaps(lines) == whole


@pytest.mark.parametrize(
    "lines",
    [
        ["Tea is [late", "", "or cold]"],
        ["Tea is [late", "- or cold]"],
        ["See [the list", "of teas](teas.md)"],
        ["Tea is [late", "and [cold]"],
        ["- [ ] Tea", "- [x] Cake"],
        ["Tea is [late", *["and later"] * 9, "still]"],
    ],
)
def test_what_is_never_closed_or_no_gap_stays_as_it_is(lines: list[str]) -> None:
    assert with_whole_gaps(lines) == lines
