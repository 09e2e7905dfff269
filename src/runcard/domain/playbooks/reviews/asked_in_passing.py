"""What asks for a review without saying that it must be: a heading with levels, a field of the
form, a line of a message that promises one, an order."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import ReviewTemplate, Severity
from runcard.domain.playbooks.page.blocks import Outline, label_of
from runcard.domain.playbooks.reviews.bindings import Remark, binds
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, untitled

ABOUT_REVIEWS = {"strong", "review"}
FILLED_IN = " []<>{}_*"
ENDS = " .。!！"
CLAUSE = re.compile(r"[,;:.，；：。]\s*")
DASH = re.compile(r"\s+[-–—]\s+")
MOST_BEFORE = 3


def titles_that_ask(
    page: Outline, severities: Sequence[Severity], words: Vocabulary
) -> Iterator[Remark]:
    """`Post-mortem (after every P0/P1)`: the levels in a heading about reviews need one."""
    for section in page.sections:
        title = plain(untitled(section.title))
        keys = keys_in(title, severities, words)
        is_asked = binds(title, words) and not spans_in(title, words)
        if keys and is_asked and words.review.speaks_of(title, "strong"):
            yield Remark(title, section.line, keys, True, is_asked=True)


def fields_that_ask(form: ReviewTemplate | None, words: Vocabulary) -> Iterator[Remark]:
    """`Review date: [within 5 business days]` in the form itself."""
    if form is None or form.text_line is None:
        return
    for line, text in enumerate(form.text.split("\n"), form.text_line):
        label = label_of(text)
        value = label.value.strip(FILLED_IN) if label is not None else ""
        if label is not None and words.review.all(label.name) & ABOUT_REVIEWS:
            opens = [span for span in spans_in(value, words) if span.start == 0]
            if opens and Kind.UNDER in opens[0].leads:
                yield Remark(value, line, (), True)


def is_promised(text: str, words: Vocabulary) -> bool:
    """`The full post-mortem will be published within 4 days.`: a line that ends in its time."""
    if not words.review.speaks_of(text, "strong") or not binds(text, words):
        return False
    return any(
        Kind.UNDER in span.leads and not text[span.end :].strip(ENDS)
        for span in spans_in(text, words)
    )


def is_paper(said: str, words: Vocabulary) -> bool:
    """`Full forensic report` in front of a time in brackets: something that is written."""
    return bool(words.review.all(said) & ABOUT_REVIEWS)


def without_aside(said: str, words: Vocabulary) -> str:
    """`A post-mortem for every P1 — nothing is ever left`: what a dash adds asks for no less."""
    front = DASH.split(said)[0]
    return front if words.review.speaks_of(front, "strong") else said


def is_ordered(said: str, words: Vocabulary) -> bool:
    """`Hold a post-mortem for P1`, `For P1, write a blameless post-mortem`: a verb, and directly
    behind it the name of the review."""
    for found in words.review.matches(said):
        if "strong" in words.review.phrases[found.group()]:
            front = CLAUSE.split(said[: found.start()])[-1].split()
            verb = folded(front[0]) if 0 < len(front) <= MOST_BEFORE else ""
            if "held" in words.review.phrases.get(verb, ()):
                return True
    return False
