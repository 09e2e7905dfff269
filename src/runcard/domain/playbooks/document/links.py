"""Every address of a document: web pages, other documents, places in the page."""

import re
from collections.abc import Collection, Iterator

from runcard.domain.playbooks.nouns.appendix import FencedBlock, FenceKind, Link, LinkKind
from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

MARKDOWN = re.compile(
    r"\[([^\[\]]{0,300})\]\(\s*<?([^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)?)>?[^()]{0,200}\)"
)
# A badge is a picture inside a link: `[![docs](badge.svg)](https://…)`.
BADGE = re.compile(r"\[(!\[[^\[\]]{0,100}\]\([^\s()]{1,300}\))\]\(\s*<?([^\s()<>]+)>?\)")
DEFINITION = re.compile(r"^\s{0,3}\[([^\]^][^\]]{0,100})\]:\s+<?([^\s<>]+)>?")
HREF = re.compile(r"<a\b[^<>]{0,200}?\bhref=[\"']([^\"'<>]{1,400})[\"']", re.IGNORECASE)
BARE = re.compile(r"https?://[^\s<>\"'`|（）「」、。，；：]+")
SIGN = re.compile(r"\]\(|\]:|://|<[aA]")
TRAILING = ".,;:!?*_"
INLINE_CODE = re.compile(r"`[^`]*`")
# In ticks and nothing else there: an address, however it is set.
CODED = re.compile(r"`https?://[^`\s]+`")
PAIRS = {")": "(", "]": "[", "}": "{"}
STATUS_HOST = re.compile(
    r"^(?:https?://)?status\.|^https?://[\w.-]*status(?:page)?\.", re.IGNORECASE
)
RUN = {FenceKind.COMMANDS, FenceKind.SQL, FenceKind.COMMENTS}
MAIL = ("mailto:", "tel:", "sip:")


def links_of(page: Outline, fences: Collection[FencedBlock], words: Vocabulary) -> tuple[Link, ...]:
    """One entry an occurrence, outside fences of commands."""
    skipped = {line for one in fences if one.kind in RUN for line in range(one.line, one.end + 1)}
    return tuple(_found(page, skipped, words))


def _found(page: Outline, skipped: Collection[int], words: Vocabulary) -> Iterator[Link]:
    for section in page.sections:
        start = section.line or 1
        shows_metrics = _is_about_metrics(page, section, words)
        for line in range(start, section.end + 1):
            if line in skipped:
                continue
            for label, target in targets_in(page.lines[line - 1][:4000]):
                yield Link(target, line, _kind(label, target, words, is_metrics=shows_metrics))


def targets_in(text: str) -> list[tuple[str, str]]:
    """Label and address of every link of a line, in order; code in back-ticks has none, but for an
    address that stands there alone."""
    if SIGN.search(text) is None:
        return []
    found: list[tuple[int, str, str]] = []
    coded = (one for one in INLINE_CODE.finditer(text) if not CODED.fullmatch(one.group()))
    taken: list[tuple[int, int]] = [match.span() for match in coded]
    for pattern in (BADGE, MARKDOWN, DEFINITION):
        for match in pattern.finditer(text):
            if not _inside(match.start(2), taken):
                taken.append(match.span(2))
                found.append((match.start(), match.group(1), match.group(2)))
    for match in HREF.finditer(text):
        taken.append(match.span())
        found.append((match.start(), "", match.group(1)))
    since = 0
    for match in BARE.finditer(text):
        if not _inside(match.start(), taken):
            found += [(match.start(), text[since : match.start()], _trimmed(match.group()))]
        since = match.end()
    kept = [one for one in sorted(found) if not one[2].startswith(MAIL)]
    return [(label, target) for _, label, target in kept]


def _inside(at: int, taken: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in taken)


def _trimmed(target: str) -> str:
    bare = target.rstrip(TRAILING)
    while bare[-1:] in PAIRS and bare.count(PAIRS[bare[-1]]) < bare.count(bare[-1]):
        bare = bare[:-1].rstrip(TRAILING)
    return bare


def _is_about_metrics(page: Outline, section: Section, words: Vocabulary) -> bool:
    return "metrics" in topics(page, section, words)


def _kind(label: str, target: str, words: Vocabulary, *, is_metrics: bool) -> LinkKind:
    if target.startswith("#"):
        return LinkKind.ANCHOR
    if not target.lower().startswith(("http://", "https://", "//")):
        return LinkKind.DOC
    if STATUS_HOST.search(target) or words.looks.speaks_of(_label_words(label), "status_page"):
        return LinkKind.STATUS
    is_board = is_metrics or words.looks.speaks_of(f"{label[-60:]} {folded(target)}", "dashboard")
    return LinkKind.DASHBOARD if is_board else LinkKind.EXTERNAL


def _label_words(label: str) -> str:
    return label[-60:]
