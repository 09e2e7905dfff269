"""Orders that need skill: told how by a command, a link or the name of the tool."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("title", "item", "is_found"),
    [
        ("Process", "Isolate the gate", True),
        ("Process", "Isolate the gate in the admin console", False),
        ("Process", "Isolate the gate: `gatectl isolate`", False),
        ("Process", "Drain mode is off", False),
        ("Process", "Drain the lock", True),
        ("Principles", "Roll back first, ask later", False),
    ],
)
def test_a_step_that_needs_skill_says_how(
    title: str, item: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## {title}\n\n1. {item}\n2. Ring the pilot\n"
    assert ("RC644" in {one.code for one in found_in(text, words)}) is is_found


def test_commands_further_down_the_section_say_how(words: Vocabulary) -> None:
    text = "# Gates\n\n## Process\n\n1. Isolate the gate\n2. Ring the pilot\n\n"
    block = "```bash\ngatectl isolate --gate 2\n```\n"
    assert "RC644" not in {one.code for one in found_in(text + block, words)}


@pytest.mark.parametrize(
    ("tags", "is_found"),
    [(["", "bash", "bash"], True), ([""], True), (["", "", ""], False), (["", "", "bash"], True)],
)
def test_who_tags_no_fence_has_a_style_of_his_own(
    tags: list[str], is_found: bool, words: Vocabulary
) -> None:
    fences = "\n".join(f"```{tag}\ndocker ps\n```\n" for tag in tags)
    assert ("RC703" in {one.code for one in found_in(f"# Gates\n\n{fences}", words)}) is is_found


PROCESS = (
    "# Lift\n\n## Severity levels\n\n| Level | Definition | Response |\n|---|---|---|\n"
    "| P1 | stuck | 5 min |\n| P2 | slow | 1 h |\n\n"
)


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("## Runbooks\n\n### Cabin stands\n\n1. Restore the plan from the tape\n", True),
        ("## Runbooks\n\n### Cabin stands\n\n1. Restore only to a clean disk\n", False),
        ("## Fiches\n\n### Cabine arrêtée\n\n1. Restaurer uniquement sur un disque neuf\n", False),
        ("## Runbooks\n\n### Cabin stands\n\n1. Restore the plan (procedure at the door)\n", False),
        ("## Fiches\n\n### Cabine arrêtée\n\n1. Restaurer le plan (procédure affichée)\n", False),
    ],
)
def test_a_rule_or_the_place_of_the_procedure_needs_no_command(
    text: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC644" in {one.code for one in found_in(PROCESS + text, words)}) is is_found


@pytest.mark.parametrize(
    ("books", "is_found"),
    [("", True), ("## Runbooks\n\n### Cabin stands\n\n1. Turn the crank\n", False)],
)
def test_as_a_step_of_the_process_restoring_is_what_the_runbooks_are_for(
    books: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{PROCESS}## Process\n\n### Phase 1: Mend\n\n1. Restore the service\n\n{books}"
    assert ("RC644" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        ("# Check the gauge", True),
        ("# Check the gauge\n# Visit: https://gauges.example/lock", False),
        ("# Check the gauge\n# (depends on the water)", False),
        ("# Check the gauge\n# → gauge room, second shelf", False),
        ("# Pegel prüfen\n# siehe PEGEL.md", False),
        ("# Vérifier la jauge\n# dans les logs de l'écluse", False),
        ("# Increase the flow (if there is water)", True),
        ("# Check the gauge\n# Go to Boards > Water levels", False),
        ("# Check the gauge, water > 3 m", True),
        ("# Check who is hit\n# Look through the support tickets", False),
        ("# Check who is hit\n# Look through the gates", True),
        ("# Wait for the tide (1 h)", False),
        ("# Restart the pump, wait for the tide", True),
    ],
)
def test_a_comment_may_be_the_way(lines: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Gates\n\n## Look\n\n```bash\nuptime\n\n{lines}\n\nuptime\n```\n"
    assert ("RC642" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        ("1. Shut the weir\n2. Open the lock\n3. Ring the keeper", True),
        ("ALWAYS in this order:\n1. the weir\n2. the lock\nNever the lock first.", False),
    ],
)
def test_a_rule_in_a_box_is_no_list_to_tick(lines: str, is_found: bool, words: Vocabulary) -> None:
    found = found_in(f"# Canal\n\n## Flood\n\n```\n{lines}\n```\n", words)
    assert ("RC641" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("fence", "code", "is_found"),
    [
        ("```bash\n# Console → Ovens → West\n# Press `Stop`\n```\n", "RC706", False),
        ("```bash\n# Stop the oven\n# Tell the baker\n```\n", "RC706", True),
        ("```\n1. Look at the oven (1 min)\n2. Light it (3 min)\n```\n", "RC641", False),
        ("```\n1. Look at the oven\n2. Light it (3 min)\n```\n", "RC641", True),
    ],
)
def test_a_way_through_a_screen_and_an_overview_of_times_are_told_well_enough(
    fence: str, code: str, is_found: bool, words: Vocabulary
) -> None:
    found = {one.code for one in found_in(f"# Ovens\n\n## Cold oven\n\n{fence}", words)}
    assert (code in found) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        ("ovenctl heat\n# Restart comes by itself", False),
        ("ovenctl heat\n# If one oven is cold: block it", True),
        ("ovenctl ps\n\n# Restart the oven\n# Expected: warm", False),
        ("ovenctl ps\n\n# Restart the oven\n# Tell the baker", True),
        ("ovenctl heat\n\n# This will restart a cold oven\n# and warm it", False),
        ("ovenctl heat\n\n# Das prüfen wir später", False),
        ("ovenctl ps\n\n# Find the cold oven\n# Example: the filter of oven 4", False),
        ("ovenctl ps\n\n# Change the heat\n\n# In ovens.conf\nheat = 200", False),
        ("ovenctl ps\n\n# Change the heat\n\n# Look at ovens.conf\ncat ovens.conf", True),
        ("ovenctl ps\n\n# Check the heat in Sentry", False),
        ("ovenctl ps\n\n# Check the heat in Grafana\n# and the smoke", False),
        ("ovenctl ps\n\n# Check the heat in the cellar", True),
        ("ovenctl ps\n\n# Restart the oven\n# [as the baker asks]", True),
        ("ovenctl ps\n\n# - If one is cold: restart it\n# - If all are: change the fuse", False),
        ("ovenctl ps\n\n# Ask the baker to come if needed", False),
        ("ovenctl ps\n\n# - Restart of the oven an hour ago?", False),
        ("ovenctl ps\n\n# Ofen neu gestartet?", False),
        ("ovenctl ps\n\n# 3. Never restart the oven while it is hot", False),
        ("ovenctl ps\n\n# Nie den Ofen prüfen, solange er glüht", False),
        ("ovenctl ps\n\n# 3. Restart the oven, and never hurry", True),
    ],
)
def test_a_remark_on_a_command_is_no_step(lines: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Ovens\n\n## Cold oven\n\n```bash\n{lines}\n```\n"
    assert ("RC642" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("below", "is_found"),
    [
        ("gatectl show\n\ngatectl restart --gate 2", False),
        ("gatectl show --gate 2", True),
        ("# Look at it\ngatectl restart --gate 2", True),
        ("", True),
    ],
)
def test_what_a_comment_orders_may_be_done_behind_a_gap(
    below: str, is_found: bool, words: Vocabulary
) -> None:
    lines = f"gatectl show\n\n# Think\n# Restart the gate\n\n{below}"
    text = f"# Gates\n\n## Gate stuck\n\n```bash\n{lines}\n```\n"
    assert ("RC642" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("comments", "is_found"),
    [
        (["# Check the load", "# - All boats, or one?"], False),
        (["# Check whether the load is even (all boats, or one?)"], False),
        (["# Check the load", "# - Of all boats"], True),
        (["# All boats, or one?", "# Check the load"], True),
        (["# Restart the winch", "# Did it help?"], True),
    ],
)
def test_a_look_with_questions_below_is_answered_by_thinking(
    comments: list[str], is_found: bool, words: Vocabulary
) -> None:
    text = "\n".join(["# Lock", "", "```bash", "gatectl status", "", *comments, "", "date", "```"])
    assert ("RC642" in {one.code for one in found_in(f"{text}\n", words)}) is is_found


@pytest.mark.parametrize(
    ("comments", "is_found"),
    [
        ("# < 40 °C: watch it\n# 40-60 °C: reduce the heat\n# > 60 °C: wait for the mate", False),
        ("# below 3: wait\n# 3 to 5: reduce the heat", False),
        ("# 40 ovens: reduce the heat", True),
        ("# Reduce the heat", True),
    ],
)
def test_what_is_done_at_which_figure_is_a_table(
    comments: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Ovens\n\n## Hot oven\n\n```bash\nls\n\n# Look here\n{comments}\n\n# Then\nls\n```\n"
    assert ("RC642" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("comment", "is_found"),
    [
        ("# Wait for the oven to cool (10-20 minutes)", False),
        ("# Wait for the mate", True),
        ("# Wait 10 minutes, then reduce the heat", True),
        ("# Reduce the heat for 10 minutes", True),
    ],
)
def test_who_waits_for_so_long_runs_nothing(
    comment: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Ovens\n\n## Hot oven\n\n```bash\nls\n\n{comment}\n# Think\n\n# Then\nls\n```\n"
    assert ("RC642" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("comment", "is_found"),
    [
        ("# Check and post the result in #harbour-master", False),
        ("# Restart gate #2", True),
        ("# Check the result", True),
    ],
)
def test_people_are_told_in_a_room_by_no_command(
    comment: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Look\n\n```bash\nuptime\n\n{comment}\n\nuptime\n```\n"
    assert ("RC642" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("above", "is_found"),
    [
        ("The letter to the water board must state:", False),
        ("Brief an das Amt, mit folgendem Inhalt:", False),
        ("At high water:", True),
    ],
)
def test_what_a_letter_is_made_of_is_no_list_to_tick(
    above: str, is_found: bool, words: Vocabulary
) -> None:
    lines = "1. Height of the water\n2. Gates that stood open\n3. Ships in the lock"
    found = found_in(f"# Canal\n\n## Flood\n\n{above}\n\n```\n{lines}\n```\n", words)
    assert ("RC641" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("comment", "is_found"),
    [
        ("# Check for leaks\n# Review the code for:\n# - open doors", False),
        ("# Update code to close the gate", False),
        ("# Bremse prüfen\n# Code korrigieren", False),
        ("# Increase the number of lamps\n# ALTER SYSTEM SET lamps = 9;", False),
        ("# Add it to the lamps:\n# lamp { dim 4; }", False),
        ("# Update the door code", True),
        ("# Increase the number of lamps", True),
        ("# Add it to the lamps:\n# all of them", True),
    ],
)
def test_what_is_written_or_done_to_the_source_needs_no_command(
    comment: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Look\n\n```bash\nuptime\n\n{comment}\n\nuptime\n```\n"
    assert ("RC642" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("first", "is_found"),
    [
        ("# Test-Report of the gate", False),
        ("# Start-Befehl der Schleuse", False),
        ("Get-Service gate", True),
        ("Restart-Service gate", True),
    ],
)
def test_a_comment_is_in_no_other_shell(first: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Gates\n\n```bash\n{first}\ncat gate.log\n```\n"
    assert ("RC643" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        ("1. [ ] Shut the weir\n2. [ ] Open the lock", False),
        ("1. Shut the weir\n2. Open the lock", True),
    ],
)
def test_what_has_a_box_can_be_ticked_off_in_a_fence(
    lines: str, is_found: bool, words: Vocabulary
) -> None:
    found = found_in(f"# Canal\n\n## Flood\n\n```\n{lines}\n```\n", words)
    assert ("RC641" in {one.code for one in found}) is is_found
