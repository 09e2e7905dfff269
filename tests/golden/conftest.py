"""The vocabulary the compiler is given, and the reference documents where they are at hand."""

import os
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary, vocabulary_from

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    words = files("runcard.domain.playbooks").joinpath("vocabulary.toml").read_text("utf-8")
    return vocabulary_from(tomllib.loads(words))


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of the reference documents and their truth, never part of the repository."""
    folder = Path(os.environ.get("RUNCARD_REFERENCE", ROOT.parent / "shared"))
    if not (folder / "truth").is_dir():
        pytest.skip(f"no reference documents: {folder}/truth is not there (RUNCARD_REFERENCE)")
    return folder
