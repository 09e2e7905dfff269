"""The comments that end a block, as the steps they are: `5. See that the count falls`."""

from collections.abc import Iterator

from runcard.domain.playbooks.acts import COMMENT, Act
from runcard.domain.playbooks.checks.setting import CASE
from runcard.domain.playbooks.facts import Facts

HEAD = 60  # signs in which a comment tells what it is for


def ends_in_an_order_to_look(act: Act, facts: Facts) -> bool:
    """Behind its last command the block says what a person looks at."""
    return any(_orders_a_look(text, facts) for text in _last_comments(act, facts))


def _orders_a_look(text: str, facts: Facts) -> bool:
    if CASE.search(text):
        return False
    told = facts.speaks("parts", text[:HEAD]) & {"verify", "diagnosis"}
    return bool(told or facts.speaks("setting", text) & {"proof"})


def _last_comments(act: Act, facts: Facts) -> Iterator[str]:
    fence = facts.fence_of(act)
    if fence is None:
        return
    last = max(one.end_line for one in facts.block_of(act))
    for line in fence.lines[last - fence.line :]:
        if found := COMMENT.match(line):
            yield found.group(1).strip()
