"""What a command destroys is told behind it, in a note or in its row."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

SHELL = "```bash\nrm -rf /srv/rides\n./bin/fill --all\n```\n"
SIX_LINES = "2. Open the gate.\n3. Ring the bell.\n\n4. Sweep the yard.\n5. Go home.\n\n"


def is_found(text: str, words: Vocabulary) -> bool:
    return "RC725" in {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("> **Warning:** rides of today that were not yet billed go with it.", False),
        ("> **Achtung:** Fahrten von heute, die noch nicht gebucht sind, fehlen dann.", False),
        ("> **Attenzione:** se ne vanno anche le corse non ancora fatturate.", False),
        ("> 注意：作り直している間は乗車の一覧が空になります。", False),
        ("Data lost: 24 hours at most.", True),
        ("**Datenverlust:** höchstens 24 Stunden.", True),
        ("- **Heads up:** the empty list triples the wait", False),
        ("> **Note:** the gate is painted green.", True),
        ("The gate is painted green on both sides.", True),
        ("Takes about 24 hours.", True),
    ],
)
def test_a_warning_further_down_tells_it(below: str, found: bool, words: Vocabulary) -> None:
    text = f"# Lift\n\n## Rides are counted twice\n\nEmpty it.\n\n{SHELL}\n{SIX_LINES}{below}\n"
    assert is_found(text, words) is found


def test_a_warning_behind_another_command_that_destroys_is_of_that_one(words: Vocabulary) -> None:
    other = "```bash\nrm -rf /srv/cabins\n```\n"
    note = "> **Warning:** cabins that were not yet billed go with it."
    below = f"{SHELL}\n{SIX_LINES}{other}\n{note}\n"
    text = f"# Lift\n\n## Rides are counted twice\n\nEmpty it.\n\n{below}"
    assert is_found(text, words)


@pytest.mark.parametrize(
    ("head", "cell", "found"),
    [
        ("Effect", "Rides of today are booked by hand", False),
        ("Wirkung", "Niemand fährt mehr", False),
        ("影响", "当天的乘车记录清零", False),
        ("Effect", "–", True),
        ("Owner", "Rides of today are booked by hand", True),
    ],
)
def test_the_cell_about_what_comes_of_it_tells_it(
    head: str, cell: str, found: bool, words: Vocabulary
) -> None:
    text = (
        f"# Lift\n\n## Tools\n\n| Goal | Action | {head} |\n|---|---|---|\n"
        f"| Empty the list | `rm -rf /srv/rides` | {cell} |\n"
    )
    assert is_found(text, words) is found
