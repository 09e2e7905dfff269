"""A change of layout loses no word."""

from runcard.domain.playbooks.writing.edits import Edit, applied, edit


def test_a_change_that_would_lose_or_gain_a_word_is_none() -> None:
    assert edit(["a b"], {1: ("a",)}) is None
    assert edit(["a"], {1: ("a b",)}) is None
    assert edit(["a"], {1: ("a",)}) is None


def test_a_line_may_become_several_or_none() -> None:
    one = edit(["Title", "====", "x"], {1: ("# Title", ""), 2: ()})
    assert one == Edit({1: ("# Title", ""), 2: ()})
    assert applied(["Title", "====", "x", "", ""], [one]) == "# Title\n\nx\n"
