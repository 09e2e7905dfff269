"""A sentence that calls, waits and calls again: `The bell rings the mate, waits 5 minutes, rings
the captain.`"""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.model import ChainStep, Text
from runcard.domain.playbooks.people.persons import person_in, plays_a_part
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary

ENDS = " .。,，、;；:："
APART = re.compile(r"[,，、;；]\s*")
CALLS = {"calls", "call", "calling"}
LONGEST = 400
FEWEST = 2


def waited_calls(said: Text, words: Vocabulary) -> tuple[ChainStep, ...]:
    """Different people, each behind a verb for calling; between them a word for waiting with its
    time. One at least has the name of a part: programs call, wait and call again, too."""
    if len(said.text) > LONGEST or not words.rungs.speaks_of(said.text, "waits"):
        return ()
    steps: list[ChainStep] = []
    case = ""
    for piece in _pieces(said.text, words):
        if words.rungs.speaks_of(piece, "waits") and spans_in(piece, words):
            case = piece
            continue
        who = _called(piece, words)
        if not who or (steps and not case):
            return ()
        steps.append(ChainStep(who, said.line, case or None, delay(case, said.line, words)))
        case = ""
    are_different = len({step.who for step in steps}) == len(steps) >= FEWEST
    is_of_people = any(plays_a_part(step.who, words) for step in steps)
    return tuple(steps) if are_different and is_of_people else ()


def _pieces(text: str, words: Vocabulary) -> Iterator[str]:
    """What commas, `then` and an `and` in front of a verb keep apart."""
    for part in APART.split(text.strip(ENDS)):
        start = 0
        for begin, end in sorted(_joiners(part, words)):
            if part[start:begin].strip(ENDS):
                yield part[start:begin].strip(ENDS)
            start = max(start, end)
        if part[start:].strip(ENDS):
            yield part[start:].strip(ENDS)


def _joiners(part: str, words: Vocabulary) -> Iterator[tuple[int, int]]:
    ands = words.particles.matches(part)
    thens = words.rungs.matches(part)
    yield from ((one.start(), one.end()) for one in ands if _is_and(one, words))
    yield from (
        (one.start(), one.end()) for one in thens if "then" in words.rungs.phrases[one.group()]
    )


def _is_and(found: Mention, words: Vocabulary) -> bool:
    return "and" in words.particles.phrases[found.group()]


def _called(piece: str, words: Vocabulary) -> str:
    """Whoever stands behind the last verb."""
    verbs = [one for one in words.rungs.matches(piece) if _is_call(one, words)]
    outside = [one for one in verbs if not piece[: one.start()].endswith("-")]
    return person_in(piece[outside[0].end() :].strip(), words) if outside else ""


def _is_call(found: Mention, words: Vocabulary) -> bool:
    return bool(CALLS & set(words.rungs.phrases[found.group()]))
