"""Comments behind a command, as the steps they are: `5. See that the count falls`."""

from collections.abc import Iterable, Iterator

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import COMMENT, Act
from runcard.domain.playbooks.checks.setting import CASE, is_bad
from runcard.domain.playbooks.facts import Facts

HEAD = 60  # signs in which a comment tells what it is for


def ends_in_an_order_to_look(act: Act, facts: Facts) -> bool:
    """Behind its last command, or before those of the next step, the block says what a person
    looks at; or right behind the command what it answers."""
    if _shows_its_answer(act, facts):
        return True
    told = (
        *_last_comments(act, facts),
        *_comments_between(act, facts),
        *_closing_steps(act, facts),
    )
    return any(_orders_a_look(text, facts) for text in told)


def _shows_its_answer(act: Act, facts: Facts) -> bool:
    """`# Returns: {"open": true}`, with the words of the answer behind the colon."""
    fence = facts.fence_of(act)
    below = fence.lines[act.end_line - fence.line :][:1] if fence is not None else ()
    known = facts.words.lint["looks"]
    return any(
        bool(answer.strip()) and known.exactly(head) == "answers"
        for text in _comments_in(below)
        for head, _, answer in (text.replace("：", ":").partition(":"),)
    )


def _orders_a_look(text: str, facts: Facts) -> bool:
    if CASE.search(text):
        return False
    told = facts.speaks("parts", text[:HEAD]) & {"verify", "diagnosis"}
    return bool(told or facts.speaks("setting", text) & {"proof"})


def _closing_steps(act: Act, facts: Facts) -> Iterator[str]:
    """What stands, behind an empty line, over the last commands: it ends each of the ways above."""
    fence = facts.fence_of(act)
    below = [one for one in facts.block_of(act) if one.place > act.place and one.title]
    if fence is None or not below:
        return
    last = [one for one in below if one.title == below[-1].title]
    above = fence.lines[: last[0].line - fence.line - 1]
    is_apart = len(above) > 1 and not above[-2].strip()
    if is_apart and not any(is_bad(one, facts, Effect.MUTATING) for one in last):
        yield last[0].title


def _last_comments(act: Act, facts: Facts) -> Iterator[str]:
    fence = facts.fence_of(act)
    if fence is None:
        return
    last = max(one.end_line for one in facts.block_of(act))
    yield from _comments_in(fence.lines[last - fence.line :])


def _comments_between(act: Act, facts: Facts) -> Iterator[str]:
    """A step without commands: what stands directly above the next command belongs to that."""
    fence = facts.fence_of(act)
    below = (one for one in facts.block_of(act) if one.place > act.place)
    following = next((one for one in below if one.title), None)
    if fence is None or following is None:
        return
    between = list(fence.lines[act.end_line - fence.line : following.line - fence.line - 1])
    while between and between[-1].strip():
        between.pop()
    yield from _comments_in(between)


def _comments_in(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if found := COMMENT.match(line):
            yield found.group(1).strip()
