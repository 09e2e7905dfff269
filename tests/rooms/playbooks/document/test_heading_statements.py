"""What headings say of the document itself."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

Told = dict[str, tuple[str, int]]


def told(text: str, words: Vocabulary) -> Told:
    meta = compile_playbook(text, words).meta
    return {concept: (one.text, one.line) for concept, one in meta.items()}


@pytest.mark.parametrize(
    ("heads", "known"),
    [
        (
            "# Mill\n# Version: 3.1\n# Owner: Flour team\n",
            {"version": ("3.1", 2), "owner": ("Flour team", 3)},
        ),
        ("# Mühle\n# Letzte Aktualisierung: 2031-05-04\n", {"last_updated": ("2031-05-04", 2)}),
        ("# Mill\n# Sails: four of them\n", {}),
        ("# Mill\n## Owner: whoever grinds\n\nGrind.\n", {}),
    ],
)
def test_headings_of_the_first_level(heads: str, known: Told, words: Vocabulary) -> None:
    assert told(f"{heads}\n## Steps\n\n1. Grind.\n", words) == known


@pytest.mark.parametrize(
    ("head", "value", "known"),
    [
        ("Last updated", "2031-05-04", {"last_updated": ("2031-05-04", 5)}),
        ("Versión", "1.2", {"version": ("1.2", 5)}),
        ("Version", "See the tags of the repository", {}),
        ("Last updated", "whenever somebody has time", {}),
    ],
)
def test_a_heading_above_a_day_or_a_number(
    head: str, value: str, known: Told, words: Vocabulary
) -> None:
    assert told(f"# Mill\n\n## {head}\n\n{value}\n\n## Steps\n\n1. Grind.\n", words) == known
