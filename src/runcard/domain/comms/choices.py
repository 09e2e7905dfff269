"""A template's closed choices: which of `Investigating / Mitigating / Resolved` it is now."""

import re
from collections.abc import Sequence

from runcard.domain.incidents.model import Status
from runcard.domain.playbooks.levels.spellings import squeezed
from runcard.domain.playbooks.words import folded

SPLIT = re.compile(r"\s*[/|]\s*")
INVESTIGATING = (
    "investigating", "investigation", "detected", "open", "untersuchung", "en investigation",
    "investigando", "em investigação", "调查中", "処理中", "調査中", "조사중",
)  # fmt: skip
IDENTIFIED = ("identified", "identifiziert", "identifié", "identificado", "已定位", "特定済み")
MITIGATING = (
    "mitigating", "mitigated", "fixing", "in progress", "repairing", "in arbeit", "en cours",
    "mitigando", "en curso", "em andamento", "处理中", "修复中", "対応中", "대응중",
)  # fmt: skip
MONITORING = (
    "monitoring", "watching", "beobachtung", "surveillance", "monitoreando", "monitorando",
    "观察中", "監視中", "경과 관찰",
)  # fmt: skip
RESOLVED = (
    "resolved", "done", "fixed", "closed", "restored", "behoben", "gelöst", "résolu", "resuelto",
    "resolvido", "已恢复", "已解决", "復旧", "解決済み", "해결됨",
)  # fmt: skip
SAID = {
    Status.INVESTIGATING: (INVESTIGATING,),
    Status.IDENTIFIED: (IDENTIFIED, MITIGATING, INVESTIGATING),
    Status.MITIGATING: (MITIGATING, IDENTIFIED, INVESTIGATING),
    Status.MONITORING: (MONITORING, MITIGATING, IDENTIFIED, INVESTIGATING),
    Status.RESOLVED: (RESOLVED,),
}


def options_of(token: str) -> tuple[str, ...]:
    """The alternatives of a token; none unless there are two."""
    inside = token.strip("[]<>{}【】 ")
    options = tuple(one.strip() for one in SPLIT.split(inside) if one.strip())
    return options if len(options) > 1 else ()


def chosen(options: Sequence[str], status: Status, key: str | None) -> str | None:
    """The alternative that is true now: a status word, or the level; None where neither fits."""
    return level_among(options, key) or status_among(options, status)


def status_among(options: Sequence[str], status: Status) -> str | None:
    """The nearest word the document offers for a status."""
    said = {folded(option): option for option in options}
    if not any(word in said for words in SAID.values() for group in words for word in group):
        return None
    return next((said[word] for group in SAID[status] for word in group if word in said), None)


def level_among(options: Sequence[str], key: str | None) -> str | None:
    """`P1` of `P0/P1/P2`, `1` of `0/1/2`."""
    if key is None:
        return None
    wanted = squeezed(key)
    digits = "".join(sign for sign in wanted if sign.isdigit())
    for option in options:
        said = squeezed(option)
        if said == wanted or (said.isdigit() and said == digits):
            return option
    return None
