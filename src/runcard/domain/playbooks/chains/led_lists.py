"""What the line directly above a list says of it, where it stands in a section about escalation."""

from runcard.domain.playbooks.page.blocks import Item, Paragraph, Section, items
from runcard.domain.playbooks.people.call_lists import is_call_list
from runcard.domain.playbooks.people.persons import are_of_people, person_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

MOST_WORDS = 6


def calls_nobody(first: Item, section: Section, words: Vocabulary) -> bool:
    """Below `Handle autonomously:` stand cases in which nobody is called; below one more `Escalate
    when:`, such in which somebody is."""
    above = _line_above(first, section)
    if len(above.split()) > MOST_WORDS:
        return False
    found = [one for one in words.rungs.matches(above) if one.start() == 0]
    if any("alone" in words.rungs.phrases[one.group()] for one in found):
        return True
    return "triggers" in words.about(above) and not _are_called(first, section, words)


def _are_called(first: Item, section: Section, words: Vocabulary) -> bool:
    mine = [one for one in items(section) if one.list_line == first.list_line]
    names = [person_in(plain(one.text), words) for one in mine]
    return is_call_list(mine, words) or are_of_people(names, words)


def _line_above(first: Item, section: Section) -> str:
    """The last line of the paragraph above, or the heading that has nothing else below it."""
    at = section.blocks.index(first)
    above = section.blocks[at - 1] if at else None
    if above is None:
        return untitled(section.title)
    return plain(above.lines[-1].text) if isinstance(above, Paragraph) else ""
