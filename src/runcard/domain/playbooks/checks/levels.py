"""What the severity levels leave open: none at all, gaps in the row, words nobody can measure."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from runcard.domain.playbooks.checks import hints, unmeasured
from runcard.domain.playbooks.checks.unmeasured import AMONG, described
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Finding, Playbook, Severity, Text
from runcard.domain.playbooks.words import WIDE

TELLING = 3  # words of a name that says what the level is for
FEWEST_WIDE = 6  # signs of such words, where they are not set apart
WAITS = ("next_business_day", "business_days", "next_release")
KEY = re.compile(r"^(.*?)(\d+)$")
ALERT = re.compile(
    r"[\s|*_>-]{0,8}(?:alert(?:[ _-]?name)?|alerte|alarm[ae]?|アラート|告警)"
    r"[\s*_]{0,8}[:：|][\s*_]{0,8}`?[\w-]{3,99}`?[\s*|]*$",
    re.IGNORECASE,
)
HEAD = 12  # lines
LINKED_FILE = re.compile(r"\]\(([^)\s]+\.md(?:#[^)\s]*)?)\)")
BEHIND = 2  # words behind a level, among which a supplier's case may be named
# `ASIL Level 3`: of a standard.
OTHER_SCHEME = re.compile(
    r"(?<![\w-])(?<![A-Z]{2} )(?:P|SEV|Sev|Level|Severity|S|Prio|Priority)[ -]?[0-5](?![\w-]|\.\d)"
)


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the levels themselves."""
    levels = playbook.severities
    if not levels:
        yield from _none_defined(playbook, facts)
        return
    yield from _skipped(levels, facts)
    yield from _undefined(levels, facts)
    yield from unmeasured.check(levels, facts)
    yield from _no_incidents(levels, facts)
    yield from _other_schemes(levels, facts)


