"""A document whose lines an editor broke at its margin means the same."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.writing.truth_form import truth_of
from tests.golden.figures import Figure, figures
from tests.golden.hard_wrapped import at_their_lines, wrapped

DOCUMENTS = ("fjord-lights", "emberfall-liveops", "padaria-forno", "huerta-riego", "rakieta-sklep")
MARGINS = (80, 100)


def figures_of(text: str, margin: int | None) -> frozenset[Figure]:
    words = read_vocabulary()
    lines = text.split("\n")
    broken, comes_from = wrapped(lines, margin) if margin else (lines, [*range(1, len(lines) + 1)])
    truth = truth_of(compile_playbook("\n".join(broken), words), "wrapped", words)
    said = at_their_lines(truth, comes_from)
    assert isinstance(said, Mapping)
    return figures(said)


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("margin", MARGINS)
def test_a_broken_document_means_the_same(name: str, margin: int) -> None:
    text = (Path(__file__).parent / "playbooks" / f"{name}.md").read_text("utf-8")
    assert sorted(map(str, figures_of(text, margin) ^ figures_of(text, None))) == []
