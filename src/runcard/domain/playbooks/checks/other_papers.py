"""Numbers of parts that are those of another paper, as their titles and their places tell."""

import re
from collections.abc import Iterator, Mapping

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.page.blocks import Section
from runcard.domain.playbooks.words import folded, plain, untitled

# `§2 Lock gates, §9 Boats`: a number, and the title that belongs to it.
TITLED = re.compile(r"§\s?(\d{1,2}(?:\.\d{1,2})?)\s{1,2}([A-Z][\w’'/-]{2,40}(?:\s[\w/’'-]{3,40})?)")
# `(Harbour manual §23.)`: where a rule comes from, alone in its brackets.
SOURCE = re.compile(r"\(\s*[A-Z][\w’'-]{2,40}\s[\w’'-]{3,40}\s§\s?\d[\d.]*\s*\)")
WORD = re.compile(r"\w{3,}")
STEM = 4
FEWEST = 2  # titles that are not those of this page, before all its numbers are another's


def are_of_another_paper(headed: Mapping[str, Section], facts: Facts) -> bool:
    """Behind `§` stand titles that the parts of this page with these numbers do not have."""
    told = [*_titles_told(headed, facts)]
    return len(told) >= FEWEST and not any(told)


def is_a_source(text: str, at: int, facts: Facts) -> bool:
    """It stands alone in brackets behind the name of the paper, and nobody is sent there."""
    found = next((one for one in SOURCE.finditer(text) if one.start() <= at < one.end()), None)
    return found is not None and not facts.speaks("references", found.group()) & {"see", "this"}


def _titles_told(headed: Mapping[str, Section], facts: Facts) -> Iterator[bool]:
    """Of each number with a title behind it whether the part here is called so."""
    for line in facts.page.lines:
        for found in TITLED.finditer(line[:2000]) if "§" in line else ():
            here = headed.get(found.group(1))
            if here is not None:
                yield bool(_stems(found.group(2)) & _stems(plain(untitled(here.title))))


def _stems(title: str) -> set[str]:
    return {word[:STEM] for word in WORD.findall(folded(title))}
