"""A sentence below the name of a rung that says when it is reached: `Woken after 20 minutes.`"""

from collections.abc import Sequence

from runcard.domain.playbooks.page.blocks import Block, Paragraph
from runcard.domain.playbooks.people.call_sentences import called_in
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.times.waits import is_wait
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import COMMA, WIDE, plain

ENDS = " .。,，、;；:："
VERBS = {"called", "told", "alarmed", "is_called", "call", "calls", "calling", "joins"}
FEW_WORDS, MOST_WORDS = 3, 14
MOST_SIGNS = 30


def case_below(who: str, body: Sequence[Block], words: Vocabulary) -> tuple[str, int]:
    """What the first sentence below a name tells, and its line; empty, where it tells no case."""
    first = body[0] if body else None
    if not isinstance(first, Paragraph) or first.quote is not None or first.in_item:
        return "", 0
    said = next(iter(sentences_of(first.lines)), None)
    return ("", 0) if said is None else (case_in(who, plain(said.text), words), said.line)


def case_in(who: str, said: str, words: Vocabulary) -> str:
    """`Woken after 20 minutes`, `Called if nobody answers`, `20分で呼び出す`: a wait or an `if`
    among its first words, unless it is somebody else who is called then."""
    text = said.strip(ENDS)
    if len(text.split()) > MOST_WORDS or (WIDE.search(text) and len(text) > MOST_SIGNS):
        return ""
    call = called_in(text, words)
    if call is not None and who.lower() in call.who.lower():
        return call.case or ""
    start = min(_starts(text, words), default=len(text))
    is_his = call is None or text.find(call.who) > start
    is_near = len(text[:start].split()) <= FEW_WORDS
    return _without_verb(text[start:], words) if is_his and is_near else ""


def _starts(text: str, words: Vocabulary) -> list[int]:
    ifs = [one.start() for one in words.rungs.matches(text) if words.rungs.means(one, {"case"})]
    return [*ifs, *(span.start for span in spans_in(text, words) if _is_delay(span, text))]


def _is_delay(span: Span, text: str) -> bool:
    is_led = bool(span.leads & {Kind.AFTER, Kind.OVER})
    is_first = span.start == 0 and WIDE.search(text[span.start : span.end]) is not None
    return span.now or (is_wait(span) and (is_led or is_first))


def _without_verb(case: str, words: Vocabulary) -> str:
    """`nach 20 Minuten geweckt`, `20 分钟未响应时通知`: less the verb at the end."""
    found = [one for one in words.rungs.matches(case) if one.end() == len(case)]
    ends = [one.start() for one in found if words.rungs.means(one, VERBS) and one.start() > 0]
    return COMMA.split(case[: min(ends, default=len(case))])[0].strip(ENDS)
