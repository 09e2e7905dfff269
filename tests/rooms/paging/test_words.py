"""The words of a page: complete by themselves, one fact a line."""

from dataclasses import replace
from typing import Any

from runcard.domain.paging.words import Others, Situation, words_for
from runcard.domain.people.model import Way
from tests.rooms.cards import NIGHT

EMAIL = Way("email", "ada@fernway.example")
NIGHT_AT_THE_TILLS = Situation(
    name="INC-42", title="Stock lookups time out at every till", severity="SEV1", since=NIGHT,
    why_you="You are first on call.", link="https://rc.fernway.example/i/42",
    ack_link="https://rc.fernway.example/k/7Qm2", alerts=2, source="stock-db",
    ahead="If nobody acknowledges by 04:05, Bram O. is paged.",
    next_step="Say in the channel that you have it.",
    next_step_place="when-things-break.md, line 32", zone="Europe/Berlin",
)  # fmt: skip


def said(**parts: Any) -> str:
    return words_for(replace(NIGHT_AT_THE_TILLS, **parts), EMAIL, "key").body


def test_the_message_says_all_there_is_to_know() -> None:
    message = words_for(NIGHT_AT_THE_TILLS, EMAIL, "pg_1:1")
    assert message.title == (
        "[SEV1] INC-42 Stock lookups time out at every till, please acknowledge"
    )
    assert (
        message.body
        == """\
Stock lookups time out at every till
Since 04:00 CET.
2 alerts from stock-db.

Why you
  You are first on call.
  If nobody acknowledges by 04:05, Bram O. is paged.

Acknowledge
  https://rc.fernway.example/k/7Qm2
  Opens a page with a button. Opening it changes nothing.

Next step
  Say in the channel that you have it.
  when-things-break.md, line 32

Incident
  https://rc.fernway.example/i/42
"""
    )
    assert (message.to, message.key, message.urgent) == ("ada@fernway.example", "pg_1:1", True)
    assert (message.link, message.ack_link) == (
        NIGHT_AT_THE_TILLS.link, NIGHT_AT_THE_TILLS.ack_link
    )  # fmt: skip


def test_one_message_tells_several() -> None:
    lines = ("[SEV1] INC-43 Tills are dark", "[SEV2] INC-44 " + "Cameras " * 30)
    others = Others(lines, told=9, waiting=12, board="https://rc.fernway.example/")
    message = words_for(replace(NIGHT_AT_THE_TILLS, others=others), EMAIL, "key")
    assert message.title.endswith("at every till and 21 more, please acknowledge")
    assert (
        """
Also
  [SEV1] INC-43 Tills are dark
"""
        in message.body
    )
    assert "Cameras C…\n  and 7 more that this message tells\n" in message.body
    assert "  and 12 more, told in the next message\n  https://rc.fernway" in message.body
    assert "It acknowledges all 10 that this message tells." in message.body


def test_what_is_not_known_is_left_out() -> None:
    words = said(alerts=0, ahead=None, next_step=None, next_step_place=None, ack_link="")
    assert "alert" not in words
    assert "Next step" not in words
    assert "Acknowledge" not in words
    assert "\n\n\n" not in words


def test_a_provisional_severity_says_why() -> None:
    assert "Severity\n  SEV1 is provisional; confirm it.\n" in said(
        why_severity="SEV1 is provisional; confirm it."
    )


def test_one_alert_without_a_source_is_one_alert() -> None:
    assert "\n1 alert.\n" in said(alerts=1, source="")


def test_a_zone_nobody_knows_is_said_in_utc() -> None:
    assert "Since 03:00 UTC." in said(zone="Nowhere/At all")


def test_untrusted_words_stay_on_their_line() -> None:
    message = words_for(
        replace(NIGHT_AT_THE_TILLS, title="Disk\r\nBcc: all@fernway.example\x00"), EMAIL, "key"
    )
    assert message.title.count("\n") == 0
    assert message.body.splitlines()[0] == "Disk Bcc: all@fernway.example"


def test_a_long_title_is_cut_in_the_subject_and_whole_in_the_body() -> None:
    message = words_for(replace(NIGHT_AT_THE_TILLS, title="word " * 60), EMAIL, "key")
    assert len(message.title) < 170
    assert "…, please acknowledge" in message.title
    assert message.body.count("word") == 60


def test_a_link_is_never_broken() -> None:
    link = "https://rc.fernway.example/i/" + "x" * 120
    assert f"  {link}\n" in said(link=link)
