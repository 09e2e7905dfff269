"""The annotations that would settle what a playbook leaves open, for `runcard check --suggest`."""

from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.suggestions import suggestions


def suggestion_lines(name: str, playbook: Playbook) -> list[str]:
    """Where, why, and the line to paste; one sentence where nothing is open."""
    found = suggestions(playbook)
    if not found:
        return [f"{name}: nothing is left open that an annotation could settle"]
    return [line for one in found for line in (f"{name}:{one.line}: {one.why}", one.annotation, "")]
