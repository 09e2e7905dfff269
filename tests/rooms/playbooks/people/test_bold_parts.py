"""Names in bold below a heading about roles; what is ticked off around a watch is none of them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

PAGE = "# Ferry\n\n## On-call responsibilities\n\n**{}**\n\n- [ ] Ring\n\n**{}**\n\n- [ ] Write\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [("Before going on call", "During on call"), ("Vor der Bereitschaft", "In der Bereitschaft")],
)
def test_what_is_done_around_a_watch_is_nobody(first: str, second: str, words: Vocabulary) -> None:
    assert compile_playbook(PAGE.format(first, second), words).roles == ()


def test_those_who_have_it_are_roles(words: Vocabulary) -> None:
    found = compile_playbook(PAGE.format("Incident lead", "Scribe"), words).roles
    assert [one.name for one in found] == ["Incident lead", "Scribe"]


@pytest.mark.parametrize(
    "name", ["During the crossing", "Watch rotation", "Escalation of a mate", "Emergency contacts"]
)
def test_when_and_in_what_order_a_part_is_played_is_nobody(name: str, words: Vocabulary) -> None:
    page = PAGE.replace("[ ] ", "")
    assert compile_playbook(page.format(name, "Escalation path"), words).roles == ()
    found = compile_playbook(page.format(name, "Stoker"), words).roles
    assert [one.name for one in found] == ["Stoker"]


BOXES = "# Mill\n\n## {}\n\n**Shift lead**\n\n- [ ] Opens the gate\n\n**{}**\n\n- [ ] Tells them\n"


@pytest.mark.parametrize(
    ("title", "name", "names"),
    [
        ("What everyone does", "Messages", ["Shift lead", "Messages"]),
        ("Wat moet ieder doen?", "Communicatie", ["Shift lead", "Communicatie"]),
        ("What everyone does", "During the watch", []),
        ("What the mill does", "Messages", []),
    ],
)
def test_boxes_below_those_who_play_a_part_are_their_work(
    title: str, name: str, names: list[str], words: Vocabulary
) -> None:
    found = compile_playbook(BOXES.format(title, name), words).roles
    assert [one.name for one in found] == names
