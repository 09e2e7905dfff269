"""A short word with a full stop in front of a number ends no sentence."""

import pytest

from runcard.domain.playbooks.times.clauses import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [("At once (max. 5 min), then hourly.", 1), ("Inmediata (máx. 5 min). Luego cada hora.", 2),
     ("Ca. 10 Minuten.", 1), ("It is at its max. We wait.", 2),
     ("We wait. 5 min later we ring.", 2),
     ("We wait max.", 1), ("Antwort 3 Std. während der Dienstzeit.", 1),
     ("Um 3 Std. Während der Dienstzeit.", 2), ("Ring 5 bells. then wait", 2)],
)  # fmt: skip
def test_a_text_has_so_many_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count
    assert " ".join(sentences(text)) == text
