"""The bones of the page: contents, anchors, headings, sections and fences."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice

from runcard.domain.playbooks.document.self_statements import STAMPS, statements_in
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.page.blocks import Item, Section, label_of
from runcard.domain.playbooks.page.nested_fences import nests
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import folded, plain, untitled

ANCHOR = re.compile(r"\[([^\[\]]{1,200})\]\(#([^()\s]{1,200})\)")
HTML_ANCHOR = re.compile(r"""<a\s[^>]{0,80}?(?:name|id)\s*=\s*["']?([\w.-]+)|\{#([\w.-]+)\}""")
NOT_SLUG = re.compile(r"[^\w\- ]")
# A dead link of a page with more headings than this is told without the address that was meant.
MOST_HEADINGS = 2000
FIRST_HEADINGS = 4  # among which a subtitle stands
MARK = re.compile(r"^\s{0,3}(`{3,}|~{3,})(.*)$")


def check(facts: Facts) -> Iterator[Finding]:
    """What is wrong with the shape of the document."""
    slugs = slugs_of(facts.page.sections)
    links = [
        (number, found.group(1), found.group(2))
        for number, line in enumerate(facts.page.lines, 1)
        if "](#" in line
        for found in ANCHOR.finditer(line[:4000])
    ]
    yield from _dead(links, slugs, facts)
    yield from _contents(links, slugs, facts)
    yield from _same_headings(facts)
    yield from _nothing_below(facts)
    yield from _open_fence(facts)
    yield from _fence_in_fence(facts)


def slugs_of(sections: Sequence[Section]) -> dict[str, Section]:
    """The address of every heading, as GitHub makes it."""
    found: dict[str, Section] = {}
    counts: Counter[str] = Counter()
    for section in sections:
        if section.line:
            slug = slug_of(section.title)
            count = counts[slug]
            counts[slug] += 1
            found.setdefault(f"{slug}-{count}" if count else slug, section)
    return found


@lru_cache(maxsize=16384)
def slug_of(title: str) -> str:
    """Lower case, spaces to hyphens, signs left out."""
    words = plain(title).replace("`", "").lower().strip()
    return NOT_SLUG.sub("", words).replace(" ", "-")


Links = Sequence[tuple[int, str, str]]


def _dead(links: Links, slugs: Mapping[str, Section], facts: Facts) -> Iterator[Finding]:
    named = {
        one or two
        for line in facts.page.lines
        if "<a " in line or "{#" in line
        for one, two in HTML_ANCHOR.findall(line[:2000])
    }
    for number, _, anchor in links:
        if anchor.lower() not in slugs and anchor not in named and anchor != "top":
            close = nearest(anchor, slugs)
            found = facts.finding("RC021", number, f"#{anchor}", f"#{close}" if close else "")
            yield facts.marked(found, f"#{anchor}")


def nearest(anchor: str, slugs: Mapping[str, Section]) -> str | None:
    """The one heading whose address differs in accents, numbers or hyphens only."""
    wanted = _letters(anchor)
    alike = [slug for slug in islice(slugs, MOST_HEADINGS) if _letters(slug) == wanted]
    return alike[0] if len(alike) == 1 else None


@lru_cache(maxsize=16384)
def _letters(slug: str) -> str:
    plainer = slug.lower().translate(ACCENTS)
    return re.sub(r"[^a-z\u0100-\uffff]", "", plainer)


ACCENTS = str.maketrans("áàâãäéèêëíìîïóòôõöúùûüçñ", "aaaaaeeeeiiiiooooouuuucn")


def _contents(links: Links, slugs: Mapping[str, Section], facts: Facts) -> Iterator[Finding]:
    """A table of contents that does not name every chapter."""
    chapters = [slug for slug, other in slugs.items() if other.level == 2]
    lines = [slugs[slug].line for slug in chapters]
    is_end = cache(lambda slug: _is_end(slugs[slug], facts))
    for section in facts.page.sections:
        end = _end_of_contents(section, lines, slugs, facts)
        if end == section.line:
            continue
        listed = [anchor for line, _, anchor in links if section.line < line <= end]
        if len(listed) < 3:
            continue
        after = chapters[bisect_right(lines, end) :]
        known = {anchor.lower() for anchor in listed}
        known |= {slug for a in listed if a.lower() not in slugs and (slug := nearest(a, slugs))}
        lost = [slug for slug in after if slug not in known and not is_end(slug)]
        if lost and len(lost) * 2 < len(after):
            names = ", ".join(f"“{plain(slugs[slug].title)}”" for slug in lost)
            link = f"[{plain(slugs[lost[0]].title)}](#{lost[0]})"
            at = section.line if section.level > 1 else end  # where the entry is missing
            yield facts.finding("RC022", at, names, link)


