"""The setting of a command: which case it belongs to, for what purpose, and what warns of it."""

import re
import shlex
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.asked_once import asked_once
from runcard.domain.playbooks.checks.literals import without_secrets
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.page.blocks import Section
from runcard.domain.playbooks.remembered import remembered

NEAR = 4
MOST_OF_A_TITLE = 4  # words
PART_LEVEL = 3  # of headings, below which they are parts of a case, whatever they are called
HEAD_LINES = 8
BELOW = 5
MOST_ABOVE = 20
# A comment begins another case: `Step 3: if the API is slow`.
CASE = re.compile(r"(?:^|[:.-]\s*)(?:if|wenn|si|se)\s+\w", re.IGNORECASE)
FENCES = ("```", "~~~")
HEALTH = re.compile(r"/\S*(?:health|ready|livez?\b|alive|status|ping\b|heartbeat)", re.IGNORECASE)
# A door of this host that leads to another, open as long as somebody needs it.
FORWARDS = re.compile(r"\bport-forward\b|\bssh\s[^|;&]{0,80}-\w*L\b")
# Verbs that set a service going, whatever manages it.
STARTS = {"start", "restart", "up", "reload", "reload-or-restart", "enable"}
# Of a loop or a condition.
AROUND = {"for", "case", "done", "fi", "esac"}
FAR = 30  # lines between a comment and the last command below it
SENDS = ("-X", "--request", "-d", "--data", "-T", "--upload-file")


def purpose(act: Act, facts: Facts) -> str:
    """Title, label and comment of a command in one text."""
    return " | ".join(_purpose_told(act, facts))


@asked_once
def speaks_of_purpose(act: Act, facts: Facts) -> frozenset[str]:
    """The concepts of `[setting]` of which its title, label or comment speaks."""
    return facts.any_speaks("setting", _purpose_told(act, facts))


def _purpose_told(act: Act, facts: Facts) -> tuple[str, str, str]:
    return act.section.title, _label(act, facts), act.title


def _label(act: Act, facts: Facts) -> str:
    return facts.label_above(act.block) if act.block else ""


def step_of(act: Act, facts: Facts) -> str:
    """The comment over the lines among which a command stands, up to the first empty one, and not
    further up than anybody would look."""
    fence = facts.fence_of(act)
    place = act.line - fence.line - 1 if fence else 0
    for text in reversed(fence.lines[max(place - FAR, 0) : place] if fence else ()):
        if not text.strip() or text.lstrip().startswith("#"):
            return text.strip("# ")
    return ""


def case(act: Act, facts: Facts) -> str:
    """All headings above, and the label."""
    return f"{facts.titles(act.section)} | {_label(act, facts)}"


@asked_once
def speaks_of_case(act: Act, facts: Facts) -> frozenset[str]:
    """The concepts of `[setting]` of which the headings above or the label speak."""
    return facts.any_speaks("setting", (facts.titles(act.section), _label(act, facts)))


def is_about(act: Act, facts: Facts, concept: str) -> bool:
    """Whether headings or label speak of a concept of `[setting]`."""
    return concept in speaks_of_case(act, facts)


@asked_once
def verifies(act: Act, facts: Facts) -> bool:
    """Whether the command is there to check a result."""
    if facts.speaks("setting", act.title) & {"verify"}:
        return True
    told = act.section.title, _label(act, facts)[:60]
    return "verify" in facts.any_speaks("parts", told)


@asked_once
def is_warned(act: Act, facts: Facts) -> bool:
    """Whether somebody who runs it has been told what it costs."""
    first = min((act.block or act.line) - NEAR, act.section.line)
    last = min(act.end_line + BELOW, act.section.end, len(facts.page.lines))
    warnings = facts.warning_lines
    at = bisect_left(warnings, max(first, 0))
    if at < len(warnings) and warnings[at] < act.end_line:
        return True
    texts = [act.title, act.remark]
    texts.extend(_below(facts.page.lines[act.end_line : last + 1], is_in_fence=bool(act.block)))
    texts.extend(_introduced(act, facts))
    return any(facts.speaks("setting", text) & {"warned"} for text in texts)


def _below(lines: Sequence[str], *, is_in_fence: bool) -> Sequence[str]:
    """The lines below a command, less the one that introduces the next fence."""
    fences = [at for at, text in enumerate(lines) if text.lstrip().startswith(FENCES)]
    opening = fences[1:] if is_in_fence else fences
    if not opening:
        return lines[: BELOW + 1]
    said = [at for at in range(opening[0]) if lines[at].strip()]
    return lines[: said[-1]] if said else ()


def _introduced(act: Act, facts: Facts) -> Iterator[str]:
    """What stands at the head of the runbook of whose parts the command's section is one."""
    for section in facts.page.path(act.section)[1:]:
        if section.level > 1:
            yield from (said.text for said in islice(facts.said_in(section), HEAD_LINES))


