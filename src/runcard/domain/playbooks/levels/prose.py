"""Levels that are told in sentences: `SEV1 means that nobody can pay. SEV2 means …`."""

from collections.abc import Iterator

from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import SeverityForm, Text
from runcard.domain.playbooks.page.blocks import Paragraph, Section, label_of
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

LONGEST_HEAD = 40
FEWEST = 2
APART = ("(", "（", ":", "：", "-", "–", "—")


def level_sentences(section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    """Under a heading about severity, running text whose lines or sentences begin with a level."""
    if "severity" not in words.about(untitled(section.title)):
        return
    entries: dict[str, LevelEntry] = {}
    for block in section.blocks:
        lines = block.lines if isinstance(block, Paragraph) and block.quote is None else ()
        for entry in (found for line in lines for found in _entries(line, words)):
            entries.setdefault(entry.head.key, entry)
    if len(entries) >= FEWEST:
        found = tuple(entries.values())
        yield LevelGroup(SeverityForm.NONE, section.line, found, section)


def _entries(said: Text, words: Vocabulary) -> Iterator[LevelEntry]:
    """The level a whole line is about, else those of its sentences."""
    whole = _line_entry(said, words)
    if whole is not None:
        yield whole
        return
    for sentence in sentences(plain(said.text)):
        entry = _entry(sentence, said.line, words)
        if entry is not None:
            yield entry


def _line_entry(said: Text, words: Vocabulary) -> LevelEntry | None:
    """`P1 – Critical: nobody can pay. Response: 15 min.`, a line for each level."""
    label = label_of(said.text)
    head = level_head(label.name, words) if label is not None and not label.bold else None
    if label is None or head is None or not label.value:
        return _named_first(said, words)
    return LevelEntry(head, said.line, label.value)


def _named_first(said: Text, words: Vocabulary) -> LevelEntry | None:
    """`Level 1 (Nobody boards). No gate opens. We are there in 10 minutes.`: the name is a sentence
    of its own."""
    first, *rest = sentences(plain(said.text)) or ("",)
    name = first.rstrip(".。")
    head = level_head(name, words) if rest and name != first and len(name) <= LONGEST_HEAD else None
    if head is None or name[len(head.key) :].lstrip()[:1] not in APART:
        return None
    return LevelEntry(head, said.line, " ".join(rest))


def _entry(sentence: str, line: int, words: Vocabulary) -> LevelEntry | None:
    """The level a sentence begins with, before a word that says what it means."""
    for found in words.means.matches(sentence[: 2 * LONGEST_HEAD]):
        name = sentence[: found.start()].strip()
        head = level_head(name, words) if 0 < len(name) <= LONGEST_HEAD else None
        if head is not None:
            return LevelEntry(head, line, sentence[found.end() :].strip(" :："))
    return None
