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
