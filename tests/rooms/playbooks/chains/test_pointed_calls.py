"""An arrow from a case to a call is a rung; one to work, or from a name, is none."""

import pytest

from runcard.domain.playbooks.chains.pointed_calls import pointed_calls
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

Steps = list[tuple[str, str | None, int | None]]


def read(text: str, words: Vocabulary) -> list[Steps]:
    section = outline(f"## Escalation\n\n{text}").sections[-1]
    return [
        [(one.who, one.condition, one.after and one.after.seconds) for one in chain.steps]
        for chain in pointed_calls(section, words)
    ]


def test_a_case_leads_to_whoever_is_called(words: Vocabulary) -> None:
    text = (
        "- The wheel stands for 40 minutes → escalate to the miller.\n"
        "- Flour spoilt → escalate to the owner immediately.\n"
        "- The press is at the gate → inform Clerk and Owner.\n"
    )
    assert read(text, words) == [
        [
            ("miller", "The wheel stands for 40 minutes", 2400),
            ("owner", "Flour spoilt", 0),
            ("Clerk and Owner", "The press is at the gate", None),
        ]
    ]


def test_the_verb_may_stand_behind_the_name(words: Vocabulary) -> None:
    text = "1. Nach 30 Minuten keine Besserung => Müller anrufen\n2. Brand => Graf verständigen\n"
    assert read(text, words) == [
        [("Müller", "Nach 30 Minuten keine Besserung", 1800), ("Graf", "Brand", None)]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- The wheel stands → grease the axle\n- Flour spoilt → empty the bins\n",
        "- Clerk → Miller\n- Miller → Owner\n",
        "- [ ] Flood → call the miller\n- [ ] Fire → call the owner\n",
        "- Fire → call the owner\n- Keep the log\n",
    ],
)
def test_work_and_names_in_front_are_none(text: str, words: Vocabulary) -> None:
    assert read(text, words) == []


def test_such_cases_are_reasons_to_escalate_as_well(words: Vocabulary) -> None:
    text = (
        "# Mill\n\n## Escalation\n\n**Escalation triggers:**\n"
        "- The wheel stands for an hour → call the miller.\n- Fire → call the owner.\n"
    )
    found = compile_playbook(text, words)
    assert [one.line for one in found.triggers] == [6, 7]
    assert [[step.who for step in chain.steps] for chain in found.chains] == [["miller", "owner"]]
