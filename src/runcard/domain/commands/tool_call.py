"""A call against the table of its tool: its verb, its conditions, what stands inside it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from runcard.domain.commands.call import Call, best_rule, read_call
from runcard.domain.commands.doubt import LeftOpen, doubted
from runcard.domain.commands.model import Effect, Evidence, Feed, Leaf, Risk
from runcard.domain.commands.named import GONE, by_verb, risk_by_name, takes_away
from runcard.domain.commands.places import is_restored, risk_of_writing
from runcard.domain.commands.rulebook import Inner, Outcome, Rule, Tables, Tool, When, Words
from runcard.domain.commands.rules import applied, joined
from runcard.domain.commands.unwrap import Piece, Text, pieces

Nested = Callable[[Piece], Risk]
REPLACED = Outcome(Effect.MUTATING, why="puts another file in the place of the one it reads")
RESTORED = Outcome(
    Effect.DESTRUCTIVE,
    Evidence.DESTROYS,
    flags=frozenset({"irreversible"}),
    why="a restore overwrites what is there",
)
HELP = Outcome(Effect.READ_ONLY, lowers=True, why="prints its help")
VERSION = Outcome(Effect.READ_ONLY, lowers=True, why="prints its version")
LONGEST_WORD = 8_000
# `--dry-run=false` asks for no dry run.
NO = {"false", "no", "none", "0", "off", "$false", "f", "n"}
SHORT = 2


@dataclass(frozen=True, slots=True)
class Description:
    """A leaf whose program has a table; `used` words are its name."""

    tool: Tool
    leaf: Leaf
    used: int


@dataclass(frozen=True, slots=True)
class _Known:
    """A call with the rule that fits it best."""

    tool: Tool
    call: Call
    rule: Rule | None
    feed: Feed | None
    subject: str


def described(what: Description, tables: Tables, nested: Nested) -> Risk:
    """What the table says about the call; every rule may only make it worse, but for dry runs."""
    known = _known(what)
    outcome, known = _of_the_verb(known, tables)
    found = [piece for inner in _inner(known) for piece in pieces(inner, known.call, known.feed)]
    own = applied(Risk(tools=(what.tool.shown,)), outcome, known.subject)
    insides = [_by_name(piece, tables) or nested(piece) for piece in found]
    risk = joined([own, *insides, *_written(known, tables), *_copied(known, tables)])
    met = _outcomes_met(known, tables.words, has_inner=bool(found))
    for said in met:
        risk = applied(risk, said, known.subject)
    if outcome.bounded is True:
        risk = replace(risk, bounded=True)
    if not any(said.lowers for said in met):
        risk = doubted(risk, LeftOpen(known.tool, known.call, known.rule, known.subject), tables)
    return _asked_for_help(risk, known, has_inner=bool(found))


def _known(what: Description) -> _Known:
    call = read_call(what.tool, what.leaf.words[what.used :])
    rule, length = best_rule(what.tool, call)
    return _Known(
        what.tool, replace(call, verb_length=length), rule, what.leaf.feed, what.leaf.text
    )


def _of_the_verb(known: _Known, tables: Tables) -> tuple[Outcome, _Known]:
    """The rule's own words; else what the name of the verb says; else the tool's fallback."""
    if known.tool.by_name and not known.call.verb_length and known.call.places:
        outcome, length = by_verb(known.call, known.tool, tables.words)
        return outcome, replace(known, call=replace(known.call, verb_length=length))
    if known.rule is None:
        return (GONE if takes_away(known.call, tables.words) else known.tool.fallback), known
    return known.rule.outcome, known


def _by_name(piece: Piece, tables: Tables) -> Risk | None:
    """`make deploy`, `npm run build`: targets nobody has seen."""
    if not isinstance(piece, Text) or piece.form != "named":
        return None
    return risk_by_name(piece.text.split(), tables.words, piece.text[:60])


def _inner(known: _Known) -> tuple[Inner, ...]:
    return known.rule.inner if known.rule is not None else ()


def _outcomes_met(known: _Known, words: Words, *, has_inner: bool) -> list[Outcome]:
    """What the conditions say that hold: those of the verb about its own flags, then the tool's.

    `-f` before the verb of docker-compose names a file; behind it, it follows a log.
    """
    call, feed = known.call, known.feed
    verb = call.places[0] if call.verb_length and call.places else -1
    values = known.tool.value_flags
    own = replace(call, flags=tuple(f for f in call.flags if f.at > verb or f.name not in values))
    whens = [(when, own) for when in (known.rule.whens if known.rule else ())]
    whens += [(when, call) for when in known.tool.whens]
    return [
        when.outcome
        for when, seen in whens
        if holds(when, _as_read(when, seen, known.tool), feed, has_inner=has_inner)
        if not (when.outcome.lowers and _proves_too_little(when, known, words))
    ]


def _as_read(when: When, call: Call, tool: Tool) -> Call:
    """A flag cut short or set to `false` may make a call worse, never better."""
    if not when.outcome.lowers:
        return call.told_in_full(tool.known)
    if when.value is not None:
        return call
    return replace(call, flags=tuple(f for f in call.flags if (f.value or "").lower() not in NO))


def _proves_too_little(when: When, known: _Known, words: Words) -> bool:
    """`snapper -v delete 5`: a letter for all verbs does not make a list of what is deleted."""
    rule, call = known.rule, known.call
    if not when.has or call.verb_length or (rule is not None and when not in rule.whens):
        return False
    if any(len(name) > SHORT for name in when.has & call.names):
        return False
    return any(word.text in words.destroys for word in call.plain[:2])


def holds(when: When, call: Call, feed: Feed | None, *, has_inner: bool) -> bool:
    """Whether every part of the condition is met."""
    return (
        _flags_hold(when, call)
        and _words_hold(when, call)
        and when.piped in {None, feed is not None}
        and (when.fed is None or (feed is not None and _any(when.fed, list(feed.producers))))
        and when.inner in {None, has_inner}
        and when.dashes in {None, call.dashes is not None}
    )


def _flags_hold(when: When, call: Call) -> bool:
    names = call.names
    if when.has and not when.has & names:
        return False
    if when.lacks and when.lacks & names:
        return False
    if when.together and not when.together & names:
        return False
    if when.bare and not when.bare & call.bare:
        return False
    return when.value is None or _any(when.value, call.values(when.has))


def _words_hold(when: When, call: Call) -> bool:
    objects = [word.text for word in call.objects]
    if len(objects) < when.min_words or (
        when.max_words is not None and len(objects) > when.max_words
    ):
        return False
    if when.word is not None and not _any(when.word, objects):
        return False
    if when.last is not None and not _any(when.last, objects[-1:]):
        return False
    return when.no_word is None or not _any(when.no_word, objects)


def _any(pattern: re.Pattern[str], texts: list[str]) -> bool:
    return any(pattern.search(text[:LONGEST_WORD]) for text in texts)


def _written(known: _Known, tables: Tables) -> Iterator[Risk]:
    """Files that the call is told to write, by a flag or by being named."""
    rule = known.rule
    if rule is None:
        return
    paths = known.call.values(rule.writes)
    if rule.writes_words:
        paths += [word.text for word in known.call.objects]
    said = known.feed.text if known.feed is not None else None
    for path in paths:
        if path != "-":
            yield risk_of_writing(path, tables.places, said=said)
        if rule.writes and path in {word.text for word in known.call.objects}:
            yield applied(Risk(), REPLACED, path)


def _copied(known: _Known, tables: Tables) -> Iterator[Risk]:
    """A backup put over the data that is in use."""
    copies = known.rule.copies if known.rule is not None else None
    if copies is None or copies.keeps & known.call.names:
        return
    words = [*known.call.values(copies.sources), *(word.text for word in known.call.objects)]
    named = known.call.values(copies.into)
    target = named[-1] if named else "".join(words[-1:])
    if is_restored([word for word in words if word != target], target, tables.places):
        yield applied(Risk(), RESTORED, target)


def _asked_for_help(risk: Risk, known: _Known, *, has_inner: bool) -> Risk:
    """`--help` anywhere, `--version` alone; not where they belong to another command inside."""
    if has_inner or known.tool.stops:
        return risk
    if "--help" in known.call.bare:
        return applied(risk, HELP, known.subject)
    if "--version" in known.call.names and not known.call.places:
        return applied(risk, VERSION, known.subject)
    return risk