def _none_defined(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Levels that another file defines cannot be read on the night that file is out of reach."""
    for said in facts.said_of("documents"):
        if facts.speaks("documents", said.text) & {"severity"}:
            raw = facts.page.lines[said.line - 1]
            linked = LINKED_FILE.search(raw)
            if linked is not None:
                found = facts.finding("RC002", said.line, linked.group(1))
                yield facts.marked(found, linked.group(1))
                return
    parts = (playbook.phases, playbook.roles, playbook.chains, playbook.templates)
    is_runbook = (not any(parts) and (playbook.runbooks or facts.acts)) or _is_of_one_alert(facts)
    if not is_runbook and not hints.has_levels(facts):
        yield facts.finding("RC001", playbook.title_line or 1)


def _is_of_one_alert(facts: Facts) -> bool:
    """Its head names the alert that opens it: whoever reads it has been woken already."""
    return any(ALERT.match(text) for text in facts.page.lines[:HEAD])


def _skipped(levels: Sequence[Severity], facts: Facts) -> Iterator[Finding]:
    """P0, P1, P3: a number in the middle is missing."""
    keyed = [
        (KEY.match(key), level) for level in levels for key in (level.joined_keys or (level.key,))
    ]
    numbers = [(int(found.group(2)), level) for found, level in keyed if found is not None]
    stems = {found.group(1) for found, _ in keyed if found is not None}
    if len(numbers) != len(keyed) or len(stems) != 1 or len(numbers) < 2:
        return
    for (before, _), (after, level) in pairwise(numbers):
        if after - before == 2:
            stem = next(iter(stems))
            yield facts.finding("RC110", level.line, f"{stem}{before} is followed by {level.key}")


def _undefined(levels: Sequence[Severity], facts: Facts) -> Iterator[Finding]:
    """One level says nothing of what it is for, though others do."""
    silent = [
        level
        for level in levels
        if not (level.definition or level.examples)
        and len((level.name or "").split()) < TELLING
        and not _is_described(level, facts)
    ]
    if silent and len(silent) < len(levels):
        for level in silent:
            yield facts.finding("RC111", level.line, level.key, level.key)


def _is_described(level: Severity, facts: Facts) -> bool:
    """Below its heading stands a line that is about no time: `Danger to people: a gate that does
    not close` reads as a field, and is what belongs to it; or what is seen then: `Signs: …`."""
    section = facts.section_at(level.line)
    return section is not None and any(
        (len(label.split()) >= TELLING and not facts.words.labels.all(label))
        or (facts.words.headings.exactly(label) == "symptoms" and _tells(value))
        for said in facts.said_in(section)
        for label, _, value in (said.text.partition(":"),)
    )


def _tells(value: str) -> bool:
    return len(value.split()) >= TELLING or len(WIDE.findall(value)) >= FEWEST_WIDE


def _wakes_nobody(level: Severity, levels: Sequence[Severity]) -> bool:
    """The lightest level, which waits for a working day: it is there to keep trifles apart."""
    calendar = (level.response.calendar if level.response else None) or ""
    return level is levels[-1] and calendar.startswith(WAITS)


def _is_one_of_trifles(
    text: Text, level: Severity, levels: Sequence[Severity], facts: Facts
) -> bool:
    """`Copy typo, layout glitch` in a cell of the lightest level: a small fault among others, which
    nobody takes for the trouble of a night; a wish is none."""
    line = facts.page.lines[text.line - 1]
    if level is not levels[-1] or line.lstrip()[:1] != "|":
        return False
    known = facts.words.lint["prose"]
    spoken = [known.phrases[found.group()] for found in known.matches(line)]
    if any("no_incident" in one and "small_fault" not in one for one in spoken):
        return False
    small = facts.word("prose", "small_fault", line) or ""
    return any(small in cell and AMONG.search(cell) for cell in line.split("|"))


def _waits_for_a_release(level: Severity) -> bool:
    """`Next sprint`: its answer is the list of things to do already."""
    return level.response is not None and level.response.calendar == "next_release"


def _goes_to_the_list(level: Severity, levels: Sequence[Severity], facts: Facts) -> bool:
    """Of the lightest level its row says, or one of its own chapters, that it is entered in the
    list of things to do."""
    if level is not levels[-1]:
        return False
    own = (
        said.text
        for section in facts.page.sections
        if tuple(keys_in(section.title, levels, facts.words)) == (level.key,)
        for said in facts.said_in(section)
    )
    texts = (facts.page.lines[level.line - 1], *own)
    return any(facts.speaks("beside", text) & {"to_the_list"} for text in texts)


def _no_incidents(levels: Sequence[Severity], facts: Facts) -> Iterator[Finding]:
    """A wish or a typing error is a ticket; as an example of a level it enters the process."""
    for level in levels:
        for text in described(level):
            word = facts.word("prose", "no_incident", text.text)
            if word is None or facts.speaks("prose", text.text) & {"breaks_off"}:
                continue
            is_kept_apart = _wakes_nobody(level, levels) and (
                text is level.definition or _waits_for_a_release(level)
            )
            is_kept_apart = is_kept_apart or _is_one_of_trifles(text, level, levels, facts)
            if not is_kept_apart and not _goes_to_the_list(level, levels, facts):
                found = facts.finding("RC113", text.line, f"“{word}” under {level.key}")
                yield facts.marked(found, word)
                break


def _other_schemes(levels: Sequence[Severity], facts: Facts) -> Iterator[Finding]:
    """A level of another scheme in the running text: nobody knows which one is meant."""
    own = {_bare(key) for level in levels for key in (level.key, *level.joined_keys)}
    stems = {KEY.sub(r"\1", key) for key in own}
    if "" in stems or not all(KEY.match(key) for key in own):
        return
    found: dict[str, int] = {}
    for said in facts.said:
        if facts.about(said.section) & {"severity", "escalation", "contacts", "roles"}:
            continue
        for token in _foreign(said, stems, facts):
            found.setdefault(token, said.line)
    by_line: dict[int, list[str]] = {}
    for token, line in found.items():
        if not facts.speaks("prose", token) & {"product"}:
            by_line.setdefault(line, []).append(token)
    for line, tokens in by_line.items():
        about = f"{', '.join(tokens)} beside {levels[0].key} to {levels[-1].key}"
        yield facts.marked(facts.finding("RC114", line, about), tokens[0])


def _foreign(said: Said, stems: set[str], facts: Facts) -> Iterator[str]:
    """Levels of another stem; `Priority 1` is `P1` written out, and `a P1 support case` has the
    priority of a supplier."""
    for found in OTHER_SCHEME.finditer(said.text):
        words = said.text[found.end() :].split()[:BEHIND]
        behind = said.text if said.kind == "row" else " ".join(words)
        if facts.speaks("prose", behind) & {"supplier_case"}:
            continue
        stem = KEY.sub(r"\1", _bare(found.group()))
        if not any(own.startswith(stem) or stem.startswith(own) for own in stems):
            yield found.group()


def _bare(key: str) -> str:
    return re.sub(r"[\W_]+", "", key.lower())
