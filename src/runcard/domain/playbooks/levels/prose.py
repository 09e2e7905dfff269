"""Levels that are told in sentences: `SEV1 means that nobody can pay. SEV2 means …`."""

from collections.abc import Iterator

from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import SeverityForm
from runcard.domain.playbooks.page.blocks import Paragraph, Section
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

LONGEST_HEAD = 40
FEWEST = 2


def level_sentences(section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    """Under a heading about severity, running text whose sentences begin with a level each."""
    if "severity" not in words.about(untitled(section.title)):
        return
    entries: dict[str, LevelEntry] = {}
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.quote is None:
            for said in block.lines:
                for sentence in sentences(plain(said.text)):
                    entry = _entry(sentence, said.line, words)
                    if entry is not None:
                        entries.setdefault(entry.head.key, entry)
    if len(entries) >= FEWEST:
        found = tuple(entries.values())
        yield LevelGroup(SeverityForm.NONE, section.line, found, section)


def _entry(sentence: str, line: int, words: Vocabulary) -> LevelEntry | None:
    """The level a sentence begins with, before a word that says what it means."""
    for found in words.means.matches(sentence[: 2 * LONGEST_HEAD]):
        name = sentence[: found.start()].strip()
        head = level_head(name, words) if 0 < len(name) <= LONGEST_HEAD else None
        if head is not None:
            return LevelEntry(head, line, sentence[found.end() :].strip(" :："))
    return None
