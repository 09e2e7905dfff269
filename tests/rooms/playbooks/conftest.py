"""The vocabulary as the house reads it."""

import pytest

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.fixture(scope="session")
def words() -> Vocabulary:
    return read_vocabulary()
