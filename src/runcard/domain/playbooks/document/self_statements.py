"""What one line says of the document itself: `Version 3 · last updated by Wren on 3 June 2025`."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.document.days import bare_day, without_vaguer
from runcard.domain.playbooks.document.kept_by import keepers_in
from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis

SEPARATOR = re.compile(r"(?:^|[|·•,，;；。.、／/>(（]|\s[-–—]|\s{2,})\s*(?:[^\w\s]{0,3}\s*)?$")
END = re.compile(r"[。;；|·•／]|(?<!\b[A-ZÀ-Þ])\.\s|\.$|\s{2,}|(?<![0-9])[,，](?=\s*\D)")
END_OF_LABELLED = re.compile(
    r"[。;；|·•／]|\s{2,}|(?<=[^\W\d]{2})\.\s+(?=[A-ZÀ-Þ])|(?<=[^\W\d]{3})\.\s+(?=\S)"
    r"|(?<=\d{4})\.\s+|(?<=\d{2})\.\s+(?=[A-ZÀ-Þ])|(?<=[)）])\.\s+"
)
PIECES = re.compile(r"\s*[.,;·|、，。；•]\s+|[、，。；]")
ENDS_IN_PREPOSITION = re.compile(
    r"\b(?:by(?: the)?|von|par|por|pel[ao]|da|door|durch|przez)$", re.IGNORECASE
)
# `Ruth K.`, `J. R.`: the dot belongs to the name.
INITIAL = re.compile(r"[^\W\d_]\.? [A-ZÀ-Þ]\.$")
FIRST_WORD = re.compile(r"^[vV]?[\w.-]+")
DAY = re.compile(r"(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}(?!\d)")
BESIDE = re.compile(
    r"[,(（]\s*(\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,12}\.?\s+(?:de\s+)?(?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)(?!\d)"
)
DATE_TO_FILL = re.compile(r"[A-Z]{2,4}[-/.]")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
ARTICLE = re.compile(r"(?<!\w)(?:the|die|der|das|la|le|il|lo|el|o|a|de|het)\s$", re.IGNORECASE)
# `May 2031 or after a flood`: the first of two days.
DAY_OR_CASE = re.compile(r"^(.{0,40}?(?:19|20)\d\d)\s+(?:or|oder|ou|o|of|lub)\s")
REVISED = ("rev", "rév")
DATES = {"created", "last_updated", "last_reviewed", "next_review"}
REVIEWS = {"last_reviewed", "next_review"}
SHORT_LABEL = re.compile(r"[,;，；(（]\s*([^\W\d_]{2,20})\s*[:：]\s*([^,;，；()]{4,40})")
BLANK = " :：._-–—"
# ` frequency: …` behind `review`: the name of something else.
LONGER_LABEL = re.compile(r"^ [a-zà-þA-ZÀ-Þ]{4,20}[:：]\s")
# `Owner / on duty: …`: the same under another name.
OTHER_NAME = re.compile(r"^\s*/\s*[^\W\d_][\w -]{1,24}(?=[:：])")
# Words in small letters up to the end: neither a name nor a day, and no label.
GOES_ON = re.compile(r"(?:\s+[^\W\d_A-ZÀ-Þ][^\W\d_A-ZÀ-Þ-]*)+[.\s]*$")
STAMPS = DATES | {"version"}
LONGEST = 400
LONGEST_TEAM = 6
LONGEST_VALUE = 80


def statements_in(line: str, number: int, words: Vocabulary) -> Iterator[tuple[str, Text]]:
    """Concept and value of everything a line states, in order."""
    text = line[:LONGEST]
    places = [
        found
        for found in words.meta.matches(text)
        if _begins(text, found.start(), found.end()) and not _is_in_code(text, found.start())
        if not _goes_on(text, found, words)
    ]
    ends = [*(one.start() for one in places[1:]), len(text)]
    pieces = [
        (words.meta.phrases[one.group()][0], one.group(), OTHER_NAME.sub("", _own(text, one, end)))
        for one, end in zip(places, ends, strict=False)
    ]
    pieces = [one for one in pieces if LONGER_LABEL.match(one[2]) is None]
    pieces = without_vaguer(pieces, words)
    concepts = {concept for concept, _, _ in pieces}
    is_reviewed = any(name == "reviewed_by" and raw.strip(BLANK) for name, _, raw in pieces)
    for concept, phrase, raw in pieces:
        said = [*_values(concept, phrase, raw, words), *_coming(concept, phrase, raw, words)]
        if concept == "version" and not concepts & {"last_updated", "last_reviewed"}:
            touched = "last_reviewed" if is_reviewed else "last_updated"
            said.extend((touched, day) for day in _day_of_version(raw, words))
        for name, value in said:
            if value and len(value) <= LONGEST_VALUE:
                yield name, Text(value, number)
    for keeper in keepers_in(text, words) if "owner" not in concepts else ():
        yield "owner", Text(keeper, number)
        concepts.add("owner")
    if concepts & STAMPS:
        yield from _bare(text, number, concepts, words)


def _goes_on(text: str, found: Mention, words: Vocabulary) -> bool:
    """`Status: written, team drill pending`: behind a comma words of the value that stands there,
    where nobody is named and no day."""
    before, behind = text[: found.start()].rstrip(), text[found.end() :]
    is_inside = before.endswith((",", "，")) and ":" in before
    is_named = ENDS_IN_PREPOSITION.search(found.group()) is not None
    if not is_inside or is_named or GOES_ON.match(behind) is None:
        return False
    return not spans_in(behind, words)


def _own(text: str, found: Mention, end: int) -> str:
    """What is said behind a name; `(next review: May 2031)` ends with its parenthesis."""
    raw, before = text[found.end() : end], text[: found.start()]
    is_inside = _depth(before) > 0
    closed = [at for at, sign in enumerate(raw) if sign in ")）" and _depth(raw[: at + 1]) < 0]
    return raw[: closed[0]] if is_inside and closed else raw


def _depth(text: str) -> int:
    """How many parentheses are still open."""
    return sum(map(text.count, "(（")) - sum(map(text.count, ")）"))


def _is_in_code(text: str, at: int) -> bool:
    """``#team-kettle``: the name of a channel, and no word of the document's own."""
    return text.count("`", 0, at) % 2 == 1


