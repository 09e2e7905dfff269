"""A chapter that tells its signs below a heading for them, and what is done below another."""

from collections.abc import Sequence

from runcard.domain.playbooks.page.blocks import Section
from runcard.domain.playbooks.procedures.own_labels import is_deed
from runcard.domain.playbooks.procedures.signs import is_symptoms
from runcard.domain.playbooks.vocabulary import Vocabulary


def shows_and_answers(below: Sequence[Section], words: Vocabulary) -> bool:
    """`### Symptoms` in any form, and beside it steps or commands under a heading of any name."""
    shown = {one.index for one in below if one.blocks and is_symptoms(one.title, words)}
    return bool(shown) and any(
        one.index not in shown and any(map(is_deed, one.blocks)) for one in below
    )
