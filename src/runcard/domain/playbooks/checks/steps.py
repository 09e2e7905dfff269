"""Steps that nobody can carry out: prose where commands should be, and orders without a way."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.page.blocks import Fence, Item, Section
from runcard.domain.playbooks.words import folded, plain

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
NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s+\S")
COMMENT = re.compile(r"^\s*(?:#(?!!)|::|REM\b|--\s)\s*(.*)$")
STEP_HEAD = re.compile(
    r"^(?:\d{1,2}[.)]|step\s*\d+|schritt\s*\d+|paso\s*\d+|étape\s*\d+|第.{1,2}步)", re.I
)
CODE = re.compile(r"`[^`]+`")
BRACKET = re.compile(r"[(（]([^()（）]{1,120})[)）]")
LINK = re.compile(r"\]\([^)]+\)|https?://")
PROGRAM = re.compile(
    r"^\s*(?:sudo\s+)?(?:\$\s+)?[a-z][\w.-]*(?:\s+-{1,2}[a-z]|\s+[\w./:$@'\"{<\[-]+)*", re.I
)
# `Drain mode is off` is a state to look for, and no order.
STATES = re.compile(r"\b(?:is|are|has|have|ist|sind|wurde|est|sont|está|están|é|são)\b")
POWERSHELL = re.compile(
    r"(?:^|[|({=]\s*|\s)(?:Get|Set|Stop|Start|Restart|New|Remove|Test|Reset|Invoke"
    r"|Enable|Disable|Add|Clear|Export|Import)-[A-Z][A-Za-z]+\b"
)
SHORT = 30  # signs in which an order says what is to be done
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
    yield from _without_procedure(playbook, facts)


def _is_shell(fence: Fence) -> bool:
    return fence.lang is not None and fence.lang.lower() in SHELLS


def _prose(fence: Fence, section: Section, facts: Facts) -> Iterator[Finding]:
    """Numbered sentences in a fence: nothing to run, and no box to tick."""
    lines = [at for at, text in enumerate(fence.lines, fence.line + 1) if NUMBERED.match(text)]
    said = [text for text in fence.lines if text.strip() and not COMMENT.match(text)]
    if len(lines) < 2 or len(lines) * 2 < len(said):
        return
    if _is_shell(fence):
        yield facts.over("RC702", [fence.line, *lines])
    elif fence.lang in {None, "text", "txt"} and not facts.about(section) & {
        "templates", "escalation", "contacts", "review", "oncall", "communication",
    }:  # fmt: skip
        yield facts.over("RC641", [fence.line, *lines])


def _only_comments(fence: Fence, facts: Facts) -> Iterator[Finding]:
    said = [text for text in fence.lines if text.strip()]
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
        if ordered:
            words = lines[ordered[0]].strip("# ")
            whole = [fence.line + 1 + place for place in group]
            yield facts.over("RC642", whole, f"“{words[:80]}”")
        group = []


def _orders_something(comment: str, facts: Facts) -> bool:
    return bool(facts.speaks("steps", comment) & {"order"})


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
    lines = [at for at, text in enumerate(fence.lines, fence.line + 1) if POWERSHELL.search(text)]
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


def _without_procedure(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """An order to rotate, isolate or restore, and no word how."""
    for section in facts.page.sections:
        about = facts.about(section)
        if about & {"severity", "roles", "contacts", "review", "templates", "drills", "reference"}:
            continue
        ordered = [block for block in section.blocks if isinstance(block, Item)]
        if not ordered or facts.speaks("steps", section.title) & {"when", "principles"}:
            continue
        lines = [
            item.line
            for item in ordered
            if _orders(item, facts)
            and not _told_how(item, section, facts)
            and not (_restores(item, facts) and "process" in about and playbook.runbooks)
        ]
        if lines:
            first = plain(facts.page.lines[lines[0] - 1]).lstrip("-*0123456789.[] x")
            yield facts.over("RC644", lines, f"“{first[:70]}”")


def _orders(item: Item, facts: Facts) -> bool:
    """The verb stands at the head of the order, or at its end as in German or Japanese."""
    words = folded(plain(item.text)).strip(" .。")
    known = facts.words.lint.get("steps")
    rule = facts.speaks("steps", " ".join(words.split()[1:2])) & {"only"}
    if known is None or rule or STATES.search(words[:60]):
        return False
    return any(
        ("skilled" in known.phrases[found.group()] and found.start() == 0)
        or ("skilled_last" in known.phrases[found.group()] and found.end() == len(words))
        for found in known.matches(words[:200])
    )


def _restores(item: Item, facts: Facts) -> bool:
    """`Restore.` as a step of the process: how is what the runbooks are for."""
    return bool(facts.speaks("steps", plain(item.text)[:SHORT]) & {"restores"})


def _told_how(item: Item, section: Section, facts: Facts) -> bool:
    """Code, a link, the name of the tool, or in brackets where the procedure is, in the entry; or a
    fence further down its section."""
    if (
        facts.speaks("steps", item.text) & {"tool"}
        or CODE.search(item.text)
        or LINK.search(item.text)
        or any(facts.speaks("prose", part) & {"procedures"} for part in BRACKET.findall(item.text))
    ):
        return True
    at = section.blocks.index(item)
    return any(isinstance(block, Fence) for block in section.blocks[at + 1 :])
