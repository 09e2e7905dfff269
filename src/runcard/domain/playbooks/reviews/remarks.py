"""What a document says of its reviews, sentence by sentence, each with its levels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.messages.speech import SPEECH
from runcard.domain.playbooks.model import Severity, Text
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
    items,
    label_of,
)
from runcard.domain.playbooks.page.fenced_data import as_written_out
from runcard.domain.playbooks.reviews.bindings import (
    Remark,
    binds,
    is_open_case,
)
from runcard.domain.playbooks.reviews.chapter_times import (
    is_long_or_free,
    time_behind_a_dash,
    time_of_all,
)
from runcard.domain.playbooks.reviews.drawn_reviews import drawn_reviews
from runcard.domain.playbooks.reviews.exercises import is_of_practice
from runcard.domain.playbooks.reviews.forms import is_about_review
from runcard.domain.playbooks.reviews.held_within import held_within
from runcard.domain.playbooks.reviews.other_matters import tells_how_long, tells_those_outside
from runcard.domain.playbooks.reviews.review_tables import table_remarks
from runcard.domain.playbooks.reviews.reviews_in_rows import reviews_in_rows
from runcard.domain.playbooks.reviews.sentence_parts import parts_of
from runcard.domain.playbooks.reviews.shared_units import with_units
from runcard.domain.playbooks.reviews.times_by_level import by_level
from runcard.domain.playbooks.times.amounts import SECONDS
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import read_time
from runcard.domain.playbooks.times.running_text import unwrapped
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import LEADING_NUMBER, plain, trailing_parenthesis, untitled

BARS = re.compile(r"\s+\|\s+")
COLONS = (":", "：")
QUESTIONS = ("?", "？")
DAY = SECONDS["day"]
ABOUT_REVIEWS = {"strong", "review"}


def remarks_in(
    page: Outline, section: Section, severities: Sequence[Severity], words: Vocabulary
) -> Iterator[Remark]:
    """What a section says of reviews: in its heading, its text, its lists and its tables."""
    at_home = is_about_review(page, section, words) and not _is_of_actions(page, section, words)
    about = topics(page, section, words)
    is_apart = not at_home and bool(about & {"severity", "runbooks", "templates"})
    title, inside = trailing_parenthesis(plain(section.title))
    titled = keys_in(title, severities, words) if at_home or "severity" in about else ()
    if at_home and (_is_whole(title, words) or not _is_phase(page, section, words)):
        keys = keys_in(title, severities, words) or keys_in(inside or "", severities, words)
        yield from _in_title(section, inside, keys, words)
    else:
        yield from _of_reporting(section, words)
    within = held_within(page, section, words)
    yield from (Remark(one, section.line, titled, True, is_cell=True) for one in within)
    led, asked = titled, at_home and words.review.speaks_of(title, "required")
    for block in _blocks(section) if at_home else section.blocks:
        if isinstance(block, Paragraph | Item) and not _is_agenda(block, severities, words):
            led = titled or _led(block, led, severities, words)
            for remark in _block_remarks(block, (severities, led), words, at_home=at_home):
                if is_apart and not words.review.speaks_of(remark.text, "strong"):
                    continue
                is_asked = asked or _is_ticked_off(block, remark, words)
                yield replace(remark, keys=remark.keys or led, is_asked=is_asked)
            asked = _asks(block, asked, words)
        elif isinstance(block, Table):
            rows = table_remarks if at_home else partial(reviews_in_rows, titled=titled)
            yield from rows(block, severities, words)
        elif isinstance(block, Fence) and block.lang in SPEECH:
            yield from drawn_reviews(block, severities, words)


def _blocks(section: Section) -> Iterator[Block]:
    """Times that are kept as data in a fence stand there as in a list."""
    for block in section.blocks:
        yield from (as_written_out(block) if isinstance(block, Fence) else ()) or (block,)


def _is_of_actions(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Action items` below a review, and `Priorities` below that: what is due there is the work
    that it led to."""
    for above in page.path(section):
        title = untitled(above.title)
        said = words.review.all(title)
        if said & ABOUT_REVIEWS or "review" in words.about(title):
            return False
        if "action_item" in said:
            return True
    return False


