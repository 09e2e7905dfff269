"""Lists of names with their addresses: for reaching people, whatever the heading above says."""

from collections.abc import Sequence

from runcard.domain.playbooks.page.addresses import REAL, kind_of
from runcard.domain.playbooks.page.blocks import Item, label_of
from runcard.domain.playbooks.vocabulary import Vocabulary


def is_call_list(entries: Sequence[Item], words: Vocabulary) -> bool:
    """Names with real addresses behind them are for reaching people, not an order of calling."""
    labels = [label_of(item.text) for item in entries]
    kinds = [kind_of(one.value, words) for one in labels if one and one.value]
    told = [kind for kind in kinds if kind != "none"]
    return bool(REAL & set(kinds)) and len(told) >= 2 and 2 * len(told) >= len(entries)
