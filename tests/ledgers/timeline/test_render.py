"""An entry reads as one plain sentence, in the words of people."""

from datetime import UTC, datetime

import pytest

from runcard.ledgers.timeline.model import Entry, Event, PageFailed, PageSent
from runcard.ledgers.timeline.render import WORDS, sentence, way_in_words, word


def entry(event: Event) -> Entry:
    return Entry("inc_1", 1, datetime(2026, 11, 21, 3, tzinfo=UTC), "runcard", event, "")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("dev_phone", "dev phone"), ("email", "e-mail"), ("webhook", "webhook"),
        ("console", "console"), ("their_own_pager", "their own pager"),
    ],
)  # fmt: skip
def test_a_way_is_named_as_people_say_it(kind: str, said: str) -> None:
    assert way_in_words(kind) == said


def test_a_page_says_by_which_way_it_went() -> None:
    assert (
        sentence(entry(PageSent("pg_1", "Ada K.", "dev_phone", 1))) == "Ada K. paged by dev phone"
    )
    again = entry(PageSent("pg_1", "Ada K.", "email", 2))
    assert sentence(again) == "Ada K. paged by e-mail, try 2"
    failed = entry(PageFailed("pg_1", "Ada K.", "email", "mailbox full", "the webhook is next"))
    assert sentence(failed) == "Ada K. not reached by e-mail: mailbox full; the webhook is next"


def test_every_kind_of_entry_has_a_word() -> None:
    assert set(WORDS) == set(Event.__args__)
    assert word(entry(PageSent("pg_1", "Ada K.", "email", 1))) == "Page"
