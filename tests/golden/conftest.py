"""The vocabulary the compiler is given, and the reference documents where they are at hand."""

import os
from pathlib import Path

import pytest

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.vocabulary import Vocabulary

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return read_vocabulary()


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of the reference documents and their truth, never part of the repository."""
    folder = Path(os.environ.get("RUNCARD_REFERENCE", ROOT.parent / "shared"))
    if not (folder / "truth").is_dir():
        pytest.skip(f"no reference documents: {folder}/truth is not there (RUNCARD_REFERENCE)")
    return folder
