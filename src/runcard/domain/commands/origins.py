"""Code that was made, fetched or decoded a moment ago and is then run."""

from collections.abc import Iterator, Sequence

from runcard.domain.commands.model import Effect, Flat, Leaf, Risk
from runcard.domain.commands.named import last_part, risk_by_name
from runcard.domain.commands.rulebook import Outcome, Tables
from runcard.domain.commands.rules import applied

FETCHED = Outcome(
    Effect.DESTRUCTIVE,
    flags=frozenset({"remote_code", "opaque", "irreversible", "egress"}),
    why="runs code that it has just fetched",
)
HIDDEN = Outcome(
    Effect.DESTRUCTIVE,
    flags=frozenset({"opaque", "irreversible"}),
    why="runs code that is hidden in another form",
)
MADE = Outcome(
    Effect.DESTRUCTIVE,
    flags=frozenset({"opaque", "irreversible", "nested"}),
    why="its output is run, and it speaks of taking something away",
)


def from_neighbours(flat: Flat, tables: Tables) -> Iterator[Risk]:
    """Code that comes from a download, a decoder or a maker of commands, into an interpreter."""
    starting = [leaf for leaf in flat.leaves if _starts_code(leaf, tables)]
    if not starting:
        return
    names = {last_part(leaf.name) for leaf in flat.leaves}
    makers = {last_part(leaf.name) for leaf in flat.leaves if _takes_away(leaf, tables)}
    for leaf in starting:
        fed = {last_part(name) for name in (leaf.feed.producers if leaf.feed else ())}
        if any("$(…)" in text for text in [*fed, *(word.text for word in leaf.words)]):
            fed |= names
        unread = leaf.feed is not None and leaf.feed.text is None
        if fed & tables.downloaders:
            yield applied(Risk(), FETCHED, leaf.text)
        elif fed & tables.decoders:
            yield applied(Risk(), HIDDEN, leaf.text)
        elif unread and fed & makers:
            yield applied(Risk(), MADE, leaf.text)


def _takes_away(leaf: Leaf, tables: Tables) -> bool:
    return risk_by_name([leaf.text], tables.words, "").effect is Effect.DESTRUCTIVE


def all_at_once(leaves: Sequence[Leaf], tables: Tables) -> Iterator[Risk]:
    """A download and an interpreter in a text whose pipes and brackets cannot be told apart."""
    names = {last_part(leaf.name).lower() for leaf in leaves}
    names |= {leaf.words[1].text.lower() for leaf in leaves if leaf.name == "powershell:"}
    if names & tables.interpreters and names & {name.lower() for name in tables.downloaders}:
        yield applied(Risk(), FETCHED, "")


def _starts_code(leaf: Leaf, tables: Tables) -> bool:
    """An interpreter without a program of its own, or words that a command has yet to make. A dot
    is `source` only where a command begins: `jq .` reads."""
    if leaf.words and leaf.words[0].text.startswith("$(…)"):
        return True
    if last_part(leaf.name) in tables.filters:
        return False
    texts = [word.text for at, word in enumerate(leaf.words[:4]) if at == 0 or word.text != "."]
    started = {*texts, *(last_part(text) for text in texts)}
    return bool(started & tables.interpreters) and not _has_its_program(leaf, tables)


def _has_its_program(leaf: Leaf, tables: Tables) -> bool:
    """`python -m json.tool` reads data, not code; but a program that is itself fetched counts."""
    words = [word.text for word in leaf.words]
    given = tables.programs_given.get(last_part(leaf.name), frozenset())
    return bool(given.intersection(words[1:])) and not any("$(…)" in word for word in words)
