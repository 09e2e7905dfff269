"""What a rule of the linter must offer, ours or a stranger's."""

from collections.abc import Iterable
from typing import ClassVar, Protocol

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook


class Check(Protocol):
    """A lint rule from outside: a frozen dataclass whose fields are its settings. Its codes begin
    with letters of its own, not with RC."""

    kind: ClassVar[str]

    def check(self, playbook: Playbook, facts: Facts) -> Iterable[Finding]:
        """What is wrong with a playbook, in any order; nothing where the rule is not sure."""
        ...
