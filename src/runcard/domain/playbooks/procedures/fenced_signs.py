"""Signs of trouble between the marks of a fence: `# Symptoms` above `- The wheel stands still`."""

import re
from collections.abc import Callable, Iterator

from runcard.domain.commands.told_lists import REMARK, told_below_remarks
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Fence, Section
from runcard.domain.playbooks.words import plain

MARK = re.compile(r"^\s*#*\s*[-*•]\s+(?=\S)")
REMARKED = re.compile(r"^\s*#+\s*[-*•]\s+\S")


def signs_in_fences(section: Section, is_named: Callable[[str], bool]) -> tuple[Text, ...]:
    """The entries below the first remark that is called so, in the same fence."""
    for block in section.blocks:
        found = tuple(_listed(block, is_named)) if isinstance(block, Fence) else ()
        if found:
            return found
    return ()


def _listed(fence: Fence, is_named: Callable[[str], bool]) -> Iterator[Text]:
    told = told_below_remarks(fence.lines)
    heads = [at for at, line in enumerate(fence.lines) if _is_head(line, is_named)]
    for at in range(heads[0] + 1, len(fence.lines)) if heads else ():
        if not (at in told or REMARKED.match(fence.lines[at])):
            return
        yield Text(plain(MARK.sub("", fence.lines[at])), fence.line + 1 + at)


def _is_head(line: str, is_named: Callable[[str], bool]) -> bool:
    is_remark = REMARK.match(line) is not None and REMARKED.match(line) is None
    return is_remark and is_named(line.strip(" #:："))
