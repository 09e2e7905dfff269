"""What a destructive command costs, told behind it: in a note, or beside it in its row."""

import re

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import is_bad, said_between
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.page.blocks import tables

FAR = 15  # lines below a command in which its case is told after all
NEXT = 5
FEWEST_WORDS, FEWEST_WIDE = 6, 14  # of a sentence, and signs of it where no gaps stand between
FEWEST_OF_A_NOTE = 4  # words behind its name
CODE = re.compile(r"`([^`\s]{2,60})`")
TELLING = {"again", "lost", "erases", "warned"}


def is_told_further_down(act: Act, facts: Facts) -> bool:
    """Somewhere behind it, in its row or in its section, stands what goes."""
    if _is_told_in_its_row(act, facts):
        return True
    words = {word for call in act.calls for word in call.plain}
    for said in said_between(act.section, act.end_line + 1, act.end_line + FAR, facts):
        spoken = facts.speaks("setting", said.text)
        if {"only_if", "lost"} <= spoken:
            return True
        if _is_a_note(said.text, facts) and not _is_of_another(said, act, facts):
            return True
        near = said.line - act.end_line <= NEXT
        if near and spoken & {"erases"} and words & set(CODE.findall(_line(said, facts))):
            return True
    return False


def is_sentence(text: str) -> bool:
    """More than a few words."""
    wide = not text.isascii() and len(text) >= FEWEST_WIDE
    return wide or len(text.split()) >= FEWEST_WORDS


def _is_a_note(text: str, facts: Facts) -> bool:
    """`Note: what was in the queue is asked for again`; behind a warning, whatever it says."""
    name, colon, value = text.replace("：", ":").partition(":")
    if not colon or facts.speaks("objectives", name) & {"rpo"}:
        return False
    if not (is_sentence(value) or len(value.split()) >= FEWEST_OF_A_NOTE):
        return False
    kind = facts.words.lint["setting"].exactly(name.strip())
    return kind == "warned" or (kind == "remark" and bool(facts.speaks("setting", value) & TELLING))


def _is_of_another(said: Said, act: Act, facts: Facts) -> bool:
    """Something else is destroyed between the command and the note, out of its own lines."""
    return any(
        act.end_line < other.line < said.line
        and other.block != act.block
        and is_bad(other, facts, Effect.DESTRUCTIVE)
        for other in facts.acts_in(act.section)
    )


def _is_told_in_its_row(act: Act, facts: Facts) -> bool:
    """`| Empty the bins | `rm …` | Whatever was in them is cleared up by hand |`, below a head
    that speaks of what comes of it."""
    if not act.is_inline:
        return False
    return any(
        bool(cell.strip(" -–—"))
        for table in tables(act.section)
        for at, head in enumerate(table.head.cells)
        if facts.words.lint["setting"].exactly(head.strip()) == "comes_of_it"
        for row in table.rows
        if row.line == act.line
        for cell in row.cells[at : at + 1]
    )


def _line(said: Said, facts: Facts) -> str:
    return facts.page.lines[said.line - 1]
