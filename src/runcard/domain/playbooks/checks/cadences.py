"""How often people are told: nowhere, only in a message, or differently in two places."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from runcard.domain.playbooks.checks import beside_rhythms, hints
from runcard.domain.playbooks.checks.people import is_plan
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.messages.cadences import statements_for
from runcard.domain.playbooks.model import (
    Cadence,
    CadencePlace,
    Finding,
    Playbook,
    Severity,
    Template,
    TimeValue,
)
from runcard.domain.playbooks.page.blocks import tables
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in

OF_LEVELS = {CadencePlace.LEVEL, CadencePlace.TEXT}
ELSEWHERE = {CadencePlace.MESSAGE, CadencePlace.WAR_ROOM, CadencePlace.RUNBOOK}
# A longer line of a war room tells who speaks to whom, and is no rhythm of updates.
LABELLED = 45
FIRST_WORD = re.compile(r"[^\W\d_]+")
OUTSIDE = {"public", "customers", "authority"}
STATUS_PAGE = re.compile(r"://(?:www\.)?status[.-]")
CHANNEL = re.compile(r"(?<!\w)#[a-z][\w-]{2,}|https?://|[\w.+-]+@[\w-]+\.\w+")


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the rhythm and the moment of updates."""
    timed = [one for one in playbook.cadences if one.every.seconds]
    yield from _missing(playbook, timed, facts)
    yield from _clashing_levels(playbook, facts)
    yield from _clashing_places(playbook, timed, facts)
    yield from _loose_beside_sure(playbook, timed, facts)
    yield from _no_channel(playbook, facts)


def _missing(playbook: Playbook, timed: Sequence[Cadence], facts: Facts) -> Iterator[Finding]:
    worst = playbook.severities[0] if playbook.severities else None
    if (
        not timed
        and (is_plan(playbook) or playbook.templates)
        and not hints.speaks_of_updates(facts)
    ):
        yield facts.finding("RC201", playbook.severity_line or playbook.title_line or 1)
    if not timed:
        return
    if worst is None or worst.cadence is not None:
        return
    elsewhere = [one for one in timed if one.place in ELSEWHERE]
    is_alone = beside_rhythms.is_the_only_one(timed[0], len(timed), facts)
    if len(elsewhere) == len(timed) and is_alone:
        yield facts.finding("RC204", elsewhere[0].every.line, f"“{elsewhere[0].every.text}”")
    others = any(level.cadence is not None for level in playbook.severities[1:])
    named = worst.key in {key for one in timed for key in one.keys}
    if others and not named and not _has_period(worst, facts) and len(elsewhere) < len(timed):
        yield facts.finding("RC202", worst.line, worst.key)


def _has_period(level: Severity, facts: Facts) -> bool:
    """Its own line holds a rhythm, even if nobody could read what it is for."""
    return any(span.is_period for span in spans_in(facts.page.lines[level.line - 1], facts.words))


