"""What sentences of seven languages say, as far as rules look for it."""

import tomllib
from pathlib import Path

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary

LANGUAGES = {one.stem: tomllib.loads(one.read_text("utf-8"))
             for one in sorted((Path(__file__).parent / "statements").glob("*.toml"))}  # fmt: skip


def heard(language: str, kind: str, words: Vocabulary) -> list[tuple[str, str, bool]]:
    """Each sentence of a kind under its concept, and whether the concept was heard in it."""
    return [(f"{table}.{concept}", text, concept in words.lint[table].all(text))
            for table, concepts in LANGUAGES[language].items()
            for concept, spoken in concepts.items() for text in spoken.get(kind, ())]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_sentence_says_is_heard(language: str, words: Vocabulary) -> None:
    assert [one[:2] for one in heard(language, "says", words) if not one[2]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_it_does_not_say_is_not_heard(language: str, words: Vocabulary) -> None:
    assert [one[:2] for one in heard(language, "near", words) if one[2]] == []
