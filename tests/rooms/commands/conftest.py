"""The tables as the house reads them, and the parser that reads shell."""

from importlib.resources import files
from typing import Any

import pytest
import tomli

from runcard.adapters.shell.shfmt import Shfmt
from runcard.domain.commands.classify import Bench
from runcard.domain.commands.rulebook_file import tables_from


@pytest.fixture(scope="session")
def toml_files() -> dict[str, dict[str, Any]]:
    folder = files("runcard.domain.commands").joinpath("tables")
    return {
        file.name.removesuffix(".toml"): tomli.loads(file.read_text("utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }


@pytest.fixture(scope="session")
def bench(toml_files: dict[str, dict[str, Any]]) -> Bench:
    return Bench(tables_from(toml_files), Shfmt())
