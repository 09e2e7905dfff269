"""What the headings above a place are about."""

from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled


def topics(page: Outline, section: Section, words: Vocabulary) -> frozenset[str]:
    """What the headings above a place are about, the page's title left out."""
    return _topics(page.titles(section), words)


@remembered
def _topics(titles: tuple[str, ...], words: Vocabulary) -> frozenset[str]:
    return frozenset().union(*(words.about(untitled(title)) for title in titles))
