"""Checks of a repair that are told in a sentence: what must be seen, and by which command."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.appendix import FencedBlock, FenceKind
from runcard.domain.playbooks.nouns.procedures import Part
from runcard.domain.playbooks.page.blocks import (
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    label_of,
    prose,
)
from runcard.domain.playbooks.procedures.fences import commands_in
from runcard.domain.playbooks.procedures.verifications import is_look
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

CODE = re.compile(r"`([^`\n]{2,400})`")
NAME = re.compile(r"[A-Za-z][\w.-]{4,60}")
# `lid_heat`, `visit_log`: what machines keep and count, and nothing that is typed.
KEPT_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+")
RUN = {FenceKind.COMMANDS, FenceKind.SQL}
LONGEST = 600
MOST_SENTENCES = 12
MOST_LOOKS = 24
CLOSE_BY = 3

Fences = Mapping[int, FencedBlock]


@dataclass(frozen=True, slots=True)
class _Done:
    """Something that is run, in a fence or in a sentence: whether it only looks, and, of the last
    one in a fence, the line on which that ends."""

    text: str
    line: int
    looks: bool
    end: int | None = None


@dataclass
class _Above:
    """What was run above a sentence: whether anything was changed, the first looks, the last of
    all."""

    looks: list[_Done] = field(default_factory=list)
    last: _Done | None = None
    is_changed: bool = False

    def add(self, one: _Done) -> None:
        self.last = one
        self.is_changed = self.is_changed or not one.looks
        if one.looks and len(self.looks) < MOST_LOOKS:
            self.looks.append(one)


def told_check(
    page: Outline, section: Section, known: tuple[Fences, Sequence[Part]], words: Vocabulary
) -> Text | None:
    """The first command behind a change that a sentence calls a check of it; what is checked in a
    diagnosis is for finding the cause. Else the one behind the name of the part."""
    fences, parts = known
    above = _Above()
    labelled = _labelled(page, section, parts, words)
    for under in page.under(section):
        for block in under.blocks:
            if isinstance(block, Fence):
                is_sought = _is_in_diagnosis(block.line, parts)
                for one in _in_fence(block, fences, words):
                    # Whoever looks for the cause has repaired nothing yet.
                    above.add(replace(one, looks=True) if is_sought else one)
            elif isinstance(block, Paragraph | Item):
                found = _in_block(block, above, words)
                if found is not None and not _is_in_diagnosis(block.line, parts):
                    return Text(found.text.split("\n")[0], found.line)
    return labelled


def _labelled(
    page: Outline, section: Section, parts: Sequence[Part], words: Vocabulary
) -> Text | None:
    """`**Verification:** `millctl status``, `**Prüfung:** run `millctl status``."""
    opened = {part.line for part in parts if part.name == "verification"}
    for line in (line for under in page.under(section) for line in prose(under)):
        label = label_of(line.text) if line.line in opened else None
        found = CODE.search(label.value[:LONGEST]) if label is not None else None
        if label is None or found is None:
            continue
        before = label.value[: found.start()].strip(" :：")
        is_led = not before or words.checks.exactly(before) in {"redo", "test"}
        if is_led and _is_run(found.group(1), words):
            return Text(found.group(1), line.line)
    return None


def _is_run(code: str, words: Vocabulary) -> bool:
    """A command with something behind it, or one that is known to look."""
    is_typed = code[0].isalpha() or code.startswith("./")
    return is_typed and not _is_kept(code, words) and (" " in code or is_look(code, words))


def _is_in_diagnosis(line: int, parts: Sequence[Part]) -> bool:
    begun = [part for part in parts if part.line <= line]
    return bool(begun) and max(begun, key=lambda part: part.line).name == "diagnosis"


def _in_block(block: Paragraph | Item, above: _Above, words: Vocabulary) -> _Done | None:
    for sentence, line in _sentences(block):
        found = _check_in(sentence, line, above, words)
        if found is not None:
            return found
        for one in _in_sentence(sentence, line, words):
            above.add(one)
    return None


def _in_fence(fence: Fence, fences: Fences, words: Vocabulary) -> Iterator[_Done]:
    known = fences.get(fence.line)
    if known is None or known.kind not in RUN:
        return
    commands = commands_in(fence, known.kind)
    for number, one in enumerate(commands, 1):
        end = fence.end if number == len(commands) else None
        yield _Done(one.text, one.line, is_look(one.text, words), end)


def _sentences(block: Paragraph | Item) -> Iterator[tuple[str, int]]:
    for line in block.lines:
        for sentence in sentences(plain(line.text[:LONGEST]))[:MOST_SENTENCES]:
            yield sentence, line.line


def _in_sentence(sentence: str, line: int, words: Vocabulary) -> Iterator[_Done]:
    """Commands in running text that change something."""
    for code in CODE.findall(sentence):
        if " " in code and "change" in words.looks.all(code) and not is_look(code, words):
            yield _Done(code, line, looks=False)


def _check_in(sentence: str, line: int, above: _Above, words: Vocabulary) -> _Done | None:
    """By a command of its own, by one that was shown before, or because it says what the last one
    above must show."""
    if not above.is_changed or _is_case(sentence, words):
        return None
    said = words.checks.all(sentence)
    own = _own(sentence, line, said, words)
    if own is not None:
        return own
    if not above.looks or not said & {"must", "test", "redo"}:
        return None
    if "must" in said and _is_just_above(above.last, line):
        return above.last
    return _shown_before(sentence, said, above.looks, words)


def _is_just_above(last: _Done | None, line: int) -> bool:
    """A look at the end of a fence that the sentence follows."""
    if last is None or last.end is None or not last.looks:
        return False
    return line - last.end <= CLOSE_BY


def _is_case(sentence: str, words: Vocabulary) -> bool:
    """`If it stays cold, check …` is for some other time."""
    return any(
        found.start() == 0 and "if" in words.talk.phrases[found.group()]
        for found in words.talk.matches(sentence)
    )


def _own(sentence: str, line: int, said: frozenset[str], words: Vocabulary) -> _Done | None:
    """`check with `df -h``, ``df -h` must be below 80 %`, ``df -h` afterwards`."""
    if not said & {"must", "test", "after"}:
        return None
    begins = any(found.start() == 0 for found in _tests(sentence, words))
    for found in CODE.finditer(sentence):
        code = found.group(1)
        is_unknown = " " in code and not words.looks.all(code)
        is_named = begins or _is_measured(sentence[found.end() :], words)
        is_sure = is_look(code, words) and _stands_free(sentence, said, words)
        is_run = (code[0].isalpha() or code.startswith("./")) and not _is_kept(code, words)
        if is_run and (is_sure or (is_unknown and is_named)):
            return _Done(code, line, looks=True)
    return None


def _is_kept(code: str, words: Vocabulary) -> bool:
    """A table, a log or a count by its name; a program known by such a name is none."""
    known = words.looks.exactly(code) or words.shell.exactly(code)
    return KEPT_NAME.fullmatch(code) is not None and known is None


def _tests(sentence: str, words: Vocabulary) -> Iterator[Mention]:
    return (one for one in words.checks.matches(sentence) if _says(one, "test", words))


def _says(one: Mention, concept: str, words: Vocabulary) -> bool:
    return concept in words.checks.phrases[one.group()]


def _is_measured(behind: str, words: Vocabulary) -> bool:
    """`passes`, `must show …` directly behind a command."""
    text = behind.lstrip()
    return any(one.start() == 0 and _says(one, "must", words) for one in words.checks.matches(text))


def _stands_free(sentence: str, said: frozenset[str], words: Vocabulary) -> bool:
    """Where only `then` is said, the sentence has no other work in it."""
    return bool(said & {"must", "test"}) or "change" not in words.looks.all(sentence)


def _shown_before(
    sentence: str, said: frozenset[str], seen: Sequence[_Done], words: Vocabulary
) -> _Done | None:
    """`Run the first query again`, `Count again`, ``Threads_connected` must fall`."""
    is_again = words.talk.speaks_of(sentence, "again")
    is_shown = "shown" in said and (is_again or bool(said & {"must", "test"}))
    if is_shown or (is_again and "test" in said):
        return _meant(said, seen)
    if not said & {"must", "test"}:
        return None
    names = set(NAME.findall(" ".join(CODE.findall(sentence)) or _capitals(sentence)))
    return next((one for one in seen if names & _names_in(one.text)), None)


def _names_in(command: str) -> set[str]:
    """All but the tool."""
    return set(NAME.findall(command.partition(" ")[2]))


def _meant(said: frozenset[str], seen: Sequence[_Done]) -> _Done:
    """The first of those that were shown, where no other is named."""
    at = -1 if "last" in said else 1 if "second" in said and len(seen) > 1 else 0
    return seen[at]


def _capitals(sentence: str) -> str:
    """What is written like the name of something that is run: `DBCC SQLPERF`."""
    return " ".join(word for word in sentence.split() if word.isupper())
