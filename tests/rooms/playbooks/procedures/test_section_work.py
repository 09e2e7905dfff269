"""What is done directly below a heading."""

from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.procedures.section_work import has_steps, is_folded, runs

PAGE = outline(
    "# Ferry\n\n## Ramp\n\n1. Lift\n2. Lock\n\n## Bell\n\n- ring\n- wait\n\n"
    "## Hatch\n\n<details>\n\n1. Close\n2. Seal\n\n</details>\n"
)
RAMP, BELL, HATCH = (one for one in PAGE.sections if one.level == 2)


def test_two_numbers_are_steps_and_bullets_only_where_they_may_be() -> None:
    assert has_steps(RAMP)
    assert not has_steps(BELL)
    assert has_steps(BELL, numbered=False)


def test_folded_steps_stand_behind_details() -> None:
    assert is_folded(HATCH)
    assert not is_folded(RAMP)


def test_nothing_runs_without_commands() -> None:
    assert not runs(RAMP, {})
