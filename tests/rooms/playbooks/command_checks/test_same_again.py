"""Lines that go on with what the one above them began are told with it."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        (["weir gate delete <gate>", "weir key delete <gate>", "weir drop <gate>"], [(4, 6)]),
        (["weir gate delete $GATE", "weir key delete $GATE"], [(4, 5)]),
        (["weir gate delete <gate>", "weir gate delete <sluice>"], [(4, 4), (5, 5)]),
        (["weir gate delete <gate>", "tide delete <gate>"], [(4, 4), (5, 5)]),
        (["weir gate delete <gate>", "# and", "weir key delete <gate>"], [(4, 4), (6, 6)]),
        (["weir gate delete <gate>", "weir show <gate>", "weir drop <gate>"], [(4, 4), (6, 6)]),
    ],
)
def test_the_lines_of_one_removal_are_one_finding(
    lines: list[str], places: list[tuple[int, int]], words: Vocabulary
) -> None:
    text = "\n".join(["# Gates", "", "```bash", *lines, "```", ""])
    found = [one for one in found_in(text, words) if one.code == "RC725"]
    assert [(one.line, one.end_line) for one in found] == places


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        (["iptables -I INPUT -s <ship> -j DROP", "iptables -I OUTPUT -d <ship> -j DROP"], [4]),
        (["kubectl cordon quay-1", "kubectl cordon quay-2"], [4]),
        (["kubectl cordon quay-1", "date", "kubectl cordon quay-2"], [4, 6]),
        (["iptables -I INPUT -s <ship> -j DROP", "kubectl scale deploy/tide --replicas=9"], [4, 5]),
    ],
)
def test_the_other_half_of_a_switch_is_told_with_the_first(
    lines: list[str], places: list[int]
) -> None:
    text = "\n".join(["# Gates", "", "```bash", *lines, "```", ""])
    found = read_linter().judged(text).findings
    assert [one.line for one in found if one.code == "RC747"] == places
