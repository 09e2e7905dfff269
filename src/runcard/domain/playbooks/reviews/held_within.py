"""`Hold within 3 days` as a heading of its own below that of a review: by when it takes place; or
`Within 3 days` above boxes, by when its work is done."""

from runcard.domain.playbooks.page.blocks import Item, Outline, Section
from runcard.domain.playbooks.times.amounts import SECONDS
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, untitled

HOUR = SECONDS["hour"]
ENDS = " :：.。,，"


def held_within(page: Outline, section: Section, words: Vocabulary) -> tuple[str, ...]:
    """The time of such a heading: it names nothing else, and the heading above names a review."""
    if section.parent is None:
        return ()
    above = untitled(page.sections[section.parent].title)
    said = words.review.all(above)
    is_of_reviews = "strong" in said or "review" in words.about(above)
    if not is_of_reviews or "template" in said:
        return ()
    title = plain(untitled(section.title))
    spans = spans_in(title, words)
    if len(spans) != 1 or Kind.UNDER not in spans[0].leads or (spans[0].seconds or 0) < HOUR:
        return ()
    rest = f"{title[: spans[0].start]} {title[spans[0].end :]}".strip(ENDS)
    is_due = any(isinstance(block, Item) and block.box for block in section.blocks)
    is_held = "held" in words.review.phrases.get(folded(rest), ()) if rest else is_due
    return (title[spans[0].start : spans[0].end],) if is_held else ()
