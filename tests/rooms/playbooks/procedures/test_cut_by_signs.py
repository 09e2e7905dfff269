"""Chapters that each tell their signs under a heading, and what is done, are kinds of trouble."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

CASE = "## {title}\n\n### {signs}\n\nThe dial shows 0.\n\n### {deed}\n\n{work}\n\n"


@pytest.mark.parametrize(
    ("signs", "deed", "work", "are_cases"),
    [("Síntoma", "Acción", "1. Encender", True), ("Symptome", "Ablauf", "1. Anzünden", True),
     ("Symptoms", "Timeline", "**T+0 (bell)**\n\n```\n1. Stop the wheel\n2. Ask\n```", True),
     ("症状", "时间线", "1. 点火", True), ("Shape", "Timeline", "1. Draw", False),
     ("Symptoms", "Remarks", "Nobody knows.", False)],
)  # fmt: skip
def test_signs_and_work_below_each(
    signs: str, deed: str, work: str, are_cases: bool, words: Vocabulary
) -> None:
    titles = ["1. Cold boiler", "2. Rope worn"]
    told = (CASE.format(title=one, signs=signs, deed=deed, work=work) for one in titles)
    found = compile_playbook("# Ferry\n\n" + "".join(told), words)
    assert len(found.runbooks) == (2 if are_cases else 0)
    assert not are_cases or found.phases == ()


def test_levels_in_front_of_their_names_are_those_of_the_troubles(words: Vocabulary) -> None:
    rows = "| HIGH | 1 hour |\n| LOW | 1 day |\n\n"
    levels = f"## Severity levels\n\n| Severity | Response time |\n|---|---|\n{rows}"
    told = "".join(
        CASE.format(title=one, signs="Symptoms", deed="Action", work="1. Look")
        for one in ("HIGH: Cold boiler", "LOW: Rope worn")
    )
    found = compile_playbook(f"# Ferry\n\n{levels}{told}", words)
    assert [one.severity for one in found.runbooks] == ["HIGH", "LOW"]
