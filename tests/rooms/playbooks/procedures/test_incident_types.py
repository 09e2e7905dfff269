"""Sections about one kind of failure are known by what they hold, beside phases as well."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

COLD = "**Symptoms**\n\n- no steam\n\n**Fix**\n\n```sh\nkettlectl boil\n```\n"
POT = "**Diagnosis**\n\n```sh\npotctl show\n```\n\n**Repair**\n\n```sh\npotctl glue\n```\n"


def understood(text: str, words: Vocabulary) -> tuple[list[str], list[str]]:
    found = compile_playbook(f"# Tea room\n\n{text}", words)
    return [one.title for one in found.runbooks], [one.title for one in found.phases]


@pytest.mark.parametrize("heading", ["What to do", "Response", "Was zu tun ist", "Étapes"])
def test_sections_with_symptoms_are_no_phases(heading: str, words: Vocabulary) -> None:
    text = f"## {heading}\n\n### Kettle cold\n\n{COLD}\n### Pot cracked\n\n{POT}\n"
    assert understood(text, words) == (["Kettle cold", "Pot cracked"], [])


def test_a_restore_among_them_is_one_more(words: Vocabulary) -> None:
    restore = "```sh\npotctl restore\n```\n"
    text = f"## Response\n\n### Kettle cold\n\n{COLD}\n### Pot cracked\n\n{POT}\n"
    runbooks, _ = understood(f"{text}### Restore the archive\n\n{restore}", words)
    assert runbooks[-1] == "Restore the archive"


def test_runbooks_may_stand_beside_phases(words: Vocabulary) -> None:
    steps = "### Phase 1: Look\n\n- [ ] Look\n\n### Phase 2: Act\n\n- [ ] Act\n\n"
    text = f"## Response\n\n{steps}### Kettle cold\n\n{COLD}"
    assert understood(text, words) == (["Kettle cold"], ["Phase 1: Look", "Phase 2: Act"])


def test_indicators_without_anything_to_do_make_no_runbook(words: Vocabulary) -> None:
    text = "## Services\n\n### Kettle\n\n**Indicators:** hot in 99 % of the time.\n"
    assert understood(text, words) == ([], [])


def test_phases_with_checks_of_their_own_stay_phases(words: Vocabulary) -> None:
    text = (
        "## Response\n\n### Triage\n\n**Checks**\n\n- real?\n\n**Recovery**\n\n- boil\n\n"
        "### Containment\n\n- stop\n\n### Recovery\n\n- start\n"
    )
    assert understood(text, words) == ([], ["Triage", "Containment", "Recovery"])


def test_the_name_of_an_alert_and_work_make_a_runbook(words: Vocabulary) -> None:
    one = "**Alert:** `{name}`\n**Severity:** WARNING\n\n```sh\nvatctl status\n```\n"
    text = (
        f"# Brewery\n\n## Wort watch\n\n### Mash warm\n\n{one.format(name='MashTempHigh')}\n"
        f"### Foam\n\n{one.format(name='foam_level_high')}\n"
    )
    found = compile_playbook(text, words).runbooks
    assert [book.title for book in found] == ["Mash warm", "Foam"]
