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
    ("fix", "count"),
    [("**Fix:**", 1), ("**Behebung**", 1), ("**Fix:** wait for noon.", 3), ("Tea is hot.", 3)],
)
def test_cases_below_the_bare_name_of_a_part_are_ways_of_doing_it(
    fix: str, count: int, words: Vocabulary
) -> None:
    cases = "".join(f"#### If the {one} is cold\n\n{STEPS}" for one in ("lid", "coil"))
    body = f"## Runbooks\n\n### No tea\n\n**Look:**\n\n- The cup\n\n{fix}\n\n{cases}"
    assert len(titles(body, words)) == count


RUN = "```sh\nkettlectl stop --all\n```\n\n"
ALSO = f"## Lid stuck\n\n{STEPS}## Coil broken\n\n{STEPS}"


@pytest.mark.parametrize(
    ("heads", "more"),
    [(("Option A: by hand", "Option B: by wire", "Back to normal"), []),
     (("Variante 1 – von Hand", "Variante 2 – per Draht"), []),
     (("Option A: by hand", "By wire"), ["Option A: by hand", "By wire"]),
     (("By hand", "By wire"), ["By hand", "By wire"])],
)  # fmt: skip
def test_options_below_a_runbook_and_what_stands_beside_them_are_ways_of_it(
    heads: tuple[str, ...], more: list[str], words: Vocabulary
) -> None:
    """One option alone is none, and has the same right as what stands beside it."""
    below = "".join(f"### {head}\n\n{RUN}" for head in heads)
    body = f"## Kettle too hot\n\n{below}{ALSO}"
    assert titles(body, words) == ["Kettle too hot", *more, "Lid stuck", "Coil broken"]
