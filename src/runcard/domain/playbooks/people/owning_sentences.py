"""Roles in sentences: `The keeper owns the keys. The duty cook decides when we close.`"""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.model import Role, Text
from runcard.domain.playbooks.page.blocks import Paragraph, Section
from runcard.domain.playbooks.people.persons import are_of_people
from runcard.domain.playbooks.times.running_text import clauses_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import WIDE, folded, plain, untitled

FEWEST, FEWEST_ELSEWHERE = 2, 3
MOST_WORDS = 4
ENDS = ",;:.()（）"
MARKED = re.compile(r"^(?:「([^「」]{1,16})」|\*\*([^*]{1,16})\*\*)(?=[^\W\d_])")


def owning_roles(section: Section, words: Vocabulary) -> tuple[Role, ...]:
    """Two at least who own, lead or decide something, half of them named by the part they play,
    under a heading about roles or about who owns what; under any other, three who are all known
    for such parts."""
    title = untitled(section.title)
    is_home = "roles" in words.about(title) or words.people.exactly(title) == "ownership"
    found = [*_told(section, words, is_home=is_home)]
    names = {folded(one.name): one.name for one in found}
    if not FEWEST <= len(names) == len(found):
        return ()
    known = [one for one in names.values() if words.people.speaks_of(one, "agent")]
    is_cast = are_of_people([*names.values()], words) if is_home else len(known) == len(names)
    return tuple(found) if is_cast and (is_home or len(names) >= FEWEST_ELSEWHERE) else ()


def _told(section: Section, words: Vocabulary, *, is_home: bool) -> Iterator[Role]:
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.quote is None and not block.in_item:
            if not any(words.people.speaks_of(line.text, "owns") for line in block.lines):
                continue
            for said in clauses_of(block.lines):
                name = _owner(plain(said.text), words)
                name = name or (_in_wide_script(said.text, words) if is_home else "")
                if name:
                    line = _line_of(name, said, block.lines)
                    yield Role(name, line, (Text(plain(said.text), line),), (), line)


def _line_of(name: str, said: Text, lines: Sequence[Text]) -> int:
    """Where the name stands: its article may be the last word of the line before."""
    behind = (line for line in lines if line.line >= said.line)
    return next((line.line for line in behind if name in plain(line.text)), said.line)


def _owner(sentence: str, words: Vocabulary) -> str:
    """The few words between an article and what is done: `A human reviewer` owns the last look."""
    first, _, rest = sentence.partition(" ")
    if "article" not in words.particles.phrases.get(folded(first), ()):
        return ""
    verbs = [
        one.start()
        for one in words.people.matches(rest)
        if "owns" in words.people.phrases[one.group()] and one.start() > 0
    ]
    name = rest[: verbs[0]].strip() if verbs else ""
    is_short = 0 < len(name.split()) <= MOST_WORDS
    return name if is_short and not any(sign in ENDS for sign in name) else ""


def _in_wide_script(sentence: str, words: Vocabulary) -> str:
    """`「記録係」は時刻を残す`, `**记录**由…担任`: without an article, a name in quotes or in bold,
    or that of a part, and what is done behind it."""
    marked = MARKED.match(sentence)
    parts = [
        one.group()
        for one in words.people.matches(sentence)
        if one.start() == 0 and "agent" in words.people.phrases[one.group()]
    ]
    name = (marked.group(1) or marked.group(2)) if marked is not None else "".join(parts[:1])
    behind = sentence[marked.end() if marked is not None else len(name) :]
    is_told = WIDE.match(behind) is not None and words.people.speaks_of(behind, "owns")
    return name if name and is_told else ""
