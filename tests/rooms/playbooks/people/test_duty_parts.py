"""The parts of a rota in a list: roles where each says what it does, and hours of duty."""

import pytest

from runcard.domain.playbooks.compile import read_document
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

HARBOUR = (
    "- **Primary On-Call**: Hears every alarm and looks first.\n"
    "- **Secondary On-Call**: Stands in where the first is at sea.\n"
    "- **Pilot boat captain**: Leads where a ship is in danger, for as long as it is.\n"
)
MILL = (
    "- **Erste Bereitschaft:** geht an jede Meldung heran\n"
    "- **Zweite Bereitschaft:** springt ein, wenn die erste fehlt\n"
)


def read(title: str, listed: str, words: Vocabulary) -> Playbook:
    return read_document(f"# Harbour\n\nShips.\n\n## {title}\n\n{listed}", words).playbook


@pytest.mark.parametrize(
    ("title", "listed", "names"),
    [
        ("On-Call Rotation", HARBOUR, ["Primary On-Call", "Secondary On-Call"]),
        ("Bereitschaft", MILL, ["Erste Bereitschaft", "Zweite Bereitschaft"]),
        # A wait makes it a chain, and names or numbers are no duties.
        ("On-Call Rotation", HARBOUR.replace("is at sea", "is silent for 9 minutes"), []),
        ("On-Call Rotation", "- **Primary on-call**: Ada\n- **Secondary on-call**: Bo\n", []),
    ],
)
def test_parts_of_a_rota_with_what_they_do_are_roles(
    title: str, listed: str, names: list[str], words: Vocabulary
) -> None:
    assert [one.name for one in read(title, listed, words).roles][:2] == names


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("On-Call Rotation", (7, 9)),
        ("On-call schedule", (7, 9)),
        # No turns of duty: a role of its own, and everybody's duties.
        ("On-call engineer", None),
        ("Duties", None),
    ],
)
def test_parts_of_a_rota_are_its_hours_where_no_other_are(
    title: str, lines: tuple[int, int] | None, words: Vocabulary
) -> None:
    hours = read(title, HARBOUR, words).hours
    assert (hours and (hours.first_line, hours.last_line)) == lines


def test_a_rota_is_nobody_among_the_roles(words: Vocabulary) -> None:
    said = (
        "## Roles\n\n### Lead\n\n- Decides\n\n### On-Call Rotation\n\n- Monitors 24/7\n- Sleeps\n"
    )
    playbook = read_document(f"# Harbour\n\n{said}", words).playbook
    assert [one.name for one in playbook.roles] == ["Lead"]
    said = said.replace("On-Call Rotation", "On-Call Engineer")
    playbook = read_document(f"# Harbour\n\n{said}", words).playbook
    assert [one.name for one in playbook.roles] == ["Lead", "On-Call Engineer"]
