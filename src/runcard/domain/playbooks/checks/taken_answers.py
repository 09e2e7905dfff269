"""Whether a program takes the answer of a request, or a person at the keyboard reads it."""

import re

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.facts import Facts

# A test, the command behind it, a value, or an answer that nobody gets to see.
TAKES = re.compile(
    r"&&|\|\||\$\(|/dev/null|\bgrep\s(?:-\w+\s)*-\w*q|(?:^|[\s;(])(?:if|until|for|test|\[)\s"
    r"|(?:^|[\s;(])while\s+(?!true\b|:)"
)
LONGEST = 4000


def is_taken(act: Act, facts: Facts) -> bool:
    """By what stands around it, or by the script in which it stands."""
    fence = facts.fence_of(act)
    is_script = fence is not None and fence.lines[:1] and fence.lines[0].startswith("#!")
    return bool(is_script) or TAKES.search(act.text[:LONGEST]) is not None
