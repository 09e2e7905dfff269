"""Who comes to the meeting of a review: lines above lists of people."""

from runcard.domain.playbooks.page.blocks import Block, Paragraph, label_of
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain


def names_who_attends(text: str, words: Vocabulary) -> bool:
    """`Attendees: the mates`, or at the end: `The meeting is within two days. Invite:`."""
    labels = (label_of(text), *map(label_of, sentences(plain(text))[-1:]))
    return any(one and words.war_room.exactly(one.name) == "participants" for one in labels)


def is_of_people(block: Block, words: Vocabulary) -> bool:
    """`**Attendees:**` in a line of its own: the list below it is of them."""
    return isinstance(block, Paragraph) and names_who_attends(block.lines[-1].text, words)


def calls_together(text: str, words: Vocabulary) -> bool:
    """`Set up a meeting with:`: below it stand those who come."""
    last = next(iter(reversed(plain(text).rstrip(":： ").split())), "")
    return "company" in words.particles.phrases.get(folded(last), ())
