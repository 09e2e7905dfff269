"""Headings that are ways of doing what a heading above them names: a part, a phase, a look-out."""

from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.procedures.part_names import part_name, thing_ruled
from runcard.domain.playbooks.procedures.phase_words import is_phase_word
from runcard.domain.playbooks.procedures.step_codes import is_coded
from runcard.domain.playbooks.procedures.trouble_files import tells_of_trouble
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, untitled

CHAPTER = 2


def is_within_a_part(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Below a part or a phase, titles are ways of doing it; a chapter directly below the title is
    no part, as nothing stands above that it could be one of."""
    return any(
        (above.level > CHAPTER and part_name(above.title, words) is not None)
        or is_phase_word(above.title, words)
        or is_coded(above.title, words)
        or tells_how_it_is_noticed(page, above, words)
        for above in page.path(section)
        if above.level > 1
    )


def tells_how_it_is_noticed(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Detection procedures` above ways of looking out, none of which is a trouble itself."""
    thing = thing_ruled(untitled(section.title), words)
    is_noticing = words.meanings.phrases.get(folded(thing), ()) == ("detect",)
    children = page.children(section)
    return is_noticing and not any(tells_of_trouble(untitled(one.title), words) for one in children)
