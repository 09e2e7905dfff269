"""Roles in one sentence: `We play three roles: **lead** (decides), **scribe** (keeps the log).`"""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.model import Role, Text
from runcard.domain.playbooks.page.blocks import Outline, Paragraph, Section
from runcard.domain.playbooks.people.persons import are_of_people
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

CAST = re.compile(r"\*\*([^*\n]{2,40})\*\*\s?[(（]([^()（）]{2,200})[)）]")
BREAK = re.compile(r"[.。!?！？](?=\s|$)|[。！？]")
FEWEST = 2


def bold_casts(page: Outline, section: Section, words: Vocabulary) -> tuple[Role, ...]:
    """Two bold names at least with what each does in brackets, half of them of parts that people
    play; below a heading about roles, or behind a word for them in the same sentence."""
    is_home = "roles" in words.about(untitled(section.title))
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.quote is None and not block.in_item:
            found = tuple(_cast(page, block))
            names = [one.name for one in found]
            is_told = is_home or _speaks_of_roles(block, words)
            if len(found) >= FEWEST and is_told and are_of_people(names, words):
                return found
    return ()


def _cast(page: Outline, block: Paragraph) -> Iterator[Role]:
    """Each on the line where the name is written."""
    at = block.line
    for found in CAST.finditer(_whole(block)):
        name = found.group(1)
        at = next(
            (one for one in range(at, len(page.lines) + 1) if name in page.lines[one - 1]), at
        )
        yield Role(plain(name), at, (Text(plain(found.group(2)), at),), (), at)


def _whole(block: Paragraph) -> str:
    return "\n".join(line.text for line in block.lines)


def _speaks_of_roles(block: Paragraph, words: Vocabulary) -> bool:
    """In front of the first name, since the last stop."""
    found = CAST.search(_whole(block))
    before = BREAK.split(_whole(block)[: found.start()])[-1] if found is not None else ""
    return "roles" in words.about(plain(before))
