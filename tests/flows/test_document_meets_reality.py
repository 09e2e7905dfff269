"""Nothing is asked that was not allowed, and nothing after the time is over."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.reality import Allowed, Answer, Asks, Fails, Holds
from runcard.flows.document_meets_reality import Inquiry, document_meets_reality

DOCUMENT = """\
# Lighthouse

See https://lamp.lighthouse.io/board and https://fog.lighthouse.io/horn.

## Escalation

1. **Keeper**
2. **Harbour master** (after 10 min)

## Runbook: Dark lamp

```bash
lampctl status
```
"""
PLAYBOOK = compile_playbook(DOCUMENT, read_vocabulary())


@dataclass
class Told:
    """Answers as it is told and remembers what it was asked."""

    lost: frozenset[str] = frozenset()
    asked: list[str] = field(default_factory=list)

    def answer(self, subject: str) -> Answer:
        self.asked.append(subject)
        return Fails("so it is told") if subject in self.lost else Holds()

    resolves = answers = is_installed = answer


def seconds(step: float = 0.0) -> Iterator[float]:
    at = 0.0
    while True:
        yield at
        at += step


def ask(witness: Told, *asks: Asks, step: float = 0.0, within: int = 30) -> list[tuple[str, int]]:
    allowed = Allowed(frozenset(asks), within=timedelta(seconds=within))
    clock = seconds(step)
    team = decode({"people": {"ada": {"name": "Ada"}}, "bind": {"Keeper": "ada"}})
    inquiry = Inquiry(allowed, witness, lambda: next(clock), team)
    return [(one.code, one.line) for one in document_meets_reality(PLAYBOOK, inquiry)]


def test_nothing_is_asked_without_leave() -> None:
    witness = Told()
    assert ask(witness) == []
    assert witness.asked == []


def test_only_what_is_allowed_is_asked() -> None:
    witness = Told(lost=frozenset({"lampctl"}))
    assert ask(witness, Asks.PROGRAM) == [("RC904", 13)]
    assert witness.asked == ["lampctl"]


def test_a_page_on_a_host_that_is_not_there_is_not_tried() -> None:
    witness = Told(lost=frozenset({"fog.lighthouse.io"}))
    assert ask(witness, Asks.HOST, Asks.ADDRESS) == [("RC901", 3)]
    assert "https://fog.lighthouse.io/horn" not in witness.asked
    assert "https://lamp.lighthouse.io/board" in witness.asked


def test_a_name_that_is_nobody_in_the_team_file_is_an_error() -> None:
    assert ask(Told(), Asks.PERSON) == [("RC905", 8)]


def test_what_the_time_did_not_allow_is_said() -> None:
    witness = Told()
    found = ask(witness, Asks.HOST, Asks.ADDRESS, step=10, within=25)
    assert len(witness.asked) == 2
    assert [code for code, _ in found] == ["RC906"]
