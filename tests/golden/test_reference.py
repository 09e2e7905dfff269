"""The reference documents are understood as their truth says, and the account is printed."""

from pathlib import Path

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tools.accuracy import measured, report
from tools.tally import Tally

GOOD_ENOUGH = 0.98
OURS = Path(__file__).parent


def told(found: tuple[Tally, dict[str, Tally]]) -> str:
    whole, each = found
    return "\n".join([*whole.misses, *list(report(whole, each))[-len(each) - 1 :]])


def weak(whole: Tally, least: float) -> list[str]:
    return [f"{name} {one.f1:.3f}" for name, one in whole.sums() if one.is_used and one.f1 < least]


def test_the_reference_documents_are_understood_in_every_field(
    reference: Path, vocabulary: Vocabulary, capsys: pytest.CaptureFixture[str]
) -> None:
    found = measured(reference / "truth", reference / "playbooks", vocabulary)
    with capsys.disabled():
        print("\n" + told(found))
    whole, each = found
    assert len(each) == 5
    assert whole.misses == []


def test_the_second_set_is_understood_in_nearly_every_field(
    reference: Path, vocabulary: Vocabulary, capsys: pytest.CaptureFixture[str]
) -> None:
    if not (reference / "truth" / "more").is_dir():
        pytest.skip(f"no second set: {reference}/truth/more is not there")
    found = measured(reference / "truth" / "more", reference / "playbooks" / "more", vocabulary)
    with capsys.disabled():
        print("\n" + told(found))
    assert weak(found[0], GOOD_ENOUGH) == []


def test_our_own_documents_are_understood_as_their_truth_says(
    vocabulary: Vocabulary, capsys: pytest.CaptureFixture[str]
) -> None:
    if not (OURS / "truth").is_dir():
        pytest.skip("no truth files of our own: tests/golden/truth is not there")
    found = measured(OURS / "truth", OURS / "playbooks", vocabulary)
    with capsys.disabled():
        print("\n" + told(found))
    assert weak(found[0], 0.95) == []
