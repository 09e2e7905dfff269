"""A list in a fence for a shell."""

import pytest

from runcard.domain.commands.shell_lines import shell_commands


def test_entries_of_a_list_are_nothing_to_type() -> None:
    said = ["# P1", "Bridge: by radio", "- Wake the mate", "- Ring: [bell]"]
    assert shell_commands(said, 1, "bash") == ()
    assert len(shell_commands([*said, "bellctl ring"], 1, "bash")) > 0


def test_commands_behind_bullets_are_judged() -> None:
    for line in ("- rm -rf /srv/tea", "- kubectl delete ns tea", "- DROP TABLE tea;"):
        assert len(shell_commands([line, "- Restart-Service tea"], 1, "bash")) == 2


def test_a_name_with_capitals_inside_begins_an_entry() -> None:
    assert shell_commands(["- BellWatch alarms", "- Ship-side alarms"], 1, "bash") == ()
    for line in ("- Bell-Watch alarms", "- bellWatch alarms"):
        assert len(shell_commands([line, line], 1, "bash")) == 2


ENTRIES = [
    "# 1. On deck", "- Wake the mate", "- Ring: [bell]", "- Close the hatch",
    "# 2. Below", "- Count the crew", "- Sound the bilge", "- Shut the valves",
]  # fmt: skip


@pytest.mark.parametrize(
    "decision",
    [["if [[ boiler_cold && wait < limit ]]; then", "  relight_boiler", "else", "  call_tug", "fi"],
     ["if [ fog ]", "then", "  ring_the_bell", "fi"]],
)  # fmt: skip
def test_a_decision_told_among_them_in_words_of_a_shell_is_none_to_type(
    decision: list[str],
) -> None:
    assert shell_commands([*ENTRIES, *decision], 1, "bash") == ()


@pytest.mark.parametrize(
    "lines",
    [
        # A variable, a file, a command or an option: it can be run.
        ["if [[ $boiler == cold ]]; then", "  relight_boiler", "fi"],
        ["if [ -f /run/boiler ]; then", "  relight_boiler", "fi"],
        ["if boilerctl status; then", "  relight_boiler", "fi"],
        ["if [[ boiler_cold ]]; then", "  boilerctl light", "fi"],
        ["if [[ boiler_cold ]]; then", "  relight_boiler"],  # never ended
        ["relight_boiler"],
    ],
)
def test_what_can_be_run_stays_a_command(lines: list[str]) -> None:
    assert len(shell_commands([*ENTRIES, *lines], 1, "bash")) > 0


def test_a_script_with_few_entries_stays_one() -> None:
    script = ["if [[ fog && night ]]; then", "  ring_the_bell", "fi"]
    assert len(shell_commands([*ENTRIES[1:4], *script], 1, "bash")) > 0


TYPED_BELOW = ["", "# Repair", "bellctl ring", "bellctl status"]


@pytest.mark.parametrize(
    ("told", "count"),
    [(["# Signs", "- The bell is silent", "- 9 of 10 lamps are out"], 2),
     (["# Anzeichen", "* Die Glocke schweigt"], 2),
     (["# Signs", "- The bell is silent", "- rm -rf /srv/bell"], 4),
     (["# Signs", "- The bell is silent", "bellctl show"], 4)],
)  # fmt: skip
def test_a_list_below_a_remark_is_told_amid_commands(told: list[str], count: int) -> None:
    found = shell_commands([*told, *TYPED_BELOW], 1, "bash")
    assert len(found) == count
    assert found[-1].line == len(told) + len(TYPED_BELOW)