def _clashing_levels(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    for level in playbook.severities:
        said = [
            one
            for one in statements_for(playbook.cadences, level)
            if not beside_rhythms.is_of_another(one, level, playbook, facts)
        ]
        if _clash(said, facts) and not beside_rhythms.are_for_two_audiences(said, facts):
            texts = "; ".join(f"“{one.every.text}” in line {one.every.line}" for one in said)
            yield facts.finding("RC203", said[0].every.line, f"{level.key}: {texts}")


def _clash(said: Sequence[Cadence], facts: Facts) -> bool:
    """Two that differ, unless one is for people outside and the other for those inside."""
    if len({one.every.seconds for one in said}) < 2:
        return False
    told = [(_side(one.every, facts), one.every.seconds) for one in said]
    return any(
        len({wait for side, wait in told if side is not other}) > 1 for other in (True, False)
    )


def _side(every: TimeValue, facts: Facts) -> bool | None:
    """Whether outsiders are told, by the head of its column or by its own sentence."""
    heads = [
        table.head.cells[at]
        for table in tables(facts.section_of(every.line))
        for row in table.rows
        if row.line == every.line
        for at, cell in enumerate(row.cells[: len(table.head.cells)])
        if every.text in cell
    ]
    line = facts.page.lines[every.line - 1]
    own = next((text for text in sentences(line) if every.text in text), line)
    said = heads[-1] if heads else own
    if not heads and STATUS_PAGE.search(said):
        return True
    audience = facts.words.audiences.find(said)
    return None if audience is None else audience in OUTSIDE


def _clashing_places(
    playbook: Playbook, timed: Sequence[Cadence], facts: Facts
) -> Iterator[Finding]:
    """A message or a war room that promises another rhythm than the levels it is used for."""
    own = {level.key: tuple(_rhythms(level, timed)) for level in playbook.severities}
    own = {key: every for key, every in own.items() if every}
    general = [one.every for one in timed if one.place in OF_LEVELS]
    inside = {line: t for t in playbook.templates for line in _lines_of(t)}
    for one in timed:
        spoken = one.place in ELSEWHERE or (one.every.line in inside and not one.keys)
        if not spoken or one.place is CadencePlace.RUNBOOK or not (own or general):
            continue
        line = facts.page.lines[one.every.line - 1]
        if one.place is CadencePlace.WAR_ROOM and len(line) > LABELLED:
            continue
        if beside_rhythms.keeps_it_too(one.every, own.values(), facts) or _is_introduced(
            inside.get(one.every.line), one, facts
        ):
            continue
        if beside_rhythms.are_for_others(inside.get(one.every.line), timed, facts):
            continue
        offered = _offered(inside.get(one.every.line), playbook, facts)
        other = _broken(one, own, offered) if own else _unmet(one, general)
        if other is not None:
            about = f"“{one.every.text}” here, “{other.text}” in line {other.line}"
            yield facts.finding("RC205", one.every.line, about)


def _is_introduced(template: Template | None, one: Cadence, facts: Facts) -> bool:
    """`To management (hourly):` above the message sets its own rhythm."""
    if template is None:
        return False
    spans = spans_in(facts.introduction(template.text_line), facts.words)
    return any(span.seconds == one.every.seconds for span in spans)


def _rhythms(level: Severity, timed: Sequence[Cadence]) -> Iterator[TimeValue]:
    """How often a level is told of, inside and outside."""
    if level.cadence is not None and level.cadence.seconds:
        yield level.cadence
    for one in timed:
        if one.place is CadencePlace.EXTERNAL and level.key in one.keys:
            yield one.every


def _offered(template: Template | None, playbook: Playbook, facts: Facts) -> tuple[str, ...]:
    """The levels among which a message lets its writer choose."""
    for text in template.text.splitlines() if template is not None else ():
        keys = keys_in(text, playbook.severities, facts.words) if set("|/") & set(text) else ()
        if len(keys) > 1:
            return tuple(keys)
    return ()


def _broken(
    one: Cadence, own: Mapping[str, Sequence[TimeValue]], offered: Sequence[str]
) -> TimeValue | None:
    """A rhythm that a level has and that this one is not: of those it names or offers, or the
    worst."""
    worst = next(iter(own))
    for key in (*one.keys, *offered) or (worst,):
        known = own.get(key, ())
        if known and not _keeps(one.every, known):
            return known[0]
    return None


def _unmet(one: Cadence, general: Sequence[TimeValue]) -> TimeValue | None:
    return None if _keeps(one.every, general) else general[0]


def _keeps(said: TimeValue, promised: Sequence[TimeValue]) -> bool:
    """It is one of these, or lies within one: 20 minutes where every 20 to 40 were promised."""
    wait = said.seconds or 0
    return any(
        (one.min_seconds or one.seconds or 0) <= wait <= (one.seconds or 0) for one in promised
    )


def _lines_of(template: Template) -> range:
    return range(template.text_line, template.text_line + template.text.count("\n") + 1)


def _levels_of(said: Said, playbook: Playbook, facts: Facts) -> tuple[str, ...]:
    """The levels a line is about: those it names, or the one that its chapter is called after."""
    places = (facts.page.lines[said.line - 1], said.section.title)
    found = (tuple(keys_in(text, playbook.severities, facts.words)) for text in places)
    return next((keys for keys in found if keys), ())


def _loose_beside_sure(
    playbook: Playbook, timed: Sequence[Cadence], facts: Facts
) -> Iterator[Finding]:
    """`Regular updates` in one place, a figure in another."""
    drilled = {drill.every.line for drill in playbook.drills}
    for said in facts.said_of("prose"):
        word = facts.word("prose", "loose_rhythm", said.text)
        if word is None or said.line in drilled or not _tells_people(word, said, facts):
            continue
        if facts.speaks("steps", said.section.title) & {"principles"}:
            continue
        if _heads_its_figures(said, facts):
            continue
        named = _levels_of(said, playbook, facts)
        own = facts.words.audiences.find(said.text)
        same = [
            one
            for one in timed
            if (not (named and one.keys) or set(named) & set(one.keys))
            and not _are_two_sides(own, facts.words.audiences.find(_line(one, facts)))
        ]
        if same:
            about = f"“{word}” here, “{same[0].every.text}” in line {same[0].every.line}"
            yield facts.marked(facts.finding("RC206", said.line, about), word)
        elif not timed:
            yield facts.marked(facts.finding("RC207", said.line, f"“{word}”"), word)


def _heads_its_figures(said: Said, facts: Facts) -> bool:
    """`Regular updates:` above a list that tells how often."""
    if not said.text.rstrip(" *_").endswith((":", "：")):
        return False
    after = (one for one in facts.said_in(said.section) if one.line > said.line)
    listed = takewhile(lambda one: one.kind == "item", after)
    return any(span.is_period for one in listed for span in spans_in(one.text, facts.words))


def _line(one: Cadence, facts: Facts) -> str:
    return facts.page.lines[one.every.line - 1]


def _are_two_sides(one: str | None, other: str | None) -> bool:
    """One is for people outside, the other for those inside."""
    return None not in {one, other} and (one in OUTSIDE) is not (other in OUTSIDE)


def _tells_people(word: str, said: Said, facts: Facts) -> bool:
    """`Copies are tested regularly` promises nobody news, nor does `this page is renewed often`,
    `update the runbooks regularly` or `nobody needs regular updates`; neither is a figure beside it
    loose."""
    before = said.text[: said.text.lower().find(word)].rpartition(".")[2]
    if "denied" in facts.speaks("prose", before):
        return False
    if facts.speaks("ageing", said.text) & {"this_page", "kept_current"}:
        return False
    timed = any(span.seconds for span in spans_in(said.text, facts.words))
    spoken = facts.speaks("prose", word) | facts.speaks("prose", said.text)
    return not timed and "news" in spoken


def _no_channel(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Messages are written down and no place to post them is named."""
    if not playbook.templates:
        return
    where = any(
        CHANNEL.search(line) or facts.speaks("people", line) & {"channel"}
        for line in facts.page.lines
    )
    spoken = (
        f"{role.name} {' '.join(duty.text for duty in role.duties)}" for role in playbook.roles
    )
    sender = any(facts.speaks("people", words) & {"speaks"} for words in spoken)
    addressed = any(
        facts.speaks("people", f"{facts.titles(facts.section_of(one.line))} | {one.title}")
        & {"addressed"}
        or _begins_with_to(facts.section_of(one.line).title, facts)
        or _is_ordered_above(one, facts)
        for one in playbook.templates
    )
    if not (where or sender or addressed):
        yield facts.finding("RC211", playbook.templates[0].line)


def _is_ordered_above(template: Template, facts: Facts) -> bool:
    """`Notify the growers when …:` says above the text whom it is for."""
    return any(
        said.line < template.text_line and facts.speaks("people", said.text) & {"ring"}
        for said in facts.said_in(facts.section_of(template.line))
    )


def _begins_with_to(title: str, facts: Facts) -> bool:
    """`7.1 To wards and theatres` says whom the message is for."""
    first = FIRST_WORD.search(title)
    return first is not None and bool(facts.speaks("people", first.group()) & {"first_to"})
