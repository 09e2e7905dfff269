"""Levels that are kept as data in a fence; what configures a tool holds none."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity, TimeValue
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.tool_files import TOOL_FILES

BAKERY = """severity_levels:
  SEV1:
    description: >-
      All tills are dead
    response_time: 15 minutes  # day and night
    update_frequency: every 30 minutes
    notify: [shift lead, head baker]
    examples:
      - no till opens
      - nobody can pay
  SEV2:
    description: One till is dead
    response_time: 1 hour
    update_frequency: every 2 hours
    notify: [shift lead]
    examples: [a till asks for a key]
"""
FERRY = """[
  {
    "id": "P1",
    "name": "Critical",
    "criteria": "The ferry cannot sail",
    "ackMinutes": 5,
    "resolutionHours": 4,
    "escalateTo": ["harbour master", "owner"]
  }, {
    "id": "P2",
    "name": "High",
    "criteria": "The ferry sails late",
    "ackMinutes": 15,
    "resolutionHours": 24,
    "escalateTo": ["harbour master"]
  }
]
"""
OFEN = """[schweregrade.p1]
beschreibung = "Kein Ofen heizt"
reaktionszeit = "10 Minuten"
meldeintervall = "alle 30 Minuten"

[schweregrade.p2]
beschreibung = "Ein Ofen heizt nicht"
reaktionszeit = "1 Stunde"
meldeintervall = "alle 2 Stunden"
"""


def levels(
    body: str, words: Vocabulary, heading: str = "House rules", lang: str = "yaml"
) -> tuple[Severity, ...]:
    text = f"# Mill\n\n## {heading}\n\n```{lang}\n{body}```\n"
    return compile_playbook(text, words).severities


def told(time: TimeValue | None) -> tuple[int, int | None] | None:
    return time and (time.line, time.seconds)


def test_a_key_for_each_level_holds_what_it_promises(words: Vocabulary) -> None:
    first, second = levels(BAKERY, words)
    assert (first.key, first.line, second.key, second.line) == ("SEV1", 7, "SEV2", 16)
    assert first.definition is not None
    assert (first.definition.text, first.definition.line) == ("All tills are dead", 9)
    assert [told(first.response), told(first.cadence)] == [(10, 900), (11, 1800)]
    assert [told(second.response), told(second.cadence)] == [(18, 3600), (19, 7200)]
    assert [(one.text, one.line) for one in first.examples] == [
        ("no till opens", 14),
        ("nobody can pay", 15),
    ]
    assert [one.text for one in second.examples] == ["a till asks for a key"]
    assert [one.communication and one.communication.text for one in (first, second)] == [
        "shift lead, head baker",
        "shift lead",
    ]


def test_records_are_levels_and_their_keys_may_hold_the_unit(words: Vocabulary) -> None:
    first, second = levels(FERRY, words, "How bad is it", "json")
    assert [(one.key, one.name, one.line) for one in (first, second)] == [
        ("P1", "Critical", 8),
        ("P2", "High", 15),
    ]
    assert [told(first.acknowledge), told(first.resolution)] == [(11, 300), (12, 14400)]
    assert [told(second.acknowledge), told(second.resolution)] == [(18, 900), (19, 86400)]
    assert [one.text for one in first.escalation] == ["harbour master", "owner"]
    assert [one.text for one in second.escalation] == ["harbour master"]


@pytest.mark.parametrize(("lang", "body"), [("yaml", BAKERY), ("json", FERRY), ("toml", OFEN)])
def test_data_with_levels_is_no_message(lang: str, body: str, words: Vocabulary) -> None:
    text = f"# Mill\n\n## Severity\n\n```{lang}\n{body}```\n"
    assert compile_playbook(text, words).templates == ()


def test_tables_of_toml_are_levels_in_any_language(words: Vocabulary) -> None:
    first, second = levels(OFEN, words, "Hausregeln", "toml")
    assert [(one.key, one.line) for one in (first, second)] == [("p1", 6), ("p2", 11)]
    assert [told(first.response), told(first.cadence)] == [(8, 600), (9, 1800)]
    assert [told(second.response), told(second.cadence)] == [(13, 3600), (14, 7200)]
    assert second.definition is not None
    assert second.definition.text == "Ein Ofen heizt nicht"


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        (
            "yaml",
            "- level: 1\n  impact: no bread\n  response: 5m\n- level: 2\n  impact: no rolls\n",
        ),
        ("yaml", "- impact: no bread\n  level: SEV1\n- impact: no rolls\n  level: SEV2\n"),
        ("yaml", "SEV1: No bread leaves the oven\nSEV2: No rolls leave the oven\n"),
        ("json", '{"SEV1":{"impact":"no bread"},"SEV2":{"impact":"no rolls"}}\n'),
        ("toml", '[sev1]\nimpact = "no bread"\n[sev2]\nimpact = "no rolls"\n'),
    ],
)
def test_below_a_heading_about_them_any_form_will_do(
    lang: str, body: str, words: Vocabulary
) -> None:
    found = levels(body, words, "Severity levels", lang)
    assert len(found) == 2
    assert all(one.definition is not None for one in found)


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("yaml", "response_times:\n  P1: 10 minutes\n  P2: 2 hours\n"),
        ("json", '{\n  "P1": { "response": "10 min" },\n  "P2": { "response": "2 h" }\n}\n'),
    ],
)
def test_data_may_add_to_levels_that_stand_elsewhere(
    lang: str, body: str, words: Vocabulary
) -> None:
    table = "| Level | Meaning |\n|---|---|\n| P1 | all is dark |\n| P2 | some is dark |\n"
    text = f"# Light\n\n## Severity\n\n{table}\n## Promises\n\n```{lang}\n{body}```\n"
    found = compile_playbook(text, words)
    assert [one.line for one in found.severities] == [7, 8]
    assert [one.response and one.response.seconds for one in found.severities] == [600, 7200]


@pytest.mark.parametrize("heading", ["Severity levels", "Monitoring", "House rules"])
@pytest.mark.parametrize("body", TOOL_FILES)
def test_what_configures_a_tool_is_no_level(body: str, heading: str, words: Vocabulary) -> None:
    assert levels(body, words, heading) == ()


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Alarms", "thresholds:\n  critical: 95\n  high: 85\n  medium: 70\n"),
        ("Severity levels", "thresholds:\n  critical: 95\n  high: 85\n  medium: 70\n"),
        ("House rules", "ovens:\n  P1: the old one\n  P2: the new one\n"),
        ("House rules", "escalation:\n  levels:\n    - level: 1\n      who: Ada\n    - level: 2\n"),
        ("Severity levels", "alerts:\n  - severity: high\n    text: hot\n  - severity: low\n"),
        (
            "House rules",
            "- oven: 4\n  priority: P1\n  impact: cold\n- oven: 5\n  priority: P2\n  impact: hot\n",
        ),
        ("Severity levels", "ovens:\n  old:\n    impact: slow\n  P1:\n    impact: fast\n"),
    ],
)
def test_other_data_holds_no_levels(heading: str, body: str, words: Vocabulary) -> None:
    assert levels(body, words, heading) == ()


@pytest.mark.parametrize("lang", ["bash", "", "python"])
def test_other_fences_are_no_data(lang: str, words: Vocabulary) -> None:
    assert levels(BAKERY, words, lang=lang) == ()
