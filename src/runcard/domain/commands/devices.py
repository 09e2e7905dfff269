"""Consoles of network devices: what a shell would take for pipes are signs of a pattern there."""

from runcard.domain.commands.model import Leaf
from runcard.domain.commands.rulebook import Tables


def is_part_of_a_pattern(leaf: Leaf, tables: Tables) -> bool:
    """`Active` in `show ip bgp summary | include Idle|Active` is no program."""
    before = leaf.feed.producers if leaf.feed is not None else ()
    if len(leaf.words) != 1 or leaf.redirects or len(before) < 2:
        return False
    known, _ = tables.find(leaf.name, "")
    return (
        known is None
        and before[0] in tables.device_looks
        and any(name in tables.device_filters for name in before[1:])
    )
