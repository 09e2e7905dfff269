"""A Chinese document means the same in traditional signs."""

from pathlib import Path

import pytest

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.chinese_scripts import COUNTERPARTS
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.writing.truth_form import truth_of
from tests.golden.figures import Figure, figures

DOCUMENTS = (
    "gongdi-shuili",
    "feixian-logistics",
    "waimai-dingdan",
    "lanting-pay",
    "shequ-tushuguan",
)


def figures_of(text: str) -> frozenset[Figure]:
    words = read_vocabulary()
    return figures(truth_of(compile_playbook(text, words), "scripts", words))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_in_the_other_script_means_the_same(name: str) -> None:
    text = (Path(__file__).parent / "playbooks" / f"{name}.md").read_text("utf-8")
    other = text.translate(COUNTERPARTS)
    assert other != text
    assert sorted(map(str, figures_of(other) ^ figures_of(text))) == []
