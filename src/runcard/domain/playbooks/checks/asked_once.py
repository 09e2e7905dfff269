"""What many rules ask of one command is found out once."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.facts import Facts

Answer = TypeVar("Answer")


def asked_once(read: Callable[[Act, Facts], Answer]) -> Callable[[Act, Facts], Answer]:
    """A pure question about a command of a page; the answer goes when the page does."""

    @wraps(read)
    def asked(act: Act, facts: Facts) -> Answer:
        answers = facts.page.answers
        key = (read, act, facts.words, facts.judge)
        if key not in answers:
            answers[key] = read(act, facts)
        return cast("Answer", answers[key])

    return asked