def _in_title(
    section: Section, inside: str | None, keys: tuple[str, ...], words: Vocabulary
) -> Iterator[Remark]:
    """`Follow-up (5 days)`; `Within 5 days` above a list in which a review is held."""
    title = untitled(section.title)
    is_named = words.review.speaks_of(title, "strong")
    if inside is not None and _is_of_a_review(section, words):
        is_whole = _is_whole(trailing_parenthesis(title)[0], words)
        is_sure = (is_named or is_whole) and is_long_or_free(inside, section.line, words)
        yield Remark(inside, section.line, keys, True, is_cell=is_sure)
    label = label_of(plain(title))
    if label is not None and is_named and is_long_or_free(label.name, section.line, words):
        yield Remark(label.name, section.line, keys, True, is_cell=True)
    whole = time_of_all(label, section.line, words) if label is not None else None
    whole = whole or time_behind_a_dash(plain(title), section.line, words)
    if whole is not None:
        yield Remark(whole, section.line, keys, True, is_cell=True)
    if read_time(title, section.line, words) is not None and _holds_a_review(section, words):
        yield Remark(title, section.line, keys, True)


def _is_whole(title: str, words: Vocabulary) -> bool:
    """`Lessons learned` is the review and nothing else; `Root cause analysis` may be a phase."""
    bare = untitled(title)
    return words.review.exactly(bare) == "review" and words.meanings.exactly(bare) == "after"


def _is_of_a_review(section: Section, words: Vocabulary) -> bool:
    """`At once (within 2 hours)` in a chapter on reviews is about other work, unless a review is
    on its list."""
    title = untitled(section.title)
    is_named = "review" in words.about(title) or bool(words.review.all(title) & ABOUT_REVIEWS)
    return is_named or _holds_a_review(section, words)


def _of_reporting(section: Section, words: Vocabulary) -> Iterator[Remark]:
    """`Reporting (within 2 days)` above a list in which the report is written."""
    title, inside = trailing_parenthesis(plain(section.title))
    is_named = words.review.speaks_of(title, "review") or "review" in words.about(untitled(title))
    is_of_reports = inside is not None and is_named
    if is_of_reports and _holds_a_review(section, words):
        yield Remark(inside or "", section.line, (), True)


def _holds_a_review(section: Section, words: Vocabulary) -> bool:
    return any(words.review.speaks_of(plain(item.text), "strong") for item in items(section))


def _asks(block: Block, before: bool, words: Vocabulary) -> bool:
    """`Post-mortems are mandatory for:` above a list."""
    if not isinstance(block, Paragraph):
        return before
    last = plain(block.lines[-1].text)
    return last.endswith(COLONS) and {"strong", "required"} <= words.review.all(last)


def _is_ticked_off(block: Block, remark: Remark, words: Vocabulary) -> bool:
    """`- [ ] Post-mortem on the calendar (P0 and P1)`: a box asks for what stands behind it."""
    is_boxed = isinstance(block, Item) and block.box
    return is_boxed and words.review.speaks_of(remark.text, "strong")


def _led(
    block: Block, before: tuple[str, ...], severities: Sequence[Severity], words: Vocabulary
) -> tuple[str, ...]:
    """`For every P0 and P1:` above a list, `Required for every P0.` above other paragraphs: the
    levels they are about."""
    if not isinstance(block, Paragraph):
        return before
    last = plain(block.lines[-1].text)
    if last.endswith(COLONS):
        return keys_in(last, severities, words)
    said = [one for line in block.lines for one in sentences(plain(line.text))]
    asked = [one for one in said if words.review.speaks_of(one, "required") and binds(one, words)]
    return next((keys for one in asked if (keys := keys_in(one, severities, words))), before)


