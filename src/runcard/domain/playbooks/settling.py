"""A playbook after its document's annotations: what they settle holds, whatever prose says."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from runcard.domain.people.names import fold_name
from runcard.domain.playbooks.annotations import Annotation, Subject, annotations_in
from runcard.domain.playbooks.levels.spellings import level_named, squeezed
from runcard.domain.playbooks.messages.cadences import GENERAL
from runcard.domain.playbooks.messages.fields import FIELDS
from runcard.domain.playbooks.model import (
    Cadence,
    CadencePlace,
    Meaning,
    Placeholder,
    Playbook,
    Severity,
    TimeValue,
)
from runcard.domain.playbooks.times.clauses import Clash
from runcard.domain.playbooks.times.grammar import read_time
from runcard.domain.playbooks.vocabulary import Vocabulary

MOST_ANNOTATIONS = 500
"""Each is held against the whole document; more than this is no document but an attack."""
AUDIENCES = ("public", "customers", "authority", "management", "staff", "internal")
MOMENTS = ("initial", "update", "resolution")
FOR_A_PERSON = "person"
"""The value of a blank that means no field: somebody fills it in."""
CONCEPTS = {
    Subject.RESPOND: "response",
    Subject.ACKNOWLEDGE: "acknowledge",
    Subject.RESOLVE: "resolution",
}


@dataclass(frozen=True, slots=True)
class Settled:
    """The playbook, and the annotations that could not be followed."""

    playbook: Playbook
    unclear: tuple[Annotation, ...] = ()


def settled(playbook: Playbook, words: Vocabulary) -> Settled:
    """Follow every annotation in the order of their lines; the later one wins."""
    unclear: list[Annotation] = []
    for at, said in enumerate(annotations_in(playbook.lines, playbook.fences)):
        after = None
        if said.subject is not None and at < MOST_ANNOTATIONS:
            after = SETTLERS[said.subject](playbook, said, words)
        if after is None:
            unclear.append(said)
        else:
            playbook = after
    return Settled(playbook, tuple(unclear))


def as_judged(playbook: Playbook) -> Playbook:
    """As a linter sees it: a blank that is said to be for a person is no open question."""
    said = {
        one.of
        for one in annotations_in(playbook.lines, playbook.fences)
        if one.subject is Subject.PLACEHOLDER and one.value == FOR_A_PERSON
    }
    templates = tuple(
        replace(one, placeholders=tuple(two for two in one.placeholders if two.token not in said))
        for one in playbook.templates
    )
    return replace(playbook, templates=templates) if said else playbook


def still_clashing(playbook: Playbook, clashes: Sequence[Clash]) -> tuple[Clash, ...]:
    """Contradictions that no annotation has settled."""
    said = {
        (squeezed(one.of), CONCEPTS[one.subject])
        for one in annotations_in(playbook.lines, playbook.fences)
        if one.subject in CONCEPTS
    }
    return tuple(one for one in clashes if (squeezed(one.key), one.concept) not in said)


def _order(playbook: Playbook, said: Annotation, _: Vocabulary) -> Playbook | None:
    asked = [squeezed(key) for key in said.value.split(",")]
    known = {squeezed(level.key): level for level in playbook.severities}
    if sorted(asked) != sorted(known):
        return None
    return replace(playbook, severities=tuple(known[key] for key in asked))


def _time(playbook: Playbook, said: Annotation, words: Vocabulary) -> Playbook | None:
    level, time = _level(playbook, said.of), read_time(said.value, said.line, words)
    if level is None or time is None or said.subject not in CONCEPTS:
        return None
    match CONCEPTS[said.subject]:
        case "response":
            new = replace(level, response=time)
        case "acknowledge":
            new = replace(level, acknowledge=time)
        case _:
            new = replace(level, resolution=time)
    return _with_level(playbook, level, new)


def _level(playbook: Playbook, key: str) -> Severity | None:
    known = {squeezed(one): one for level in playbook.severities for one in _keys(level)}
    return level_named(playbook.severities, known.get(squeezed(key)))


def _keys(level: Severity) -> tuple[str, ...]:
    return (level.key, *level.joined_keys)


def _with_level(playbook: Playbook, old: Severity, new: Severity) -> Playbook:
    levels = tuple(new if one is old else one for one in playbook.severities)
    return replace(playbook, severities=levels)


def _cadence(playbook: Playbook, said: Annotation, words: Vocabulary) -> Playbook | None:
    """The one statement about this level; others are about its other levels only."""
    level, time = _level(playbook, said.of), read_time(said.value, said.line, words)
    if level is None or time is None:
        return None
    others = list(_without(playbook.cadences, level))
    mine = Cadence(time, level.key, (level.key,), CadencePlace.LEVEL)
    cadences = tuple(sorted([*others, mine], key=lambda one: one.every.line))
    return _with_level(replace(playbook, cadences=cadences), level, replace(level, cadence=time))


def _without(cadences: Sequence[Cadence], level: Severity) -> Iterator[Cadence]:
    for one in cadences:
        keys = tuple(key for key in one.keys if key != level.key)
        if one.place not in GENERAL or keys == one.keys:
            yield one
        elif keys:
            yield replace(one, keys=keys)


def _external(playbook: Playbook, said: Annotation, words: Vocabulary) -> Playbook | None:
    level, time = _level(playbook, said.of), read_time(said.value, said.line, words)
    if level is None or time is None:
        return None
    return _with_level(playbook, level, replace(level, cadence_external=time))


def _chain(playbook: Playbook, said: Annotation, _: Vocabulary) -> Playbook | None:
    """The chain under this heading is the one that is meant, and it is in order."""
    meant = [one for one in playbook.chains if fold_name(one.title) == fold_name(said.value)]
    if not meant:
        return None
    first = replace(meant[0], ordered=True)
    rest = tuple(one for one in playbook.chains if one is not meant[0])
    return replace(playbook, chains=(first, *rest))


def _audience(playbook: Playbook, said: Annotation, _: Vocabulary) -> Playbook | None:
    if said.value not in AUDIENCES or not _titled(playbook, said.of):
        return None
    templates = tuple(
        replace(one, audience=said.value) if fold_name(one.title) == fold_name(said.of) else one
        for one in playbook.templates
    )
    return replace(playbook, templates=templates)


def _moment(playbook: Playbook, said: Annotation, _: Vocabulary) -> Playbook | None:
    if said.value not in MOMENTS or not _titled(playbook, said.of):
        return None
    templates = tuple(
        replace(one, moment=said.value) if fold_name(one.title) == fold_name(said.of) else one
        for one in playbook.templates
    )
    return replace(playbook, templates=templates)


def _titled(playbook: Playbook, title: str) -> bool:
    return any(fold_name(one.title) == fold_name(title) for one in playbook.templates)


def _zone(playbook: Playbook, said: Annotation, _: Vocabulary) -> Playbook | None:
    if playbook.hours is None:
        return None
    return replace(playbook, hours=replace(playbook.hours, timezone=said.value))


def _monitoring(playbook: Playbook, said: Annotation, words: Vocabulary) -> Playbook | None:
    time: TimeValue | None = read_time(said.value, said.line, words)
    if time is None or not time.seconds:
        return None
    return replace(playbook, monitoring=time)


def _placeholder(playbook: Playbook, said: Annotation, _: Vocabulary) -> Playbook | None:
    if not _has_token(playbook, said.of) or said.value not in {*FIELDS, FOR_A_PERSON}:
        return None
    if said.value == FOR_A_PERSON:
        return playbook
    review = playbook.review
    form = review.template
    templates = tuple(
        replace(one, placeholders=_asking(one.placeholders, said)) for one in playbook.templates
    )
    if form is not None:
        form = replace(form, placeholders=_asking(form.placeholders, said))
    return replace(playbook, templates=templates, review=replace(review, template=form))


def _asking(blanks: Sequence[Placeholder], said: Annotation) -> tuple[Placeholder, ...]:
    return tuple(replace(one, field=said.value) if one.token == said.of else one for one in blanks)


def _has_token(playbook: Playbook, token: str) -> bool:
    form = playbook.review.template
    blanks = [one for template in playbook.templates for one in template.placeholders]
    blanks += [] if form is None else form.placeholders
    return any(one.token == token for one in blanks)


def _phase(playbook: Playbook, said: Annotation, _: Vocabulary) -> Playbook | None:
    known = {one.value: one for one in Meaning}
    is_there = any(fold_name(one.title) == fold_name(said.of) for one in playbook.phases)
    if said.value not in known or not is_there:
        return None
    meanings = frozenset({known[said.value]})
    phases = tuple(
        replace(one, meanings=meanings) if fold_name(one.title) == fold_name(said.of) else one
        for one in playbook.phases
    )
    return replace(playbook, phases=phases)


Settler = Callable[[Playbook, Annotation, Vocabulary], Playbook | None]
SETTLERS: dict[Subject, Settler] = {
    Subject.SEVERITY_ORDER: _order,
    Subject.RESPOND: _time,
    Subject.ACKNOWLEDGE: _time,
    Subject.RESOLVE: _time,
    Subject.CADENCE: _cadence,
    Subject.EXTERNAL_CADENCE: _external,
    Subject.CHAIN: _chain,
    Subject.AUDIENCE: _audience,
    Subject.MOMENT: _moment,
    Subject.ZONE: _zone,
    Subject.MONITORING: _monitoring,
    Subject.PLACEHOLDER: _placeholder,
    Subject.PHASE: _phase,
}
