"""Texts in a marked place that are nothing to say: commands, drawings, lists of steps and of places
to look."""

import re
from collections.abc import Sequence

from runcard.domain.commands.untagged import NUMBER_MARK
from runcard.domain.playbooks.messages.gaps import DELIMITED
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.people.arrows import ARROW
from runcard.domain.playbooks.procedures.fence_kinds import (
    COMMENT,
    begun_in,
    first_word,
    opens_with_ways,
)
from runcard.domain.playbooks.vocabulary import Vocabulary

DRAWN = re.compile(r"^\s*[┌├└│┃╔╠╚║▼↓]")
FEWEST_DRAWN = 2
# `[1. Smoke] → [2. Bell] → [3. Yard]`, which may go on in the next line.
TURN = rf"(?:{ARROW.pattern})"
BOX = r"\[[^\[\]]{1,80}\]"
BOXES = re.compile(rf"(?:{TURN}\s*)?{BOX}(?:\s*{TURN}\s*{BOX})*(?:\s*{TURN})?")
FROM_BOX = re.compile(rf"\]\s*(?:{ARROW.pattern})\s*\[")
FEWEST_BOXES = 3
LABEL = r"^\s*(?:[-*•]\s+)?(?:[^:：]{1,60}[:：]\s*)?"
PLACE = re.compile(LABEL + r"<?(?:https?://[^\s<>]+>?|#[\w-]+)\s*$")
GAP = re.compile(LABEL + rf"(?:{DELIMITED.pattern})\s*$")
# `/incident open "Ovens cold"`, typed in a chat.
SLASHED = re.compile(r"^\s*/[a-z][a-z-]{1,20}\s+[a-z\"'#@<\[]")
# `./ring.sh <tower>`, `TOWER=north ~/bin/ring`: a program by its path, with settings in front.
BY_PATH = re.compile(r"^\s*(?:[A-Z][A-Z0-9_]*=\S+\s+)*(?:\.{1,2}|~)/[\w./-]+(?:\s|$)")
CHANNEL = re.compile(r"\s#[\w-]{2,}")
PIPE = re.compile(r"\S\s\|\s[a-z]\w+")


def is_typed(message: Message, words: Vocabulary) -> bool:
    """Commands: in a fence all of the lines, in indented text half of them begin with a program in
    small letters, or feed one from another. `Service [name] is down` is said to people."""
    said = begun_in(message.lines)
    typed = [line for line in said if _begins_with_a_program(line, words)]
    if message.indented:
        return bool(said) and 2 * len(typed) >= len(said)
    return bool(said) and not message.quoted and len(typed) == len(said)


def opens_a_channel(message: Message) -> bool:
    """`/room open #ovens`, typed in a chat: what stands below it is said there."""
    first = next((line for line in message.lines if line.strip() and not COMMENT.match(line)), "")
    return SLASHED.match(first) is not None and CHANNEL.search(first) is not None


def _begins_with_a_program(line: str, words: Vocabulary) -> bool:
    if SLASHED.match(line) or BY_PATH.match(line):
        return True
    program = first_word(line)
    is_program = program.islower() and words.shell.exactly(program) == "command"
    return is_program or PIPE.search(line) is not None


def is_drawn(message: Message) -> bool:
    """`├─ within 24 hours`: two lines that begin with a box or a branch; or nothing but boxes in
    a row, or steps that arrows lead through."""
    said = [line.strip() for line in message.lines if line.strip()]
    is_row = all(ARROW.search(line) and BOXES.fullmatch(line) for line in said)
    boxes = sum(line.count("[") for line in said)
    drawn = sum(1 for line in message.lines if DRAWN.match(line))
    is_boxed = (is_row or _are_led(said)) and boxes >= FEWEST_BOXES
    return drawn >= FEWEST_DRAWN or is_boxed or _is_course(said)


def _are_led(said: Sequence[str]) -> bool:
    """`[ 1. Smell ] ---> [ 2. Look ]`: an arrow from box to box, and a second one."""
    return sum(len(FROM_BOX.findall(line)) for line in said) >= FEWEST_DRAWN


def _is_course(said: Sequence[str]) -> bool:
    """`Leak → Valve shut`, and every line below goes on with an arrow."""
    first, below = said[:1], said[1:]
    led = all(ARROW.match(line) for line in below)
    return len(below) >= FEWEST_DRAWN and led and any(ARROW.search(line) for line in first)


def is_list_of_steps(message: Message) -> bool:
    """`1. Look at the boiler.`"""
    return bool(message.lines) and bool(NUMBER_MARK.match(message.lines[0]))


def only_says_where(message: Message, words: Vocabulary) -> bool:
    """`Provider: https://…`, `#a-channel`: each line is an address, or asks for one."""
    said = [line for line in message.lines if line.strip()]
    places = [line for line in said if PLACE.match(line)]
    is_all = bool(places) and all(line in places or GAP.match(line) for line in said)
    return is_all or opens_with_ways(message.lines, words)
