"""A document in another style of writing means the same."""

from functools import lru_cache
from pathlib import Path
from zlib import crc32

import pytest

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.writing.truth_form import truth_of
from tests.golden.figures import figures
from tests.golden.restyled import STYLES

DOCUMENTS = sorted((Path(__file__).parent / "playbooks").glob("*.md"))
# Of so many documents one is read in a style: all of them in all styles take half an hour.
ONE_IN = 24


@lru_cache(maxsize=len(DOCUMENTS))
def figures_of(text: str) -> frozenset[tuple[str, object]]:
    words = read_vocabulary()
    return figures(truth_of(compile_playbook(text, words), "restyled", words))


def sample(style: str) -> list[Path]:
    """The same ones on every day and every machine."""
    return [one for one in DOCUMENTS if crc32(f"{style} {one.stem}".encode()) % ONE_IN == 0]


CASES = [(style, document) for style in STYLES for document in sample(style)]


@pytest.mark.parametrize(
    ("style", "document"), CASES, ids=[f"{style}: {one.stem}" for style, one in CASES]
)
def test_a_document_means_the_same_in_another_style(style: str, document: Path) -> None:
    text = document.read_text("utf-8")
    other = "\n".join(STYLES[style](text.split("\n")))
    assert sorted(map(str, figures_of(other) ^ figures_of(text))) == []


@pytest.mark.parametrize("style", STYLES)
def test_a_style_is_tried_on_a_document_that_it_changes(style: str) -> None:
    texts = [one.read_text("utf-8").split("\n") for one in sample(style)]
    others = [STYLES[style](lines) for lines in texts]
    assert list(map(len, others)) == list(map(len, texts))
    assert others != texts
