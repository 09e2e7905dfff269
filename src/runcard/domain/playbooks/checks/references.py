"""Parts of this document that it sends its reader to, and that are not in it."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.checks.other_papers import is_a_source
from runcard.domain.playbooks.checks.part_labels import CODE, FEWEST, Parts, mentions
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.page.blocks import Item, Section
from runcard.domain.playbooks.words import folded, plain, untitled

DOTTED = re.compile(
    r"\s{0,2}((?:[A-Z]\.\d{1,2}|\d{1,2}\.\d{1,2})(?:\.\d{1,2}){0,2})(?![\w%/’'-]|\.\d|:\d)"
)
AMOUNT = re.compile(
    r"\s{0,2}(?:%|°|€|\$|(?:uhr|h|hrs|min|s|sec|ms|[kmgt]i?b|v|a|kg|mm|cm|am|pm|to \d|-)\b)",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"(?<=[\w)”\"’])[.;!?:]\s")
TITLE = re.compile(r"[\w’'-]{4,}")
LINKED = re.compile(r"\]\((?!#)|https?://|`[^`]*[/\\][^`]*`|[“\"][^“”\"]{3,60}[”\"]")
# `DRP §4`, `WebAuthn §4`, `recovery.md §4`, `boat-runbook §4`: another paper, by its letters, its
# name or its file.
NAMED = re.compile(
    r"(?:\b[A-Z]{2,8}|\b[A-Z][a-z]{1,20}[A-Z]\w{0,20}|\.(?:md|pdf|docx?|html?)`?"
    r"|\b([\w-]{2,40}[-_](?:runbooks?|playbook|handbook|manual|guide|plan|procedures?|sop))`?)"
    r"[\s(,:]{0,3}$",
)
# `Bauplan Abschnitt 7 und §9`: both are of one paper.
BESIDE = re.compile(
    r"(?:[^\W\d_]{3,20}\s|§\s?)\d[\d.]{0,8}\s?(?:,|&|/|and|und|et|y|e|en|や|和|、)\s{0,2}$"
)
SIGN = "§"
ENOUGH = 0.6  # of a list of contents that are headings, before the rest is called missing
STEM = 5
LONGEST = 400  # lines of a part in which a word is looked for
FAR = 40
NEAR = 20  # signs in front of a part, among which its book is named


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is named here as a part of the document, and is none."""
    parts = Parts(facts)
    told: set[tuple[int, str]] = set()
    levels = {level.key for level in playbook.severities}
    named = (
        (said, *found)
        for said in facts.said_of("references")
        for found in _by_word(said, parts, facts)
    )
    coded = (
        (said, *found) for said in facts.said for found in _by_code(said, parts, levels, facts)
    )
    for said, words, label in (*named, *coded):
        if said.line not in parts.contents and (said.line, label) not in told:
            told.add((said.line, label))
            yield facts.marked(facts.finding("RC026", said.line, f"“{words}”"), words)
    yield from _promised(parts, facts)
    yield from _elsewhere(parts, facts)


def _by_word(said: Said, parts: Parts, facts: Facts) -> Iterator[tuple[str, str]]:
    """A label behind the word for a part, or behind `see`."""
    for kind, label, at in mentions(said.text, facts):
        end = said.text.find(label, at) + len(label)
        if said.text[at] == SIGN and (parts.signed_elsewhere or is_a_source(said.text, at, facts)):
            continue
        if _is_lost(kind, label, parts) and not _is_foreign(said, at, end, facts):
            yield said.text[at:end], label
    for label, at, end in _seen(said, facts):
        lost = label not in parts.labels and parts.is_numbered(label)
        if lost and not _is_foreign(said, at, end, facts):
            yield said.text[at:end], label


def _seen(said: Said, facts: Facts) -> Iterator[tuple[str, int, int]]:
    """`see 4.9`, with where it begins and ends."""
    known = facts.words.lint.get("references")
    for found in known.matches(said.text) if known is not None else ():
        sends = known is not None and "see" in known.phrases[found.group()]
        after = DOTTED.match(said.text, found.end()) if sends else None
        if after is not None and not AMOUNT.match(said.text, after.end()):
            yield after.group(1), found.start(), after.end(1)


def _is_lost(kind: str, label: str, parts: Parts) -> bool:
    if (kind, label) in parts.named or label in parts.headed:
        return False
    if kind == "appendix":
        return True
    if label in parts.labels:
        return False
    same = {one for other, one in parts.named if other == kind}
    if kind == "phase":
        return label.isdigit() and len(same) >= FEWEST
    if len(same) >= FEWEST and _is_alike(label, same):
        return True
    return (kind == "chapter" or "." in label) and parts.is_numbered(label)


def _is_alike(label: str, others: set[str]) -> bool:
    """Numbers among numbers, letters among letters."""
    return any(label.isdigit() == one.isdigit() and len(one) <= len(label) for one in others)


