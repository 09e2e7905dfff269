"""Each ambiguity has its annotation; pasted as it stands, it settles the doubt."""

from pathlib import Path

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.suggestions import suggestions
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.test_settling import DOCUMENT

DOCUMENTS = sorted((Path(__file__).parents[2] / "golden" / "playbooks").glob("*.md"))
OPEN = DOCUMENT.replace("SAID\n\n", "")


def suggested(text: str, words: Vocabulary) -> dict[str, int]:
    return {one.annotation: one.line for one in suggestions(compile_playbook(text, words))}


def test_each_ambiguity_is_named_with_its_line(words: Vocabulary) -> None:
    found = suggested(OPEN, words)
    assert found["<!-- runcard: cadence P1 = 20 min -->"] == 5
    assert found["<!-- runcard: zone = UTC -->"] == OPEN.split("\n").index("## On-call hours") + 1
    assert "<!-- runcard: placeholder [Linie] = person -->" in found
    assert "<!-- runcard: monitoring = 30 min -->" in found
    assert "<!-- runcard: moment Words for riders = update -->" in found
    assert any(one.startswith("<!-- runcard: chain = ") for one in found)


def test_levels_whose_numbers_fall_leave_open_which_is_worst(words: Vocabulary) -> None:
    text = "# X\n\n| Level | Response time |\n|---|---|\n| P3 | 1 day |\n| P1 | 5 min |\n"
    assert "<!-- runcard: severity order = P3, P1 -->" in suggested(text, words)


def test_silence_is_settled_with_what_holds_today(words: Vocabulary) -> None:
    text = "# X\n\n| Level | Definition |\n|---|---|\n| P1 | dark |\n| P2 | dim |\n"
    found = suggested(text, words)
    assert "<!-- runcard: respond P1 = 15 min -->" in found
    assert "<!-- runcard: cadence P2 = 60 min -->" in found


def test_immediate_is_settled_with_the_time_after_which_the_page_is_repeated(
    words: Vocabulary,
) -> None:
    text = "# X\n\n| Level | Response time |\n|---|---|\n| P1 | Immediate |\n| P2 | 1 hour |\n"
    assert "<!-- runcard: acknowledge P1 = 5 min -->" in suggested(text, words)


@pytest.mark.parametrize("document", [None, *DOCUMENTS], ids=lambda one: getattr(one, "stem", one))
def test_pasting_every_annotation_leaves_nothing_open(
    document: Path | None, words: Vocabulary
) -> None:
    text = OPEN if document is None else document.read_text("utf-8")
    pasted = "\n\n".join(["", *suggested(text, words), ""])
    playbook = compile_playbook(text + pasted, words)
    assert suggestions(playbook) == ()
    assert [one.message for one in playbook.findings if one.code == "RC093"] == []