def said_between(section: Section, first: int, last: int, facts: Facts) -> Sequence[Said]:
    """The lines of words directly in a section, from one line to another."""
    said = facts.said_in(section)
    start = bisect_left(said, first, key=lambda one: one.line)
    return said[start : bisect_right(said, last, key=lambda one: one.line)]


def acts_above(act: Act, facts: Facts) -> Sequence[Act]:
    """The last commands above one, directly in its section."""
    acts = facts.acts_in(act.section)
    at = bisect_left(acts, act.line, key=lambda one: one.line)
    return acts[max(at - MOST_ABOVE, 0) : at]


def is_near(one: Act, other: Act, facts: Facts) -> bool:
    """In the same section, or in another part of the same runbook."""
    here, there = one.section, other.section
    if here is there:
        return True
    if here.parent is None or here.parent != there.parent:
        return False
    parts = (facts.speaks("parts", section.title) for section in (here, there))
    return here.level > PART_LEVEL or all(parts)


def is_last_resort(act: Act, facts: Facts) -> bool:
    """Half a warning: it is said to come last, and not what it costs."""
    first = (act.block or act.line) - NEAR
    around = facts.page.lines[max(first, 0) : act.end_line + 2]
    return any(facts.speaks("setting", text) & {"last_resort"} for text in around)


@asked_once
def in_reference(act: Act, facts: Facts) -> bool:
    """Whether it stands in a list to look things up in, whose lines are not run in order: `Useful
    commands` and its parts, `Kiln commands`; but not `Recovery commands`."""
    title = act.section.title
    if "reference" in facts.words.headings.all(title) or _is_looked_up(act.section, facts):
        return True
    words = title.split()
    is_list = bool(words) and facts.speaks("setting", words[-1]) & {"commands"}
    return bool(is_list) and len(words) <= MOST_OF_A_TITLE and not facts.speaks("parts", title)


def _is_looked_up(section: Section, facts: Facts) -> bool:
    return "looked_up" in facts.any_speaks("setting", facts.page.titles(section))


def statements(act: Act) -> Sequence[str]:
    """What a database is asked: a query of its own, or the word of its client."""
    if act.language == "sql":
        return (act.text,)
    words = (call.value("-c", "-e", "-Atc", "-tAc", "--command", "--execute") for call in act.calls)
    return [word for word in words if word]


def is_in_case(act: Act, facts: Facts) -> bool:
    """`# if it is still shut`, `# Open when below 20`: it is for whoever has seen that first."""
    told = (act.title, step_of(act, facts))
    return any(CASE.search(text) or facts.speaks("looks", text) & {"in_case"} for text in told)


def is_bad(act: Act, facts: Facts, effect: Effect) -> bool:
    """Whether the command does at least this."""
    risk = facts.risk(act)
    return risk is not None and risk.effect >= effect


def alters(act: Act, facts: Facts) -> bool:
    """Whether it changes more than the variables of its own shell: a loop that only prints what it
    reads does not."""
    risk = facts.risk(act)
    if risk is None or risk.effect < Effect.MUTATING:
        return False
    if "session" not in risk.flags or not act.calls:
        return True
    return not only_reads(act.calls, facts)


def only_reads(calls: Sequence[Call], facts: Facts) -> bool:
    """Whether each program, asked by itself, looks; the words of the shell around them are none."""
    asked = [shlex.join((one.program, *one.words)) for one in calls if one.program not in AROUND]
    judge = facts.judge
    return judge is not None and all(
        judge(one, "shell").effect is Effect.READ_ONLY for one in asked
    )


def words_of(call: Call) -> str:
    """A call as it would be said, short enough for a message."""
    said = without_secrets(" ".join((call.program, *call.words)))
    return said if len(said) <= 60 else f"{said[:59]}…"


def asks_health(call: Call) -> bool:
    """Whether it looks at a page that says how a service is: where an error or a long wait is just
    what must be seen."""
    return not call.has(*SENDS) and any(HEALTH.search(word) for word in call.words)


def short(text: str) -> str:
    """The first line of a command, for a message; no secret is repeated in it."""
    first = without_secrets(text.strip().split("\n")[0])
    return first if len(first) <= 70 else f"{first[:69]}…"


@remembered
def outside_single_quotes(text: str) -> str:
    """The text with blanks for what single quotes hold back; inside double ones they do not."""
    if "'" not in text:
        return text
    kept: list[str] = []
    double = single = False
    for sign in text:
        if sign == '"' and not single:
            double = not double
        elif sign == "'" and not double:
            single = not single
        kept.append(" " if single and sign != "\n" else sign)
    return "".join(kept)
