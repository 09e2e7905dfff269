"""What is told of a level with its definition, and told otherwise further down."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Finding, Playbook, Severity
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import folded, plain

PARTS = re.compile(r"[/|;]|,\s|\.\s")
LABEL = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,4}")
SHORTEST = 8  # signs of a label that is known again
LONGEST = 14  # lines of a level's definition
NIGHT = re.compile(r"\b2[0-3](?::00)?\s?(?:h|uhr)?\s?(?:[-–]|[^\W\d_]{1,3}\s)\s?0?[5-8]\b", re.I)
NOT_HERE = {"templates", "escalation", "contacts"}


@dataclass(frozen=True, slots=True)
class _Promise:
    """A time with its own name in the definition of a level."""

    label: str
    seconds: int
    text: str
    line: int


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Times, hours and reviews of one level that differ in two places."""
    levels = playbook.severities
    if len(levels) < 2:
        return
    blocks = {level.key: _block(level, levels, facts) for level in levels}
    inside = {line for block in blocks.values() for line in block}
    yield from _milder_first(levels, blocks, facts)
    promises = {key: list(_promises(block, facts)) for key, block in blocks.items()}
    rhythms = {one.every.line for one in playbook.cadences}
    for said in facts.said:
        elsewhere = said.line not in inside and not facts.about(said.section) & NOT_HERE
        for text in sentences(said.text):
            keys = keys_in(text, levels, facts.words)
            if keys and elsewhere and said.line not in rhythms:
                yield from _otherwise(said, text, keys, promises, facts)
            if keys and elsewhere:
                yield from _rhythm(said, text, keys, playbook, facts)
            if keys:
                yield from _hours(said, text, keys, levels, facts)
    yield from _review_or_none(playbook, facts)


def _block(level: Severity, levels: Sequence[Severity], facts: Facts) -> range:
    """The lines of its definition."""
    later = [one.line for one in levels if one.line > level.line]
    end = min([*later, level.line + LONGEST, len(facts.page.lines) + 1])
    for line in range(level.line + 1, end):
        if facts.page.lines[line - 1].startswith("#"):
            return range(level.line, line)
    return range(level.line, end)


def _promises(block: range, facts: Facts) -> Iterator[_Promise]:
    for line in block:
        text = plain(facts.page.lines[line - 1])
        for part in PARTS.split(text[:600]) if not text.startswith("|") else ():
            spans = spans_in(part, facts.words)
            if len(spans) != 1 or not spans[0].seconds:
                continue
            label = LABEL.match(part.strip(" -*•:"))
            name = folded(label.group()) if label else ""
            if len(name) >= SHORTEST and spans[0].start >= part.find(name[:3]):
                cut = folded(part[: spans[0].start]).strip(" -*•:")
                yield _Promise(cut or name, spans[0].seconds, part.strip(), line)


def _otherwise(
    said: Said, text: str, keys: Sequence[str], promises: dict[str, list[_Promise]], facts: Facts
) -> Iterator[Finding]:
    """The same name with another time."""
    spans = [span for span in spans_in(text, facts.words) if span.seconds]
    if len(spans) != 1 or len(keys) != 1 or said.kind == "row":
        return
    low = folded(plain(text))
    for one in promises.get(keys[0], []):
        if len(one.label) >= SHORTEST and one.label in low and one.seconds != spans[0].seconds:
            about = f"{keys[0]}: “{one.text}” in line {one.line}, “{text.strip()[:80]}” here"
            yield facts.finding("RC104", said.line, about)


def _rhythm(
    said: Said, text: str, keys: Sequence[str], playbook: Playbook, facts: Facts
) -> Iterator[Finding]:
    """`For B tell the harbour every hour`, where its level says every three."""
    level = next((one for one in playbook.severities if [one.key] == list(keys)), None)
    every = level.cadence if level is not None else None
    known = {one.every.line for one in playbook.cadences} | {
        one.every.line for one in playbook.drills
    }
    if every is None or not every.seconds or said.kind == "row" or said.line in known:
        return
    if "tell" not in facts.speaks("steps", text) or facts.speaks("told_times", text) & {"public"}:
        return
    spans = [span for span in spans_in(text, facts.words) if span.seconds]
    if len(spans) == 1 and spans[0].is_period and spans[0].seconds != every.seconds:
        about = f"{keys[0]}: “{every.text}” in line {every.line}, “{text.strip()[:80]}” here"
        yield facts.finding("RC203", said.line, about)


def _milder_first(
    levels: Sequence[Severity], blocks: dict[str, range], facts: Facts
) -> Iterator[Finding]:
    """The same name in two neighbouring levels, with the longer time for the worse."""
    for worse, lighter in pairwise(levels):
        known = {one.label: one for one in _promises(blocks[lighter.key], facts)}
        for one in _promises(blocks[worse.key], facts):
            other = known.get(one.label)
            if other is not None and one.seconds > other.seconds:
                about = f"{worse.key}: “{one.text}”, {lighter.key}: “{other.text}”"
                yield facts.finding("RC124", other.line, about)


def _hours(
    said: Said, text: str, keys: Sequence[str], levels: Sequence[Severity], facts: Facts
) -> Iterator[Finding]:
    """`At night only S1 pages`, where S2 is answered around the clock; or the other way round."""
    spoken = facts.speaks("told_times", text)
    if not spoken >= {"only", "takes_calls"}:
        return
    is_night = "night" in spoken or NIGHT.search(text) is not None
    for level in levels:
        own = level.response or level.acknowledge
        hours = facts.speaks("told_times", facts.page.lines[own.line - 1]) if own else frozenset()
        if level.key in keys:
            clash = "out_of_hours" in spoken and "in_hours" in hours and "always" not in hours
        else:
            clash = (is_night or "out_of_hours" in spoken) and "always" in hours
        if clash and own is not None:
            about = f"{level.key}: “{own.text}” in line {own.line}, “{text.strip()[:90]}” here"
            yield facts.finding("RC104", said.line, about)
            return


def _review_or_none(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`After S1 and S2 a review is held`, and `no review is needed for S2`."""
    for said in facts.said_of("told_times", "no_review"):
        near = facts.said_in(said.section)
        wanted: set[str] = set()
        spared: set[str] = set()
        for text in (text for one in near for text in sentences(one.text)):
            keys = set(keys_in(text, playbook.severities, facts.words))
            if "no_review" in facts.speaks("told_times", text):
                spared |= keys
            elif "review" in facts.words.review.all(text):
                wanted |= keys
        if both := sorted(wanted & spared):
            yield facts.finding("RC606", said.line, f"{both[0]}: a review here, and none there")
            return
