"""How often a document itself is read again: `Owner: the crew. Review cadence: yearly.`"""

from runcard.domain.playbooks.page.blocks import Block, Paragraph, label_of
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain


def tells_rereading(block: Block, words: Vocabulary) -> bool:
    """Whether a sentence of running text says so."""
    lines = block.lines if isinstance(block, Paragraph) else ()
    return any(_says_it(one, words) for line in lines for one in sentences(plain(line.text)))


def _says_it(sentence: str, words: Vocabulary) -> bool:
    """`Prüfzyklus: jährlich`; a name that speaks of reviews, and how often."""
    label = label_of(sentence)
    if label is None:
        return False
    is_named = words.talk.speaks_of(label.name, "read_again")
    is_named |= words.review.speaks_of(label.name, "review")
    return is_named and any(span.is_period for span in spans_in(label.value, words))
