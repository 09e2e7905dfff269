"""Whether a program takes the answer of a request, or a person at the keyboard reads it."""

import re

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.facts import Facts

# A test, the command behind it, a value, or an answer that nobody gets to see.
TAKES = re.compile(
    r"&&|\|\||\$\(|/dev/null|\bgrep\s(?:-\w+\s)*-\w*q|(?:^|[\s;(])(?:if|until|for|test|\[)\s"
    r"|(?:^|[\s;(])while\s+(?!true\b|:)"
)
# `… && echo OK || echo down` puts the answer into a word for whoever sits there.
SAID = re.compile(r"(?:&&|\|\|)\s*echo\s[^;&|\n]{0,200}")
LONGEST = 4000


def is_taken(act: Act, facts: Facts) -> bool:
    """By what stands around it, or by the script in which it stands."""
    return _is_in_a_script(act, facts) or TAKES.search(act.text[:LONGEST]) is not None


def _is_in_a_script(act: Act, facts: Facts) -> bool:
    fence = facts.fence_of(act)
    return fence is not None and bool(fence.lines) and fence.lines[0].startswith("#!")


def is_only_said(act: Act, facts: Facts) -> bool:
    """The last command of its block puts the answer into a word: nothing waits for it but the
    person who reads that."""
    if _is_in_a_script(act, facts) or facts.block_of(act)[-1:] != (act,):
        return False
    text = act.text[:LONGEST]
    return SAID.search(text) is not None and TAKES.search(SAID.sub(" ", text)) is None
