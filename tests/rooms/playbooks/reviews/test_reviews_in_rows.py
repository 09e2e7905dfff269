"""Reviews that are one row of a table in a chapter of another name."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

HEAD = "# Kiln\n\n## Severity levels\n\n- **P1**: all\n- **P2**: some\n\n## Steps\n\n"
STEPS = "| Step | Task | Who | Time |\n|---|---|---|---|\n| 1 | Call | lead | < 5 min |\n"
FRIST = "| Schritt | Aufgabe | Frist |\n|---|---|---|\n"
WHEN = "| When | What |\n|---|---|\n| 0-5 min | Call |\n"
DUTY = "| Role | Duty |\n|---|---|\n"


@pytest.mark.parametrize(
    ("table", "due"),
    [(STEPS + "| 2 | **Post-mortem**: book within 24 hours | lead | < 72 hours |", [86400, 259200]),
     (FRIST + "| 1 | Nachbesprechung abhalten | 4 Tage |", [345600]),
     (WHEN + "| Within 48h | Post-mortem meeting |", [172800]),
     (DUTY + "| Potter | Leads; owns the post-mortem within 3 days |", [259200]),
     ("| Measure | Target |\n|---|---|\n| Post-mortem completion | 9 days |", [777600]),
     # What is kept for one, how long one lasts, how often one is held, what may be left.
     (STEPS + "| 2 | Keep the ashes for the post-mortem | lead | < 2 days |", []),
     (STEPS + "| 2 | Post-mortem | all | 60 min |", []),
     ("| Meeting | Rhythm |\n|---|---|\n| Post-mortem round | every 14 days |", []),
     (STEPS + "| 2 | Post-mortem (optional) | lead | 3 days |", []),
     (WHEN + "| T+24h | Preliminary incident report to the guild |", [])],
)  # fmt: skip
def test_a_row_says_by_when_the_review_is_due(
    table: str, due: list[int], words: Vocabulary
) -> None:
    found = compile_playbook(f"{HEAD}{table}\n", words).review.deadlines
    assert [one.within.seconds for one in found if not one.optional] == due


@pytest.mark.parametrize(
    ("heading", "keys"),
    [("P1 – the kiln burns", ("P1",)), ("P2 – a crack", ("P2",)), ("Steps of the yard", ()),
     ("Glazes", ())],
)  # fmt: skip
def test_a_row_below_a_level_is_about_that_level(
    heading: str, keys: tuple[str, ...], words: Vocabulary
) -> None:
    levels = HEAD.removesuffix("## Steps\n\n")
    page = f"{levels}### {heading}\n\n{STEPS}| 2 | Post-mortem | lead | 3 days |\n"
    (found,) = compile_playbook(page, words).review.deadlines
    assert found.keys == keys