def _is_end(chapter: Section, facts: Facts) -> bool:
    """The history of the page, its licence, its last words and what is planned, which nobody seeks
    at night; or an appendix, which everybody seeks at the end."""
    known = facts.words.lint.get("chapters")
    if known is not None and known.exactly(folded(untitled(chapter.title)).strip()) == "closing":
        return True
    named = facts.speaks("chapters", chapter.title) & {"page_history", "planned", "licence"}
    first = facts.speaks("references", untitled(chapter.title).partition(" ")[0].rstrip(":"))
    return bool(named) or "appendix" in first


def _end_of_contents(
    section: Section, chapters: Sequence[int], slugs: Mapping[str, Section], facts: Facts
) -> int:
    """The last line of a list of contents: of its own chapter, or of a list in front of the first
    one in which every line is a link that leads somewhere."""
    title = folded(untitled(section.title)).strip()
    if facts.speaks("documents", title) & {"contents"}:
        return section.end
    if section.level > 1 or not chapters or section.line >= chapters[0]:
        return section.line
    entries = [one for one in section.blocks if isinstance(one, Item) and "](#" in one.text]
    anchors = [found.group(2).lower() for one in entries for found in ANCHOR.finditer(one.text)]
    is_whole = len(anchors) == len(entries) and all(anchor in slugs for anchor in anchors)
    return entries[-1].line if entries and is_whole else section.line


def _same_headings(facts: Facts) -> Iterator[Finding]:
    """Two headings of one name under one parent: a link reaches the first only."""
    seen: dict[tuple[int | None, str], int] = {}
    for section in facts.page.sections:
        key = (section.parent, folded(plain(section.title)))
        if section.line and section.level > 1 and key in seen:
            about = f"“{plain(section.title)}”, first in line {seen[key]}"
            yield facts.finding("RC023", section.line, about)
        elif section.line:
            seen[key] = section.line


def _nothing_below(facts: Facts) -> Iterator[Finding]:
    for section in facts.page.sections:
        if not section.line or section.blocks or facts.page.children(section):
            continue
        is_whole = _is_a_subtitle(section, facts) or _says_a_time(section, facts)
        if section.level > 1 and not (is_whole or _has_text(section, facts)):
            yield facts.finding("RC024", section.line, f"“{plain(section.title)}”")


def _is_a_subtitle(section: Section, facts: Facts) -> bool:
    """`### Version 4, May 2031`, among the first headings, above every text."""
    above = facts.page.sections[: section.index]
    if len(above) > FIRST_HEADINGS or any(_has_text(one, facts) for one in above if one.line):
        return False
    said = statements_in(plain(section.title), section.line, facts.words)
    return any(concept in STAMPS for concept, _ in said)


def _says_a_time(section: Section, facts: Facts) -> bool:
    """`### Deadline: 3 days` has said what it is for."""
    label = label_of(plain(section.title))
    return label is not None and any(one.seconds for one in spans_in(label.value, facts.words))


def _has_text(section: Section, facts: Facts) -> bool:
    below = facts.page.lines[section.line : section.end]
    return any(line.strip(" -*_=#") for line in below)


def _open_fence(facts: Facts) -> Iterator[Finding]:
    """A fence that is never closed swallows the rest of the document."""
    if not facts.fences:
        return
    fence, _ = facts.fences[-1]
    opening = MARK.match(facts.page.lines[fence.line - 1].lstrip("> \t"))
    closing = MARK.match(facts.page.lines[fence.end - 1].lstrip("> \t"))
    last = len(facts.page.lines)
    while last and not facts.page.lines[last - 1].strip():
        last -= 1
    if opening and fence.end >= last and (closing is None or fence.end == fence.line):
        swallowed = sum(1 for line in fence.lines if line.startswith("#") and " " in line)
        if closing is None and swallowed:
            yield facts.finding("RC025", fence.line)


def _fence_in_fence(facts: Facts) -> Iterator[Finding]:
    """Whoever looks at the page sees the outer one end with the inner."""
    lines = facts.page.lines if facts.fences else ()
    for first, last in nests(lines):
        inner = next(at for at in range(first + 1, last) if MARK.match(lines[at].lstrip("> \t")))
        yield facts.over("RC037", [first + 1, last + 1], f"in line {inner + 1}")
