"""Plain values, their places and their faults."""

from datetime import timedelta

import pytest

from runcard.domain.people.reading import Faults, Node, guess, kind_of
from runcard.kernel.errors import Invalid


def a_node(value: object, place: str = "here") -> Node:
    return Node(value, place, Faults())


def test_every_fault_is_told_in_one_sentence_each() -> None:
    faults = Faults()
    faults.raise_if_any("The file")
    faults.add("a.b", "is wrong")
    with pytest.raises(Invalid, match="The file has 1 fault:") as one:
        faults.raise_if_any("The file")
    faults.add("c", "is worse")
    with pytest.raises(Invalid) as two:
        faults.raise_if_any("The file")
    assert one.value.where == "a.b"
    assert two.value.message == "The file has 2 faults:\n  a.b: is wrong\n  c: is worse"


def test_a_word_that_is_nearly_right_is_guessed() -> None:
    assert guess("peple", ["team", "People"]) == "; did you mean People?"
    assert guess("xyz", ["team"]) == ""


def test_unknown_keys_are_refused_with_a_guess_or_with_what_is_known() -> None:
    node = a_node({"tem": 1, "qqq": 2, "team": "x"}, "")
    assert list(node.mapping(["team", "zone"])) == ["team"]
    assert node.faults.found == [
        ("tem", "is not a key we know; did you mean team?"),
        ("qqq", "is not a key we know; known here: team, zone"),
    ]
    inner = a_node({"qqq": 2})
    inner.mapping(["team"])
    assert inner.faults.found[0][0] == "here.qqq"


def test_what_is_no_mapping_is_a_fault() -> None:
    node = a_node(["a"])
    assert node.mapping() == {}
    assert node.faults.found == [("here", "should be a list of `key: value` lines, not a list")]
    top = a_node("words", "")
    top.mapping()
    assert top.faults.found[0][0] == "the file"


def test_one_value_is_a_list_of_one() -> None:
    assert a_node("ada").words() == ("ada",)
    assert a_node(None).words() == ()
    many = a_node(["ada", 7, 1.5, [], None, True, "  "])
    assert many.words() == ("ada", "7", "1.5")
    assert [place for place, _ in many.faults.found] == [f"here[{n}]" for n in (4, 5, 6, 7)]


def test_a_part_is_found_by_its_place() -> None:
    node = a_node({"a": 1}, "")
    assert (node.at("a").value, node.at("a").place) == (1, "a")
    assert node.at("b").is_absent
    assert a_node("x").at("a").place == "here.a"


@pytest.mark.parametrize(("said", "span"), [("5m", timedelta(minutes=5)), (None, None)])
def test_a_span_is_read(said: object, span: timedelta | None) -> None:
    assert a_node(said).span() == span


@pytest.mark.parametrize("said", ["soon", ["5m"]])
def test_a_span_nobody_can_read_is_a_fault(said: object) -> None:
    node = a_node(said)
    assert node.span() is None
    assert len(node.faults.found) == 1


@pytest.mark.parametrize(
    ("value", "said"),
    [(None, "nothing"), (True, "yes or no"), ("x", "words"), (" ", "nothing"), (1, "a number"),
     ({}, "`key: value` lines"), ([], "a list"), (object(), "that")],
)  # fmt: skip
def test_a_value_is_called_by_its_kind(value: object, said: str) -> None:
    assert kind_of(value) == said
