"""Casts and channels that are kept as data in a fence."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

NESTED = """
Night Lead:
  - Phone: 01632 960 733
  - Duties:
    - opens the sluice
    - rings the mayor
Log Keeper:
  - Phone: "[number]"
  - Duties:
    - writes down the levels
"""
RECORDS = """
team:
  - role: Night Lead
    phone: 01632 960 733
    duties:
      - opens the sluice
      - rings the mayor
  - role: Log Keeper
    phone: "[number]"
    duties:
      - writes down the levels
"""
KEYS = """
night_lead:
  phone: 01632 960 733
  duties:
    - opens the sluice
    - rings the mayor
# whoever is free
log_keeper:
  phone: [number]
  duties:
    - writes down the levels
"""
JSON = """
{
  "Night Lead": {
    "phone": "01632 960 733",
    "duties": [
      "opens the sluice",
      "rings the mayor"
    ]
  },
  "Log Keeper": {
    "phone": "[number]",
    "duties": [
      "writes down the levels"
    ]
  }
}
"""
TOML = """
[cast.night_lead]
phone = "01632 960 733"
duty = "opens the sluice"

[cast.log_keeper]
phone = "[number]"
duty = "writes down the levels"
"""
TOML_RECORDS = """
[[cast]]
role = "Night Lead"
phone = "01632 960 733"

[[cast]]
role = "Log Keeper"
phone = "[number]"
"""


def read(lang: str, body: str, words: Vocabulary, heading: str = "Roles") -> Playbook:
    return compile_playbook(f"# Dam\n\n## {heading}\n\n```{lang}{body}```\n", words)


@pytest.mark.parametrize(
    ("lang", "body", "lines", "duties"),
    [
        ("yaml", NESTED, [6, 11], [2, 1]),
        ("yml", RECORDS, [7, 12], [2, 1]),
        ("yaml", KEYS, [6, 12], [2, 1]),
        ("json", JSON, [7, 14], [2, 1]),
        ("toml", TOML, [6, 10], [0, 0]),
        ("toml", TOML_RECORDS, [7, 11], [0, 0]),
    ],
)
def test_each_record_is_a_role_with_its_duties_and_ways(
    lang: str, body: str, lines: list[int], duties: list[int], words: Vocabulary
) -> None:
    found = read(lang, body, words)
    assert [role.name.lower() for role in found.roles] == ["night lead", "log keeper"]
    assert [role.line for role in found.roles] == lines
    assert [len(role.duties) for role in found.roles] == duties
    reached = [(one.label.lower(), one.value, one.placeholder) for one in found.contacts]
    assert reached == [
        ("night lead", "01632 960 733", False),
        ("log keeper", "[number]", True),
    ]


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Roles", "\nsluice:\n  width: 4\n  depth: 2\nturbine:\n  width: 3\n"),
        ("Roles", "\nkind: ClusterRole\nname: reader\nrules:\n  - verbs: get\n"),
        ("Runbooks", NESTED),
        ("Settings", KEYS),
    ],
)
def test_settings_and_what_stands_elsewhere_are_no_cast(
    heading: str, body: str, words: Vocabulary
) -> None:
    assert read("yaml", body, words, heading).roles == ()


def test_a_cast_with_gaps_is_no_message(words: Vocabulary) -> None:
    assert read("yaml", NESTED, words).templates == ()


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("yaml", "\nWays:\n  - Slack: '#sluice'\n  - Email: gate@dam.example\n"),
        (
            "json",
            '\n{\n  "ways": {\n    "Slack": "#sluice",\n    "Email": "gate@dam.example"\n  }\n}\n',
        ),
        ("toml", '\n[ways]\nSlack = "#sluice"\nEmail = "gate@dam.example"\n'),
    ],
)
def test_channels_in_a_fence_are_read_as_their_list(
    lang: str, body: str, words: Vocabulary
) -> None:
    found = read(lang, body, words, "Communication channels").contacts
    assert [(one.label, one.value) for one in found] == [
        ("Slack", "#sluice"),
        ("Email", "gate@dam.example"),
    ]


@pytest.mark.parametrize(
    "body",
    ["\nWays:\n  - loud: voice\n  - soft: bell\n", "\nretries:\n  first: 3\n  last: 9\n"],
)
def test_data_that_leads_nowhere_is_no_channel(body: str, words: Vocabulary) -> None:
    assert read("yaml", body, words, "Communication channels").contacts == ()
