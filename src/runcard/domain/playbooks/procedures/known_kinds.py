"""Headings that are kinds of trouble by how they stand beside each other."""

from runcard.domain.playbooks.page.blocks import Outline
from runcard.domain.playbooks.page.kept import kept_with_page
from runcard.domain.playbooks.procedures.led_troubles import led_troubles
from runcard.domain.playbooks.procedures.listed_kinds import listed_kinds
from runcard.domain.playbooks.procedures.named_cases import named_cases
from runcard.domain.playbooks.procedures.numbered_troubles import numbered_troubles
from runcard.domain.playbooks.procedures.stated_levels import that_state_levels
from runcard.domain.playbooks.procedures.unnumbered_troubles import unnumbered_troubles
from runcard.domain.playbooks.vocabulary import Vocabulary


@kept_with_page
def known_kinds(page: Outline, words: Vocabulary) -> frozenset[int]:
    """The places of those that state their levels, that a table lists, that stand in a row, that
    say when above what is done, or that are cases by their names."""
    return (
        that_state_levels(page, words)
        | listed_kinds(page, words)
        | numbered_troubles(page, words)
        | unnumbered_troubles(page, words)
        | led_troubles(page, words)
        | named_cases(page, words)
    )
