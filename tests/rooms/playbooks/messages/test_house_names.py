"""The name of whoever writes, in brackets at the head of a message, is nothing to fill in."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def asked(title: str, heads: tuple[str, ...], words: Vocabulary, said: str = "") -> list[str]:
    told = "\n\n".join(
        f"### Message {at}\n\n```\n{head}\n\nIt began at [time].\n```"
        for at, head in enumerate(heads, 1)
    )
    text = f"# {title}\n\n{said}\n\n## Message templates\n\n{told}\n"
    found = compile_playbook(text, words).templates
    return [one.token for template in found for one in template.placeholders]


@pytest.mark.parametrize(
    ("title", "head"),
    [("Incidents at Harbour Desk", "Subject: [Harbour Desk] No boats today"),
     ("Störungen – Teestube Nord", "[Teestube Nord] 🔧 Heute kein Tee"),
     ("Guía de incidentes: Casa Té", "**Asunto:** [Casa Té] Sin té"),
     ("障害対応 茶室", "【茶室】本日休業")],
)  # fmt: skip
def test_a_name_that_the_document_bears(title: str, head: str, words: Vocabulary) -> None:
    assert asked(title, (head,), words) == ["[time]"]


def test_a_name_that_is_said_elsewhere_or_again(words: Vocabulary) -> None:
    head = "Subject: [Harbour Desk] No boats"
    assert asked("Incidents", (head,), words, "Harbour Desk sells boats.") == ["[time]"]
    assert asked("Incidents", (head, f"{head} still"), words) == ["[time]", "[time]"]


@pytest.mark.parametrize(
    "head",
    ["Subject: [Service Name] No boats", "[Brief Description] of the trouble", "[Severity] alarm",
     "Subject: [boat] is away"],
)  # fmt: skip
def test_a_gap_is_one_wherever_it_stands(head: str, words: Vocabulary) -> None:
    token = head[head.index("[") : head.index("]") + 1]
    assert asked("Incidents", (head, head), words) == [token, "[time]", token, "[time]"]


def test_a_name_that_nobody_knows_stays_a_gap(words: Vocabulary) -> None:
    assert asked("Incidents", ("[Red Boat] is away",), words) == ["[Red Boat]", "[time]"]
