"""A list in a fence for a shell."""

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
