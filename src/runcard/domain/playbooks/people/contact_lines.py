"""One line that says how somebody is reached: behind a colon, a dash, dots or a gap."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from runcard.domain.playbooks.model import Contact
from runcard.domain.playbooks.page.addresses import (
    EMAIL,
    PHONE,
    REAL,
    TOKEN,
    address_in_front,
    is_placeholder,
    is_run,
    kind_of,
    without_brackets,
)
from runcard.domain.playbooks.page.blocks import Label, label_of
from runcard.domain.playbooks.people.arrows import ARROW
from runcard.domain.playbooks.people.calling import asks_when
from runcard.domain.playbooks.people.persons import has_title
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, slug, trailing_parenthesis

DOTS = re.compile(r"\s*\.{3,}\s*")
AFTER_DASH = re.compile(r"\s+[-–—]\s+")
GAP = re.compile(r"(?:\t| {2})\s*")
BROADCAST = re.compile(r"`?@(?:here|channel|everyone|all)\b", re.IGNORECASE)
PATH = re.compile(r"[^\W\d_]\s*(?:→|⇒|->)\s*[^\W\d_]")
# `Decide the level. SEV1: …` is a sentence and more, and nobody.
STOP = re.compile(r"[^\W\d_]{5}[.!?]\s")
MOST_SENTENCES = 4
TICKED = re.compile(r"^[^\W\d_][^`:：]{0,40}`[^`]{1,40}`[^`:：]{0,20}[:：]\s")
ASIDE = re.compile(r"^([(（][^()（）]{1,60}[)）])\s*[:：]\s*(\S.*)$")
NAME_AND_REST = re.compile(r"^([^\W\d_][^:：|`]{1,90})[:：]\s+(\S.*)$")
LONGEST_NAME = 50
BETWEEN = re.compile(r"\s*[;；|·•]\s*|\s*[,，、]\s+(?=[^\W\d_][^,，、:：]{1,40}[:：])")
BEHIND_CASE = re.compile(r"\s+[-–—]\s+|[:：]\s+")
FEWEST, MOST = 2, 6
FEW_WORDS = 5
LONGEST = 400
MARKS = " \t#*-•"


def is_way(name: str, words: Vocabulary) -> bool:
    """Whether an attribute of a role says how to reach it."""
    return name in _ways(words)


def is_chat(label: str, words: Vocabulary) -> bool:
    """`Slack`: a way to whoever stands above it, where that is somebody."""
    return words.contacts.exactly(label) == "chat"


@lru_cache(maxsize=8)
def _ways(words: Vocabulary) -> frozenset[str]:
    """Every label for a telephone, a mailbox or any way to somebody, as attributes are spelled."""
    columns, people = words.columns.phrases, words.people.phrases
    named = [phrase for phrase, concepts in columns.items() if {"phone", "email"} & set(concepts)]
    named += [phrase for phrase, concepts in people.items() if "way" in concepts]
    return frozenset(slug(phrase) for phrase in named)


def number_behind_name(text: str) -> Label | None:
    """`Harbour line (24/7): +44 20 7946 0112`: a name, a colon, and a number or mailbox at once."""
    found = NAME_AND_REST.match(plain(text))
    if found is None or len(found.group(1).split("(")[0]) > LONGEST_NAME:
        return None
    value = found.group(2)
    is_reached = address_in_front(value) is not None
    return Label(found.group(1).strip(), value, bold=False) if is_reached else None


def in_line(text: str, line: int, words: Vocabulary) -> Iterator[Contact]:
    """The contact of a line of running text or of a list, if it is one; each of several that stand
    in one line."""
    several = _several(text, words)
    if several:
        for one in several:
            yield contact(_whom(one, several, words), one.value.rstrip(" .。"), line, words)
        return
    label = label_of(text) or _ticked(text) or _dashed(text, words) or _spaced(text)
    if label is not None and asks_when(label.name, words):
        return  # `When to call: the press asks`
    if label is not None and (label.bold or STOP.search(label.name) is None):
        yield from _contact(label, line, words)


def _several(text: str, words: Vocabulary) -> list[Label]:
    """`Gas: 0800 111 999. Water: 0800 222 888.`: pieces that each are a name and its address, in
    sentences of their own or between signs."""
    said = plain(text)
    if len(said) > LONGEST or said.count(":") + said.count("：") < FEWEST:
        return []
    for pieces in (sentences(said), BETWEEN.split(said.rstrip(" .。"))):
        labels = [label_of(piece) for piece in pieces] if FEWEST <= len(pieces) <= MOST else []
        if labels and all(label is not None and _is_reached(label, words) for label in labels):
            return [label for label in labels if label is not None]
    return []


def _whom(label: Label, several: Sequence[Label], words: Vocabulary) -> str:
    """`Warden: @warden, phone: 4711`: the second way leads to whom the line begins with."""
    first = several[0].name
    is_second = is_way(slug(label.name), words) and not is_way(slug(first), words)
    return first if is_second else label.name


def _is_reached(label: Label, words: Vocabulary) -> bool:
    """A name in front of a number, a mailbox or a channel, with no other name in it."""
    is_address = any(sign in "@#0123456789" for sign in label.value)
    is_single = ":" not in label.value.replace("://", "")
    return is_address and is_single and kind_of(label.value, words) in REAL


def in_fenced_line(text: str, line: int, words: Vocabulary) -> Iterator[Contact]:
    """The contact of a line in a fence, where columns stand below one another."""
    columns = list(_in_columns(text, line, words))
    yield from columns or in_line(text.strip(MARKS), line, words)


def _in_columns(text: str, line: int, words: Vocabulary) -> Iterator[Contact]:
    """`Director        01632 960 700, at home 01632 960 118`: a name, a gap, an address."""
    name, *rest = GAP.split(text.strip(MARKS), maxsplit=1)
    if not rest or not name[:1].isalpha() or ARROW.search(text) is not None:
        return
    found = contact(name.rstrip(" .:："), plain(rest[0].lstrip(".:： ")), line, words)
    if found.value and (found.kind != "none" or found.placeholder):
        yield found


def _ticked(text: str) -> Label | None:
    """``Hall `north`: ask Ada``: a name with a code of its own in it."""
    return label_of(text.replace("`", "")) if TICKED.match(text) else None


def _dashed(text: str, words: Vocabulary) -> Label | None:
    """`Vendor support — support@vendor.example`, where an address stands behind the dash; or in
    front of it, `support@vendor.example — vendor support`."""
    name, *rest = AFTER_DASH.split(plain(text), maxsplit=1)
    if not rest or not name:
        return None
    if kind_of(rest[0], words) in REAL:
        return Label(name, rest[0], bold=False)
    name = name.strip("`")
    is_in_front = EMAIL.fullmatch(name) is not None and len(rest[0].split()) <= FEW_WORDS
    return Label(rest[0].rstrip(".。"), name, bold=False) if is_in_front else None


def _spaced(text: str) -> Label | None:
    """`Ada (backend) 07700 900 118`, `Bo, ship, bo@ship.example`, without a colon."""
    dotted = DOTS.split(plain(text), maxsplit=1)
    if len(dotted) == 2 and all(dotted):
        return Label(dotted[0], dotted[1], bold=False)
    bare = plain(text)
    found = next((one for one in (PHONE.search(bare), EMAIL.search(bare)) if one), None)
    if found is not None and "@" in found.group() and bare.endswith("."):
        return None  # `Write to bo@ship.example.` is a sentence
    if found is None or found.end() < len(bare) or found.start() < 2:
        return None
    return Label(bare[: found.start()].strip(" ,–-"), found.group(), bold=False)


def _contact(label: Label, line: int, words: Vocabulary) -> Iterator[Contact]:
    aside = ASIDE.match(label.value) if label.bold else None  # `**Ada** (backend): 4711`
    if aside is not None:
        label = replace(label, name=f"{label.name} {aside.group(1)}", value=aside.group(2))
    label = _with_number_inside(label, words)
    value = without_brackets(label.value.lstrip("-–— "))
    value = _behind_the_case(value, words) if label.bold else value
    gap = TOKEN.match(value)
    if gap is not None and not _is_a_form(value):
        value = gap.group() + AFTER_DASH.split(value[gap.end() :])[0]
    if value and not BROADCAST.match(value) and not is_run(value):
        name = label.name.rstrip(".。") if label.bold else label.name  # `**Ada.** 4711`
        yield contact(name, _from_the_address(plain(value), words), line, words)


def _with_number_inside(label: Label, words: Vocabulary) -> Label:
    """`Ada (4711): call for leaks`: the way stands in brackets, behind the colon only when."""
    name, inside = trailing_parenthesis(label.name)
    is_way = inside is not None and kind_of(inside, words) in REAL
    is_told = kind_of(label.value, words) == "none" and not is_placeholder(label.value, words)
    return replace(label, name=name, value=inside or "") if is_way and is_told else label


def _is_a_form(value: str) -> bool:
    """`<name> - <mail> - <phone>`: gaps and nothing else, which are one together."""
    return all(TOKEN.fullmatch(piece) for piece in AFTER_DASH.split(value.strip()))


def _behind_the_case(value: str, words: Vocabulary) -> str:
    """`**Finance** if money is missing — #finance`: when they are called, then how."""
    case, *rest = BEHIND_CASE.split(value, maxsplit=1)
    if not rest or kind_of(rest[0], words) not in REAL or kind_of(case, words) in REAL:
        return value
    is_case = any(
        one.start() == 0 and {"case", "opening"} & set(words.rungs.phrases[one.group()])
        for one in words.rungs.matches(case)
    )
    return rest[0] if is_case else value


def _from_the_address(value: str, words: Vocabulary) -> str:
    """`P1 longer than an hour. ext. 12`: the sentences in front that tell a time say when, not
    how."""
    parts = sentences(value)[:MOST_SENTENCES]
    first = next((at for at, part in enumerate(parts) if not spans_in(part, words)), 0)
    rest = " ".join(parts[first:])
    is_told = first > 0 and value.endswith(rest) and kind_of(rest, words) in REAL
    return rest if is_told else value


def contact(label: str, value: str, line: int, words: Vocabulary) -> Contact:
    """One way to reach somebody, with its kind and whether it is still to be filled in."""
    value = without_brackets(value)
    kind = kind_of(value, words)
    is_paged = kind == "none" and words.contacts.find(label) == "pointer"
    is_paged |= kind == "none" and PATH.search(value) is not None  # `Rota → Users`
    kind = "pointer" if is_paged else kind
    kind = "name" if kind == "none" and has_title(value, words) else kind
    return Contact(label.strip(), value, kind, is_placeholder(value, words), line)
