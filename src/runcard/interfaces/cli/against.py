"""A playbook compared with the world, for `runcard check --against FACTS`."""

from pathlib import Path
from time import monotonic

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from runcard.adapters.reality.witness import ThisMachine
from runcard.adapters.team_file import read_team_file
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.reality import Allowed, decode_allowed
from runcard.flows.document_meets_reality import Inquiry, document_meets_reality
from runcard.interfaces.cli.errors import advised
from runcard.kernel.errors import Invalid


def findings_against(playbook: Playbook, facts: Path) -> tuple[Finding, ...]:
    """What is not as the document says. Raises Invalid for facts that cannot be read."""
    allowed = read_allowed(facts)
    team = None
    if allowed.team is not None:
        team = decode(read_team_file(facts.parent / Path(allowed.team).expanduser()))
    inquiry = Inquiry(allowed, ThisMachine(allowed), monotonic, team)
    return document_meets_reality(playbook, inquiry)


def read_allowed(facts: Path) -> Allowed:
    """The facts file; an empty one allows nothing."""
    try:
        tree: object = YAML(typ="safe", pure=True).load(facts.read_text(encoding="utf-8"))
    except OSError as fault:
        raise Invalid(f"{facts} cannot be read: {fault.strerror}") from None
    except (YAMLError, ValueError) as fault:
        why = " ".join(str(fault).split())
        raise advised(
            Invalid(f"{facts} is not YAML: {why}"), "Write lines such as `resolve: true`"
        ) from None
    return decode_allowed(tree)
