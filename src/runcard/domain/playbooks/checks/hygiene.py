"""The document as a thing that is kept: who owns it, when it was read last, whether it is whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.checks.days import last_day_of
from runcard.domain.playbooks.checks.editions import about_itself, has_a_history, rhythm_of_reading
from runcard.domain.playbooks.checks.unfilled import is_written_out
from runcard.domain.playbooks.document.identity import FILE_NAME
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook, Text
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import DAMAGE, mended, plain

# What shapes a text in HTML is no gap in it.
TAG = re.compile(r"</?(?:su[bp]|small|b|i|u|p|em|strong|br|span|div|code|kbd|font|center)\b[^<>]*>")
# What a command wants to be told is no gap in the page.
CODE = re.compile(r"`[^`]*`")
PLACEHOLDER = re.compile(
    r"\[[^\]]+\](?!\()|<(?!https?:)[^>]+>|\{\{[^}]+\}\}|\{[^}]+\}|\$\([^)]+\)|_{3,}"
)
PART = re.compile(r"[,;，；]\s?| (?:and|und|et|y|e) ")
FENCE = re.compile(r"\s*(?:```|~~~)")
BLANK = re.compile(r"[\s*]*[:：][\s*]*(?:_{2,}|\.{4,}|…+|-{3,}|$)")
MACHINE_SIGNS = re.compile(r"ðŸ|âœ|â€|Ã[\x80-\xbf©¨ªµ£¡³º¢§­]|ğŸ|‚Ä|√")
IS = re.compile(r"[\s*_]*[:：=][\s*_|]*$|\s\|\s*$")
KEPT = {"owner", "version", "last_updated", "last_reviewed", "reviewed_by"}
OLD = 365
DAY = 86400
MONTH = 28 * DAY

TOP = 20
HEAD = 15  # lines of words in which a document speaks of itself
QUOTED = 60  # signs of a line that a finding repeats
PLANNED = re.compile(
    r"\bagain (?:in|on|by) |next\s+review"
    r"|review(?:ed)?\s+(?:every|each|once a|annually|yearly|quarterly|monthly)"
    r"|(?:nächste|prochaine|próxima|prossima|volgende|następn\w*)\s+(?:über|re|rev|contr|prze|prüf)"
    r"|next\s+(?:issue|edition|revision)\b|nächste\s+(?:ausgabe|fassung|auflage)"
    r"|prochaine\s+(?:édition|version)|próxima\s+(?:edición|edição|versión|versão)"
    r"|review[ _-]?(?:every|cycle|interval)\b"
    r"|次回|下次|(?:^|[|·•—–,;]\s*)(?:next|nächste|prochaine|próxima)\s*:\s*\S{0,12}\d",
    re.IGNORECASE,
)


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the document's own data, and with its letters."""
    yield from _two_titles(facts)
    yield from _nobody_keeps_it(playbook, facts)
    yield from _unfilled(playbook, facts)
    overdue = list(_out_of_date(playbook, facts))
    yield from overdue or _never_again(playbook, facts)
    yield from _damaged(facts)
    yield from _said_to_be_ready(playbook, facts)
    yield from _draft(playbook, facts)


