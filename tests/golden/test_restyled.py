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
TEXTS = {one: one.read_text("utf-8") for one in DOCUMENTS}
# All documents in all styles would take half an hour.
OF_EACH_STYLE = 4


@lru_cache(maxsize=len(DOCUMENTS))
def figures_of(text: str) -> frozenset[tuple[str, object]]:
    words = read_vocabulary()
    return figures(truth_of(compile_playbook(text, words), "restyled", words))


def restyled(text: str, style: str) -> str:
    return "\n".join(STYLES[style](text.split("\n")))


def sample(style: str) -> list[Path]:
    """Documents that it changes, the same ones on every day and every machine."""
    changed = [one for one in DOCUMENTS if restyled(TEXTS[one], style) != TEXTS[one]]
    changed.sort(key=lambda one: crc32(f"{style} {one.stem}".encode()))
    return changed[:OF_EACH_STYLE]


CASES = [(style, document) for style in STYLES for document in sample(style)]


@pytest.mark.parametrize(
    ("style", "document"), CASES, ids=[f"{style}: {one.stem}" for style, one in CASES]
)
def test_a_document_means_the_same_in_another_style(style: str, document: Path) -> None:
    other = restyled(TEXTS[document], style)
    assert sorted(map(str, figures_of(other) ^ figures_of(TEXTS[document]))) == []


@pytest.mark.parametrize("style", STYLES)
def test_a_style_is_tried_and_keeps_every_line(style: str) -> None:
    texts = [TEXTS[one] for one in sample(style)]
    assert len(texts) > 1
    assert all(one.count("\n") == restyled(one, style).count("\n") for one in texts)
