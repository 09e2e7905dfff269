"""Fences that show a course with arrows and boxes."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.nouns.appendix import FenceKind
from runcard.domain.playbooks.vocabulary import Vocabulary

ROW = (
    "1. Smell  →  2. Look  →  3. Ring\n"
    "   (is it       (only by     (at the\n"
    "    smoke?)      day)         tower)"
)
BOXES = (
    "[ 1. SMELL ] ---> [ 2. LOOK ] ---> [ 3. RING ]\n"
    "the smoke      the fire       the bell\n"
    "    |              |              |\n"
    "    v              v              v\n"
    "[ 4. RUN ]  ---> [ 5. REST ]  ---> [ 6. LEARN ]"
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [(ROW, FenceKind.DIAGRAM), (BOXES, FenceKind.DIAGRAM),
     ("1. Smell the smoke\n2. Look at the fire -> ring\n3. Run", FenceKind.PROSE_STEPS),
     ("Smell the smoke, [name].\nLook at [place].", FenceKind.NOTE)],
)  # fmt: skip
def test_stages_side_by_side_are_a_drawing(text: str, kind: FenceKind, words: Vocabulary) -> None:
    page = compile_playbook(f"# Mill\n\n## What we do\n\n```\n{text}\n```\n", words)
    assert page.fences[0].kind is kind
    assert page.templates == ()
