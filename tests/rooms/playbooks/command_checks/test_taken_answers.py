"""A request without a limit holds whatever waits for its answer; a person breaks it off."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("block", "is_found"),
    [
        ("curl -fsS http://weir/health", False),
        ("curl -s http://weir/health | jq .state", False),
        ("while true; do curl -s http://weir/health; sleep 5; done", False),
        ("curl -fsS http://weir/health && weirctl open", True),
        ("curl -fsS http://weir/health && echo fine || echo shut", False),
        ("curl -fsS http://weir/health || echo shut\nweirctl ps", True),
        ("curl -fsS http://weir/health || weirctl open && echo open", True),
        ("#!/bin/sh\ncurl -fsS http://weir/health || echo shut", True),
        ("curl -s http://weir/health > /dev/null", True),
        ("until curl -fsS http://weir/health; do sleep 5; done", True),
        ("for i in 1 2 3; do curl -s http://weir/health; done", True),
        ("#!/bin/sh\ncurl -fsS http://weir/health", True),
    ],
)
def test_a_hang_counts_where_something_waits_for_the_answer(
    block: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Weir\n\n## Flood\n\n```bash\n{block}\n```\n"
    assert ("RC719" in {one.code for one in found_in(text, words)}) is is_found
