"""Whether a step that destroys is written with care: its case told, a look before and one after."""

import re

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.follow_up import looks
from runcard.domain.playbooks.checks.setting import BELOW
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.procedures.signs import is_sign
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import plain

LONGEST_LABEL = 6
NEAREST = 4  # lines above a fence, among which the one that introduces it is looked for
SHORT, LONG = 6, 12  # words of a sentence, and of one that explains something
SHORT_WIDE, LONG_WIDE = 14, 24  # signs of it in a script that writes no gaps between words
END = re.compile(r"[.!?:;](?=\s|$)|[。！？；]")
TELLING = {"again", "lost", "condition", "saves", "cache"}
# Without these logs no backup can be brought up to the last minute: half a word is not enough.
RECOVERY = re.compile(
    r"\bPURGE\s+(?:BINARY|MASTER)\b|pg_wal|archivelog|wal[-_]archive", re.IGNORECASE
)
STEP = re.compile(r"\s*(?:[-*+]|\d{1,2}[.)])\s")


def is_done_with_care(act: Act, facts: Facts) -> bool:
    """A sentence above tells the case, and its block looks before and after."""
    nearest = _nearest(act, facts)
    if _is_label(nearest) or len(nearest.split()) <= LONGEST_LABEL:
        return False
    block = facts.block_of(act)
    if not any(looks(one, facts) for one in block if one.place < act.place):
        return False
    below = facts.page.lines[act.end_line : act.end_line + BELOW]
    return any(looks(one, facts) for one in block if one.place > act.place) or any(
        facts.speaks("setting", text) & {"proof"} for text in below
    )


def is_explained(act: Act, facts: Facts) -> bool:
    """Several sentences stand directly above it, or one about what comes again or goes: somebody
    thought of the reader."""
    text = _nearest(act, facts)
    label = label_of(text)
    if _is_label(text) or STEP.match(text) or (label and is_sign(label.name, facts.words)):
        return False
    if _is_sentence(text) and _speaks(text, facts) & {"again", "lost"}:
        return True
    return _is_long(text)


def tells_the_loss(act: Act, facts: Facts) -> bool:
    """Directly above it stands who has a say; or a paragraph speaks of the case, of what goes or
    comes again, of a copy or of how long it takes; or one line tells the case and the loss."""
    text = _nearest(act, facts)
    spoken = _speaks(text, facts)
    if _is_sentence(text) and not _is_label(text) and spoken & {"decider", "derived"}:
        return True
    told = bool(spoken & TELLING or spans_in(text, facts.words))
    if told and is_explained(act, facts) and _is_long(text) and not RECOVERY.search(act.text):
        return True
    title = facts.speaks("setting", act.title)
    return any({"lost", "condition"} <= said for said in (title, spoken))


def _speaks(text: str, facts: Facts) -> frozenset[str]:
    return facts.speaks("setting", plain(text))


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= SHORT or (not text.isascii() and len(text) >= SHORT_WIDE)


def _is_long(text: str) -> bool:
    is_long = len(text.split()) >= LONG or (not text.isascii() and len(text) >= LONG_WIDE)
    return is_long and len(END.findall(text)) > 1


def _nearest(act: Act, facts: Facts) -> str:
    """The line of text above its fence; for a command in a sentence, that sentence."""
    if act.is_inline:
        return facts.page.lines[act.line - 1]
    lines = facts.page.lines[max(act.block - NEAREST, 0) : max(act.block - 1, 0)]
    return next((text for text in reversed(lines) if text.strip()), "")


def _is_label(text: str) -> bool:
    """More than a heading, a label or the level it is for."""
    return text.lstrip().startswith(("**", "__", "#", "|", "```"))
