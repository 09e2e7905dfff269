"""Whom a level goes to, by the chain; one level alone is a case."""

from runcard.domain.playbooks.levels.called_by_chains import for_their_levels, with_called
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Severity, Text
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = (Severity("P1", "Drought", 3), Severity("P2", "Drizzle", 4), Severity("P3", None, 5))


def chain(*steps: tuple[str, str | None]) -> EscalationChain:
    return EscalationChain(9, False, tuple(ChainStep(who, 9, case) for who, case in steps))


def test_a_matrix_of_levels_and_people() -> None:
    told = chain(("cook", "P1"), ("owner", "Drought"), ("cook", "p2"))
    found = [[one.text for one in level.escalation] for level in with_called(LEVELS, [told])]
    assert found == [["cook", "owner"], ["cook"], []]


def test_a_case_of_one_level_fills_none() -> None:
    assert with_called(LEVELS, [chain(("cook", None), ("owner", "P1"))]) == LEVELS
    assert with_called(LEVELS, []) == LEVELS


def test_the_list_of_a_level_stands() -> None:
    own = (Severity("P1", None, 3, escalation=(Text("cook", 3),)), Severity("P2", None, 4))
    assert with_called(own, [chain(("owner", "P1"), ("owner", "P2"))]) == own


def test_chains_below_headings_of_levels_are_each_for_its_own(words: Vocabulary) -> None:
    titled = [
        EscalationChain(line, False, chain(("cook", None)).steps, title=title)
        for line, title in ((9, "P1 - Drought"), (12, "P2 calls"), (15, "Whom we ring"))
    ]
    told = for_their_levels(titled, LEVELS, words)
    assert [one.keys for one in told] == [("P1",), ("P2",), ()]
    assert for_their_levels(titled[:1], LEVELS, words)[0].keys == ()


def test_chains_that_each_name_levels_are_for_their_own_trouble() -> None:
    flood, fire = chain(("cook", "P1"), ("owner", "P2")), chain(("fireman", "P1"), ("cook", "P3"))
    assert with_called(LEVELS, [flood, fire]) == LEVELS
    assert with_called(LEVELS, [chain(("fireman", "P3"), ("cook", None)), flood]) == LEVELS
    found = with_called(LEVELS, [flood, chain(("fireman", "at night"))])
    assert [[one.text for one in level.escalation] for level in found] == [["cook"], ["owner"], []]
