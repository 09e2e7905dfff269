"""Whether a step that destroys is written with care: its case told, a look before and one after."""

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.follow_up import looks
from runcard.domain.playbooks.checks.setting import BELOW
from runcard.domain.playbooks.facts import Facts

LONGEST_LABEL = 6


def is_done_with_care(act: Act, facts: Facts) -> bool:
    """A sentence above tells the case, and its block looks before and after."""
    if not _has_a_sentence_above(act, facts):
        return False
    block = facts.block_of(act)
    if not any(looks(one, facts) for one in block if one.place < act.place):
        return False
    below = facts.page.lines[act.end_line : act.end_line + BELOW]
    return any(looks(one, facts) for one in block if one.place > act.place) or any(
        facts.speaks("setting", text) & {"proof"} for text in below
    )


def _has_a_sentence_above(act: Act, facts: Facts) -> bool:
    """More than a heading, a label or the level it is for."""
    lines = facts.page.lines[max(act.block - 4, 0) : max(act.block - 1, 0)]
    nearest = next((text for text in reversed(lines) if text.strip()), "")
    is_label = nearest.lstrip().startswith(("**", "__", "#", "|"))
    return not is_label and len(nearest.split()) > LONGEST_LABEL
