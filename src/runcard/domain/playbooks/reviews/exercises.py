"""Sentences about practising for an incident, which set no deadline for its review."""

from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

PRACTICE = {"practice", "rehearse"}
ABOUT_REVIEWS = {"strong", "review"}
FEW_WORDS = 3


def is_of_practice(sentence: str, words: Vocabulary) -> bool:
    """`We rehearse it at the latest a week before`, where no review is spoken of; `Yearly exercise
    of a Sev-1: call within an hour, mend, review`, which begins with it and ends in one."""
    said = [
        one.start()
        for one in words.talk.matches(sentence)
        if PRACTICE & set(words.talk.phrases[one.group()])
    ]
    if not said or not words.review.all(sentence) & ABOUT_REVIEWS:
        return bool(said)
    times = [span.start for span in spans_in(sentence, words)]
    before = sentence[: max(said[0], *times, 0)]
    is_first = len(sentence[: said[0]].split()) <= FEW_WORDS
    return is_first and bool(times) and not words.review.all(before) & ABOUT_REVIEWS
