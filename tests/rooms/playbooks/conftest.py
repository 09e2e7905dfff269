"""The vocabulary as the house reads it."""

import tomllib
from importlib.resources import files

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary, vocabulary_from


@pytest.fixture(scope="session")
def words() -> Vocabulary:
    text = files("runcard.domain.playbooks").joinpath("vocabulary.toml").read_text("utf-8")
    return vocabulary_from(tomllib.loads(text))
