"""A fence in which each case has a line of its own, and whom it calls stands on arrows below it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from runcard.domain.playbooks.model import ChainStep, Contact, Text
from runcard.domain.playbooks.page.addresses import REAL, kind_of
from runcard.domain.playbooks.page.blocks import Fence, Section, label_of
from runcard.domain.playbooks.people.calling import without_verb
from runcard.domain.playbooks.people.contact_lines import contact
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import margin_of, trailing_parenthesis

LED = re.compile(r"^\s+(?:[-=]{1,2}>|[→⇒►▶])\s*(\S.*)$")
OPEN_ENDS = (":", "：")
FEWEST = 2


class _Led(NamedTuple):
    """A case, and a line below it that leads to somebody."""

    case: str
    whom: Text


def cases_above_arrows(lines: Sequence[Text], words: Vocabulary) -> tuple[ChainStep, ...]:
    """`No answer (5 min):` above `→ mate`: two such cases at least, and nothing else."""
    led = _led(lines)
    cases = {one.case for one in led}
    if len(cases) < FEWEST:
        return ()
    return tuple(
        ChainStep(_name(said.text, words), said.line, case, delay(case, said.line, words))
        for case, said in led
    )


def _led(lines: Sequence[Text]) -> list[_Led]:
    """Empty where a case has nobody below it, or anything else stands there."""
    found: list[_Led] = []
    case, is_open = "", False
    for line in (one for one in lines if one.text.strip()):
        arrow = LED.match(line.text)
        if arrow is not None and case:
            found.append(_Led(case, Text(arrow.group(1).strip(), line.line)))
            is_open = False
        elif is_open or margin_of(line.text) or not line.text.rstrip().endswith(OPEN_ENDS):
            return []
        else:
            case, is_open = line.text.strip().rstrip(":："), True
    return [] if is_open else found


def _name(text: str, words: Vocabulary) -> str:
    return without_verb(trailing_parenthesis(text)[0], words)


def arrowed_ways(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """`→ Mate (page: 4711)`, `→ Captain (@captain in the chat)`, in a fence: how each is called."""
    for fence in section.blocks:
        for line, text in enumerate(fence.lines if isinstance(fence, Fence) else (), 1):
            arrow = LED.match(text)
            name, inside = trailing_parenthesis(arrow.group(1)) if arrow else ("", None)
            label = label_of(inside) if inside else None
            way = label.value if label is not None and label.value else inside or ""
            if way and kind_of(way, words) in REAL:
                yield contact(without_verb(name, words), way, fence.line + line, words)
