"""Whether a step that destroys is written with care: its case told, a look before and one after."""

import re

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import BELOW, acts_above, is_about, said_between
from runcard.domain.playbooks.command_checks.asking import looks
from runcard.domain.playbooks.command_checks.loss_told import is_sentence, is_told_further_down
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.procedures.signs import is_sign
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import plain

LONGEST_LABEL = 6
LONGEST_THEN = 3
FEWEST_WORDS = 4  # of a line that says what a command takes away
PICKED = re.compile(r"\bDELETE\s+FROM\s[^;]{1,400}\bWHERE\b", re.IGNORECASE)
NEXT = 5
LONGEST_TEXT = 12  # lines
NEAREST = 4  # lines above a fence, among which the one that introduces it is looked for
LONG, LONG_WIDE = 12, 24  # words, or wide signs, of a text that explains something
END = re.compile(r"[.!?:;](?=\s|$)|[。！？；]")
TELLING = {"again", "lost", "condition", "saves", "cache"}
# Without these logs no backup can be brought up to the last minute: half a word is not enough.
RECOVERY = re.compile(
    r"\bPURGE\s+(?:BINARY|MASTER)\b|pg_wal|archivelog|wal[-_]archive", re.IGNORECASE
)
SAYS = {"echo", "printf", "read"}
VARIABLE = re.compile(r"\$\{?(\w+)")
ENDS_THERE = re.compile(r"\b(?:exit|return)\b")
TRAILING = re.compile(r"\s#\s+(\S[^\n]*)")
STEP = re.compile(r"\s*(?:[-*+]|\d{1,2}[.)])\s")


def is_done_with_care(act: Act, facts: Facts) -> bool:
    """A sentence above tells the case, and its block looks before and after; or it asks first."""
    if _is_confirmed(act, facts):
        return True
    nearest = _nearest(act, facts)
    if nearest.startswith("#"):
        return _is_looked_at(act, facts)
    if _is_label(nearest) or len(nearest.split()) <= LONGEST_LABEL:
        return False
    if _follows_from(nearest, act, facts):
        return True
    block = facts.block_of(act)
    if not any(looks(one, facts) for one in block if one.place < act.place):
        return False
    below = facts.page.lines[act.end_line : act.end_line + BELOW]
    return any(looks(one, facts) for one in block if one.place > act.place) or any(
        facts.speaks("setting", text) & {"proof"} for text in below
    )


def _is_confirmed(act: Act, facts: Facts) -> bool:
    """The lines above it show what it is about to take, ask, and end where the answer is no."""
    before = [one for one in facts.block_of(act) if one.place < act.place]
    asked = [one.place for one in before if _runs(one, {"read"})]
    if not asked or not any(ENDS_THERE.search(one.text) for one in before[asked[0] :]):
        return False
    shown = {name for one in before if _runs(one, SAYS) for name in VARIABLE.findall(one.text)}
    return not shown.isdisjoint(VARIABLE.findall(act.text))


def _runs(act: Act, programs: set[str]) -> bool:
    return any(call.program in programs for call in act.calls)


def _is_looked_at(act: Act, facts: Facts) -> bool:
    """The heading directly above it is the case, and its block looks before and after."""
    told = facts.speaks("titles", act.section.title) & {"state"}
    if not told or is_about(act, facts, "security") or is_about(act, facts, "leaked_key"):
        return False
    around = [one.place for one in facts.block_of(act) if looks(one, facts)]
    return bool(around) and min(around) < act.place < max(around)


def _follows_from(nearest: str, act: Act, facts: Facts) -> bool:
    """The cause is told, by what the look in the block above has shown, and `then:` ends it."""
    last = (sentences(nearest) or ("",))[-1].rstrip()
    if not last.endswith((":", "：")) or not _is_therefore(last, facts):
        return False
    return "`" in nearest and any(looks(one, facts) for one in acts_above(act, facts))


def _is_therefore(label: str, facts: Facts) -> bool:
    known = facts.speaks("setting", label) & {"therefore"}
    return bool(known) and len(label.split()) <= LONGEST_THEN


def is_explained(act: Act, facts: Facts) -> bool:
    """Several sentences stand directly above it, or one about what comes again or goes: somebody
    thought of the reader."""
    text = _nearest(act, facts)
    label = label_of(text)
    if _is_label(text) or STEP.match(text) or (label and is_sign(label.name, facts.words)):
        return False
    if is_sentence(text) and _speaks(text, facts) & {"again", "lost"}:
        return True
    return _is_long(text)


def tells_the_loss(act: Act, facts: Facts) -> bool:
    """Directly above it stands who has a say; or a paragraph speaks of the case, of what goes or
    comes again, of a copy or of how long it takes; or one line tells the case and the loss."""
    text = _nearest(act, facts)
    spoken = _speaks(text, facts)
    whose = {"decider", "derived", "harmless"}
    if is_sentence(text) and not _is_label(text) and spoken & whose:
        return True
    told = bool(spoken & TELLING or spans_in(text, facts.words))
    if told and is_explained(act, facts) and _is_long(text) and not RECOVERY.search(act.text):
        return True
    if is_told_in_a_step(act, facts) or _is_unneeded(act, facts) or _is_a_told_case(act, facts):
        return True
    if (
        _is_told_beside(act, facts)
        or is_told_further_down(act, facts)
        or _is_lost_by_the_paragraph(act, facts)
        or _is_kept_and_made_anew(act, facts)
    ):
        return True
    title = facts.speaks("setting", act.title)
    if is_sentence(act.title) and facts.speaks("people", act.title) & {"signs", "signature"}:
        return True
    return any({"lost", "condition"} <= said for said in (title, spoken))


