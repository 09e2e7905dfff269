"""What is found out about a page as a whole is kept with it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from runcard.domain.playbooks.page.blocks import Outline
from runcard.domain.playbooks.vocabulary import Vocabulary

Answer = TypeVar("Answer")


def kept_with_page(
    read: Callable[[Outline, Vocabulary], Answer],
) -> Callable[[Outline, Vocabulary], Answer]:
    """A pure function of a page that many readers ask for; it goes when the page does."""

    @wraps(read)
    def asked(page: Outline, words: Vocabulary) -> Answer:
        key = (read, words)
        if key not in page.answers:
            page.answers[key] = read(page, words)
        return cast("Answer", page.answers[key])

    return asked
