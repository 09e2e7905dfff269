"""The chains of a text as tests compare them: whom, in what case, after how long."""

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

Step = tuple[str, str | None, int | None]


def chains(text: str, words: Vocabulary) -> list[list[Step]]:
    """Those of a document about a mill, each step with the seconds it waits."""
    return [
        [(one.who, one.condition, one.after.seconds if one.after else None) for one in chain.steps]
        for chain in chains_of(outline(f"# Mill\n\nIt turns.\n\n{text}\n"), words)
    ]
