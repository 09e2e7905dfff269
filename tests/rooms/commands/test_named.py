"""What the name of a program promises, when no table knows it."""

from pathlib import PurePosixPath

import pytest

from runcard.domain.commands.named import last_part


@pytest.mark.parametrize(
    "path",
    [
        "/opt/bakery/bin/ovenctl", "./knead.sh", "bin/", "/", "ovens/.", "ovens/..", "a//b",
        "ovenctl", "", ".", "..", "$OVEN", "$(…)", "C:\\mill",
    ],
)  # fmt: skip
def test_the_last_part_of_a_path_is_its_name(path: str) -> None:
    assert last_part(path) == PurePosixPath(path).name
