"""Which deadlines are those of a review as a whole, where pieces of it are due before."""

from collections.abc import Iterable

from runcard.domain.playbooks.model import ReviewDeadline


def of_whole_reviews(deadlines: Iterable[ReviewDeadline]) -> tuple[ReviewDeadline, ...]:
    """`Time line within a day, post-mortem within 3 days`: those that name the review, where any
    does; else all."""
    told = tuple(deadlines)
    return tuple(one for one in told if one.names_review) or told
