"""Texts in the fence of a shell that nobody types: messages in quotation marks, files shown."""

import re
from collections.abc import Iterator, Sequence

# `Chat: "The boat is back"`, `Post in #deck:` above such a text; no program is called so.
SAID = re.compile(r"^\s*[A-Z][A-Za-z]{2,20}(?: [\w#@-]{1,30}){0,5}\s*:\s*(?:[\"“].*)?$")
OPENS = re.compile(r"(?:^|(?<=:)|(?<=:\s))\s*[\"“]")
SIGN = re.compile(r"[\"“”]")
PAIR = 2
WORD = re.compile(r"(?<![\w/\\.])[^\W\d_]{2,}(?![\w/\\])")
FEWEST_WORDS = 5
ENDS = re.compile(r"[\"”]\s*[.,]?\s*$")
# The first lines of a manifest, which is written into a file.
MANIFEST = re.compile(r"^apiVersion:\s+\S+\s*$")
KIND = re.compile(r"^kind:\s+\S+\s*$")
ENTRY = re.compile(r"^(?:\s+\S|[A-Za-z][\w-]*:(?:\s|$)|-\s|---\s*$)")
HEREDOC = "<<"
MOST = 60


def told_texts(lines: Sequence[str]) -> frozenset[int]:
    """The places of such lines; in what is handed to a command, `<< EOF`, all is its own."""
    if any(HEREDOC in line for line in lines):
        return frozenset()
    return frozenset([*_messages(lines), *_manifests(lines)])


def _messages(lines: Sequence[str]) -> Iterator[int]:
    """Below a remark, a gap or another of them: elsewhere a quotation may belong to a command."""
    end = -1
    for at, line in enumerate(lines):
        if at <= end or not (at == end + 1 or _is_aside(lines[at - 1])):
            continue
        begins = at + 1 if SAID.match(line) and not OPENS.search(line) else at
        text = lines[begins] if begins < len(lines) else ""
        last = _end_of_quotation(lines, begins)
        if OPENS.search(text) and (SAID.match(line) or _is_spoken(lines[begins : last + 1])):
            end = last
            yield from range(at, end + 1)


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _is_spoken(lines: Sequence[str]) -> bool:
    """A quotation of some words alone on its lines; `"/opt/my bell/ring" "now"` is two."""
    text = " ".join(lines)
    is_one = OPENS.match(text) is not None and len(SIGN.findall(text)) == PAIR
    return is_one and len(WORD.findall(text)) >= FEWEST_WORDS


def _end_of_quotation(lines: Sequence[str], at: int) -> int:
    """The line with the sign that closes it; the first, if there is none."""
    first = OPENS.sub("", lines[at] if at < len(lines) else "", count=1)
    if ENDS.search(first):
        return at
    behind = range(at + 1, min(at + MOST, len(lines)))
    return next((one for one in behind if ENDS.search(lines[one])), at)


def _manifests(lines: Sequence[str]) -> Iterator[int]:
    """From `apiVersion: …` on, as long as there are entries."""
    for at, line in enumerate(lines):
        if MANIFEST.match(line) and any(map(KIND.match, lines[at + 1 : at + 3])):
            end = at
            while end < len(lines) and (not lines[end].strip() or ENTRY.match(lines[end])):
                end += 1
            yield from range(at, end)
