"""Which line of a loop or a condition is meant: that is quoted, and not the `if` around it."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import short
from runcard.domain.playbooks.facts import Facts

OPENS = re.compile(r"\s*(?:if|for|while|until|case)\s")
# A word of the shell, the label of a case, a remark.
AROUND = re.compile(r"(?:if|for|while|until|case|elif|else|then|do|done|fi|esac)\b|#|[^()]*\)$")
MOST_LINES = 60


def with_call(call: Call, act: Act) -> str:
    """The line in which a call stands, for a message."""
    wanted = {call.program, *call.plain[:2]}
    lines = (line for line in _inner(act) if all(one in line for one in wanted))
    return short(next(lines, act.text))


def at_its_worst(act: Act, facts: Facts) -> str:
    """The first line that by itself does what the whole does, for a message."""
    whole, judge = facts.risk(act), facts.judge
    if whole is None or judge is None:
        return short(act.text)
    lines = (line for line in _inner(act) if judge(line, "shell").effect >= whole.effect)
    return short(next(lines, act.text))


def _inner(act: Act) -> Iterator[str]:
    """The commands inside, one a line; none where nothing stands around the command."""
    if act.language == "shell" and OPENS.match(act.text):
        lines = (line.strip() for line in act.text.splitlines()[1:MOST_LINES])
        yield from (line for line in lines if line and not AROUND.match(line))
