"""Lists of names with their addresses: for reaching people, whatever the heading above says."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.page.addresses import REAL, REMARK, TOKEN, is_placeholder, kind_of
from runcard.domain.playbooks.page.blocks import Item, Label, label_of
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

# `(pager ship-2): keeps the keys`, and what stands up to the first comma or stop.
ASIDE = re.compile(r"^[(（][^()（）]{1,60}[)）]\s*[:：]?\s*")
DIGIT = re.compile(r"\d")
CALLED, CASES = {"alarmed", "is_called"}, {"case", "opening"}
FEWEST = 2
PIECE = re.compile(r"[,，、;；]\s|[.]\s|。")


def is_call_list(entries: Sequence[Item], words: Vocabulary) -> bool:
    """Names with real addresses behind them are for reaching people, not an order of calling; so
    are gaps for addresses and pages of the web, where nothing is numbered."""
    labels = [label_of(item.text) for item in entries]
    values = [label.value for label in labels if label and label.value]
    kinds = [kind_of(value, words) for value in values]
    told = [kind for kind in kinds if kind != "none"]
    is_real = bool(REAL & set(kinds)) and len(told) >= FEWEST and 2 * len(told) >= len(entries)
    are_ways = _are_gaps(values, words) or _are_places(labels, words)
    is_each = len(values) == len(entries)
    are_ways |= is_each and (_are_only_gaps(values, words) or _is_one_open(values, words))
    return is_real or (are_ways and not entries[0].numbered)


def _are_places(labels: Sequence[Label | None], words: Vocabulary) -> bool:
    """`Ticket desk: https://…`: half are pages to ask at, behind a name that is nobody's."""
    pages = [one for one in labels if one is not None and kind_of(one.value, words) == "url"]
    named = [one for one in pages if not plays_a_part(one.name, words)]
    return bool(named) and 2 * len(named) >= len(labels)


def _are_gaps(values: Sequence[str], words: Vocabulary) -> bool:
    """`<name> - <phone>`, in each entry."""
    gaps = [[kind_of(gap, words) for gap in TOKEN.findall(value)] for value in values]
    return len(gaps) >= FEWEST and all(REAL & set(kinds) for kinds in gaps)


def _are_only_gaps(values: Sequence[str], words: Vocabulary) -> bool:
    """`[link]`, `[name and contact]`: nothing else in any entry, and one at least is for a way."""
    are_alone = len(values) >= FEWEST and all(TOKEN.fullmatch(value) for value in values)
    return are_alone and any(_asks_for_a_way(value, words) for value in values)


def _is_one_open(values: Sequence[str], words: Vocabulary) -> bool:
    """`Ask at the gate`, `(add phone)`: a gap for a way beside values that tell neither a case nor
    a wait; so what stands behind the other names is how they are reached, too."""
    gaps = [one for one in values if _is_only_a_gap(one) and is_placeholder(one, words)]
    are_ways = any(_asks_for_a_way(one, words) for one in gaps)
    told = any(_tells_when(one, words) or spans_in(one, words) for one in values)
    return len(values) >= FEWEST and are_ways and not told


def _asks_for_a_way(gap: str, words: Vocabulary) -> bool:
    return words.contacts.find(gap) in REAL or words.people.speaks_of(gap, "way")


def _is_only_a_gap(value: str) -> bool:
    return TOKEN.fullmatch(value) is not None or REMARK.match(value) is not None


def share_for_reaching(labels: Sequence[Label | None], words: Vocabulary) -> float:
    """How many of the names have an address, or where it is found, directly behind them; behind
    the others stands what somebody does."""
    told = [label for label in labels if label is not None and label.value]
    return sum(_is_way(label.value, words) for label in told) / max(len(told), 1)


def _is_way(value: str, words: Vocabulary) -> bool:
    first = PIECE.split(ASIDE.sub("", value.lstrip("-–— ")), maxsplit=1)[0]
    return kind_of(first, words) != "none"


def is_only_a_duty(label: Label, words: Vocabulary) -> bool:
    """Behind somebody's name stands what he does, in small letters, and nothing of how or when he
    is called."""
    said = label.value
    is_said = said[:1].islower() and len(said.split()) >= FEWEST and DIGIT.search(said) is None
    is_somebody = words.people.speaks_of(label.name, "agent")
    is_way = kind_of(said, words) != "none" or is_placeholder(said, words)
    is_case = _tells_when(said, words) or bool(spans_in(said, words))
    return is_said and is_somebody and not is_way and not is_case


def _tells_when(said: str, words: Vocabulary) -> bool:
    """`only by night`, `called by the mate`."""
    found = [(one.start(), words.rungs.phrases[one.group()]) for one in words.rungs.matches(said)]
    return any(
        CALLED & set(concepts) or (at == 0 and CASES & set(concepts)) for at, concepts in found
    )
