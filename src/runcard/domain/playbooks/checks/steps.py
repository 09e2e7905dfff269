"""Steps that nobody can carry out: prose where commands should be, and orders without a way."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from runcard.domain.commands.untagged import NUMBER_MARK, ON_A_SCREEN
from runcard.domain.playbooks.checks import unexplained
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.page.blocks import Fence, Section
from runcard.domain.playbooks.times.grammar import spans_in

SHELLS = {
    "bash",
    "sh",
    "shell",
    "zsh",
    "console",
    "shell-session",
    "cmd",
    "bat",
    "powershell",
    "ps1",
}
COMMENT = re.compile(r"^\s*(?:#(?!!)|::|REM\b|--\s)\s*(.*)$")
STEP_HEAD = re.compile(
    r"^(?:\d{1,2}[.)]|step\s*\d+|schritt\s*\d+|paso\s*\d+|étape\s*\d+|第.{1,2}步)", re.I
)
PROGRAM = re.compile(
    r"^\s*(?:sudo\s+)?(?:\$\s+)?[a-z][\w.-]*(?:\s+-{1,2}[a-z]|\s+[\w./:$@'\"{<\[-]+)*", re.I
)
# A page, a mailbox, a menu or a file is where it is done; what is left out is the reader's to know.
PLACE = re.compile(
    r"https?://|[\w.+-]@[\w-]+\.\w|→|⇒|[\w)]\s*[-=]>\s*\w|\.\.\.|…"
    r"|(?<![\w.])(?:[\w-]*/)*[\w-]*\.(?:[a-z]{2,4})(?![\w.])"
)
# `Boards > Heat`: a menu.
MENU = re.compile(r"[A-Z][\w ]{0,40}[\w)] > [A-Z]\w")
# `ALTER SYSTEM SET heat = 9;`, `lamp { dim 4; }`: the text itself, kept from being run.
IS_WRITTEN = re.compile(
    r"[A-Z]{3,}\s[A-Z]{2,}\s.{1,200};$|[^.!?]{0,200}[\w)]\s?\{.{0,200}$|.{1,200}[;}]$"
)
CHANNEL = re.compile(r"(?<![\w#])#[a-z][\w-]+")
LAST_BRACKET = re.compile(r"[(（]([^()（）]{1,30})[)）]\s*$")
REMARK = re.compile(
    r"(?i)(?:expected|problem|note|result|output|erwartet|attendu|esperado)\b.{0,40}?:"
    r"|(?:example|e\.g\.|beispiel|z\. ?b\.|exemple|p\. ?ex\.|ejemplo|exemplo|esempio|例)\s*[:：]"
)
# `This restarts the pump at noon` explains what stands above it.
EXPLAINS = re.compile(
    r"(?i)(?:this|that|these|it|dies|dieser|diese|das|ceci|cela|esto|isto|questo)\s"
)
# `14:25 - Check of the lamps`: an entry of a log.
BOX = re.compile(r"\[[ xX]?\]\s")
AT_A_TIME = re.compile(r"\d{1,2}[:h.]\d{2}\b")
# `In lamps.conf`: what was to be done goes on there.
GOES_ON = re.compile(r"(?i)(?:in|dans|en|em|nel)\s+[\w./-]*\.[a-z]{2,4}\b")
QUESTION = re.compile(r"[?？][\"'”»)\]]{0,3}\s*$")
# `> 80 %`, `20 to 40 °C`: what is measured, and behind it what is done then.
BOUNDS = re.compile(
    r"(?:[<>≤≥]=?|under|over|below|above)\s*\d|\d[\d.,]*\s?[^\s\d]{0,3}\s?(?:[-–]|to)\s?\d", re.I
)
IN_BRACKETS = re.compile(r"^[(（].*[)）]$")
POWERSHELL = re.compile(
    r"(?:^|[|({=]\s*|\s)(?:Get|Set|Stop|Start|Restart|New|Remove|Test|Reset|Invoke"
    r"|Enable|Disable|Add|Clear|Export|Import)-[A-Z][A-Za-z]+\b"
)
NO_STEPS = {"templates", "escalation", "contacts", "review", "oncall", "communication"}
STYLE = 3  # fences without a language, from which on it is no slip
TAGS = {"bash", "sh", "shell", "zsh"}


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the way steps are written."""
    for fence, section in facts.fences:
        yield from _prose(fence, section, facts)
        yield from _only_comments(fence, facts)
        yield from _comment_steps(fence, facts)
        yield from _other_shell(fence, facts)
    yield from _untagged(facts)
    yield from unexplained.check(playbook, facts)


