"""What a document means apart from where its lines stand: two layouts of it can be compared."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.nouns.appendix import FencedBlock, FenceKind

# Findings are about the layout, too, and so no part of what is meant.
PLACES = frozenset({
    "findings", "line", "lines", "end", "end_line", "text_line", "title_line", "severity_line",
    "triggers_line", "first_line", "last_line", "columns",
})  # fmt: skip
TAGS = {FenceKind.COMMANDS: "bash", FenceKind.SQL: "sql"}
OTHERWISE = "text"


def meaning(playbook: Playbook) -> Any:
    """The whole playbook without line numbers; a fence without a tag has the tag of its kind."""
    return _bare(playbook)


def tag_of(fence: FencedBlock) -> str:
    """The tag a fence carries, or the one that says what is in it."""
    return fence.lang or TAGS.get(fence.kind, OTHERWISE)


def _bare(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return _noun(value)
    if isinstance(value, Mapping):
        return {str(key): _bare(one) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(map(str, map(_bare, value)))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_bare(one) for one in value]
    return value


def _noun(value: Any) -> dict[str, Any]:
    said = {one.name: getattr(value, one.name) for one in fields(value) if one.name not in PLACES}
    if isinstance(value, FencedBlock):
        said["lang"] = tag_of(value)
    mine = said.get("fences")
    if mine and all(isinstance(one, int) for one in mine):
        said["fences"] = len(mine)
    return {name: _bare(one) for name, one in said.items()}
