"""Our house keeps every rule, a sound one passes, and each rule has been seen to fail."""

import pytest

from tests.architecture import (
    test_docs,
    test_floors,
    test_ladder,
    test_loading,
    test_names,
    test_permissions,
    test_purity,
    test_sizes,
)
from tests.architecture.house import House, Rule
from tests.architecture.sound_house import BrokenWall, Changed

CHAPTERS = (
    test_docs, test_floors, test_ladder, test_loading, test_names, test_permissions, test_purity,
    test_sizes,
)  # fmt: skip
RULES = tuple(rule for chapter in CHAPTERS for rule in chapter.RULES)
WALLS = tuple(wall for chapter in CHAPTERS for wall in chapter.WALLS)


@pytest.mark.parametrize("rule", RULES)
def test_our_house_keeps_every_rule(rule: Rule, our_house: House) -> None:
    faults = rule(our_house)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("rule", RULES)
def test_a_sound_house_passes(rule: Rule, sound_house: House) -> None:
    assert rule(sound_house) == []


@pytest.mark.parametrize("wall", WALLS, ids=str)
def test_a_broken_wall_is_reported(wall: BrokenWall, changed: Changed) -> None:
    assert wall.says in "\n".join(wall.rule(changed(wall.change)))


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_been_seen_to_fail(rule: Rule) -> None:
    assert rule in {wall.rule for wall in WALLS}