def _is_shell(fence: Fence) -> bool:
    return fence.lang is not None and fence.lang.lower() in SHELLS


def _prose(fence: Fence, section: Section, facts: Facts) -> Iterator[Finding]:
    """Numbered sentences in a fence: nothing to run, and no box to tick."""
    lines = [at for at, text in enumerate(fence.lines, fence.line + 1) if NUMBER_MARK.match(text)]
    said = [text for text in fence.lines if text.strip() and not COMMENT.match(text)]
    if len(lines) < 2 or len(lines) * 2 < len(said):
        return
    if _is_shell(fence):
        yield facts.over("RC702", [fence.line, *lines])
    elif len(lines) * 2 == len(said) or _asks_for_no_steps(fence, section, facts):
        return
    elif fence.lang in {None, "text", "txt"} and not _is_overview(said, facts):
        first = NUMBER_MARK.sub("", facts.page.lines[lines[0] - 1]).strip()
        if BOX.match(first):
            return  # it can be ticked off where it stands
        yield facts.over("RC641", [fence.line, *lines], gap=first)


def _asks_for_no_steps(fence: Fence, section: Section, facts: Facts) -> bool:
    """By its chapter, or by the line above: `The letter must state:`."""
    above = facts.speaks("steps", facts.label_above(fence.line))
    return bool(facts.about(section) & NO_STEPS or "contents" in above)


def _is_overview(said: Sequence[str], facts: Facts) -> bool:
    """Each line ends with how long it takes: `2. Find the cause (1 min)`."""
    ends = [LAST_BRACKET.search(text) for text in said]
    return all(end is not None and spans_in(end.group(1), facts.words) for end in ends)


def _only_comments(fence: Fence, facts: Facts) -> Iterator[Finding]:
    """What is to be done on a screen, or where else to look, is told well enough in comments."""
    said = [text for text in fence.lines if text.strip()]
    if any(ON_A_SCREEN.match(text.lstrip("# ")) for text in said):
        return
    if _is_shell(fence) and said and all(COMMENT.match(text) for text in said):
        yield facts.over("RC706", [fence.line, fence.end])


def _comment_steps(fence: Fence, facts: Facts) -> Iterator[Finding]:
    """A comment that orders something and has no command below it."""
    if not _is_shell(fence) or all(COMMENT.match(text) for text in fence.lines if text.strip()):
        return
    lines = list(fence.lines)
    group: list[int] = []
    alone = _alone(lines)
    for at, text in enumerate([*lines, ""]):
        if at in alone and COMMENT.match(text):
            group.append(at)
            continue
        ordered = [place for place in group if _orders_something(lines[place], facts)]
        ordered = [place for place in ordered if not _is_done_below(lines[place], lines[at:])]
        ordered = [place for place in ordered if not _is_asked(place, group, lines, facts)]
        if _is_a_remark(group, lines, facts) or _goes_on(lines[at:]):
            ordered = []
        if ordered and not any(_says_where(lines[place], facts) for place in group):
            words = lines[ordered[0]].strip("# ")
            whole = [fence.line + 1 + place for place in group]
            yield facts.over("RC642", whole, f"“{words[:80]}”")
        group = []


def _is_a_remark(group: Sequence[int], lines: Sequence[str], facts: Facts) -> bool:
    """One comment right below a command says what that does; what is expected, a problem, or a
    choice of ways is no step."""
    if not group:
        return False
    said = lines[group[0]].strip(" #")
    below = group[0] > 0 and lines[group[0] - 1].strip() and len(group) == 1
    if below and not facts.speaks("setting", said.split(" ")[0]) & {"condition"}:
        return True
    choices = sum(_is_a_choice(lines[at], facts) for at in group)
    return choices > 1 or any(REMARK.match(lines[at].strip(" #")) for at in group)


def _is_asked(place: int, group: Sequence[int], lines: Sequence[str], facts: Facts) -> bool:
    """`# Check the load`, and below it `# All boats, or one?`: it is answered by thinking."""
    first = lines[place].strip(" #-0123456789.)").partition(" ")[0]
    looks = facts.speaks("parts", first) & {"diagnosis"}
    return bool(looks) and any(QUESTION.search(lines[at]) for at in group if at >= place)


def _is_a_choice(comment: str, facts: Facts) -> bool:
    """`- If the lamp is red: …`, `40-60 %: …`"""
    case, parted, _ = comment.strip(" #-").partition(":")
    if BOUNDS.match(case):
        return bool(parted)
    return bool(parted) and bool(facts.speaks("setting", case.split(" ")[0]) & {"condition"})


