"""A comment that ends a block may be the check of it, and one of another case is none."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

DRAIN = "millctl drain basin"


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (("systemctl restart mill", "", "# 3. Verify that the stones turn"), False),
        (("systemctl restart mill", "", "# 3. Verify that", "# the stones turn"), False),
        (("systemctl restart mill", "", "# 3. Go home"), True),
        (("systemctl restart mill", "", "# See that it turns", "", "# If not:", DRAIN), False),
        (("systemctl restart mill", "sleep 9", "", "# Watch it", "", "# Else", DRAIN), False),
        (("systemctl restart mill", "", "# Oil the axle", "", "# If not:", DRAIN), True),
        (("systemctl restart mill", "", "# See that it turns", "systemctl stop basin"), True),
        (("systemctl restart mill", "", "# If the check fails, fetch the miller"), True),
    ],
)
def test_the_last_comment_of_a_block_orders_a_look(
    lines: tuple[str, ...], is_found: bool, words: Vocabulary
) -> None:
    text = "\n".join(["# Mill", "", "```bash", *lines, "```", ""])
    assert ("RC746" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("last", "is_found"),
    [
        (("", "# Monitor for a while", "sleep 90", "millctl level"), False),
        (("", "# Nachsehen: Kontrolle der Steine", "millctl level"), False),
        (("", "# Verify that it turns", "systemctl stop basin"), True),
        (("", "# If the check fails, look here", "millctl level"), True),
    ],
)
def test_a_last_step_that_looks_ends_every_way_above_it(
    last: tuple[str, ...], is_found: bool, words: Vocabulary
) -> None:
    ways = ("systemctl restart mill", "", "# If still slow: fill the basin", "systemctl stop sieve")
    text = "\n".join(["# Mill", "", "```bash", *ways, *last, "```", ""])
    found = [one.message for one in found_in(text, words) if one.code == "RC746"]
    assert any("restart mill" in one for one in found) is is_found


@pytest.mark.parametrize(
    ("comment", "is_found"),
    [
        ('# Returns: {"gate":"shut"}', False),
        ("# Ausgabe: Tor ist zu", False),
        ("# Returns:", True),
        ("# Returns the gate to the north pier", True),
    ],
)
def test_a_command_below_which_stands_its_answer_is_proved(
    comment: str, is_found: bool, words: Vocabulary
) -> None:
    call = "curl -X POST https://lock.quay.lan/gates -d '{}'"
    text = f"# Quay\n\n## Gate is stuck\n\n```bash\n{call}\n{comment}\n```\n"
    assert ("RC746" in {one.code for one in found_in(text, words)}) is is_found
