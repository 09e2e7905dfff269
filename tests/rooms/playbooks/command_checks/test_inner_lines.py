"""Of a loop or a condition the line is quoted that does it."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("code", "lines", "quoted"),
    [
        (
            "RC725",
            ['if [ -d "$OLD" ]; then', "  ls $OLD", "  rm -rf /srv/oven", "fi"],
            "rm -rf /srv",
        ),
        ("RC728", ["for h in a b; do", "  ssh $h systemctl stop oven", "done"], "ssh $h systemctl"),
        ("RC721", ["while ! oven_is_up; do", "  docker logs oven", "done"], "docker logs oven"),
        ("RC725", ["rm -rf /srv/oven && \\", "  ls"], "rm -rf /srv/oven &&"),
        ("RC725", ["for o in 1 2; do rm -r /srv/oven$o; done"], "for o in 1 2;"),
    ],
)
def test_the_line_that_does_it_is_quoted(
    code: str, lines: list[str], quoted: str, words: Vocabulary
) -> None:
    title = "Security breach" if code == "RC728" else "Warm up"
    text = "\n".join(["# Ovens", "", f"## {title}", "", "```bash", *lines, "```", ""])
    told = [one.message for one in found_in(text, words) if one.code == code]
    assert [f"“{quoted}" in message for message in told] == [True]