def _goes_on(below: Sequence[str]) -> bool:
    """The next comment says in which file."""
    first = next((text for text in below if text.strip()), "")
    return COMMENT.match(first) is not None and GOES_ON.match(first.strip("# ")) is not None


def _is_done_below(comment: str, below: Sequence[str]) -> bool:
    """`# Restart the gate`, a gap, and `gatectl restart` before any other comment."""
    verb = re.escape(comment.strip(" #-0123456789.)").partition(" ")[0])
    commands = takewhile(lambda text: not COMMENT.match(text), below)
    return any(re.search(rf"\b{verb}\b", text, re.IGNORECASE) for text in commands)


def _orders_something(comment: str, facts: Facts) -> bool:
    said = comment.strip(" #-0123456789.)")
    is_asked = said.endswith(("?", "？"))
    if is_asked or EXPLAINS.match(said) or AT_A_TIME.match(comment.strip(" #-")):
        return False
    if _forbids(said, facts) or _waits(said, facts):
        return False
    return bool(facts.speaks("steps", comment) & {"order"})


def _waits(said: str, facts: Facts) -> bool:
    """`Wait for the tide (2-3 hours)`: who waits runs nothing, and is told how long."""
    first, _, rest = said.partition(" ")
    if not (spans_in(rest, facts.words) and facts.speaks("setting", first) & {"waits"}):
        return False
    return not facts.speaks("steps", rest) & {"order"}


def _forbids(said: str, facts: Facts) -> bool:
    """`Never open the sluice by night`: what is not to be done needs no command."""
    orders = facts.words.orders
    first = (orders.phrases[one.group()] for one in orders.matches(said) if one.start() == 0)
    return any("forbids" in concepts for concepts in first)


def _says_where(comment: str, facts: Facts) -> bool:
    """`# Visit: https://…`, `# (use the graphs of the cellar)`, `# See CELLAR.md`: there is no
    command for it, and the comment is the way; so is the room in which people are told, the text
    that is to be written, and what a developer does to the code."""
    said = comment.strip().lstrip("#:- ").strip()
    if PLACE.search(said) or MENU.search(said) or IN_BRACKETS.match(said) or IS_WRITTEN.match(said):
        return True
    if CHANNEL.search(said) and facts.speaks("steps", said) & {"tell"}:
        return True
    return bool(facts.speaks("steps", said) & {"tool", "way", "letters", "in_code"})


def _alone(lines: Sequence[str]) -> set[int]:
    """Comments with no command between them and the next gap."""
    found: set[int] = set()
    free = True
    for at in range(len(lines) - 1, -1, -1):
        if not lines[at].strip():
            free = True
        elif not COMMENT.match(lines[at]):
            free = False
        elif free:
            found.add(at)
    return found


def _other_shell(fence: Fence, facts: Facts) -> Iterator[Finding]:
    """PowerShell in a fence tagged as a POSIX shell."""
    if (fence.lang or "").lower() not in TAGS:
        return
    lines = [
        at
        for at, text in enumerate(fence.lines, fence.line + 1)
        if POWERSHELL.search(text) and not COMMENT.match(text)
    ]
    said = [text for text in fence.lines if text.strip() and not COMMENT.match(text)]
    if lines and len(lines) * 2 >= len(said):
        yield facts.over("RC643", lines, f"tagged {fence.lang}")


def _untagged(facts: Facts) -> Iterator[Finding]:
    """Commands in fences without a language: no tool knows that they are. Told once a document, at
    the first; who leaves the language out nearly everywhere has a style of his own."""
    found = [fence for fence, section in facts.fences if _is_untagged(fence, section, facts)]
    bare = [fence for fence, _ in facts.fences if fence.lang is None]
    is_style = len(bare) >= STYLE and len(bare) * 2 > len(facts.fences)
    if found and not is_style:
        lines = ", ".join(str(fence.line) for fence in found)
        yield facts.over("RC703", [found[0].line, found[0].end], f"in line {lines}")


def _is_untagged(fence: Fence, section: Section, facts: Facts) -> bool:
    if fence.lang is not None or facts.about(section) & {"templates", "contacts", "escalation"}:
        return False
    said = [text for text in fence.lines if text.strip() and not COMMENT.match(text)]
    return bool(said) and all(_begins_with_program(text, facts) for text in said)


def _begins_with_program(text: str, facts: Facts) -> bool:
    first = text.strip().removeprefix("$ ").removeprefix("sudo ").split(" ")[0]
    lexicon = facts.words.lint.get("programs")
    return lexicon is not None and lexicon.exactly(first) is not None and first == first.lower()
