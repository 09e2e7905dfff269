"""Members of a circle that goes on without them."""

import re

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.facts import Facts

LEAVES = re.compile(
    r"\bmon\s+(?:remove|rm)\b|\bmember\s+remove\b|\bforget_cluster_node\b|\bremovenode\b"
    r"|\bdelete\s+nodes?\b|\bforce-leave\b|\bnode\s+rm\b"
)


def is_gone_for_good(act: Act, facts: Facts) -> bool:
    """A member that does not come back leaves the circle: what it held was lost before."""
    above = f"{facts.label_above(act.block) if act.block else ''} | {act.title}"
    is_told = facts.speaks("left_down", above) & {"gone_for_good"}
    return LEAVES.search(act.text) is not None and bool(is_told)
