"""A request by which people are told something is no change that wants a proof."""

import pytest

from runcard.adapters.reference_works import read_linter
from tests.rooms.playbooks.plain_judge import TODAY

POST = 'curl -X POST https://harbour.example/v1/admin/board -d \'{"text": "the ferry sails"}\''


def is_unproved(comment: str, line: str) -> bool:
    text = f"# Ferry\n\n```bash\n{comment}\n{line}\n```\n"
    return "RC746" in {one.code for one in read_linter().judged(text, TODAY).findings}


@pytest.mark.parametrize(
    ("comment", "line", "is_found"),
    [
        ("# 3. Inform the passengers", POST, False),
        ("# Announce it to customers", POST, False),
        ("# Kunden informieren", POST, False),
        ("# 3. Update the passengers", POST, True),
        ("# 3. Inform the gate", POST, True),
        ("# 3. Inform the passengers", "kubectl scale deploy/ferry --replicas=3", True),
    ],
)
def test_a_request_below_an_order_to_tell_people_is_a_message(
    comment: str, line: str, is_found: bool
) -> None:
    assert is_unproved(comment, line) is is_found


def test_a_line_that_looks_and_rings_a_pager_changes_nothing() -> None:
    ring = "curl -X POST https://events.pagerduty.example/v2/enqueue -d @ring.json"
    look = "if ! curl -sf https://ferry.example/health; then {}; fi"
    assert not is_unproved("# Look", look.format(ring))
    assert is_unproved("# Look", look.format("kubectl scale deploy/ferry --replicas=3"))


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("/ride (in the room of the porters)", False),
        ("Stop the lift, ride it by hand", False),
        ("/opt/lift/restart.sh", True),
        ("systemctl restart lift", True),
    ],
)
def test_a_word_to_a_bot_or_to_a_person_changes_nothing(line: str, is_found: bool) -> None:
    text = f"# Lift\n\n## Lift hangs\n\n```bash\n{line}\n```\n"
    found = read_linter().judged(text, TODAY).findings
    assert ("RC746" in {one.code for one in found}) is is_found
