"""Switches by a file or a word, and the command or sentence by which they are put back."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.facts import Facts

# A switch by a file or a word, and the word or program by which it is put back.
FLAGS = (
    (re.compile(r"\btouch\s+\S{0,120}(?:maint|read-?only|disable|offline|freeze|pause)\S{0,40}"),
     re.compile(r"\brm\b|\bunlink\b|\bmv\b")),
    (re.compile(r"\bset\s+server\s+\S{1,80}\s+state\s+(?:drain|maint)\b|\bdisable\s+server\s+\S+/"),
     re.compile(r"\bstate\s+ready\b|\benable\s+server\b")),
    (re.compile(r"[\"']under_attack[\"']"),
     re.compile(r"[\"'](?:high|medium|low|essentially_off|off)[\"']")),
)  # fmt: skip


def sets_a_flag(text: str) -> bool:
    """`touch /srv/maintenance`, `set server gate/4 state drain`."""
    return any(pattern.search(text) for pattern, _ in FLAGS)


def is_flag_removed(act: Act, below: Sequence[str], facts: Facts) -> bool:
    """Somewhere below stands the command that puts it back, or a sentence that tells to."""
    back = [inverse for pattern, inverse in FLAGS if pattern.search(act.text)]
    others = [*(one.text for one in facts.acts if one is not act), *below]
    return any(inverse.search(text) for inverse in back for text in others) or any(
        facts.speaks("setting", text) & {"undone"} for text in below
    )
