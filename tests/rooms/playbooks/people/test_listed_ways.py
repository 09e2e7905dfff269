"""Ways to one place, listed in the middle of anything."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def labels(body: str, words: Vocabulary) -> list[str]:
    text = f"# Mill\n\n## Notification of the water office (within 72 hours)\n\n{body}"
    return [one.label for one in compile_playbook(text, words).contacts]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "1. What broke\n\n**How to send it:**\n\n- Email: post@water.fm\n"
                "- Post: Dam Street 1\n- Online form: https://water.fm/form (if open)\n"
            ),
            ["Email", "Online form"],
        ),
        (
            "- **Telefon:** 01632 960 733\n- **Portal:** https://water.fm\n",
            ["Telefon", "Portal"],
        ),
        ("* Courriel : eau@water.fm\n* Site : https://water.fm\n", ["Courriel", "Site"]),
    ],
)
def test_ways_below_each_other_are_contacts(
    body: str, expected: list[str], words: Vocabulary
) -> None:
    assert labels(body, words) == expected


def test_pages_alone_and_gaps_are_none(words: Vocabulary) -> None:
    assert labels("- Form: https://water.fm/a\n- Law: https://water.fm/b\n", words) == []
    assert labels("- Email: [address]\n- Name: [name]\n", words) == []


WAYS_IN = "## How the crew talks\n\n```\n{}\n\nHow often:\n- Captain: by hand\n```\n"


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (
            "Chat: #lock-gate\nMail: gate@lock.org\nBridge line: [room of the day]",
            [("Chat", "chat"), ("Mail", "email"), ("Bridge line", "none")],
        ),
        (
            "Telefon: 01632 960 733\nWebsite: https://lock.org (bald)",
            [("Telefon", "phone"), ("Website", "url")],
        ),
    ],
)
def test_a_fence_that_begins_with_ways_leads_to_somebody(
    opening: str, expected: list[tuple[str, str]], words: Vocabulary
) -> None:
    found = compile_playbook(f"# Lock\n\n{WAYS_IN.format(opening)}", words).contacts
    assert [(one.label, one.kind) for one in found] == expected


@pytest.mark.parametrize(
    "opening",
    [
        "Mail: gate@lock.org\nSubject: The gate is shut\nPhone: 01632 960 733",
        "From: gate@lock.org\nReply to: crew@lock.org",
        "Mail: [address]\nPhone: [number]\nMail: gate@lock.org",
        "Chat: #lock-gate\nMail: by the captain only",
    ],
)
def test_a_fence_that_begins_with_a_letter_or_gaps_does_not(
    opening: str, words: Vocabulary
) -> None:
    assert compile_playbook(f"# Lock\n\n{WAYS_IN.format(opening)}", words).contacts == ()


@pytest.mark.parametrize(
    ("title", "listed", "labels"),
    [
        (
            "Internal Communication",
            "- **Slack:** `#sluice` room\n- **Email:** gate@lock.example\n- **Phone:** [number]\n",
            ["Slack", "Email", "Phone"],
        ),
        (
            "Kommunikation im Haus",
            "- Chat: #schleuse\n- Telefon: Liste am Tor\n- E-Mail: tor@schleuse.example\n",
            ["Chat", "Telefon", "E-Mail"],
        ),
        # How it is told, and not where: one way leads somewhere; or entries of other names.
        (
            "Customer communication",
            "- **Email:** to all who wait\n- **Phone:** boats in the lock\n- **Chat:** #sluice\n",
            [],
        ),
        (
            "Internal Communication",
            "- **Slack:** #sluice\n- **Tone:** calm\n- **Chat:** #gate\n- **Length:** short\n",
            [],
        ),
    ],
)
def test_how_people_are_told_is_a_list_of_ways(
    title: str, listed: str, labels: list[str], words: Vocabulary
) -> None:
    found = compile_playbook(f"# Lock\n\nBoats.\n\n## {title}\n\n{listed}", words).contacts
    assert [one.label for one in found] == labels
