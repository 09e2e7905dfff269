"""Names of people as rules compare them."""

from collections.abc import Iterator

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.words import WIDE, folded, plain

MOST_WORDS = 8  # of a name


def name_of(who: str) -> str:
    """As names are compared: small letters, without signs and what stands in brackets."""
    return folded(plain(who)).split("(")[0].strip()


def is_among(name: str, known: set[str]) -> bool:
    """The name, a part of one that is known, or one with more words around it."""
    wanted = name_of(name)
    if wanted in known or any(part in known for part in _parts_of(wanted)):
        return True
    words = set(wanted.split())
    if any(" " in other and set(other.split()) <= words for other in known):
        return True  # `crew of the desk of the tower`, listed as `tower desk`
    is_wide = WIDE.search(wanted) is not None  # `副当番` has no blank before `当番`
    return any(wanted in other or (is_wide and other in wanted) for other in known if other)


def is_a_way(name: str, facts: Facts) -> bool:
    """`Email: desk@lock.example` in a list of the ways to write: the first word is no person."""
    known = facts.words.lint.get("people")
    return known is not None and known.exactly(name) == "channel"


def _parts_of(name: str) -> Iterator[str]:
    """Every run of a few words of it."""
    words = [word.strip(".,;:") for word in name.split()[:MOST_WORDS]]
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            yield " ".join(words[first:last])
