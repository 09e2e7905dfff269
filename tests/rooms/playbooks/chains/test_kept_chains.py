"""Chains that are kept as data in a fence; what configures a tool escalates nothing."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import EscalationChain
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.tool_files import TOOL_FILES

BAKERY = """escalation_policy:
  name: nights
  levels:
    - level: 1
      targets: [night baker]
      timeout: 15 minutes
    - level: 2
      targets: [shift lead, head baker]
      timeout: 30 minutes
    - level: 3
      targets:
        - owner
"""
FERRY = """{
  "escalation": [
    { "step": 1, "notify": "Harbour master", "afterMinutes": 5 },
    { "step": 2, "notify": "Chief engineer", "afterMinutes": 20, "contact": "eng@ferry.example" }
  ]
}
"""
OFEN = """[eskalation.stufe_1]
wer = "Bereitschaft"

[eskalation.stufe_2]
wer = "Teamleitung"
nach = "15 Minuten"
"""


def chains(
    body: str, words: Vocabulary, heading: str = "House rules", lang: str = "yaml"
) -> tuple[EscalationChain, ...]:
    text = f"# Mill\n\n## {heading}\n\n```{lang}\n{body}```\n"
    return compile_playbook(text, words).chains


def rungs(chain: EscalationChain) -> list[tuple[str, int, str | None, int | None]]:
    return [
        (one.who, one.line, one.condition, one.after.seconds if one.after else None)
        for one in chain.steps
    ]


@pytest.mark.parametrize("heading", ["House rules", "Escalation"])
def test_a_record_for_each_rung(heading: str, words: Vocabulary) -> None:
    (chain,) = chains(BAKERY, words, heading)
    assert (chain.line, chain.ordered, chain.title) == (6, True, "escalation policy")
    assert rungs(chain) == [
        ("night baker", 10, "15 minutes", 900),
        ("shift lead, head baker", 13, "30 minutes", 1800),
        ("owner", 17, None, None),
    ]


def test_records_of_json_may_hold_the_unit_in_the_key(words: Vocabulary) -> None:
    (chain,) = chains(FERRY, words, lang="json")
    assert (chain.line, chain.ordered) == (7, True)
    assert rungs(chain) == [
        ("Harbour master", 8, "5 minutes", 300),
        ("Chief engineer", 9, "20 minutes", 1200),
    ]


def test_tables_of_toml_are_rungs_in_any_language(words: Vocabulary) -> None:
    (chain,) = chains(OFEN, words, lang="toml")
    assert rungs(chain) == [("Bereitschaft", 7, None, None), ("Teamleitung", 10, "15 Minuten", 900)]


def test_a_case_and_a_wait_have_a_key_each(words: Vocabulary) -> None:
    body = (
        "escalation:\n  - role: team lead\n    condition: nobody answers\n    delay_minutes: 15\n"
        "  - role: owner\n    condition: still down\n    delay_minutes: 45\n"
    )
    (chain,) = chains(body, words)
    assert rungs(chain) == [
        ("team lead", 7, "nobody answers", 900),
        ("owner", 10, "still down", 2700),
    ]


def test_names_in_turn_stand_in_a_list_for_all_or_for_each_level(words: Vocabulary) -> None:
    (chain,) = chains("call_chain:\n  - on-call engineer\n  - team lead (after 20 min)\n", words)
    assert [(one.who, one.line) for one in chain.steps] == [
        ("on-call engineer", 7),
        ("team lead", 8),
    ]
    body = "escalation:\n  SEV1: [on-call engineer, team lead, CTO]\n  SEV2: [desk, team lead]\n"
    first, second = chains(body, words)
    assert [(one.keys, len(one.steps)) for one in (first, second)] == [
        (("SEV1",), 3),
        (("SEV2",), 2),
    ]


def test_below_a_heading_about_it_the_whole_may_be_a_chain(words: Vocabulary) -> None:
    body = "on_call_engineer:\n  after: 5 min\nteam_lead:\n  after: 15 min\n"
    (chain,) = chains(body, words, "Escalation")
    assert [(one.who, one.after and one.after.seconds) for one in chain.steps] == [
        ("on call engineer", 300),
        ("team lead", 900),
    ]
    assert chains(body, words) == ()


@pytest.mark.parametrize("heading", ["Escalation", "House rules"])
@pytest.mark.parametrize("body", TOOL_FILES)
def test_what_configures_a_tool_escalates_nothing(
    body: str, heading: str, words: Vocabulary
) -> None:
    assert chains(body, words, heading) == ()
    inside = "".join(f"  {line}\n" for line in body.splitlines())
    assert chains(f"escalation:\n{inside}", words, heading) == ()


@pytest.mark.parametrize(
    "body",
    [
        "contacts:\n  - name: Ada\n    phone: 01632 960733\n  - name: Bo\n    phone: +49 1\n",
        "escalation_triggers:\n  - no till opens\n  - nobody can pay\n",
        "escalation:\n  - level: 1\n    phone: 01632 960733\n  - level: 2\n    phone: +49 1\n",
        "ovens:\n  - level: 1\n    heat: 15 min\n  - level: 2\n    heat: 30 min\n",
    ],
)
def test_other_data_is_no_chain(body: str, words: Vocabulary) -> None:
    assert chains(body, words) == ()


def test_whom_a_level_escalates_to_stands_with_the_level(words: Vocabulary) -> None:
    body = "levels:\n  P1:\n    escalation: [mate, owner]\n  P2:\n    escalation: [mate, desk]\n"
    found = compile_playbook(f"# Mill\n\n## Severity\n\n```yaml\n{body}```\n", words)
    assert found.chains == ()
    assert [one.text for one in found.severities[0].escalation] == ["mate", "owner"]
