"""The shell commands of a document, each with the heading it stands under, for a quick look."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.words import folded, plain, without_emoji

FENCE = re.compile(r"\s*(?:[-*>]\s+|\d+[.)]\s+)?(`{3,}|~{3,})\s*([\w+-]*)")
HEADING = re.compile(r"(#{1,6}) +(.*)")
SHELLS = frozenset({"bash", "sh", "shell", "zsh", "console", "terminal", "shell-session"})
PROMPT = re.compile(r"\s*(?:\$|#|%|>)\s+(?=\S)")
NUMBERED = re.compile(r"\d{1,3}[.)](?:\s|$)")
LONGEST_LINE = 4000


@dataclass(frozen=True, slots=True)
class QuickCommand:
    """One command as it is typed; `is_quick` where its heading says that it is for reference."""

    heading: str
    text: str
    line: int
    is_quick: bool = False


@dataclass(frozen=True, slots=True)
class CommandWords:
    """`reference` are the words by which a heading says that what stands below it is for
    reference; `trivial` begin commands that nobody looks up."""

    reference: tuple[str, ...] = ()
    trivial: tuple[str, ...] = ()


def quick_commands(playbook: Playbook, words: CommandWords) -> tuple[QuickCommand, ...]:
    """Every command of the document's shell blocks worth looking up, in its order and once; one
    that also stands under a heading for reference is shown there."""
    worth: dict[str, QuickCommand] = {}
    for one in commands_with_headings(playbook, words.reference):
        if is_worth(one.text, words.trivial) and (one.is_quick or one.text not in worth):
            worth[one.text] = one
    return tuple(sorted(worth.values(), key=lambda one: one.line))


def is_worth(command: str, trivial: Sequence[str]) -> bool:
    """Neither a numbered sentence nor a word like `sleep`."""
    first = command.split(maxsplit=1)[:1]
    return bool(first) and first[0] not in trivial and NUMBERED.match(command) is None


def commands_with_headings(playbook: Playbook, reference: Sequence[str]) -> list[QuickCommand]:
    """Every command, whatever it is."""
    found: list[QuickCommand] = []
    heading, language, closing = "", "", ""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(playbook.lines, start=1):
        cut = line[:LONGEST_LINE]
        fence = FENCE.match(cut)
        if closing:
            if cut.strip().startswith(closing):
                is_quick = any(word in folded(heading) for word in reference)
                found += commands_of(heading, language, block, is_quick=is_quick)
                closing, block = "", []
            else:
                block.append((number, cut))
        elif fence is not None:
            closing, language = fence[1], fence[2].casefold()
        elif (title := HEADING.match(cut)) is not None:
            heading = without_emoji(plain(title[2])).strip()
    return found


def commands_of(
    heading: str, language: str, block: Sequence[tuple[int, str]], *, is_quick: bool
) -> Iterator[QuickCommand]:
    """The commands of one block; a line that ends with a backslash goes on."""
    if language not in SHELLS:
        return
    begun: tuple[int, list[str]] | None = None
    for number, line in block:
        words = line.strip()
        if begun is None:
            prompt = PROMPT.match(words) if words.startswith(("$", "%")) else None
            words = words[prompt.end() :] if prompt is not None else words
            if not words or words.startswith("#"):
                continue
            begun = number, []
        begun[1].append(words.removesuffix("\\").strip())
        if not words.endswith("\\"):
            yield QuickCommand(heading, " ".join(begun[1]), begun[0], is_quick)
            begun = None
    if begun is not None:
        yield QuickCommand(heading, " ".join(begun[1]), begun[0], is_quick)
