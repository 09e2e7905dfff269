"""Headings of parts that repeat whose part they are: `Repair — Kettle cold`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.page.blocks import Section
from runcard.domain.playbooks.words import folded, untitled

DASH = re.compile(r"\s+[—–-]\s+")
FEWEST = 2


def without_its_name(section: Section, under: Sequence[Section]) -> Iterator[Section]:
    """`Repair — Kettle cold` below `2. Kettle cold`, or beside `Look — Kettle cold`: whose part it
    is says nothing of the part."""
    behind = Counter(folded(DASH.split(one.title)[-1]) for one in under if DASH.search(one.title))
    name = folded(untitled(section.title))
    for one in under:
        first, *rest = DASH.split(one.title)
        said = folded(rest[-1]) if len(rest) == 1 else ""
        is_its = one is not section and bool(said) and (said in name or behind[said] >= FEWEST)
        yield replace(one, title=first) if is_its else one
