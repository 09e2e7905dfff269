"""Mending changes the named spans only, and a second time nothing at all."""

import pytest

from runcard.domain.playbooks.mending import mend
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

PAGES = {
    "letters": ("# CafÃ©\n\nOpen â€” hot.\n\nPlain.\n", "# Café\n\nOpen — hot.\n\nPlain.\n"),
    "anchor": (
        "# G\n\nSee [x](#comunicacion) and [y](#g).\n\n## Comunicación\n\nText.\n",
        "# G\n\nSee [x](#comunicación) and [y](#g).\n\n## Comunicación\n\nText.\n",
    ),
    "fence": ("# G\n\n```\ndocker ps\n```\n", "# G\n\n```bash\ndocker ps\n```\n"),
    "log": (
        "# G\n\n```bash\ndocker logs oven\nkubectl logs deploy/oven\n```\n",
        "# G\n\n```bash\ndocker logs --tail 200 oven\nkubectl logs --tail 200 deploy/oven\n```\n",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_needs_no_judgement_is_mended_once(name: str, words: Vocabulary) -> None:
    before, after = PAGES[name]
    done = mend(before.split("\n"), found_in(before, words))
    assert "\n".join(done.lines) == after
    assert done.changes
    again = mend(after.split("\n"), found_in(after, words))
    assert "\n".join(again.lines) == after
    assert not again.changes


def test_a_dead_anchor_without_a_near_heading_is_left(words: Vocabulary) -> None:
    text = "# G\n\nSee [x](#nowhere-at-all).\n"
    done = mend(text.split("\n"), found_in(text, words))
    assert "\n".join(done.lines) == text
