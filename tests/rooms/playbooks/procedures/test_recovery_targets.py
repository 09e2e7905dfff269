"""Recovery times in a chapter of their own reach the runbook that has the same name."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Runbook
from runcard.domain.playbooks.vocabulary import Vocabulary

WORK = "```sh\nkettlectl boil\n```\n"


def the_runbook(targets: str, words: Vocabulary, body: str = "") -> Runbook:
    runbook = f"## Runbooks\n\n### Scenario 2: Kettle cold (P1)\n\n{body}{WORK}"
    (book,) = compile_playbook(
        f"# Tea\n\n{runbook}\n## Back in time\n\n{targets}\n", words
    ).runbooks
    return book


@pytest.mark.parametrize(
    "targets",
    ["| Scenario | RTO | RPO |\n|---|---|---|\n| Kettle cold | 30 min | 5 min |",
     "| What | RPO | RTO |\n|---|---|---|\n| kettle cold | 5 min | 30 min |",
     "| Trouble | Time | May be lost |\n|---|---|---|\n| Kettle cold | 30 min | 5 min |",
     "| Panne | Reprise | Perte |\n|---|---|---|\n| Kettle cold | 30 min | 5 min |",
     "- **Kettle cold**: RTO 30 minutes, RPO 5 minutes"],
)  # fmt: skip
def test_by_its_name(targets: str, words: Vocabulary) -> None:
    book = the_runbook(targets, words)
    assert [one.time.seconds for one in book.rto] == [1800]
    assert book.rpo is not None
    assert book.rpo.seconds == 300


def test_another_name_is_another_thing(words: Vocabulary) -> None:
    book = the_runbook("| Scenario | RTO |\n|---|---|\n| Kettle lost | 1 h |", words)
    assert book.rto == ()


def test_its_own_time_counts_first(words: Vocabulary) -> None:
    table = "| Scenario | RTO |\n|---|---|\n| Kettle cold | 1 h |"
    book = the_runbook(table, words, body="**RTO**: 5 minutes\n\n")
    assert [one.time.seconds for one in book.rto] == [300]


def test_two_columns_of_times_do_not_tell_which_is_meant(words: Vocabulary) -> None:
    table = (
        "| Trouble | First | Then | Loss |\n|---|---|---|---|\n| Kettle cold | 5 min | 1 h | 0 |"
    )
    book = the_runbook(table, words)
    assert book.rto == ()
    assert book.rpo is not None
    assert book.rpo.seconds == 0
