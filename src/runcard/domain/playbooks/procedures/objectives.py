"""By when a repaired thing must work again, and how much may be lost, in a runbook's own words."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from runcard.domain.playbooks.model import Text, TimeValue
from runcard.domain.playbooks.nouns.procedures import Objective
from runcard.domain.playbooks.page.blocks import Label, Outline, Paragraph, Section, label_of
from runcard.domain.playbooks.procedures.aims import (
    ALTERNATIVES,
    CASE,
    CLAUSE,
    FEW_SIGNS,
    LONGEST_AIM,
    REMARK,
    aimed,
)
from runcard.domain.playbooks.procedures.asked import unasked
from runcard.domain.playbooks.procedures.conditions import says_if
from runcard.domain.playbooks.procedures.promised_times import (
    line_of_time,
    promised_cases,
    promises,
    timed_clauses,
)
from runcard.domain.playbooks.procedures.properties import names_above_words, stated
from runcard.domain.playbooks.procedures.timed_cases import told_cases
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

LONGEST = 400


def labelled(page: Outline, section: Section, words: Vocabulary) -> Iterator[tuple[str, str, int]]:
    """Objective, value and line of everything in the runbook that a known label begins."""
    for under in page.under(section):
        for piece in stated(under):
            yield from objectives_in(piece, words)


def objectives_in(piece: Text, words: Vocabulary) -> Iterator[tuple[str, str, int]]:
    """`**RTO**: 10 min. **RPO**: 5 min.` states two."""
    for sentence in _labelled_sentences(_without_bold(piece.text), words):
        label = label_of(sentence) or _unmarked(plain(sentence), words)
        if label is None or not label.value:
            continue
        inner = _unmarked(plain(label.value), words)
        concept = _concept(label, words)
        if concept is None and inner is not None:
            label, concept = inner, _concept(inner, words)
        if concept is not None:
            yield concept, label.value, piece.line


def _without_bold(text: str) -> str:
    """`**RTO: 5 minutes**` as `RTO: 5 minutes`, which in bold from end to end has no label."""
    label = label_of(text)
    return plain(text) if label is not None and label.stands_alone else text


def _unmarked(text: str, words: Vocabulary) -> Label | None:
    """`RTO 30 minutes, RPO 5 minutes` without a colon: a time stands directly behind the word."""
    for found in words.objectives.matches(text)[:1]:
        rest = text[found.end() :].strip(" ~=≈<")
        spans = spans_in(rest, words)[:1]
        is_close = rest.rstrip(".") == "0" or any(span.start <= FEW_SIGNS for span in spans)
        if found.start() == 0 and is_close and found.group() in {"rto", "rpo"}:
            return Label(found.group(), rest, bold=False)
    return None


def _labelled_sentences(text: str, words: Vocabulary) -> list[str]:
    """`RTO: 5 minutes. RPO: 0.` is two; `5 Min. (restart)` is one; `。` ends each."""
    found: list[str] = []
    for sentence in sentences(text):
        label = label_of(sentence) or _unmarked(plain(sentence), words)
        known = label is not None and _concept(label, words) in {"rto", "rpo"}
        if known and found:
            found[-1] = found[-1].rstrip(".。")
            found.append(sentence.rstrip(".。"))
        elif found and not (sentence[:1].isupper() or found[-1].endswith("。")):
            found[-1] = f"{found[-1]} {sentence}"
        else:
            found.append(sentence)
    return found


def _first_words(name: str, words: Vocabulary) -> str | None:
    """`RTO (target)`, `Recovery Time Objective (RTO)`."""
    bare = re.sub(r"[()（）]", " ", name).strip()
    found = words.objectives.matches(bare)
    covered = sum(match.end() - match.start() for match in found)
    return words.objectives.find(bare) if 2 * covered >= max(1, len(bare)) else None


def _concept(label: Label, words: Vocabulary) -> str | None:
    named = words.objectives.exactly(label.name) or _first_words(label.name, words)
    return named if named not in {None, "lost", "no_loss"} else aimed(label, words)


def recovery_times(
    page: Outline, section: Section, words: Vocabulary
) -> tuple[tuple[Objective, ...], TimeValue | None]:
    """All RTOs with their cases, and the RPO."""
    pieces = [
        piece
        for under in page.under(section)
        for piece in (*stated(under), *_told_below(under, words))
    ]
    rto, rpo = times_in(pieces, words)
    rpo = rpo or next(_losses(page, section, words), None)
    return rto or tuple(_promised(page, section, words)), rpo


def _told_below(section: Section, words: Vocabulary) -> Iterator[Text]:
    """`**How long does it take?**`, as a line in bold or a heading, and below it the sentence that
    tells it."""
    for name, lines in names_above_words(section):
        if words.objectives.exactly(unasked(name)) in {"rto", "rpo"}:
            for said in islice(sentences_of(lines), 1):
                yield Text(f"{unasked(name)}: {said.text}"[:LONGEST], said.line)


def times_in(
    pieces: Iterable[Text], words: Vocabulary
) -> tuple[tuple[Objective, ...], TimeValue | None]:
    """The RTOs and the RPO that labelled pieces of text state."""
    rto: list[Objective] = []
    rpo: TimeValue | None = None
    for concept, value, line in (one for piece in pieces for one in objectives_in(piece, words)):
        told = told_cases(value, line, words) if concept == "rto" else ()
        rto.extend(told)
        for clause in CLAUSE.split(value) if not told else ():
            said = REMARK.split(clause.strip("* "), maxsplit=1)[0]
            if words.objectives.exactly(said) == "no_loss" and _is_of_loss(concept, clause):
                rpo = rpo or TimeValue(clause, line, 0)
            inner = _unmarked(clause.strip(), words)
            is_loss = words.objectives.speaks_of(clause, "lost") and bool(spans_in(clause, words))
            own = "rpo" if is_loss else _own_concept(clause, words)
            about = own or (inner.name if inner else concept)
            if about == "rpo":
                rpo = rpo or _time(clause, line, words)
            elif about == "rto":
                rto.extend(_cases(clause, line, words))
    return tuple(rto), rpo


def _is_of_loss(concept: str, clause: str) -> bool:
    """`RPO: none`; beside another time it takes more than one word: `no data loss`."""
    return concept == "rpo" or " " in clause.strip()


def _losses(page: Outline, section: Section, words: Vocabulary) -> Iterator[TimeValue]:
    """`Up to 15 minutes of orders can be lost`; not `if …`, which is no word on every case, but its
    parenthesis about the work: `If it stays cold, swap the kettle (at most 1 minute lost)`."""
    for under in page.under(section):
        for block in under.blocks:
            lines = block.lines if isinstance(block, Paragraph) else ()
            for sentence in sentences_of(lines):
                for said in _apart_from_the_case(plain(sentence.text)[:LONGEST], words):
                    line = line_of_time(said, sentence, lines, words)
                    yield from _bounded(_of_loss(said, words), line, words)
                    yield from _nothing(said, line, words)


def _apart_from_the_case(sentence: str, words: Vocabulary) -> list[str]:
    """What a sentence says of a loss; of one that begins with a case, the parentheses."""
    said = CASE.findall(sentence) if _is_in_case(sentence, words) else [sentence]
    return [one for one in said if _speaks_of_loss(one, words) and not _is_in_case(one, words)]


def _is_in_case(sentence: str, words: Vocabulary) -> bool:
    """`If …`; not `Se pierden …`, whose first word belongs to the verb."""
    lost = (one.start() == 0 and "lost" in words.objectives.phrases[one.group()]
            for one in words.objectives.matches(sentence))  # fmt: skip
    return says_if(sentence, words) and not any(lost)


def _of_loss(sentence: str, words: Vocabulary) -> str:
    """`Back within 2 hours, up to 5 minutes of orders are lost`: the clause about the loss."""
    said = (one for one in CLAUSE.split(sentence) if _speaks_of_loss(one, words))
    return next((one for one in said if spans_in(one, words)), sentence)


def _bounded(sentence: str, line: int, words: Vocabulary) -> Iterator[TimeValue]:
    """A time that is the most there can be, by its own words or by those for the loss in front of
    it: `the maximum loss is 15 minutes`."""
    named = [one.start() for one in words.objectives.matches(sentence)
             if "rpo" in words.objectives.phrases[one.group()]]  # fmt: skip
    for span in spans_in(sentence, words):
        is_most = (
            Kind.UNDER in span.leads
            or any(at < span.start for at in named)
            or _is_bound(sentence, span, words)
        )
        if is_most and not span.is_period:
            yield span.value(sentence, line)


def _is_bound(sentence: str, span: Span, words: Vocabulary) -> bool:
    """`The orders of the last 10 minutes are lost`, `In the worst case 10 minutes are lost`."""
    for one in words.lasting.matches(sentence):
        names = words.lasting.phrases[one.group()]
        is_close = one.start() < span.end and span.start <= one.end() + FEW_SIGNS
        if ("latest" in names and is_close) or ("worst" in names and one.start() < span.start):
            return True
    return False


def _speaks_of_loss(sentence: str, words: Vocabulary) -> bool:
    """A word of losing, or several that say that nothing is: `none` alone says nothing; a name for
    what may be lost, in front of a time."""
    if _own_concept(sentence, words) == "rpo":
        return True
    found = [(one.group(), words.objectives.phrases[one.group()])
             for one in words.objectives.matches(sentence)]  # fmt: skip
    return any("lost" in names or ("no_loss" in names and " " in said) for said, names in found)


def _nothing(sentence: str, line: int, words: Vocabulary) -> Iterator[TimeValue]:
    """`No orders are lost.`"""
    is_short = len(sentence) <= LONGEST_AIM
    if is_short and words.talk.speaks_of(sentence, "nothing") and not spans_in(sentence, words):
        yield TimeValue(sentence, line, 0)


def _own_concept(clause: str, words: Vocabulary) -> str | None:
    """The loss that a clause speaks of beside the time to recover: `RTO 1 h, RPO 0`."""
    concept = words.objectives.find(clause)
    is_timed = bool(spans_in(clause, words)) or _unmarked(clause, words) is not None
    return concept if concept == "rpo" and is_timed else None


def _time(text: str, line: int, words: Vocabulary) -> TimeValue | None:
    inner = _unmarked(text, words)
    said = inner.value if inner else text
    if REMARK.split(said.strip(" .*"), maxsplit=1)[0].strip() == "0":
        return TimeValue("0", line, 0)
    spans = [span for span in spans_in(text, words) if not span.is_period]
    return spans[0].value(text, line) if len(spans) == 1 else None


def _cases(clause: str, line: int, words: Vocabulary) -> Iterator[Objective]:
    """`5 minutes (restart) / 10 minutes (rollback)`: each time with its case."""
    for piece in ALTERNATIVES.split(clause):
        found = CASE.search(piece)
        case = found.group(1).strip() if found is not None else "any"
        time = _time(CASE.sub(" ", piece), line, words)
        if time is None and found is not None:
            # `Needs a new part (2 days)`: the figure stands behind what it is for.
            case, time = "any", _time(case, line, words)
        if time is None:
            continue
        whole = TimeValue(clause.strip(), line, time.seconds, time.min_seconds, time.calendar)
        yield Objective(whole, case)


def _promised(page: Outline, section: Section, words: Vocabulary) -> Iterator[Objective]:
    """`restore within 1 hour` in the line that states the severity, `It takes 20 minutes` in one
    that follows the work."""
    for block in (block for under in page.under(section) for block in under.blocks):
        lines = block.lines if isinstance(block, Paragraph) else ()
        for sentence in sentences_of(lines):
            said = plain(sentence.text)[:LONGEST]
            told = promised_cases(said, sentence.line, words)
            yield from told
            for clause in timed_clauses(said, words) if not told else ():
                if promises(clause, said, words):
                    line = line_of_time(clause, sentence, lines, words)
                    time = _time(clause, line, words)
                    yield from [Objective(time)] if time is not None else []


def impact_of(page: Outline, section: Section, words: Vocabulary) -> TimeValue | None:
    """How long users feel the work itself: an *Impact:* line that holds a time."""
    for concept, value, line in labelled(page, section, words):
        if concept == "impact":
            time = _time(value, line, words)
            if time is not None:
                return TimeValue(value, line, time.seconds, time.min_seconds, time.calendar)
    return None
