"""What was read of a text is kept, so that the next who asks need not read it again."""

from collections.abc import Callable
from functools import cache
from typing import ParamSpec, TypeVar, cast

# As many lines and sentences as a page of 2 MB has: all rules go over each of them.
MOST_LINES = 131_072

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def remembered(read: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """A pure function that is asked for the same texts again and again. All answers are forgotten
    when they are too many, which costs less than to know at every look which was asked for last,
    as `lru_cache` does."""
    answers = 0

    @cache
    def kept(*asked: Asked.args, **named: Asked.kwargs) -> Answer:
        nonlocal answers
        if answers >= MOST_LINES:
            kept.cache_clear()
            answers = 0
        answers += 1
        return read(*asked, **named)

    return cast("Callable[Asked, Answer]", kept)
