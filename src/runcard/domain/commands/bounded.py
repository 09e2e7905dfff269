"""The form of a command that ends by itself and asks nothing, and what else its rule advises."""

from collections.abc import Iterator
from dataclasses import fields, replace

from runcard.domain.commands.call import best_rule, read_call
from runcard.domain.commands.classify import Bench
from runcard.domain.commands.flatten import flatten
from runcard.domain.commands.model import Hints, Leaf
from runcard.domain.commands.parameters import marked
from runcard.domain.commands.ports import Tree
from runcard.domain.commands.unwrap import Words, pieces

DEEPEST = 4


def hints_for(text: str, bench: Bench) -> Hints:
    """The advice of the first rule that has any, by kind, over all leaves and their insides."""
    parsed = bench.parse(marked(text).text)
    if not isinstance(parsed, Tree):
        return Hints()
    found = Hints()
    for leaf in flatten(parsed.root).leaves:
        for hints in _of_leaf(leaf, bench, 0):
            found = _filled(found, hints)
    return found


def _filled(first: Hints, second: Hints) -> Hints:
    missing = {
        field.name: getattr(second, field.name)
        for field in fields(Hints)
        if not getattr(first, field.name)
    }
    return replace(first, **missing)


def _of_leaf(leaf: Leaf, bench: Bench, depth: int) -> Iterator[Hints]:
    second = leaf.words[1].text if len(leaf.words) > 1 else ""
    tool, used = bench.tables.find(leaf.name, second)
    if tool is None or depth > DEEPEST:
        return
    call = read_call(tool, leaf.words[used:])
    rule, length = best_rule(tool, call)
    if rule is None:
        return
    yield rule.hints
    for inner in rule.inner:
        for piece in pieces(inner, replace(call, verb_length=length), leaf.feed):
            if isinstance(piece, Words):
                yield from _of_leaf(Leaf(piece.words, feed=piece.feed), bench, depth + 1)
