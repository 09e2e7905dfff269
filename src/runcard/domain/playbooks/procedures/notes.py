"""The note of a runbook: what its team adds behind a label, `Note: …`."""

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Item, Outline, Paragraph, Section, label_of
from runcard.domain.playbooks.procedures.objectives import objectives_in
from runcard.domain.playbooks.procedures.properties import stated
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain


def note_of(page: Outline, section: Section, words: Vocabulary) -> Text | None:
    """The first *Note:* line, with all its sentences up to another label."""
    for under in page.under(section):
        for piece in stated(under):
            found = (one for one in objectives_in(piece, words) if one[0] == "note")
            for _, value, line in found:
                return Text(_to_the_end(value, _with_below(piece, under)), line)
    return None


def _with_below(piece: Text, section: Section) -> str:
    """The text and the other lines of its paragraph below it."""
    blocks = (one for one in section.blocks if isinstance(one, Paragraph | Item))
    mine = (one.lines for one in blocks if piece.line in {line.line for line in one.lines})
    below = [line.text for line in next(mine, ()) if line.line > piece.line]
    return " ".join([piece.text, *below])


def _to_the_end(value: str, text: str) -> str:
    """`It is cold. It is kept nowhere else.`: what follows a value, without labels of its own."""
    before, _, behind = plain(text).partition(value)
    more = sentences(behind.strip()) if before and behind else ()
    return f"{value} {' '.join(more)}" if more and not any(map(label_of, more)) else value
