"""Headings that say when something is done are runbooks if something is done below them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

STEPS = "1. Lift the lid.\n2. Wipe the coil.\n\n"


def titles(body: str, words: Vocabulary) -> list[str]:
    return [book.title for book in compile_playbook(f"# Tea\n\n{body}", words).runbooks]


@pytest.mark.parametrize(
    ("first", "second"),
    [("What to do if the kettle is cold", "What to do if the lid is stuck"),
     ("Qué hacer si falla el hervidor", "Qué hacer si no hay té"),
     ("If the kettle is cold", "When the lid is stuck")],
)  # fmt: skip
def test_a_case_in_the_heading(first: str, second: str, words: Vocabulary) -> None:
    assert titles(f"## {first}\n\n{STEPS}## {second}\n\n{STEPS}", words) == [first, second]


@pytest.mark.parametrize(
    ("asks", "told"),
    [("When to doubt the thermometer", "When the kettle is too loud"),
     ("Quand faut-il vider la cuve", "Quand la cuve déborde")],
)  # fmt: skip
def test_a_heading_that_asks_for_the_case_tells_of_none(
    asks: str, told: str, words: Vocabulary
) -> None:
    assert titles(f"## {asks}\n\n{STEPS}## {told}\n\n{STEPS}", words) == [told]


@pytest.mark.parametrize(("above", "dots"), [("What to do when...", "..."), ("Que faire si…", "…")])
def test_a_case_that_goes_on_from_the_heading_above(
    above: str, dots: str, words: Vocabulary
) -> None:
    body = f"## {above}\n\n### {dots} the kettle is cold\n\n{STEPS}### {dots} it rains\n\n- Wait.\n"
    assert titles(body, words) == [f"{dots} the kettle is cold", f"{dots} it rains"]


def test_what_to_do_in_any_incident_is_no_case(words: Vocabulary) -> None:
    assert titles(f"## What to do\n\n{STEPS}", words) == []
    assert titles(f"## What to do first\n\n{STEPS}", words) == []


@pytest.mark.parametrize(
    ("course", "case"),
    [("What to do when the pager goes off", "What to do when the lid is off"),
     ("Qué hacer cuando suena el busca", "Qué hacer cuando suena la tapa")],
)  # fmt: skip
def test_what_to_do_when_the_alarm_comes_is_the_course_of_all(
    course: str, case: str, words: Vocabulary
) -> None:
    assert titles(f"## {course}\n\n{STEPS}## {case}\n\n{STEPS}", words) == [case]


@pytest.mark.parametrize(
    "when", ["When to use", "When to use it", "When it applies", "Wann das gilt", "Wann anwenden"]
)
def test_when_to_use_a_procedure_is_no_case_of_its_own(when: str, words: Vocabulary) -> None:
    """It is told of the heading above, which is the procedure; `When the lid is stuck` is one."""
    told = f"### {when}\n\n- Steam in the hall\n- A smell of gas\n\n"
    done = "### Steps\n\n```sh\nkettlectl stop --all\n```\n\n"
    assert titles(f"## 1. Closing the valves\n\n{told}{done}", words) == ["Closing the valves"]
    assert titles(f"## 1. Closing the valves\n\n{told}", words) == []
    assert titles(f"## Escalation\n\n{told}### Steps\n\n{STEPS}", words) == []
    assert titles(f"## Stops\n\n### When the lid is stuck\n\n{STEPS}", words) == [
        "When the lid is stuck"
    ]


@pytest.mark.parametrize(
    "fix",
    ["**Fix:**", "**Behebung**", "**Fix:** wait for noon.", "Tea is hot."],
)
def test_cases_below_a_runbook_are_ways_of_repairing_it(fix: str, words: Vocabulary) -> None:
    cases = "".join(f"#### If the {one} is cold\n\n{STEPS}" for one in ("lid", "coil"))
    body = f"## Runbooks\n\n### No tea\n\n**Look:**\n\n- The cup\n\n{fix}\n\n{cases}"
    assert titles(body, words) == ["No tea"]


RUN = "```sh\nkettlectl stop --all\n```\n\n"
ALSO = f"## Lid stuck\n\n{STEPS}## Coil broken\n\n{STEPS}"


@pytest.mark.parametrize(
    "heads",
    [("Option A: by hand", "Option B: by wire", "Back to normal"),
     ("Variante 1 – von Hand", "Variante 2 – per Draht"),
     ("Option A: by hand", "By wire"), ("By hand", "By wire")],
)  # fmt: skip
def test_what_stands_below_a_runbook_is_counted_there_and_nowhere_else(
    heads: tuple[str, ...], words: Vocabulary
) -> None:
    below = "".join(f"### {head}\n\n{RUN}" for head in heads)
    body = f"## Kettle too hot\n\n{below}{ALSO}"
    assert titles(body, words) == ["Kettle too hot", "Lid stuck", "Coil broken"]


@pytest.mark.parametrize("above", ["#### Repair\n\n", "#### Behebung\n\n", ""])
def test_cases_below_the_repair_of_a_runbook_are_no_runbooks(above: str, words: Vocabulary) -> None:
    cases = "".join(f"##### Case {one}: {one} torn\n\n{RUN}" for one in "AB")
    looked = f"## Runbooks\n\n### Tower: no light\n\n#### Diagnosis\n\n{STEPS}"
    assert titles(f"{looked}{above}{cases}", words) == ["Tower: no light"]


def test_scenarios_below_a_runbook_that_only_groups_them_stay(words: Vocabulary) -> None:
    body = "".join(f"#### Scenario {one}: no light\n\n{STEPS}" for one in (1, 2))
    assert titles(f"## Runbooks\n\n### Runbook: the tower\n\n{body}", words)[1:] == [
        "Scenario 1: no light",
        "Scenario 2: no light",
    ]
