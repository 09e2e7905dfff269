"""Documents of our own in many styles are understood as written down beside them."""

import json
from pathlib import Path

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.golden.summary import summary_of

DOCUMENTS = sorted((Path(__file__).parent / "playbooks").glob("*.md"))
# The others have a truth file: see test_reference.
REVIEWED = [document for document in DOCUMENTS if document.with_suffix(".json").is_file()]


@pytest.mark.parametrize("document", REVIEWED, ids=lambda path: path.stem)
def test_a_document_is_understood_as_reviewed(document: Path, vocabulary: Vocabulary) -> None:
    playbook = compile_playbook(document.read_text("utf-8"), vocabulary)
    expected = json.loads(document.with_suffix(".json").read_text("utf-8"))
    assert json.loads(json.dumps(summary_of(playbook))) == expected


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_every_line_number_is_a_line_of_the_document(
    document: Path, vocabulary: Vocabulary
) -> None:
    playbook = compile_playbook(document.read_text("utf-8"), vocabulary)
    lines = [finding.line for finding in playbook.findings]
    lines += [level.line for level in playbook.severities]
    lines += [template.text_line for template in playbook.templates]
    assert all(1 <= line <= len(playbook.lines) for line in lines)
