"""Levels that are told in sentences: `SEV1 means that nobody can pay. SEV2 means …`, or in a
paragraph each, `A Severity 1 incident is one where … We answer within 10 minutes.`"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.levels.openings import LONGEST_HEAD, meaning_in
from runcard.domain.playbooks.model import SeverityForm, Text
from runcard.domain.playbooks.page.blocks import Block, Item, Paragraph, Section, label_of
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.named_promises import promises_in
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST = 2
APART = ("(", "（", ":", "：", "-", "–", "—")
COLONS = (":", "：")


def level_sentences(section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    """Under a heading about severity, running text whose lines or sentences begin with a level;
    under any other, paragraphs that each begin with what an incident of a level is."""
    is_home = "severity" in words.about(untitled(section.title))
    entries: dict[str, LevelEntry] = {}
    for entry in _with_lists(section.blocks, words):
        if is_home or entry.is_led:
            entries.setdefault(entry.head.key, entry)
    if len(entries) >= FEWEST:
        found = tuple(entries.values())
        yield LevelGroup(SeverityForm.NONE, section.line, found, section)


def _with_lists(blocks: Sequence[Block], words: Vocabulary) -> list[LevelEntry]:
    """The levels of all paragraphs, each with the list that its last line leads to."""
    found: list[LevelEntry] = []
    is_listing = False
    for block in blocks:
        if isinstance(block, Paragraph) and block.quote is None and not block.in_item:
            told = [one for lines in _parts(block.lines, words) for one in _told(lines, words)]
            found.extend(told)
            is_listing = bool(told) and block.lines[-1].text.rstrip(" *_").endswith(COLONS)
        elif isinstance(block, Item) and is_listing:
            found[-1] = replace(found[-1], blocks=(*found[-1].blocks, block))
        else:
            is_listing = False
    return found


def _parts(lines: Sequence[Text], words: Vocabulary) -> Iterator[tuple[Text, ...]]:
    """The lines of a paragraph, cut in front of each that is about a level as a whole."""
    part: list[Text] = []
    for line in lines:
        if part and _line_entry((line,), words) is not None:
            yield tuple(part)
            part = []
        part.append(line)
    yield tuple(part)


def _told(lines: tuple[Text, ...], words: Vocabulary) -> Iterator[LevelEntry]:
    """The level that lines as a whole are about, else those of their sentences."""
    whole = _line_entry(lines, words)
    if whole is not None:
        yield whole
        return
    said = [Text(plain(line.text), line.line) for line in lines]
    entry: LevelEntry | None = None
    for sentence in sentences_of(said):
        found = _entry(sentence, tuple(said), words)
        if found is None and entry is not None:
            entry = replace(entry, behind=f"{entry.behind} {sentence.text}".strip())
        elif found is not None:
            yield from (entry,) if entry is not None else ()
            entry = found
    yield from (entry,) if entry is not None else ()


def _line_entry(lines: tuple[Text, ...], words: Vocabulary) -> LevelEntry | None:
    """`P1 – Critical: nobody can pay. Response: 15 min.`, a line for each level."""
    said = " ".join(line.text for line in lines)
    label = label_of(said)
    head = level_head(label.name, words) if label is not None and not label.bold else None
    if label is None or head is None or not label.value:
        return _name_alone(plain(said), lines, words)
    return LevelEntry(head, lines[0].line, label.value, told=lines)


def _name_alone(said: str, lines: tuple[Text, ...], words: Vocabulary) -> LevelEntry | None:
    """`Level 1 (Nobody boards). No gate opens. We are there in 10 minutes.`: the name is a sentence
    of its own."""
    first, *rest = sentences(said) or ("",)
    name = first.rstrip(".。")
    head = level_head(name, words) if rest and name != first and len(name) <= LONGEST_HEAD else None
    if head is None or name[len(head.key) :].lstrip()[:1] not in APART:
        return None
    return LevelEntry(head, lines[0].line, " ".join(rest), told=lines)


def _entry(sentence: Text, lines: tuple[Text, ...], words: Vocabulary) -> LevelEntry | None:
    """The level a sentence begins with, before a word that says what it means."""
    meant = meaning_in(sentence.text, words)
    if meant is None or not meant.text:
        return None
    is_first = sentence.line == lines[0].line and lines[0].text.startswith(sentence.text[:8])
    is_led = meant.is_led and is_first and not any(promises_in(meant.text, words))
    is_coded = any(map(str.isdigit, meant.head.key))
    head = replace(meant.head, sure=True) if is_led and is_coded else meant.head
    return LevelEntry(head, sentence.line, meant.text, told=lines, is_led=is_led)
