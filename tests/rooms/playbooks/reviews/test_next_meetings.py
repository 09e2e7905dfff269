"""Reviews that are due by something that happens."""

from runcard.domain.playbooks.reviews.bindings import Remark
from runcard.domain.playbooks.reviews.next_meetings import event_of, week_after
from runcard.domain.playbooks.vocabulary import Vocabulary


def test_the_week_after(words: Vocabulary) -> None:
    found = week_after(Remark("Review in the week after.", 7, (), True), words)
    assert found is not None
    assert found.seconds == 604800


def test_the_next_meeting(words: Vocabulary) -> None:
    said = "The report is discussed in the next team meeting."
    found = event_of(Remark(said.replace("is discussed", "must be discussed"), 7, (), True), words)
    assert found is not None
    assert found.calendar == "event"
    assert event_of(Remark(said, 7, (), False), words) is None
