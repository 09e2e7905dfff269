"""Channels below a label of their own, the only one in a list, and the file of contacts."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

Told = list[tuple[str, str, str]]


def contacts(text: str, words: Vocabulary) -> Told:
    found = compile_playbook(f"# Mill\n\n{text}", words).contacts
    return [(one.label, one.kind, one.value) for one in found]


@pytest.mark.parametrize(
    "label",
    ["Notification channels", "Canais de notificação", "Meldewege", "Canaux de notification",
     "通知渠道"],
)  # fmt: skip
def test_a_list_below_a_label_for_channels(label: str, words: Vocabulary) -> None:
    text = f"## Phase 1: Look\n\n**{label}:**\n\n- Lead: `<LEAD_PHONE>`\n- Guild: #guild\n"
    assert contacts(text, words) == [
        ("Lead", "phone", "`<LEAD_PHONE>`"),
        ("Guild", "chat", "#guild"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "**Channels to dredge:**\n\n- North: two days\n- South: a week\n",
        "**Tools:**\n\n- Lead: `<LEAD_PHONE>`\n- Guild: the hall\n",
    ],
)
def test_other_lists_of_a_phase_are_none(body: str, words: Vocabulary) -> None:
    assert contacts(f"## Phase 1: Look\n\n{body}", words) == []


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("- Slack channel: #sluice", [("Slack channel", "chat", "#sluice")]),
        ("- Mill chat: `#sluice`", [("Mill chat", "chat", "`#sluice`")]),
        ("- Chat: #sluice", []),
        ("- Slack channel: the one of the case", []),
        ("- Pace: hourly, see #sluice for it", []),
    ],
)
def test_the_only_channel_of_internal_messages(entry: str, told: Told, words: Vocabulary) -> None:
    text = f"## Communication\n\n### Internal communication\n\n{entry}\n- Tell them hourly\n"
    assert contacts(text, words) == told


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("- **Contacts:** HANDS.md", [("Contacts", "pointer", "HANDS.md")]),
        ("- Kontakte: docs/leute.md", [("Kontakte", "pointer", "docs/leute.md")]),
        ("- **Contacts:** ask around", []),
        ("- **Plans:** PLANS.md", []),
    ],
)
def test_a_file_of_contacts_is_where_to_look(entry: str, told: Told, words: Vocabulary) -> None:
    assert contacts(f"## Tools\n\n- **Board:** by the door\n{entry}\n", words) == told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "## Tools\n\n### Communication\n\n- Weir room: #weir\n- News: #weir-news\n",
            [("Weir room", "chat", "#weir"), ("News", "chat", "#weir-news")],
        ),
        (
            "## Kommunikation\n\n- Störungskanal: #wehr\n- Meldungen: #wehr-neues\n",
            [("Störungskanal", "chat", "#wehr"), ("Meldungen", "chat", "#wehr-neues")],
        ),
        ("## Communication\n\n- News: #weir-news\n- Guild: a letter every day\n", []),
        ("## Communication\n\n- Slack: #weir\n- Guild: #guild\n", []),
    ],
)
def test_a_list_of_channels_and_nothing_else(text: str, found: Told, words: Vocabulary) -> None:
    assert contacts(text, words) == found
