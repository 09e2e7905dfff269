"""Troubles below `Response procedures` or `Types of incidents` are runbooks, and no phases."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

ROWS = "| Step | Time | Action |\n|---|---|---|\n| 1 | 5 min | Stop it |\n| 2 | 1 h | Ring |\n"
TROUBLES = ("Wheel broken", "Lost keys", "Grain wet")


def understood(
    chapter: str, titles: tuple[str, ...], work: str, words: Vocabulary
) -> tuple[list[str], list[str]]:
    below = "".join(f"### {one}\n\n{work}\n\n" for one in titles)
    found = compile_playbook(f"# Mill book\n\n## {chapter}\n\n{below}", words)
    return [one.title for one in found.runbooks], [one.title for one in found.phases]


@pytest.mark.parametrize("chapter", ["Response procedures", "What to do when", "Troubleshooting",
                                     "Types of incidents", "Procédures de réponse"])  # fmt: skip
@pytest.mark.parametrize(
    "work",
    ["- Check the gate\n- Restart the wheel", "Stop the wheel at once. Then call the miller.",
     "1. Stop it\n2. Ring", ROWS, "**Action:** stop the wheel and call the miller."],
)  # fmt: skip
def test_each_is_a_case_however_its_work_is_told(
    chapter: str, work: str, words: Vocabulary
) -> None:
    assert understood(chapter, TROUBLES, work, words) == ([*TROUBLES], [])


def test_so_it_is_in_other_languages(words: Vocabulary) -> None:
    german = ("Mühlrad ausgefallen", "Schlüssel verloren", "Mehl nass")
    found = understood("Ablauf", german, "- Rad anhalten\n- Müller anrufen.", words)
    assert found == ([*german], [])
    chinese = ("水车故障", "钥匙丢失")
    assert understood("故障类型", chinese, "1. 停水车\n2. 打电话", words) == ([*chinese], [])


@pytest.mark.parametrize(
    "titles",
    [("Wheel broken", "Lost keys", "Containment", "Recovery"),
     ("Look at the wheel", "Ring the miller", "Wheel broken"),
     ("Phase 1: Wheel broken", "Phase 2: Lost keys", "Phase 3: Grain")],
)  # fmt: skip
def test_steps_of_a_course_stay_phases(titles: tuple[str, ...], words: Vocabulary) -> None:
    runbooks, phases = understood("Response procedures", titles, "1. Stop it\n2. Ring", words)
    assert (runbooks, phases) == ([], [*titles])


def test_kinds_that_are_only_named_are_none(words: Vocabulary) -> None:
    listed = "- Spokes\n- The hub"
    assert understood("Types of incidents", TROUBLES, listed, words) == ([], [])
    assert understood("Contacts", TROUBLES, "1. Stop it\n2. Ring", words)[0] == []
