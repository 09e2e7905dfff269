"""A title that looks belies a command that destroys; a case in front of it names nothing."""

import pytest

from runcard.adapters.reference_works import read_linter
from tests.rooms.playbooks.plain_judge import TODAY


def is_belied(title: str, line: str) -> bool:
    text = f"# Trams\n\n## Line stuck\n\n```bash\n# {title}\n{line}\n```\n"
    return "RC729" in {one.code for one in read_linter().judged(text, TODAY).findings}


@pytest.mark.parametrize(
    ("title", "line", "is_found"),
    [
        ("Check the depot", "rm -rf /srv/depot/plans", True),
        ("Kontrolle der Prüfung, show all", "rm -rf /srv/depot/plans", True),
        ("After the check, throw away the plans", "rm -rf /srv/depot/plans", False),
        ("Wenn die Prüfung stimmt, Pläne wegwerfen", "rm -rf /srv/depot/plans", False),
        ("When the tram stands, check the depot", "rm -rf /srv/depot/plans", True),
    ],
)
def test_what_is_done_stands_behind_its_case(title: str, line: str, is_found: bool) -> None:
    assert is_belied(title, line) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("npm run kill-tram:status", False),
        ("yarn wipe-depot:info", False),
        ("npm run kill-tram", True),
        ("npm run wipe:status", True),
    ],
)
def test_a_script_that_shows_a_state_is_no_worse_than_its_name(line: str, is_found: bool) -> None:
    assert is_belied("Check the state:", line) is is_found
