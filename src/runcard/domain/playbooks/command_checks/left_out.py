"""Members of a list or a range that a sentence names and the loop below it leaves out."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.facts import Facts

LOOP = re.compile(r"\bfor\s+\w{1,40}\s+in\s+([\w.{}-]+(?:[ \t]+[\w.{}-]+){0,40})\s*(?:;|\n)\s*do\b")
EACH = re.compile(r"\bforeach\s*\(\s*\$\w{1,40}\s+in\s+([^()$]{1,600})\)", re.IGNORECASE)
BRACES = re.compile(r"([\w.-]*)\{(\d{1,3})\.\.(\d{1,3})\}")
WORD = re.compile(r"[\w.-]+")
# `web1`, `gw-eu-2`, `web1–4`.
NAME = re.compile(r"(?<![\w.])([A-Za-z][A-Za-z_]*(?:-[A-Za-z_]+)*-?)(\d{1,3})(?![\w])")
TAIL = re.compile(r"\s?[–—-]\s?(\d{1,3})(?![\w.])")
DASH = {"-", "–", "—", "…", "..", "..."}
SIGNS = {",", "/", "&", "+", "", ", &"}
MOST = 60  # members of one range
FEWEST = 2


def left_out(act: Act, above: str, facts: Facts) -> Sequence[str]:
    """Members of the one list above to which all names of the loop belong."""
    looped = _looped(act.text[:2000])
    if len(looped) < FEWEST or facts.speaks("against_words", above) & {"except"}:
        return ()
    around = "\n".join(one.text for one in facts.block_of(act))
    for named in _lists(above, facts):
        missing = [name for name in named if name not in looped]
        stems = {NAME.sub(r"\1", name) for name in looped}
        if (
            missing
            and len(missing) < len(looped)
            and set(looped) <= set(named)
            and all(NAME.sub(r"\1", name) in stems for name in missing)
            and not any(re.search(rf"(?<![\w-]){re.escape(one)}(?!\w)", around) for one in missing)
        ):
            return missing
    return ()


def _looped(text: str) -> list[str]:
    found = LOOP.search(text) or EACH.search(text)
    names: list[str] = []
    for word in found.group(1).split() if found else ():
        braces = BRACES.fullmatch(word.strip("'\","))
        names += _range(*braces.groups()) if braces else WORD.findall(word)
    return names


def _range(stem: str, first: str, last: str) -> list[str]:
    """`web1` to `web4`, with as many figures as the first has."""
    numbers = range(int(first), min(int(last), int(first) + MOST) + 1)
    return [f"{stem}{number:0{len(first)}d}" for number in numbers]


def _lists(above: str, facts: Facts) -> Iterator[list[str]]:
    """Names that stand beside each other, ranges written out."""
    known = facts.words.lint["against_words"]
    named: list[str] = []
    end = 0
    for found in NAME.finditer(above):
        stem, number = found.groups()
        gap = above[end : found.start()].strip(" `*'\"").removeprefix(",").strip(" `*'\"")
        joins = gap in SIGNS or known.exactly(gap) == "and"
        spans = gap in DASH or known.exactly(gap) == "through"
        last = NAME.fullmatch(named[-1]) if named else None
        if spans and last is not None and last.group(1) == stem:
            named += _range(stem, last.group(2), number)[1:]
        elif joins and named:
            named.append(found.group())
        else:
            yield named
            named = [found.group()]
        tail = TAIL.match(above, found.end())
        if tail is not None and not spans:
            named += _range(stem, number, tail.group(1))[1:]
        end = tail.end() if tail is not None and not spans else found.end()
    yield named
