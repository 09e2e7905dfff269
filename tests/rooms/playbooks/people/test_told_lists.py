"""A list whose entries tell who calls whom, between other steps."""

from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.people.escalations import chains_of
from runcard.domain.playbooks.vocabulary import Vocabulary

PAGE = (
    "## Escalation\n\n1. The desk writes the ticket.\n"
    "2. P1: the desk rings the mate. No letters.\n"
    "3. If there is no answer, ring again after 10 minutes, then ring the captain (number in the "
    "log).\n4. P1 not mended in 2 hours: the captain informs the owner.\n"
)


def test_those_who_are_called_are_the_rungs(words: Vocabulary) -> None:
    (chain,) = chains_of(outline(PAGE), words)
    assert chain.ordered
    assert [(one.who, one.after and one.after.seconds, one.line) for one in chain.steps] == [
        ("mate", None, 4),
        ("captain", 600, 5),
        ("owner", 7200, 6),
    ]
    assert chain.steps[0].condition == "P1"


def test_a_check_list_and_other_chapters_are_none(words: Vocabulary) -> None:
    boxes = PAGE.replace("1.", "- [ ]").replace("2.", "- [ ]").replace("3.", "- [ ]")
    assert chains_of(outline(boxes.replace("4.", "- [ ]")), words) == ()
    assert chains_of(outline(PAGE.replace("Escalation", "Brewing")), words) == ()
