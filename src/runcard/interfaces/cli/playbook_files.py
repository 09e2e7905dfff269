"""A playbook from a file: read, compiled, and refused in one sentence when it cannot be."""

from dataclasses import dataclass
from pathlib import Path

from runcard.adapters.playbook_disk import words_of
from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.people.model import TeamFile
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Playbook
from runcard.interfaces.cli.errors import advised
from runcard.kernel.errors import Invalid
from runcard.kernel.ids import PlaybookId


@dataclass(frozen=True, slots=True)
class Compiled:
    """A document and what was understood of it."""

    file: Path
    playbook: Playbook


def compiled(file: Path) -> Compiled:
    """Raises Invalid for a file that is no document."""
    try:
        words = words_of(file)
    except Invalid as fault:
        raise advised(
            fault, "Name a Markdown file in UTF-8 with a heading for severities"
        ) from None
    return Compiled(file, compile_playbook(words, read_vocabulary()))


def card_of(file: Path, playbook: Playbook, team: TeamFile) -> Card:
    """The document beside the team, without a database that keeps it."""
    return Card(PlaybookId("pb_local"), file.stem, playbook, team)
