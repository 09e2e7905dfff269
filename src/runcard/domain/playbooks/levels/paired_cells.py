"""Cells of a column that names two matters: `Picked up / leader named` above `5 min / at once`."""

from runcard.domain.playbooks.times.clauses import TIMES
from runcard.domain.playbooks.times.slashes import SLASH, pieces_of
from runcard.domain.playbooks.vocabulary import Vocabulary


def promised_part(cell: str, head: str, concepts: tuple[str, ...], words: Vocabulary) -> str:
    """Of a cell with as many parts as the head of its column, the one below the only name of a
    promise; any other cell as it stands."""
    names = SLASH.split(head)
    pieces = pieces_of(cell)
    if len(concepts) != 1 or concepts[0] not in TIMES or len(names) != len(pieces):
        return cell
    own = [at for at, name in enumerate(names) if words.labels.all(name) & set(TIMES)]
    return pieces[own[0]].strip() if len(own) == 1 else cell