def _is_a_told_case(act: Act, facts: Facts) -> bool:
    """Rows go that a condition picks, its section names the sign and tells the cause above it, and
    the line over it says what is taken away: `To empty the list of refused pilots:`."""
    if not PICKED.search(act.text):
        return False
    over = _nearest(act, facts).rstrip()
    if _is_label(over) or not over.endswith((":", "：")) or len(over.split()) < FEWEST_WORDS:
        return False
    above = (said for said in facts.said_in(act.section) if said.line < act.line)
    labels = [label for said in above if (label := label_of(_line(said, facts))) and label.value]
    signs = any(is_sign(label.name, facts.words) for label in labels)
    return signs and any(facts.speaks("prose", label.name) & {"cause"} for label in labels)


def is_called_harmless(act: Act, facts: Facts) -> bool:
    """The sentence above says that it does no harm, or takes copies alone."""
    text = _nearest(act, facts)
    told = is_sentence(text) and not _is_label(text)
    return told and bool(_speaks(text, facts) & {"harmless", "derived"})


def is_told_in_a_step(act: Act, facts: Facts) -> bool:
    """`- nothing helps: empty the queue, the orders are drawn again at night`: a case, and what
    comes again."""
    text = _nearest(act, facts)
    if act.is_inline or STEP.match(text) is None or len(text.split()) < LONG:
        return False
    case, colon, rest = STEP.sub("", text).partition(":")
    told = _speaks(rest if rest.strip() else case, facts) & {"again"}
    is_case = bool(colon and rest.strip()) or "condition" in _speaks(case, facts)
    return is_case and bool(told)


def _is_kept_and_made_anew(act: Act, facts: Facts) -> bool:
    """`Check that the logs are saved, then … and build it anew`: the sentence with the command
    takes the traces out first and puts another in its place."""
    if not act.is_inline:
        return False
    before, _, behind = _entry_around(act, facts).partition(act.text)
    spoken = _speaks(before, facts)
    is_kept = "saves" in spoken or spoken >= {"copies", "traces"}
    return is_kept and bool(_speaks(behind, facts) & {"made_anew"})


def _entry_around(act: Act, facts: Facts) -> str:
    """The entry of a list, or the row, in which a command stands, with the lines it runs on."""
    at = act.line - 1
    first = next((n for n in range(at, max(at - NEXT, -1), -1) if _begins(n, facts)), at)
    ends = (n for n in range(at + 1, at + NEXT) if _begins(n, facts))
    return " ".join(map(str.strip, facts.page.lines[first : next(ends, at + NEXT)]))


def _begins(at: int, facts: Facts) -> bool:
    """Whether a line is blank, a row or the first of an entry."""
    text = "".join(facts.page.lines[at : at + 1])
    return not text.strip() or text.lstrip()[:1] in {"|", "#"} or STEP.match(text) is not None


def _is_told_beside(act: Act, facts: Facts) -> bool:
    """`lift prune -f  # removes all empty cabins`: behind it stands what goes."""
    beside = TRAILING.search(facts.page.lines[act.line - 1])
    told = beside.group(1) if beside is not None else ""
    return len(told.split()) >= FEWEST_WORDS and bool(_speaks(told, facts) & {"erases"})


def _is_unneeded(act: Act, facts: Facts) -> bool:
    """Directly above or below it stands that what goes is needed no more."""
    below = said_between(act.section, act.end_line + 1, act.end_line + NEAREST, facts)
    texts = (_nearest(act, facts), *(said.text for said in below[:1]))
    return any(_speaks(text, facts) & {"unneeded"} for text in texts)


def _line(said: Said, facts: Facts) -> str:
    return facts.page.lines[said.line - 1]


def _speaks(text: str, facts: Facts) -> frozenset[str]:
    return facts.speaks("setting", plain(text))


def _is_long(text: str) -> bool:
    is_long = len(text.split()) >= LONG or (not text.isascii() and len(text) >= LONG_WIDE)
    return is_long and len(END.findall(text)) > 1


def _nearest(act: Act, facts: Facts) -> str:
    """The line of text above its fence; for a command in a sentence, that sentence."""
    if act.is_inline:
        return facts.page.lines[act.line - 1]
    at = _line_above(act, facts)
    return "" if at is None else facts.page.lines[at]


def _line_above(act: Act, facts: Facts) -> int | None:
    """Where the text above its fence ends, from 0."""
    above = range(act.block - 2, max(act.block - 2 - NEAREST, -1), -1)
    return next((at for at in above if facts.page.lines[at].strip()), None)


def _is_lost_by_the_paragraph(act: Act, facts: Facts) -> bool:
    """Somewhere in the sentences above its fence, over whatever lines they are broken, stands what
    goes or has to be done again."""
    last = None if act.is_inline else _line_above(act, facts)
    if last is None or RECOVERY.search(act.text):
        return False
    first = last
    while first > max(last - LONGEST_TEXT, 0) and not _stands_alone(first, facts):
        first -= 1
    text = " ".join(map(str.strip, facts.page.lines[first : last + 1]))
    return first < last and _is_long(text) and bool(_speaks(text, facts) & {"again", "lost"})


def _stands_alone(at: int, facts: Facts) -> bool:
    """It begins an entry, or the line above is blank, a label, a row, a heading or a fence."""
    above = "".join(facts.page.lines[at - 1 : at])
    return (
        _begins(at, facts)
        or not above.strip()
        or _is_label(facts.page.lines[at])
        or _is_label(above)
    )


def _is_label(text: str) -> bool:
    """More than a heading, a label or the level it is for."""
    return text.lstrip().startswith(("**", "__", "#", "|", "```"))
