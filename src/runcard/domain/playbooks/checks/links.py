"""Things the document sends people to and does not say where they are."""

import re
from collections.abc import Iterator
from itertools import pairwise

from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.checks.beside_rhythms import OUTSIDE
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.page.blocks import Fence

URL = re.compile(r"https?://[^\s)>\]|`\"']+")
STATUS = re.compile(r"https?://status\.|\bstatus\.[\w-]+\.\w{2,}|https?://[^\s]+/status", re.I)
# `.status.state` is a field.
DOMAIN = re.compile(r"(?:https?://|@|(?<![\w.])(?=status\.))([\w-]+(?:\.[\w-]+)+)")
SLASH_COMMAND = re.compile(r"`(/[a-z][a-z0-9-]{2,40})`")
# In these one has a region or a project to choose, and a service among hundreds.
CONSOLE = re.compile(
    r"https?://(?:[\w-]+\.)?(?:portal\.azure|app\.datadoghq|console\.(?:aws\.amazon|cloud\.google"
    r"|cloud\.ibm|cloud\.tencent|cloud\.yandex|alibabacloud|aliyun|huaweicloud))\.\w+"
    r"/[\w-]+/?$"
)
# On a drive of somebody's office, which no link reaches.
FILE = re.compile(r"\\\\[\w.-]{1,60}\\[^`\s|*?<>]{1,160}\.(?:docx?|xlsx?|pptx?|pdf|odt)\b")
# `[LINK]`, `{{bridge}}`: somebody writes it there for each incident.
GAP = re.compile(r"\[[^\[\]]{2,40}\](?!\()|\{[^{}]{2,40}\}|<[^<>/@]{2,40}>|【[^【】]{1,40}】")
QUOTED = re.compile(r"\"[^\"]{1,200}\"|“[^”]{1,200}”|„[^“]{1,200}“|«[^»]{1,200}»|`[^`]{1,200}`")
RELATIVE = re.compile(
    r"\[[^\[\]]{1,200}\]\((?!#|https?:|mailto:)([^()\s]{1,200}\.md)(?:#[^)\s]*)?\)"
)


def check(facts: Facts) -> Iterator[Finding]:
    """What is wrong with what the document points to."""
    yield from _status_page(facts)
    yield from _bare_consoles(facts)
    yield from _other_documents(facts)
    yield from _tools_without_link(facts)
    yield from _unexplained(facts)
    yield from _undecided(facts)


def _status_page(facts: Facts) -> Iterator[Finding]:
    """The status page is to be updated, and its address stands nowhere."""
    if facts.said_of("links", "no_status_page") or _has_own_status_page(facts):
        return
    told = [
        said
        for said in facts.said_of("links")
        if facts.speaks("links", said.text) >= {"status_page", "update"}
    ]
    if told:
        yield facts.finding("RC031", told[0].line)


def _has_own_status_page(facts: Facts) -> bool:
    """An address of ours, not the one of a vendor: it shares its domain with our other addresses,
    or it is the only one."""
    status: set[str] = set()
    others: set[str] = set()
    for line in facts.page.lines:
        if "://" not in line and "@" not in line and "status." not in line:
            continue
        for found in DOMAIN.finditer(line[:2000]):
            host = found.group(1).lower()
            (status if host.startswith("status.") else others).add(".".join(host.split(".")[-2:]))
    named = len(status) <= 1 and any(STATUS.search(line) for line in facts.page.lines)
    return named or bool(status & others)


def _undecided(facts: Facts) -> Iterator[Finding]:
    """A tool that the process depends on is not chosen yet; `"gate error: 4" or similar` is what a
    program says."""
    for said in facts.said_of("links"):
        word = facts.word("links", "undecided", said.text)
        if word is None or _is_of_code(word, facts.page.lines[said.line - 1]):
            continue
        if URL.search(said.text.partition(word)[0]):
            continue  # the page is given: `https://tide.example or similar`
        if ":" in QUOTED.sub("", said.text):
            yield facts.marked(facts.finding("RC036", said.line, f"“{word}”"), word)