def _draft(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`Status: DRAFT` at the head of a page that people are on call with."""
    meta = playbook.meta.get("status")
    head = [] if meta is None else [(f"status: {meta.text}", meta.line)]
    head += [(one.text, one.line) for one in facts.said[:HEAD] if one.line <= TOP]
    for text, line in head:
        word = facts.word("documents", "draft", text)
        before = IS.search(text.partition(word)[0]) if word else None
        label = "" if before is None else before.string[: before.start()]
        if word and facts.speaks("documents", label[-len("situação ") :]) & {"status"}:
            yield facts.marked(facts.finding("RC019", line, f"“{word}”"), word)
            return


def _two_titles(facts: Facts) -> Iterator[Finding]:
    """A second level-1 heading: which of them is the document called?"""
    titles = [section for section in facts.page.sections if section.level == 1]
    if len(titles) > 1 and FILE_NAME.match(titles[0].title.strip()):
        yield facts.over("RC011", [titles[0].line, titles[1].line], titles[0].title)


def _nobody_keeps_it(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    meta = playbook.meta
    told = bool(facts.said_of("documents", "review_words"))
    dated = any(
        said.line <= TOP and facts.speaks("documents", said.text) & {"edition"}
        for said in facts.said[:HEAD]
    )
    known = (meta[name].text for name in KEPT & set(meta))
    kept = any("never" not in facts.speaks("documents", text) for text in known)
    if not kept and not (told or dated or has_a_history(facts)):
        yield facts.finding("RC012", playbook.title_line or 1)


def _never_again(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """It was touched once, and nobody planned to read it again."""
    meta = playbook.meta
    if not set(meta) & KEPT:
        return
    known = set(meta) & {"last_updated", "last_reviewed", "created"}
    dated = {name for name in known if any(sign.isdigit() for sign in meta[name].text)}
    planned = any(_is_plan(text, facts) for _, text in about_itself(facts)) or _has_a_rule(facts)
    planned = planned or rhythm_of_reading(facts) is not None
    if dated and "next_review" not in meta and not planned:
        yield facts.finding("RC013", max(meta[name].line for name in dated))


def _is_plan(text: str, facts: Facts) -> bool:
    """`Next review`, or `is looked through every autumn` at the head of the document."""
    if PLANNED.search(text) or "cadence" in facts.speaks("ageing", text):
        return True
    if "renewed" not in facts.speaks("ageing", text):
        return False
    rhythms = facts.words.lint.get("rhythms")
    told = rhythms is not None and bool(rhythms.all(text))
    return told or "rhythm" in facts.speaks("prose", text)


def _has_a_rule(facts: Facts) -> bool:
    """`This page is read again every January`, anywhere in the document."""
    renewed = set(facts.lines_of("ageing", "renewed"))
    return not renewed.isdisjoint(facts.lines_of("ageing", "this_page"))


def _unfilled(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    lines: dict[int, str] = {}
    for name, text in playbook.meta.items():
        value = TAG.sub("", text.text)
        if PLACEHOLDER.search(value) or facts.words.unfilled.speaks_of(value, "unfilled"):
            lines.setdefault(text.line, f"{name.replace('_', ' ')}: {text.text}")
    for said in facts.said[:HEAD]:
        words = CODE.sub(" ", TAG.sub("", said.text))
        named = facts.word("documents", "review_words", words)
        behind = words.partition(named)[2] if named else ""
        gap = facts.words.unfilled.speaks_of(behind, "unfilled") or PLACEHOLDER.search(behind)
        if said.kind == "row" and facts.about(said.section) & {"roles", "contacts"}:
            continue  # an owner is a person there
        is_open = _is_left_open(words, facts) and not _heads_a_block(said.line, facts)
        if gap or is_open:
            lines.setdefault(said.line, _end_of(words.strip("* ")))
    if lines:
        yield facts.over("RC014", sorted(lines), "; ".join(lines[at] for at in sorted(lines)))


def _end_of(text: str) -> str:
    """The last words of a line, each of them whole."""
    if len(text) <= QUOTED:
        return text
    return text[-QUOTED:].partition(" ")[2] or text[-QUOTED:]


def _heads_a_block(line: int, facts: Facts) -> bool:
    """What its colon promises stands right below it, in a fence."""
    below = facts.page.lines[line : line + 1]
    return any(FENCE.match(text) for text in below)


def _is_left_open(text: str, facts: Facts) -> bool:
    """`Approved: ______`: nobody has signed yet."""
    word = facts.word("documents", "ready", text)
    return word is not None and BLANK.match(text.partition(word)[2]) is not None


def _out_of_date(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    if facts.today is None:
        return
    due = playbook.meta.get("next_review")
    ends = None if due is None else last_day_of(due.text, facts)
    if due is not None and ends is not None:
        if ends < facts.today:
            yield facts.marked(facts.finding("RC015", due.line, f"it was due {due.text}"), due.text)
        return
    newest = _last_read(playbook, facts)
    if newest is not None:
        yield from _too_old(*newest, facts)


def _last_read(playbook: Playbook, facts: Facts) -> tuple[date, Text] | None:
    names = ("last_reviewed", "last_updated", "reviewed_by")
    read = [playbook.meta[name] for name in names if name in playbook.meta]
    known = [(day, text) for text in read if (day := last_day_of(text.text, facts)) is not None]
    return max(known, key=lambda pair: pair[0], default=None)


def _too_old(newest: date, text: Text, facts: Facts) -> Iterator[Finding]:
    """Older than the document itself allows, or than a year."""
    if facts.today is None:
        return
    days = (facts.today - newest).days
    rule = _own_rule(facts)
    if rule is not None and days * DAY > rule.seconds:
        about = f"it was last read {text.text}, and line {rule.line} says “{rule.text[:60]}”"
        yield facts.marked(facts.finding("RC015", text.line, about), text.text)
    elif rule is None and days > OLD:
        planned = _planned_after(newest, facts)
        if planned is None:
            yield facts.marked(facts.finding("RC016", text.line, text.text), text.text)
        elif (day := last_day_of(planned.text, facts)) and day < facts.today:
            about = f"“{planned.text}”"
            yield facts.marked(facts.finding("RC015", planned.line, about), planned.text)


def _planned_after(newest: date, facts: Facts) -> Text | None:
    """`It is read again in May 2025`, in the first sentences, where it was read before that day."""
    for said in facts.said[:HEAD]:
        for part in (one for text in sentences(said.text) for one in PART.split(text)):
            is_plan = PLANNED.search(part) or "renewed" in facts.speaks("ageing", part)
            day = last_day_of(part, facts) if is_plan else None
            if day is not None and day > newest:
                return Text(part.strip(" ."), said.line)
    return None


@dataclass(frozen=True, slots=True)
class Rule:
    """How old the document may become by its own words."""

    seconds: int
    text: str
    line: int


def _own_rule(facts: Facts) -> Rule | None:
    """`If this is older than 6 months`, `this page is reviewed every quarter`."""
    own = rhythm_of_reading(facts)
    for line, text in enumerate(facts.page.lines, 1):
        is_own = own is not None and own.line == line
        if not is_own and not facts.speaks("ageing", text) >= {"this_page", "renewed"}:
            continue
        spans = [span.seconds for span in spans_in(text, facts.words) if span.seconds]
        if spans and max(spans) >= MONTH:
            return Rule(max(spans), plain(text), line)
    return None


def _is_damaged(text: str) -> bool:
    line = text[:4000]
    if DAMAGE.search(line) and mended(line) != line:
        return True
    return "\ufffd" in text or MACHINE_SIGNS.search(line) is not None


def _damaged(facts: Facts) -> Iterator[Finding]:
    """Letters that were written in one encoding and read in another."""
    lines = [
        number
        for number, text in enumerate(facts.page.lines, 1)
        if not text.isascii() and _is_damaged(text)
    ]
    if lines:
        shown = ", ".join(map(str, lines[:12]))
        yield facts.finding("RC017", lines[0], f"in line {shown}")


def _said_to_be_ready(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`Ready for production`, and contacts are still to be filled in."""
    status: Text | None = playbook.meta.get("status")
    if status is None or not facts.speaks("documents", status.text) & {"ready"}:
        return
    if _is_left_open(facts.page.lines[status.line - 1], facts):
        return
    gaps = [
        one
        for one in playbook.contacts
        if one.placeholder
        and not is_written_out(one)
        and not hints.is_filled_meanwhile(one.line, facts)
    ]
    if gaps:
        number = f"{len(gaps)} contacts are placeholders"
        counted = "1 contact is a placeholder" if len(gaps) == 1 else number
        about = f"“{status.text}”, and {counted} (line {gaps[0].line})"
        yield facts.marked(facts.finding("RC018", status.line, about), status.text)
