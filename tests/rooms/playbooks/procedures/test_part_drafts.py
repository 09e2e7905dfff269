"""Where a part of a runbook begins, and which are kept."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

HEAD = "# Ropeway\n\n## Runbooks\n\n### Cabin stopped\n\n"
RUN = "```sh\nropectl start\n```\n"


def begins(body: str, words: Vocabulary) -> dict[str, int]:
    (book,) = compile_playbook(HEAD + body, words).runbooks
    return {one.name: one.line for one in book.parts}


@pytest.mark.parametrize(
    ("body", "line"),
    [(f"1. Ring the valley\n2. Start it\n\n{RUN}", 10),
     (f"- Ring the valley\n\n{RUN}\n- Wave\n\n{RUN}", 9)],
)  # fmt: skip
def test_work_without_a_label_begins_with_its_first_fence(
    body: str, line: int, words: Vocabulary
) -> None:
    assert begins(body, words) == {"recovery": line}


@pytest.mark.parametrize(
    ("body", "line"),
    [("1. Ring the valley\n2. Wave\n", 7), (f"**Fix**\n\n1. Ring the valley\n\n{RUN}", 7)],
)
def test_without_a_fence_it_begins_with_its_first_step_and_a_label_is_its_beginning(
    body: str, line: int, words: Vocabulary
) -> None:
    assert begins(body, words) == {"recovery": line}


@pytest.mark.parametrize(("name", "kept"), [("Fix", True), ("Weather", False)])
def test_a_known_name_is_kept_without_work(name: str, kept: bool, words: Vocabulary) -> None:
    body = f"#### {name}\n\nThe valley decides.\n\n#### Containment\n\n{RUN}"
    assert (len(begins(body, words)) == 2) is kept