def _is_foreign(said: Said, at: int, end: int, facts: Facts) -> bool:
    """A part of something else: `section 4 of the contract`, `GDPR, Article 33`, behind a link."""
    raw = facts.page.lines[said.line - 1]
    before = BESIDE.sub("", CLAUSE.split(said.text[:at])[-1])
    after = CLAUSE.split(said.text[end : end + 80] + " ")[0]
    if facts.speaks("references", before[-NEAR:]) & {"other"} or LINKED.search(before):
        return True
    if _names_another_paper(before, facts):
        return True
    opening = after.lstrip(" )*_")[:40]
    word = facts.word("references", "belongs", opening[:14])
    leads = word is not None and folded(opening).startswith(folded(word))
    this = bool(facts.speaks("references", opening) & {"this"})
    return (
        (leads and not this)
        or bool(facts.speaks("references", after) & {"other"})
        or ("](" in raw and LINKED.search(raw) is not None)
    )


def _names_another_paper(before: str, facts: Facts) -> bool:
    """The name of a file stands in front of the part, and it is not the title of this one."""
    named = NAMED.search(before)
    if named is None or not named.group(1):
        return named is not None
    own = " ".join(section.title for section in facts.page.sections[:2])
    return folded(named.group(1)) not in folded(own)


def _by_code(said: Said, parts: Parts, levels: set[str], facts: Facts) -> Iterator[tuple[str, str]]:
    """`R10` where the recipes are called R1 to R9; `L4` of three levels, called a level."""
    for found in CODE.finditer(said.text[:2000]):
        prefix, label = found.group(1), found.group()
        graded = sum(key.rstrip("0123456789") == prefix for key in levels)
        known = levels | parts.headed.keys() if graded else parts.labels
        if label in known or _is_foreign(said, *found.span(), facts):
            continue
        around = said.text[max(found.start() - 12, 0) : found.end() + 14]
        is_level = graded > 1 and bool(facts.speaks("references", around) & {"graded"})
        if is_level or (not graded and parts.families[prefix] >= FEWEST):
            yield label, label


def _promised(parts: Parts, facts: Facts) -> Iterator[Finding]:
    """A list of contents without links names a part that is not there."""
    titles = [
        _bare(one.title)
        for one in facts.page.sections
        if one.line and one.line not in parts.contents
    ]
    for section in facts.page.sections:
        if section.line not in parts.contents:
            continue
        listed = [one for one in section.blocks if isinstance(one, Item) and "](" not in one.text]
        lost = [one for one in listed if not _is_headed(_bare(one.text), titles)]
        if len(listed) >= FEWEST and 0 < len(lost) <= len(listed) * (1 - ENOUGH):
            for one in lost:
                yield facts.finding("RC026", one.line, f"“{plain(one.text)}”")


def _bare(title: str) -> str:
    return re.sub(r"[\W_]+", " ", folded(untitled(title))).strip()


def _is_headed(wanted: str, titles: Sequence[str]) -> bool:
    return any(wanted in title or (title and title in wanted) for title in titles)


def _elsewhere(parts: Parts, facts: Facts) -> Iterator[Finding]:
    """`see 3.2 for oars`, and 3.2 says no word of oars."""
    for said in facts.said_of("references", "see"):
        for label, _, end in _seen(said, facts):
            target = parts.headed.get(label)
            if target is None or target.line <= said.line <= target.end:
                continue
            wanted = _asked_for(said.text[end:], facts) or _told(said.text[:end], label, facts)
            if wanted and not _speaks_of(wanted, target, facts):
                about = f"“{', '.join(wanted)}”, and {label} is “{plain(target.title)}”"
                yield facts.finding("RC028", said.line, about)


def _asked_for(after: str, facts: Facts) -> list[str]:
    """The nouns behind `for`, up to the end of the clause."""
    clause = re.split(r"[.,;:()!?]", after.strip(), maxsplit=1)[0]
    word = facts.word("references", "for", clause[:8])
    if word is None or not folded(clause).startswith(folded(word)):
        return []
    known = [one.group() for one in TITLE.finditer(folded(clause[len(word) :]))]
    return known if len(known) <= 2 else []


def _told(before: str, label: str, facts: Facts) -> list[str]:
    """The last words in front of `as described in`."""
    clause = CLAUSE.split(before)[-1]
    word = facts.word("references", "told", clause[-FAR:])
    if word is None:
        return []
    words = [one.group() for one in TITLE.finditer(folded(clause[: clause.rfind(word)]))]
    known = [one for one in words if len(one) >= STEM]
    return known[-3:] if len(known) >= 2 else []


def _speaks_of(wanted: Sequence[str], target: Section, facts: Facts) -> bool:
    end = min(target.end, target.line + LONGEST)
    said = folded("\n".join(facts.page.lines[target.line - 1 : end]))
    return any(word[:STEM] in said for word in wanted)
