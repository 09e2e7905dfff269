"""Recovery times and losses, in the forms in which runbooks state them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

WORK = "```sh\nkettlectl boil\n```\n"


def times(body: str, words: Vocabulary) -> tuple[list[int | None], int | None]:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{WORK}\n{body}\n"
    (book,) = compile_playbook(text, words).runbooks
    rpo = book.rpo.seconds if book.rpo else None
    return [one.time.seconds for one in book.rto], rpo


@pytest.mark.parametrize(
    ("body", "found"),
    [("Expected duration: 90 minutes. Up to 15 minutes of orders can be lost.", ([5400], 900)),
     ("Recovery time objective: 2 hours. Recovery point objective: 24 hours.", ([7200], 86400)),
     ("| Objective | Value |\n|---|---|\n| RTO | 15 minutes |\n| RPO | 0 |", ([900], 0)),
     ("| RTO | RPO |\n|---|---|\n| 2 h | 1 day |", ([7200], 86400)),
     ("Dauer: 25 Minuten. Datenverlust: keiner.", ([1500], 0)),
     ("Jusqu'à 10 minutes de messages peuvent être perdues.", ([], 600)),
     ("**RTO**: 5 min | **RPO**: 30 s", ([300], 30)),
     ("RTO: 4 h / RPO: 1 h", ([14400], 3600)), ("RTO < 8 hours; no data loss", ([28800], 0)),
     ("If more than 15 minutes are lost, call Ada.", ([], None)),
     ("Tea of the last hour is lost.", ([], None))],
)  # fmt: skip
def test_what_a_runbook_states(
    body: str, found: tuple[list[int | None], int | None], words: Vocabulary
) -> None:
    assert times(body, words) == found


def test_a_table_of_cases_gives_each_its_time(words: Vocabulary) -> None:
    table = "| Case | RTO |\n|---|---|\n| restart | 5 min |\n| restore | 1 h |"
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{WORK}\n{table}\n"
    (book,) = compile_playbook(text, words).runbooks
    assert [(one.case, one.time.seconds) for one in book.rto] == [
        ("restart", 300), ("restore", 3600),
    ]  # fmt: skip
