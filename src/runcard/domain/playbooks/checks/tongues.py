"""Languages whose words no list knows: what such a page leaves unsaid, nobody can tell."""

import re
from collections.abc import Iterable, Iterator

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Flaw

# Greek, Cyrillic, Armenian, Hebrew, Arabic, the scripts of India, Thai and their neighbours.
UNREAD = re.compile(r"[\u0370-\u1dff\u1f00-\u1fff]")
WORD = re.compile(r"[^\W\d_]{2,}")
FEWEST = 4  # lines in such a language; fewer are quoted
LONGEST_LINE = 600
# Whether anybody keeps the page, whom it names and what a time means is asked of its words as well.
ABSENT = {"RC012", "RC103", "RC401"}


def without_guesses(found: Iterable[Finding], facts: Facts) -> Iterator[Finding]:
    """Less what would say that something is missing from a page that cannot be read."""
    is_unread = _is_unread(facts)
    for one in found:
        if not (is_unread and (one.flaw is Flaw.MISSING or one.code in ABSENT)):
            yield one


def _is_unread(facts: Facts) -> bool:
    """More of its lines have the little words of such a language than those of a known one."""
    foreign = {said.line for said in facts.said_of("tongues", "unread")}
    foreign |= {said.line for said in facts.said if _is_in_another_script(said.text)}
    known = {said.line for said in facts.said_of("tongues", "read")}
    return len(foreign) >= FEWEST and len(foreign - known) > len(known)


def _is_in_another_script(text: str) -> bool:
    if text.isascii():
        return False
    words = WORD.findall(text[:LONGEST_LINE])
    return 2 * sum(UNREAD.search(word) is not None for word in words) > len(words)
