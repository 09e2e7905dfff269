"""Lists in the fence of a shell: what they tell, and what is typed behind their marks."""

import re
from collections.abc import Sequence
from itertools import takewhile

# Entries and names that begin as a sentence does: no program is called so. `- rm -rf /srv` is one
# to judge, whatever stands in front of it.
ENTRY = re.compile(r"^\s*[-*•]\s+(?:[A-Z][A-Za-z]*[a-z](?:-[a-z]+)?|[^\x00-\x7F]\S*)(?:[:,]?\s|$)")
NAMED = re.compile(r"^\s*[A-Z][\w ]{1,40}:\s+\S")
# The mark of an entry, and what begins as a program or a path does: `- rm -rf /srv`, ``2. `df` ``.
TYPED = re.compile(
    r"(?P<indent>\s*)(?:[-*+•–]|\d{1,2}[.)])\s+(?P<tick>`?)(?P<typed>[a-z./~].*?)(?P=tick)\Z"
)
# `if [[ boiler_cold && wait < limit ]]; then`: it asks for no variable, no file and no command.
ASKED = re.compile(
    r"^\s*(?:el)?if\s+\[{1,2}\s(?:[\w<>=!]|&&|\|\||\s(?!-)){1,160}\s\]{1,2}\s*(?:;\s*then)?\s*$"
)
BETWEEN = re.compile(r"^\s*(?:then|else|fi)\s*;?\s*$")
# `wake_the_mate`: the name of a deed, with nothing behind it.
DEED = re.compile(r"^\s*[a-z]{2,30}(?:_[a-z]{1,30}){1,8}\s*$")
# `# Signs`, and an entry below it that begins with a capital, a figure or a sign of its own.
REMARK = re.compile(r"^\s*#+\s*[^\W_]")
TOLD = re.compile(r"^\s*[-*•]\s+(?![a-z./~$`(\[{<-])\S")
FEWEST = 2
MOST_TOLD = 40


def told_below_remarks(lines: Sequence[str]) -> frozenset[int]:
    """The places of lists below a remark, `# Signs` above `- The wheel stands still`: up to the
    next remark or gap all lines are entries, and one begins as a sentence does."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if REMARK.match(line) is None:
            continue
        below = [*takewhile(_is_said, lines[at + 1 : at + 1 + MOST_TOLD])]
        if all(map(TOLD.match, below)) and any(map(ENTRY.match, below)):
            found.update(range(at + 1, at + 1 + len(below)))
    return frozenset(found)


def _is_said(line: str) -> bool:
    return bool(line.strip()) and REMARK.match(line) is None


def are_entries(lines: Sequence[str]) -> bool:
    """`- Wake the mate` below `Bridge: by radio`, line for line: told, and nothing to type; what
    is decided among them may be told with the words of a shell."""
    decided = _decided(lines)
    said = [line for at, line in enumerate(lines) if at not in decided]
    listed = sum(1 for line in said if ENTRY.match(line))
    named = sum(1 for line in said if NAMED.match(line))
    is_most = listed > len(decided)
    return listed >= FEWEST and is_most and listed + named == len(said)


def _decided(lines: Sequence[str]) -> set[int]:
    """The places of whole decisions, from `if` to `fi`, of which nothing can be run: a question
    about mere names, and the names of deeds. One line of another kind, and none is."""
    found: set[int] = set()
    is_inside = False
    for at, line in enumerate(lines):
        begins = ASKED.match(line) is not None
        is_inside = is_inside or begins
        if not is_inside:
            continue
        if not (begins or BETWEEN.match(line) or DEED.match(line)):
            return set()
        found.add(at)
        is_inside = line.strip(" ;") != "fi"
    return set() if is_inside else found


def behind_mark(line: str) -> str | None:
    """What is typed of an entry of a list, as far in as the entry; None for a line that is none."""
    found = TYPED.match(line.rstrip())
    return f"{found['indent']}{found['typed']}" if found is not None else None