def _is_phase(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`6. Follow-up (next business day)` among numbered headings: the time is the phase's, and that
    of the review only if a heading below is about writing it, or a label names its meeting."""
    title = plain(section.title)
    if LEADING_NUMBER.match(title) is None or section.parent is None:
        return False
    if any(words.review.speaks_of(one.title, "strong") for one in page.children(section)):
        return False
    if _names_the_meeting(section, words):
        return False
    above = page.sections[section.parent]
    return not words.review.speaks_of(title, "strong") and not is_about_review(page, above, words)


def _names_the_meeting(section: Section, words: Vocabulary) -> bool:
    """`**Review meeting:**` above a list."""
    said = (one.lines[-1].text for one in section.blocks if isinstance(one, Paragraph))
    labels = [label for text in said if (label := label_of(text)) and not label.value]
    return any({"review", "agenda"} <= words.review.all(label.name) for label in labels)


def _is_agenda(block: Paragraph | Item, severities: Sequence[Severity], words: Vocabulary) -> bool:
    """`1. **Causes** (10 min)` is a piece of a meeting, not a deadline; `(P0, P1)` are levels, and
    `2. Call the post-mortem (within 3 days)` is a step."""
    if not isinstance(block, Item) or not block.numbered:
        return False
    said, inside = trailing_parenthesis(block.text)
    if inside is None or keys_in(inside, severities, words):
        return False
    is_held = words.review.speaks_of(plain(said), "strong")
    return not (is_held and is_long_or_free(inside, block.line, words))


def _block_remarks(
    block: Paragraph | Item,
    known: tuple[Sequence[Severity], tuple[str, ...]],
    words: Vocabulary,
    *,
    at_home: bool,
) -> Iterator[Remark]:
    said = [
        Text(with_units(sentence, words), line.line)
        for line in unwrapped(block.lines)
        if at_home or words.review.all(plain(line.text)) & ABOUT_REVIEWS
        for piece in BARS.split(plain(line.text))
        for sentence in sentences(piece)
        if not is_of_practice(sentence, words) and not _is_of_the_page(sentence, words)
        if not tells_those_outside(sentence, known[0], words)
        if not sentence.endswith(QUESTIONS) and not tells_how_long(sentence, words)
    ]
    if at_home:
        yield from _said_at_home(said, known, words)
    else:
        yield from _said_elsewhere(said, known[0], words)


def _is_of_the_page(sentence: str, words: Vocabulary) -> bool:
    """`Review cycle: after each SEV1`: when the document itself is read again."""
    label = label_of(sentence)
    return label is not None and words.talk.exactly(label.name) == "read_again"


def _said_at_home(
    said: Sequence[Text], known: tuple[Sequence[Severity], tuple[str, ...]], words: Vocabulary
) -> Iterator[Remark]:
    """A sentence is about the levels it names, else about those of the sentence before it, else
    about those of the heading."""
    severities, titled = known
    parts = [
        (part, one.line, keys_in(part, severities, words))
        for one in said
        for part in parts_of(one.text, severities, words)
    ]
    last = titled or next((keys for part, _, keys in parts if keys and binds(part, words)), ())
    for part, line, own in parts:
        binding = binds(part, words) and not is_open_case(part, severities, words)
        last = own if own and binding else last
        yield from by_level(part, line, own or last, (severities, words, True))


def _said_elsewhere(
    said: Sequence[Text], severities: Sequence[Severity], words: Vocabulary
) -> Iterator[Remark]:
    """Only sentences that plainly speak of a review, or speak of one and of levels."""
    before: frozenset[str] = frozenset()
    for one in said:
        spoken = words.review.all(one.text)
        # `We hold a post-mortem. It must happen within 5 days after a SEV1.`
        if "strong" in before and "required" in spoken and not spoken & {"strong", "other"}:
            spoken |= {"strong"}
        before = spoken
        if "first_word" in spoken:
            continue
        for part in parts_of(one.text, severities, words) if spoken & ABOUT_REVIEWS else ():
            own = keys_in(part, severities, words)
            if own or "strong" in spoken:
                for remark in by_level(part, one.line, own, (severities, words, False)):
                    yield replace(remark, is_surely="strong" in spoken)
