"""What is made again is no loss."""

import pytest

from runcard.adapters.reference_works import read_linter
from tests.rooms.playbooks.plain_judge import TODAY


def is_lost(*lines: str, case: str = "Oven cold") -> bool:
    text = "\n".join((f"# Bakery\n\n## {case}\n\nThen:\n\n```bash", *lines, "```", ""))
    found = read_linter().judged(text, TODAY).findings
    return bool({"RC725", "RC726"} & {one.code for one in found})


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("find /srv/bakery -type d -name .pytest_cache -exec rm -r {} + || true", False),
        ("find . -name '*.tsbuildinfo' -delete", False),
        ("rm -rf bakery/.venv", False),
        ("rm -rf bakery/venvoices", True),
        ("find . -name '*.tsbuildinfo' -o -name '*.recipe' -delete", True),
        ("find /srv/bakery/orders -type f -empty -delete", False),
        ("find /srv/bakery/orders -size 0 -delete", False),
        ("find /srv/bakery/orders -size +0 -delete", True),
        ("find /srv/bakery/orders -type f -delete", True),
    ],
)
def test_what_a_build_makes_and_what_is_empty_may_be_found_and_deleted(
    line: str, lost: bool
) -> None:
    assert is_lost(line) is lost


GONE = "kubectl delete secret oven-key -n bakery"
MADE = "kubectl -n bakery create {} --from-file=key=new.pem"


@pytest.mark.parametrize(
    ("case", "made", "lost"),
    [
        ("Stolen key, security breach", "secret generic oven-key", False),
        ("Stolen key, security breach", "secret generic till-key", True),
        ("Stolen key, security breach", "configmap oven-key", True),
        ("Oven cold", "secret generic oven-key", True),
    ],
)
def test_a_secret_that_others_know_is_made_anew(case: str, made: str, lost: bool) -> None:
    assert is_lost(GONE, MADE.format(made), case=case) is lost


@pytest.mark.parametrize(("name", "lost"), [("OVEN_KEY", False), ("TILL_KEY", True)])
def test_a_setting_that_others_know_is_given_anew(name: str, lost: bool) -> None:
    lines = ("vercel env rm OVEN_KEY", f"vercel env add {name}")
    assert is_lost(*lines, case="Stolen key, security breach") is lost
