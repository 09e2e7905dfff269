"""Which questions a document raises about the world, and what their answers are worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Grade
from runcard.domain.playbooks.questions import (
    findings_from,
    host_of,
    program_of,
    questions,
)
from runcard.domain.playbooks.reality import Asks, Fails, Holds, Missing, Question, Unasked
from runcard.domain.playbooks.vocabulary import Vocabulary

DOCUMENT = """\
# Lighthouse

See [the board](https://lamp.lighthouse.io/board), <https://lamp.lighthouse.io/board> again,
[an example](https://example.com/x), [a blank](https://[HOST]/x) and http://10.0.0.7:9090/graph.

## Escalation

1. **Keeper**
2. **Harbour master** (after 10 min)

## Runbook: Dark lamp

```bash
cd /srv
sudo systemctl restart lamp
LAMP=1 lampctl --status <host>
./own-script.sh
<tool> --now
systemctl status lamp
```
"""


def test_each_thing_is_asked_once_at_its_first_line(words: Vocabulary) -> None:
    asked = [
        (one.asks, one.subject, one.line) for one in questions(compile_playbook(DOCUMENT, words))
    ]
    assert asked == [
        (Asks.ADDRESS, "https://lamp.lighthouse.io/board", 3),
        (Asks.HOST, "lamp.lighthouse.io", 3),
        (Asks.ADDRESS, "http://10.0.0.7:9090/graph", 4),
        (Asks.PERSON, "Keeper", 8),
        (Asks.PERSON, "Harbour master", 9),
        (Asks.PROGRAM, "systemctl", 15),
        (Asks.PROGRAM, "lampctl", 16),
    ]


@pytest.mark.parametrize(
    "url",
    ["https://example.com/a", "https://a.example", "http://localhost/", "https://<host>/a",
     "https://grafana.XXX.io", "ftp://a.io", "https://$HOST/", "#anchor", "http://[::1",
     "https://"],
)  # fmt: skip
def test_examples_and_blanks_are_not_asked(url: str) -> None:
    assert host_of(url) is None


@pytest.mark.parametrize(
    ("command", "program"),
    [
        ("$ kubectl get pods", "kubectl"), ("sudo -E env A=b psql -c x", "psql"),
        ("export A=b", None), ("for x in a b; do", None), ("/usr/bin/x", None), ("", None),
        ("[tool] x", None),
    ],
)  # fmt: skip
def test_a_program_is_the_first_word_that_is_one(command: str, program: str | None) -> None:
    assert program_of(command) == program


@given(st.text(max_size=60))
def test_no_words_are_too_odd_to_ask_about(text: str) -> None:
    host = host_of(f"http://{text}")
    assert host is None or host.strip() == host != ""
    program = program_of(text)
    assert program is None or program in text


def test_answers_become_findings_with_a_code_each() -> None:
    host, page = Question(Asks.HOST, "a.io", 4), Question(Asks.ADDRESS, "https://a.io/x", 2)
    tool, keeper = Question(Asks.PROGRAM, "lampctl", 9), Question(Asks.PERSON, "Keeper", 7)
    found = findings_from([
        (host, Fails("no such name")), (page, Missing("it answers 404")), (tool, Fails("not here")),
        (keeper, Fails("nobody")), (Question(Asks.ADDRESS, "https://b.io", 3), Fails("refused")),
        (Question(Asks.PROGRAM, "ls", 1), Holds()),
    ])  # fmt: skip
    assert [(one.code, one.line) for one in found] == [
        ("RC903", 2), ("RC902", 3), ("RC901", 4), ("RC905", 7), ("RC904", 9),
    ]  # fmt: skip
    assert [one.code for one in found if one.grade is Grade.ERROR] == ["RC905"]


def test_what_was_not_asked_is_said_once_a_reason() -> None:
    late = Unasked("the time was over")
    found = findings_from([
        (Question(Asks.HOST, "b.io", 9), late), (Question(Asks.HOST, "a.io", 4), late),
        (Question(Asks.ADDRESS, "http://10.0.0.1/", 2), Unasked("a private network")),
    ])  # fmt: skip
    assert [one.line for one in found] == [2, 4]
    assert {one.code for one in found} == {"RC906"}
    assert "a.io and 1 more: the time was over" in found[1].message
