"""Commands that do once more what the line above them does."""

import re

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.facts import Facts

HOST = re.compile(r"\d")
DIGITS = re.compile(r"\d+")
MOST_APART = 2  # words in which two halves differ, one of each
GAP = re.compile(r"<[^<>\n]{1,40}>|\$\{?\w{1,40}")


def is_same_removal(last: Act, act: Act) -> bool:
    """`weir gate retire <gate>` and directly below it `weir key drop <gate>`: of one thing."""
    is_next = act.block == last.block != 0 and act.line == last.end_line + 1
    programs = [[call.program for call in one.calls] for one in (last, act)]
    same = set(GAP.findall(last.text)) & set(GAP.findall(act.text))
    return is_next and programs[0] == programs[1] and bool(same)


def is_other_half(last: Act, act: Act) -> bool:
    """`bar shut -A NORTH 4` and directly below it `bar shut -A SOUTH 4`: one note on the way back
    is for both."""
    is_next = act.block == last.block != 0 and act.place == last.place + 1
    first, second = (
        [GAP.sub("", word) for call in one.calls for word in (call.program, *call.words)]
        for one in (last, act)
    )
    differing = set(first) ^ set(second)
    names = {word for word in differing if not word.startswith("-")}
    return is_next and len(first) == len(second) and 0 < len(names) <= MOST_APART


def is_same_elsewhere(act: Act, facts: Facts) -> bool:
    """The line above differs in the number of its host alone."""
    before = next((one for one in facts.block_of(act) if one.place == act.place - 1), None)
    if before is None or not act.calls:
        return False
    one, two = before.text.split(), act.text.split()
    differing = [pair for pair in zip(one, two, strict=False) if pair[0] != pair[1]]
    hosts = len(differing) == 1 and all(map(HOST.search, differing[0]))
    alike = DIGITS.sub("", differing[0][0]) == DIGITS.sub("", differing[0][1]) if hosts else False
    return len(one) == len(two) > 2 and alike
