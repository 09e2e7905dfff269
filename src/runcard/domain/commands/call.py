"""The words of a program as its table reads them: flags with their values, and the rest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from runcard.domain.commands.model import Word
from runcard.domain.commands.rulebook import Path, Rule, Tool

# `--InstanceId`, `--DBInstanceId`.
PARAMETER = re.compile(r"--[A-Z][A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*|--[A-Z]{2,}[a-z][A-Za-z0-9]*")
NUMBER_FLAG = re.compile(r"-\d+[a-zA-Z]?\Z")
# What a verb of a table has besides one star: `[A-Z]*[A-Z]`, `put-*-*`.
MORE_THAN_A_STAR = re.compile(r"[?\[]|\*.*\*")
LEAST = -1


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag as written, with its value if it takes one; `at` is its place among the words."""

    name: str
    value: str | None
    at: int


@dataclass(frozen=True, slots=True)
class Call:
    """One program call. `places` says where each of the plain words stands in the whole."""

    words: tuple[Word, ...]
    flags: tuple[Flag, ...]
    places: tuple[int, ...]
    dashes: int | None = None
    verb_length: int = 0

    @property
    def names(self) -> frozenset[str]:
        """Every flag that is set, by its name."""
        return frozenset(flag.name for flag in self.flags)

    @property
    def plain(self) -> tuple[Word, ...]:
        """The words that are no flags."""
        return tuple(self.words[place] for place in self.places)

    @property
    def objects(self) -> tuple[Word, ...]:
        """The plain words after the verb."""
        return self.plain[self.verb_length :]

    @property
    def bare(self) -> frozenset[str]:
        """The flags that are set without a value."""
        return frozenset(flag.name for flag in self.flags if flag.value is None)

    def told_in_full(self, known: frozenset[str]) -> "Call":
        """Long flags that are cut short count as what they stand for too: `--in-pl`."""
        full = tuple(
            replace(flag, name=name)
            for flag in self.flags
            if flag.name.startswith("--") and len(flag.name) > 3 and flag.name not in known
            for name in known
            if name.startswith(flag.name)
        )
        return replace(self, flags=self.flags + full) if full else self

    def values(self, names: frozenset[str]) -> list[str]:
        """The values given to any of the flags."""
        return [flag.value for flag in self.flags if flag.name in names and flag.value is not None]


def read_call(tool: Tool, words: Sequence[Word]) -> Call:
    """Sort the words after the program's name; a flag the table does not know takes no value."""
    flags: list[Flag] = []
    places: list[int] = []
    dashes: int | None = None
    at = 0
    while at < len(words):
        text = _flag_text(tool, words[at].text)
        if text == "--":
            dashes = at
            places.extend(range(at + 1, len(words)))
            break
        if text is None:
            places.append(at)
            if tool.stops:
                places.extend(range(at + 1, len(words)))
                break
            at += 1
            continue
        following = words[at + 1].text if at + 1 < len(words) else None
        read, taken = _read_flag(tool, text, following, at)
        flags += read
        at += 1 + taken
    return Call(tuple(words), tuple(flags), tuple(places), dashes)


def _flag_text(tool: Tool, text: str) -> str | None:
    """The word if it is a flag."""
    if text.startswith("-") and text != "-":
        return text.lower() if tool.fold else text
    if tool.slash and text.startswith("/") and len(text) > 1 and "/" not in text[1:]:
        return text.lower()
    return None


def _read_flag(tool: Tool, text: str, following: str | None, at: int) -> tuple[list[Flag], int]:
    """The flags in one word, and whether the next word is the value of the last."""
    if text in tool.value_flags or _is_parameter(tool, text, following):
        return [Flag(text, following, at)], 1
    if tool.slash and ":" in text[2:]:
        name, _, value = text.partition(":")
        return [Flag(name, value, at)], 0
    if "=" in text:
        name, _, value = text.partition("=")
        return [Flag(name, value, at)], 0
    if NUMBER_FLAG.match(text):
        number = text.strip("-").rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
        letter = [Flag(f"-{text[-1]}", None, at)] if text[-1].isalpha() else []
        return [Flag("-#", number, at), *letter], 0
    if text.startswith("--") or tool.long_dash or tool.slash or text in tool.known:
        return [Flag(text, None, at)], 0
    if text[1:].lower() in tool.acts:
        return [Flag(text, None, at)], 0
    return _cluster(tool, text, following, at)


def _cluster(tool: Tool, text: str, following: str | None, at: int) -> tuple[list[Flag], int]:
    """`-rf` is `-r -f`; in `-n5` the rest is the value of `-n`."""
    flags: list[Flag] = []
    for place in range(1, min(len(text), 40)):
        name = f"-{text[place]}"
        if name in tool.value_flags:
            rest = text[place + 1 :]
            flags.append(Flag(name, rest or following, at))
            return flags, 0 if rest else 1
        if name in tool.glued:
            flags.append(Flag(name, text[place + 1 :] or None, at))
            return flags, 0
        flags.append(Flag(name, None, at))
    return flags, 0


def _is_parameter(tool: Tool, text: str, following: str | None) -> bool:
    """`--InstanceId rm-1`: what the interface of a cloud calls so has a value."""
    is_value = following is not None and not following.startswith("-")
    return tool.by_name and is_value and PARAMETER.fullmatch(text) is not None


def best_rule(tool: Tool, call: Call) -> tuple[Rule | None, int]:
    """The rule whose verb fits most exactly, the last of equals, and how many words that has."""
    said = [word.text.lower() if tool.fold else word.text for word in call.plain[:8]]
    first = said[:1]
    best: tuple[int, int, Rule | None] = (LEAST, 0, None)
    for rule in tool.rules:
        for verb in rule.verbs or ((),):
            if verb and verb[0] not in first and "*" not in verb[0]:
                continue
            score, length = _fit(verb, said)
            if score >= max(0, best[0]):
                best = (score, length, rule)
    return best[2], best[1]


def _fit(verb: Path, said: Sequence[str]) -> tuple[int, int]:
    """How well a verb fits the first words, and how many of them it takes; -1 if it does not."""
    if verb[:1] == ("**",):
        return _fit_anywhere(verb[1:], said)
    if len(verb) > len(said):
        return LEAST, 0
    score = len(verb)
    for wanted, word in zip(verb, said, strict=False):
        if wanted not in {"*", word} and ("*" not in wanted or not _is_like(word, wanted)):
            return LEAST, 0
        score += 0 if wanted == "*" else 20 if "*" in wanted else 100
    return score, len(verb)


def _is_like(word: str, wanted: str) -> bool:
    """`delete-*`: a pattern need be compiled only for the few that have more than one star."""
    if MORE_THAN_A_STAR.search(wanted) is not None:
        return fnmatchcase(word, wanted)
    start, _, end = wanted.partition("*")
    return len(word) >= len(wanted) - 1 and word.startswith(start) and word.endswith(end)


def _fit_anywhere(verb: Path, said: Sequence[str]) -> tuple[int, int]:
    """`** list`: the verb stands at the end of a path of groups."""
    for start in range(len(said) - len(verb) + 1):
        score, length = _fit(verb, said[start:])
        if score > LEAST:
            return max(1, score - 10 * (start + 1)), start + length
    return LEAST, 0
