"""What was to be written later: dots instead of arguments, blanks in a duty, to-dos, contracts that
have ended."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.checks.days import last_day_of
from runcard.domain.playbooks.checks.editions import is_a_history
from runcard.domain.playbooks.checks.setting import short
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.page.blocks import Table, tables

QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
DOTS = re.compile(r"(?<=\s)(?:\.\.\.|…)(?=\s|$)")
BLANK = re.compile(r"(?<![_\w])(?:_{2,}|\.{4,}|…{2,})\s*([^\W\d_]{1,20})")
AHEAD = 40
# `… - Q2 2026`, `…: 3 May 2026`: the day at the end of an entry.
APART = re.compile(r"(?:\s[-–—]|[:：(])\s*$")
END = re.compile(r"(?:\s[-–—]\s|[:：(]\s*)([^-–—:：(]{4,24})\s*$")
FEWEST_DAYS = 2
ENDS = ("until", "ended")


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Every place that somebody left for later."""
    yield from _cut_short(facts)
    messages = _lines_of_messages(playbook)
    told = {one.line for one in playbook.contacts} | {one.line for one in playbook.meta.values()}
    over = {one.line for word in ENDS for one in facts.said_of("unwritten", word)}
    known: set[int] = set()
    for said in facts.said:
        if said.line not in messages:
            yield from _blank(said, facts)
            yield from () if said.line in told else _once_a_table(said, known, facts)
            yield from _ended(said, facts) if said.line in over else ()


def _lines_of_messages(playbook: Playbook) -> set[int]:
    form = playbook.review.template
    texts = [(one.text_line, one.text) for one in playbook.templates]
    texts += [(form.text_line, form.text)] if form is not None else []
    return {at for line, text in texts for at in range(line, line + text.count("\n") + 1)}


def _cut_short(facts: Facts) -> Iterator[Finding]:
    """`docker run --rm ...`: the rest is in somebody's head."""
    for act in facts.acts:
        is_local = act.language == "shell" and "http" not in act.text
        if is_local and DOTS.search(QUOTED.sub("", act.text)) is not None:
            yield facts.finding("RC770", act.line, f"“{short(act.text)}”")


def _blank(said: Said, facts: Facts) -> Iterator[Finding]:
    """`within ____ days`: a duty whose figure nobody has filled in."""
    raw = facts.page.lines[said.line - 1]  # plain words have lost their underscores
    if not any(sign in raw for sign in ("__", "....", "……")):
        return
    for found in BLANK.finditer(raw[:4000]):
        if facts.words.units.exactly(found.group(1)) is not None:
            words = found.group()
            yield facts.marked(facts.finding("RC027", said.line, f"“{words}”"), words)
            return


def _once_a_table(said: Said, known: set[int], facts: Facts) -> Iterator[Finding]:
    """The first row that is left open tells of those below it, too."""
    for found in _to_do(said, facts):
        table = _table_of(said)
        if table is None:
            yield found
        elif table.head.line not in known:
            known.add(table.head.line)
            lines = (row.line for row in table.rows if hints.TO_DO.search(" | ".join(row.cells)))
            yield replace(found, end_line=max(said.line, *lines))


def _table_of(said: Said) -> Table | None:
    if said.kind != "row":
        return None
    filled = (table for table in tables(said.section) if table.rows)
    own = (table for table in filled if table.head.line < said.line <= table.rows[-1].line)
    return next(own, None)


def _to_do(said: Said, facts: Facts) -> Iterator[Finding]:
    """A step or a rule that is still to be written; of contacts and dates others speak."""
    found = hints.TO_DO.search(said.text)
    if found is None or hints.is_list_of_people(said.section, facts):
        return
    if hints.is_filled_meanwhile(said.line, facts) or is_a_history(said.section.title, facts):
        return
    if _is_a_day_to_set(said, found, facts) or facts.speaks("unwritten", said.text) & {"ornament"}:
        return
    if not facts.speaks("documents", said.text) & {"review_words"}:
        yield facts.marked(facts.finding("RC029", said.line), found.group())


def _is_a_day_to_set(said: Said, found: re.Match[str], facts: Facts) -> bool:
    """`- New boat: TBD`, in a list whose other entries end in a day: a plan, and what is open is
    when."""
    if said.kind != "item" or not _ends_it(said.text[: found.start()], said.text[found.end() :]):
        return False
    ends = (END.search(one.text) for one in facts.said_in(said.section) if one.kind == "item")
    days = [one for one in ends if one is not None and last_day_of(one.group(1), facts)]
    return len(days) >= FEWEST_DAYS


def _ends_it(before: str, behind: str) -> bool:
    return APART.search(before) is not None and not behind.strip(" *_.)]")


def _ended(said: Said, facts: Facts) -> Iterator[Finding]:
    """`Contract valid until May 2024`, looked at later."""
    is_about = facts.speaks("unwritten", said.text) & {"agreed"}
    is_listed = hints.is_list_of_people(said.section, facts)
    if not is_about and not is_listed:
        return
    over = facts.word("unwritten", "ended", said.text) if is_about and is_listed else None
    if over is not None:
        yield facts.marked(facts.finding("RC413", said.line, f"“{over}”"), over)
        return
    word = facts.word("unwritten", "until", said.text)
    if word is None or facts.today is None:
        return
    behind = said.text.partition(word)[2][:AHEAD].partition("|")[0]
    day: date | None = last_day_of(behind, facts)
    if day is not None and day < facts.today:
        about = f"“{word}{behind}”".strip()
        yield facts.marked(facts.finding("RC413", said.line, about), word)
