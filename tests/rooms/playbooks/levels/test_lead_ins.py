"""A list below the table of levels adds what the line above it names, and defines nothing anew."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary

TABLE = (
    "# Tea\n\n## Severity levels\n\n| Level | What | Response |\n|---|---|---|\n"
    "| P1 | no tea | 5 min |\n| P2 | weak tea | 1 h |\n\n"
)


def levels(body: str, words: Vocabulary) -> tuple[Severity, ...]:
    return compile_playbook(TABLE + body, words).severities


@pytest.mark.parametrize(
    "label", ["**Who is told:**", "Informiert werden:", "Quién es informado:", "通知対象："]
)
def test_who_is_told_below_a_label(label: str, words: Vocabulary) -> None:
    found = levels(f"{label}\n\n- P1: the guests\n- P2: the cook\n", words)
    assert [one.communication and one.communication.text for one in found] == [
        "the guests",
        "the cook",
    ]
    assert [one.definition and one.definition.text for one in found] == ["no tea", "weak tea"]


def test_rhythms_and_repairs_below_labels(words: Vocabulary) -> None:
    found = levels(
        "Updates:\n\n- P1: every 20 minutes\n- P2: daily\n\n"
        "Resolve within:\n\n- P1: 2 hours\n- P2: 1 day\n",
        words,
    )
    assert [one.cadence and one.cadence.seconds for one in found] == [1200, 86400]
    assert [one.resolution and one.resolution.seconds for one in found] == [7200, 86400]
    assert [one.response and one.response.seconds for one in found] == [300, 3600]
