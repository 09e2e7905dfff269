"""Lines that an editor broke at its margin."""

import pytest

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.soft_breaks import with_whole_sentences


def put_together(said: str) -> list[tuple[str, int, int | None]]:
    lines = [Text(text, number) for number, text in enumerate(said.split("\n"), 1)]
    return [(one.text, one.line, one.end_line) for one in with_whole_sentences(lines)]


def test_a_sentence_stands_whole_where_it_begins() -> None:
    said = (
        "The night cook calls the owner of the mill, who is at the ovens within ten\n"
        "minutes. Nobody else touches the flour before that."
    )
    assert put_together(said) == [
        (
            "The night cook calls the owner of the mill, who is at the ovens within ten minutes.",
            1,
            2,
        ),
        ("Nobody else touches the flour before that.", 2, None),
    ]


TORN = """The message to all beekeepers of the valley ([how many of the hives are hit
and where]) goes out at once.

Queens are marked in the colour of their year, as the breeders do (e.g. white,
yellow, e.g. red) in May."""
ON_PURPOSE = """Keeper: somebody who has held the key of the smoke house for more than a year
Last weighed: Tuesday

The scale of the dairy is read each morning before anybody opens the big door.
The cheese is turned after that.

The scale of the dairy is read each morning
by whoever opens the big heavy door of the old barn at the foot of the hill.

Salt
Pepper and whatever else
is at hand

One entry after the other is written into the ledger of the mill by the master
- and none is struck out"""


@pytest.mark.parametrize("said", TORN.split("\n\n"))
def test_no_bracket_is_torn_apart(said: str) -> None:
    assert put_together(said) == [(said.replace("\n", " "), 1, 2)]


@pytest.mark.parametrize("said", ON_PURPOSE.split("\n\n"))
def test_what_was_broken_on_purpose_stays_broken(said: str) -> None:
    assert [one[0] for one in put_together(said)] == said.split("\n")