def _is_of_code(word: str, line: str) -> bool:
    """``(`TIDE_LIMIT` or similar)``: a name in the program, and no tool to be chosen."""
    return re.search(rf"`[^`]{{2,80}}`\s{{0,2}}{re.escape(word)}", line) is not None


def _bare_consoles(facts: Facts) -> Iterator[Finding]:
    """A link to the front door of a console: no region, no dashboard, no log group."""
    for number, line in enumerate(facts.page.lines, 1):
        for found in () if "://" not in line else URL.finditer(line[:2000]):
            is_front = CONSOLE.match(found.group()) and not found.group().endswith("/support")
            if (
                is_front
                and not _is_for_help(number, facts)
                and facts.speaks("links", found.group()) & {"console"}
            ):
                yield facts.marked(facts.finding("RC032", number, found.group()), found.group())


def _is_for_help(line: int, facts: Facts) -> bool:
    """The way to the support of a vendor, among the contacts."""
    support = facts.speaks("links", facts.page.lines[line - 1]) & {"support"}
    return bool(support) or hints.is_list_of_people(facts.section_of(line), facts)


def _other_documents(facts: Facts) -> Iterator[Finding]:
    """`See the disaster recovery plan` without a link to it."""
    for said in facts.said_of("links"):
        word = facts.word("links", "other_document", said.text)
        file = FILE.search(facts.page.lines[said.line - 1])
        if file is not None and facts.speaks("links", said.text) & {"go_to"}:
            yield facts.marked(facts.finding("RC033", said.line, file.group()), file.group())
            continue
        sends = word is not None and facts.speaks("links", said.text) & {"go_to"}
        if word is not None and sends and not _is_linked(said, facts):
            yield facts.marked(facts.finding("RC033", said.line, f"“{word}”", word), word)
    for fence, section in facts.fences:
        if facts.about(section) & {"templates", "review"}:
            continue
        for at, text in enumerate(fence.lines, fence.line + 1):
            word = facts.word("links", "other_document", text)
            if word is not None and facts.speaks("links", text) & {"go_to"} and "](" not in text:
                yield facts.marked(facts.finding("RC033", at, f"“{word}”", word), word)


def _is_linked(said: Said, facts: Facts) -> bool:
    """On the line, or on the next behind a colon."""
    raw = facts.page.lines[said.line - 1]
    if said.text.rstrip().endswith((":", "：")):
        raw += next((text for text in facts.page.lines[said.line :] if text.strip()), "")
    return "](" in raw or "http" in raw


def _tools_without_link(facts: Facts) -> Iterator[Finding]:
    """A call, a shared document or a dashboard to be opened, and no address."""
    for fence, section in facts.fences:
        if "war_room" not in facts.about(section) or _is_for_outside(fence, facts):
            continue
        lines = [
            at
            for at, (text, below) in enumerate(pairwise((*fence.lines, "")), fence.line + 1)
            if facts.speaks("links", text) & {"room"} and not _has_address(text, below)
        ]
        if lines:
            yield facts.over("RC034", lines)


def _is_for_outside(fence: Fence, facts: Facts) -> bool:
    """A message: nobody outside is sent into a room of ours."""
    return facts.words.audiences.find(facts.label_above(fence.line)) in OUTSIDE


def _has_address(text: str, below: str) -> bool:
    """In the line, or in the command below a comment; or a gap for it, as messages have."""
    said = f"{text} {below}" if text.lstrip().startswith("#") else text
    return "http" in said or "](" in said or GAP.search(said) is not None


def _unexplained(facts: Facts) -> Iterator[Finding]:
    """A command of a chat or an assistant that the document explains nowhere."""
    for number, line in enumerate(facts.page.lines, 1):
        if "`/" not in line:
            continue
        for found in SLASH_COMMAND.finditer(line[:2000]):
            token = found.group(1)
            is_lone = facts.text.count(token) == 1 and "-" in token
            if is_lone and facts.speaks("links", line) & {"process"}:
                yield facts.marked(facts.finding("RC035", number, token), token)
