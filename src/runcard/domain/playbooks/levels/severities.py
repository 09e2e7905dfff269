"""Severities with everything the document says beside them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from runcard.domain.playbooks.levels.called_names import names_in
from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup, Statement
from runcard.domain.playbooks.levels.notices import without_addressees
from runcard.domain.playbooks.levels.promised_heads import promises_of
from runcard.domain.playbooks.levels.statements import statements_of
from runcard.domain.playbooks.model import Severity, Text, TimeValue
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.times.clauses import (
    COMMA,
    TIMES,
    Clash,
    Promised,
    Unread,
    concepts_of,
    only_period,
    read_promises,
    says_nothing,
    told_apart,
)
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

BARE = ("response",)
LISTED = {"examples", "escalation", "definition"}


@dataclass(frozen=True, slots=True)
class Understood:
    """A level and what could not be read beside it."""

    level: Severity
    unread: tuple[Unread, ...] = ()
    reviews: tuple[Text, ...] = ()


@dataclass
class _Draft:
    """A level while it is being put together; the first word on a matter stands."""

    times: dict[str, TimeValue] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)
    examples: list[Text] = field(default_factory=list)
    escalation: list[Text] = field(default_factory=list)
    reviews: list[Text] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def levels_of(group: LevelGroup, words: Vocabulary) -> tuple[Understood, ...]:
    """The levels of the group that defines them, in order."""
    return tuple(_level(entry, group, words) for entry in group.entries)


def _level(entry: LevelEntry, group: LevelGroup, words: Vocabulary) -> Understood:
    draft = _Draft()
    _understand_labelled_remark(draft, entry, words)
    told = without_addressees([*statements_of(entry, group, words)], entry, words)
    for statement in told:
        _understand(draft, statement, words)
    _understand_remark(draft, entry, words)
    _understand_bare_times(draft, told, words)
    head = entry.head
    named = draft.texts.get("name")
    level = Severity(
        head.key,
        head.name or (named.text if named else None),
        entry.line,
        definition=draft.texts.get("definition"),
        examples=tuple(draft.examples),
        escalation=tuple({one.text: one for one in reversed(draft.escalation)}.values())[::-1],
        communication=draft.texts.get("communication"),
        action=draft.texts.get("action"),
        joined_keys=head.joined,
    )
    return Understood(with_times(level, draft.times), tuple(draft.unread), tuple(draft.reviews))


def with_times(level: Severity, times: Mapping[str, TimeValue]) -> Severity:
    """The level with the times it does not have yet; of two different ones, the stricter."""
    return replace(
        level,
        response=stricter(level.response, times.get("response")),
        acknowledge=stricter(level.acknowledge, times.get("acknowledge")),
        resolution=stricter(level.resolution, times.get("resolution")),
        cadence=level.cadence or times.get("cadence"),
        cadence_external=level.cadence_external or times.get("cadence_external"),
    )


def stricter(first: TimeValue | None, second: TimeValue | None) -> TimeValue | None:
    """The shorter of two numbers; else the first that is there."""
    if first is None or second is None:
        return first or second
    if not first.seconds or not second.seconds:
        return first
    return second if second.seconds < first.seconds else first


def clashes_with(level: Severity, times: Mapping[str, TimeValue]) -> Iterator[Clash]:
    """Where another place gives the level a different number for the same promise."""
    own = {
        "response": level.response,
        "acknowledge": level.acknowledge,
        "resolution": level.resolution,
    }
    for concept, mine in own.items():
        other = times.get(concept)
        if mine and other and mine.seconds and other.seconds and mine.seconds != other.seconds:
            first_is_kept = mine.seconds < other.seconds
            kept, loose = (mine, other) if first_is_kept else (other, mine)
            yield Clash(level.key, concept, kept, loose)


def _understand(draft: _Draft, statement: Statement, words: Vocabulary) -> None:
    if not statement.text:
        return
    concepts = statement.concepts
    if concepts and concepts[0] in TIMES:
        _understand_times(draft, statement, words)
    elif concepts == ("communication",):
        _understand_communication(draft, statement, words)
    elif statement.bullet and (not concepts or concepts[0] in LISTED):
        _understand_bullet(draft, statement)
    else:
        _understand_text(draft, statement, words)


def _understand_times(draft: _Draft, statement: Statement, words: Vocabulary) -> None:
    for clause in read_promises(statement.text, statement.line, statement.concepts, words):
        if isinstance(clause, Promised):
            draft.times.setdefault(clause.concept, clause.time)
        else:
            draft.unread.append(clause)


def _understand_communication(draft: _Draft, statement: Statement, words: Vocabulary) -> None:
    """`Communication: every 25 minutes` is a cadence; anything else is what to tell whom."""
    if says_nothing(statement.text, words):
        return
    if periods := told_apart(statement.text, statement.line, words):
        draft.times = {period.concept: period.time for period in periods} | draft.times
        return
    spans = spans_in(statement.text, words)
    period = only_period(spans)
    if period is not None and period is spans[0] and period.start == 0:
        # `daily in the ticket`, `every hour to the board`: where and to whom are no matter of ours.
        value = period.value(statement.text, statement.line)
        draft.times.setdefault("cadence", value)
        return
    draft.texts.setdefault("communication", Text(statement.text, statement.line))
    if period is not None:
        # `kitchen and guests; hourly until stable`: whom, and how often.
        draft.times.setdefault("cadence", period.value(statement.text, statement.line))


def _understand_bullet(draft: _Draft, statement: Statement) -> None:
    text = Text(statement.text, statement.line, statement.end_line)
    if statement.concepts == ("escalation",):
        draft.escalation.append(text)
    else:
        draft.examples.append(text)


def _understand_text(draft: _Draft, statement: Statement, words: Vocabulary) -> None:
    text = Text(statement.text, statement.line, statement.end_line or statement.line)
    match statement.concepts:
        case ("escalation",):
            draft.escalation.extend(names_in(statement.text, statement.line, words))
        case ("examples",):
            draft.examples.append(text)
        case ("review",):
            draft.reviews.append(text)
        case ("name",):
            draft.texts.setdefault("name", text)
        case ("action",):
            draft.texts.setdefault("action", Text(statement.text, statement.line))
        case ("definition",):
            draft.texts.setdefault("definition", text)
        case () if not draft.examples:
            draft.texts.setdefault("definition", text)
        case _:
            pass


def _understand_labelled_remark(draft: _Draft, entry: LevelEntry, words: Vocabulary) -> None:
    """`Critical (P0) - Response time: 15 minutes`: a head that names its promise goes first."""
    label = label_of(entry.head.remark or "")
    concepts = concepts_of(label.name, words) if label else ()
    if label is not None and concepts and concepts[0] in TIMES:
        _understand_times(draft, Statement(concepts, label.value, entry.line), words)


def _understand_remark(draft: _Draft, entry: LevelEntry, words: Vocabulary) -> None:
    """`(< 15 minutes)` or `(Window: < 30 min)` behind a name; labelled lines came first."""
    remark = entry.head.remark
    if remark is None:
        return
    label = label_of(remark)
    if label is None:
        for concept, said in promises_of(remark, words):
            _understand_promise(draft, said, (entry.line, concept), words)
        return
    concepts = concepts_of(label.name, words)
    for clause in read_promises(label.value, entry.line, concepts or BARE, words):
        if isinstance(clause, Promised):
            draft.times.setdefault(clause.concept, clause.time)


def _understand_promise(
    draft: _Draft, said: str, place: tuple[int, str], words: Vocabulary
) -> None:
    line, concept = place
    for clause in read_promises(said, line, (concept,), words):
        if isinstance(clause, Promised):
            draft.times.setdefault(clause.concept, clause.time)
        elif (time := _only_time(said, line, words)) is not None:
            draft.times.setdefault(clause.concept, time)


def _understand_bare_times(draft: _Draft, told: Sequence[Statement], words: Vocabulary) -> None:
    """`Timeline: 72 hours` where `Response: tell the guests` is what is done: a time and nothing
    else, below a word for times."""
    for statement in told if not draft.times else ():
        label = None if statement.concepts else label_of(statement.text)
        about = words.columns.phrases.get(folded(label.name), ()) if label else ()
        if label is not None and "when" in about and spans_in(label.value, words):
            _understand_times(draft, replace(statement, text=label.value, concepts=BARE), words)


def _only_time(value: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`on-call, within 30 minutes`: the only part that is a time, beside others that are none."""
    times = [read_time(part, line, words) for part in COMMA.split(value)]
    told = [time for time in times if time is not None]
    return told[0] if len(told) == 1 else None