def _coming(concept: str, phrase: str, raw: str, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """`Reviewed every half year, next: May 2031`; `Next review: quarterly` tells when, too, and
    `Review: quarterly` only how often."""
    if concept not in REVIEWS:
        return
    value = _cut(raw.strip(BLANK), labelled=True)
    is_next = concept == "next_review" and words.review.speaks_of(phrase, "next_one")
    if is_next and raw.lstrip()[:1] in {":", "："} and _is_period(value, words):
        yield concept, value
    yield from (("next_review", day) for day in coming_days(raw, words))


def coming_days(said: str, words: Vocabulary) -> Iterator[str]:
    """The day behind how often a document is read again: `yearly (next: 4 May 2031)`."""
    for label in SHORT_LABEL.finditer(said):
        value = label.group(2)
        day = DAY.search(value) or YEAR.search(value)
        if day is not None and words.review.exactly(label.group(1)) == "next_one":
            yield value[: day.end()].strip()


def _bare(
    text: str, number: int, concepts: set[str], words: Vocabulary
) -> Iterator[tuple[str, Text]]:
    """`Cloud team. Version 0.9, draft.`: beside a version or a date, a team at the head of the line
    and the name of a state need no label."""
    pieces = [piece.strip(" *_.") for piece in PIECES.split(text)]
    head = pieces[0].rpartition(": ")[2]
    is_short = len(head.split()) <= LONGEST_TEAM and not any(sign.isdigit() for sign in head)
    is_team = is_short and words.audiences.exactly(head.split(" ")[0]) == "internal"
    is_team = is_team or (is_short and words.audiences.exactly(head.split(" ")[-1]) == "internal")
    if is_team and len(pieces) > 1 and "owner" not in concepts:
        yield "owner", Text(head, number)
    states = [piece for piece in pieces if words.talk.exactly(piece) == "state"]
    if states and "status" not in concepts:
        yield "status", Text(states[0], number)


def _day_of_version(raw: str, words: Vocabulary) -> Iterator[str]:
    """`7 of February 2025`, `7, 3 February 2025`: the day that a version is of."""
    number = FIRST_WORD.match(raw.strip())
    rest = raw.strip()[number.end() :].lstrip() if number is not None else ""
    beside = BESIDE.match(rest)
    if beside is not None:
        yield beside.group(1)
    dated = _first(rest, "dated", words)
    year = YEAR.search(rest)
    if dated is not None and dated[0] == 0 and year is not None and year.end() <= LONGEST_VALUE:
        yield rest[dated[1] : year.end()].strip()


def _begins(text: str, start: int, end: int) -> bool:
    """At the head of the line, behind something that separates, or before a colon of its own."""
    if text[start - 1 : start].isspace() and text[end:].lstrip()[:1] in {":", "："}:
        return True
    before = ARTICLE.sub("", text[max(0, start - 8) : start])
    return SEPARATOR.search(before) is not None


def _values(concept: str, phrase: str, raw: str, words: Vocabulary) -> Iterator[tuple[str, str]]:
    bare = raw.lstrip()
    labelled = bare[:1] in {":", "："}
    rest = bare.lstrip(":： ").strip()
    value = _cut(rest, labelled=labelled)
    if concept in DATES:
        told = f"by {value}" if ENDS_IN_PREPOSITION.search(phrase) else value
        yield from _dated(concept, told, words, labelled=labelled)
    elif concept == "reviewed_by" and (labelled or ENDS_IN_PREPOSITION.search(phrase)):
        yield from _signed(value, words, labelled=labelled)
    elif labelled:
        yield "last_updated" if concept == "status" and _is_day(value) else concept, value
    elif concept == "version":
        first = FIRST_WORD.match(value)
        if phrase.startswith(REVISED) and DAY.fullmatch(value):
            # `rev. 2031-02-03` is the day of the revision.
            yield "last_updated", value
        elif first is not None and any(sign.isdigit() for sign in first.group()):
            yield concept, first.group().rstrip(".")
    elif ENDS_IN_PREPOSITION.search(phrase):
        yield from _named(concept, value.removeprefix("the "), words)


def _is_day(value: str) -> bool:
    """`State: 2031-02-03` is the day the text stands for."""
    year = YEAR.search(value)
    return year is not None and (DAY.fullmatch(value) is not None or not value[:1].isalpha())


def _named(concept: str, value: str, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """`approved by the safety board on 12 January 2026`: by whom, and when."""
    who, date = _who_and_when(f"by {value}", words)
    is_dated = concept == "reviewed_by" and any(sign.isdigit() for sign in date)
    yield concept, who if is_dated else value
    if is_dated:
        yield "last_reviewed", date


def _signed(value: str, words: Vocabulary, *, labelled: bool) -> Iterator[tuple[str, str]]:
    """By whom, and on which day if that is said, too: `the safety board on 12 January 2026`."""
    on = _first(value, "on", words)
    if on is None or not YEAR.search(value[on[1] :]):
        yield "reviewed_by", value if labelled else value.removeprefix("the ")
        return
    yield "reviewed_by", value[: on[0]].strip(" ,").removeprefix("the ")
    yield "last_reviewed", value[on[1] :].strip()


def _cut(text: str, *, labelled: bool) -> str:
    """Up to where the next thing begins; a labelled value may hold commas and short words."""
    found = (END_OF_LABELLED if labelled else END).search(text)
    whole = text if found is None else text[: found.start()]
    is_abbreviated = whole.endswith("r.") or INITIAL.search(whole) is not None
    return whole.strip(" *_,，") if is_abbreviated else whole.strip(" *_,，.、–—-/／")


def _dated(
    concept: str, value: str, words: Vocabulary, *, labelled: bool
) -> Iterator[tuple[str, str]]:
    """A date, and by whom: `2025-11-04 by the team`, `by Wren on 3 June`."""
    if labelled and words.unfilled.exactly(value) == "unfilled":
        yield concept, value
        return
    who, date = _who_and_when(_without_period(value, words), words)
    has_digit = any(sign.isdigit() for sign in date)
    if concept == "created" and not has_digit and _is_name(date):
        concept = "owner"  # `作成：製氷組`: whoever made it, and no day
    first = DAY_OR_CASE.match(date)
    if first is not None and concept == "next_review":
        date = first.group(1)
    if _is_period(date, words):
        return
    if labelled or has_digit:
        date = date if labelled else bare_day(date, words)
        day, inside = trailing_parenthesis(date)
        # `4 May 2031 (yearly)` says how often, too.
        is_told = concept == "next_review" and labelled and _is_period(inside or "", words)
        yield concept, day if has_digit and not is_told else date
    if who and concept == "last_reviewed":
        yield "reviewed_by", who


def _is_name(value: str) -> bool:
    """No day: neither `[date]` nor `DD.MM.YYYY`, which is to be filled in."""
    return value[:1].isalpha() and DATE_TO_FILL.match(value) is None


def _is_period(value: str, words: Vocabulary) -> bool:
    """`Review: every six months` names no day."""
    spans = spans_in(value, words)
    return len(spans) == 1 and spans[0].is_period and not YEAR.search(value)


def _without_period(value: str, words: Vocabulary) -> str:
    """`5 March 2026, every six months`: the day, without how often there is one."""
    day, _, rest = value.rpartition(",")
    is_period = any(span.is_period for span in spans_in(rest, words))
    return day if is_period and YEAR.search(day) else value


def _who_and_when(value: str, words: Vocabulary) -> tuple[str, str]:
    by = _first(value, "by", words)
    if by is None:
        on = _first(value, "on", words)
        return "", value[on[1] :].strip() if on is not None and on[0] == 0 else value
    before, after = value[: by[0]].strip(" ,"), value[by[1] :].strip()
    if any(sign.isdigit() for sign in before):
        return after, before
    on = _first(after, "on", words)
    if on is None:
        return after, before
    return after[: on[0]].strip(), after[on[1] :].strip()


def _first(text: str, concept: str, words: Vocabulary) -> tuple[int, int] | None:
    """Where it stands first as a word of its own: `by-law` is not by anybody."""
    for found in words.talk.matches(text):
        is_whole = "-" not in text[max(0, found.start() - 1) : found.end() + 1]
        if concept in words.talk.phrases[found.group()] and is_whole:
            return found.start(), found.end()
    return None
