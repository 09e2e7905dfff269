"""A document is compared with the world: what may be asked is asked, one by one, in its time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from runcard.domain.people.model import TeamFile
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.questions import (
    findings_from,
    host_of,
    people_answer,
    questions,
)
from runcard.domain.playbooks.reality import (
    Allowed,
    Answer,
    Asks,
    Fails,
    Question,
    Unasked,
    Witness,
)

TOO_LATE = "the time was over"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What may be asked, whom, and a clock that only counts seconds."""

    allowed: Allowed
    witness: Witness
    seconds: Callable[[], float]
    team: TeamFile | None = None


def document_meets_reality(playbook: Playbook, inquiry: Inquiry) -> tuple[Finding, ...]:
    """Findings for what is not as the document says. Nothing is asked that was not allowed, and
    nothing that begins after the time is over."""
    return findings_from(tuple(_answers(playbook, inquiry)))


def _answers(playbook: Playbook, inquiry: Inquiry) -> Iterator[tuple[Question, Answer]]:
    over_at = inquiry.seconds() + inquiry.allowed.within.total_seconds()
    lost: set[str] = set()
    asked = [one for one in questions(playbook) if one.asks in inquiry.allowed.asks]
    # Hosts first: an address on a host that is not there need not be tried.
    for question in sorted(asked, key=lambda one: one.asks is Asks.ADDRESS):
        if question.asks is Asks.ADDRESS and host_of(question.subject) in lost:
            continue
        if inquiry.seconds() >= over_at:
            yield question, Unasked(TOO_LATE)
            continue
        answer = _answer(question, inquiry)
        if question.asks is Asks.HOST and isinstance(answer, Fails):
            lost.add(question.subject)
        yield question, answer


def _answer(question: Question, inquiry: Inquiry) -> Answer:
    match question.asks:
        case Asks.HOST:
            return inquiry.witness.resolves(question.subject)
        case Asks.ADDRESS:
            return inquiry.witness.answers(question.subject)
        case Asks.PROGRAM:
            return inquiry.witness.is_installed(question.subject)
        case Asks.PERSON:
            return people_answer(inquiry.team or TeamFile())(question)
