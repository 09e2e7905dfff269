"""The houses under test: ours, a sound little one, and that one with a change in it."""

from pathlib import Path

import pytest

from tests.architecture.house import House
from tests.architecture.sound_house import SOUND, Changed, build


@pytest.fixture(scope="session")
def our_house() -> House:
    return House(Path(__file__).resolve().parents[2])


@pytest.fixture(scope="session")
def sound_house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return build(tmp_path_factory.mktemp("sound"), SOUND)


@pytest.fixture
def changed(tmp_path: Path, sound_house: House) -> Changed:
    """The sound house with a small tree written over it."""
    return lambda change: build(tmp_path, change, under=sound_house)
