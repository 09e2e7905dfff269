"""What counts as an annotation, and where it is looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.domain.playbooks.annotations import Subject, annotations_in, written
from runcard.domain.playbooks.nouns.appendix import FencedBlock, FenceKind


def read(text: str) -> list[tuple[Subject | None, str, str]]:
    return [(one.subject, one.of, one.value) for one in annotations_in(text.split("\n"))]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("cadence P1 = 30 min", (Subject.CADENCE, "P1", "30 min")),
        ("external cadence P1 = 1 hour", (Subject.EXTERNAL_CADENCE, "P1", "1 hour")),
        ("severity order = P1, P2", (Subject.SEVERITY_ORDER, "", "P1, P2")),
        ('moment "First notice" = initial', (Subject.MOMENT, "First notice", "initial")),
        ("placeholder [Kunde] = services", (Subject.PLACEHOLDER, "[Kunde]", "services")),
        ("phase 2. Umschalten = mitigate", (Subject.PHASE, "2. Umschalten", "mitigate")),
        ("zone = Europe/Berlin", (Subject.ZONE, "", "Europe/Berlin")),
    ],
)
def test_a_comment_is_a_subject_of_whom_and_a_value(
    said: str, found: tuple[Subject, str, str]
) -> None:
    assert read(f"<!-- runcard: {said} -->") == [found]


@pytest.mark.parametrize(
    "said",
    ["cadence = 30 min", "cadence P1", "cadence P1 =", "cadences P1 = 30 min", "colour = red"],
)
def test_what_is_not_whole_is_kept_without_a_subject(said: str) -> None:
    assert read(f"<!-- runcard: {said} -->") == [(None, "", "")]


def test_the_front_matter_says_the_same_with_colons() -> None:
    ours = "runcard:\n  cadence P1: 30 min\n  # why not\n  - zone: UTC\n"
    text = f"---\ntitle: x\n{ours}owner: y\n  a: b\n---\n"
    assert read(text) == [(Subject.CADENCE, "P1", "30 min"), (Subject.ZONE, "", "UTC")]


def test_front_matter_that_does_not_end_is_none() -> None:
    assert read("---\nruncard:\n  zone: UTC\n") == []


def test_other_comments_and_suppressions_are_not_ours() -> None:
    assert read("<!-- runcard: ignore RC101 because we say so -->\n<!-- zone = UTC -->") == []


def test_an_example_in_fenced_text_settles_nothing() -> None:
    lines = ["```", "<!-- runcard: zone = UTC -->", "```"]
    fence = FencedBlock(1, 3, None, None, (), FenceKind.NOTE)
    assert annotations_in(lines, [fence]) == ()


@given(st.sampled_from(list(Subject)), st.from_regex(r"[A-Z]\w{0,8}", fullmatch=True))
def test_what_is_written_is_read_again(subject: Subject, value: str) -> None:
    whole = {Subject.SEVERITY_ORDER, Subject.CHAIN, Subject.ZONE, Subject.MONITORING}
    of = "" if subject in whole else "P1"
    assert read(written(subject, of, value)) == [(subject, of, value)]


@given(st.lists(st.text(alphabet='<!- >runcad:=;"P1\x00\u202e'), max_size=4))
def test_no_line_is_too_odd_to_read(lines: list[str]) -> None:
    assert len(annotations_in(["<!-- runcard: " + line for line in lines])) <= len(lines)
