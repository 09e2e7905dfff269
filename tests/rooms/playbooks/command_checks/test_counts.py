"""Counts set by hand, beside the limits of an autoscaler."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("The HPA `gate` (min 2, max 16) looks after the rest.", True),
        ("Die HPA von `gate` geht bis höchstens 16.", True),
        ("El autoescalado de `gate` llega a máximo 16.", True),
        ("The HPA `gate` (min 2, max 24) looks after the rest.", False),
        ("The HPA `lamp` (min 2, max 16) looks after the rest.", False),
        ("The HPA `gate-web` (min 2, max 16) looks after the rest.", False),
        ("We own 16 pumps at most for `gate`.", False),
    ],
)
def test_more_than_the_autoscaler_allows(said: str, is_found: bool, words: Vocabulary) -> None:
    block = "```bash\nkubectl -n lock scale deploy/gate --replicas=20\n```"
    text = f"# Lock\n\n## Rush\n\n{block}\n\n{said}\n"
    assert ("RC850" in {one.code for one in found_in(text, words)}) is is_found
