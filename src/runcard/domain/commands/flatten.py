"""From a syntax tree to the programs it would start, whatever branch is taken."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from runcard.domain.commands.model import Feed, Flat, Leaf, Redirect, Variables, Word
from runcard.domain.commands.readers import own_files
from runcard.domain.commands.syntax import every, substitutions, word_of

Node = Mapping[str, Any]
DEEPEST = 40
PIPES = {"|", "|&"}
# Loops over these conditions end by themselves: they count, or read what is there.
COUNTED = {"-lt", "-le", "-gt", "-ge", "-ne", "-eq"}


@dataclass(slots=True)
class _Gathered:
    leaves: list[Leaf] = field(default_factory=list)
    functions: set[str] = field(default_factory=set)
    endless: str = ""
    too_deep: bool = False
    values: dict[str, Word] = field(default_factory=dict)


def flatten(tree: Node) -> Flat:
    """Every leaf in the order of the text. A loop or a branch counts as if it were taken."""
    found = _Gathered()
    _statements(tree.get("Stmts") or (), found, None, 0)
    leaves = tuple(_with_known_values(leaf, found.values) for leaf in found.leaves)
    return Flat(leaves, frozenset(found.functions), found.endless, found.too_deep)


def variables_of(tree: Node) -> Variables:
    """The variables a text reads and those it sets: assignments, loops, `read`."""
    read = [
        str((node.get("Param") or {}).get("Value", "")) for node in _expansions(tree.get("Stmts"))
    ]
    return Variables(tuple(read), frozenset(_assigned(tree)))


def _expansions(node: Any, depth: int = 0) -> Iterator[Node]:
    for found in every(node, {"ParamExp"}):
        yield found
        inner = [value for key, value in found.items() if key in {"Exp", "Repl", "Slice", "Index"}]
        if depth < DEEPEST:
            yield from _expansions(inner, depth + 1)


def _assigned(tree: Node) -> Iterator[str]:
    for node in every(tree.get("Stmts"), {"WordIter"}):
        yield str((node.get("Name") or {}).get("Value", ""))
    found = _Gathered()
    _statements(tree.get("Stmts") or (), found, None, 0)
    for leaf in found.leaves:
        yield from (name for name, _ in leaf.assigned)
        if leaf.name in {"read", "mapfile", "readarray", "getopts"}:
            yield from (word.text for word in leaf.words[1:])


def _statements(nodes: Sequence[Node], found: _Gathered, feed: Feed | None, depth: int) -> None:
    for node in nodes:
        _statement(node, found, feed, depth)


def _statement(node: Node, found: _Gathered, feed: Feed | None, depth: int) -> None:
    if depth > DEEPEST:
        found.too_deep = True
        return
    redirects = tuple(_redirect(redirect) for redirect in node.get("Redirs") or ())
    for redirect in node.get("Redirs") or ():
        _substituted(redirect, found, depth)
    feed = _fed_by(redirects) or feed
    command = node.get("Cmd")
    if command is None or command.get("Type") not in {"CallExpr", "DeclClause"}:
        if redirects:
            found.leaves.append(Leaf((), redirects=redirects))
        if command is not None:
            _compound(command, found, feed, depth)
        return
    _substituted(command, found, depth)
    leaf = _called(command) if command.get("Type") == "CallExpr" else _declared(command)
    found.leaves.append(replace(leaf, redirects=redirects, feed=feed))
    if not leaf.words:
        found.values |= {name: value for name, value in leaf.assigned if value.fixed}


def _substituted(node: Any, found: _Gathered, depth: int) -> None:
    """What runs inside the words runs too."""
    for inner in substitutions(node):
        _statements(inner.get("Stmts") or (), found, None, depth + 1)


def _called(command: Node) -> Leaf:
    words = tuple(word_of(word) for word in command.get("Args") or ())
    return Leaf(words, tuple(_assignments(command.get("Assigns") or ())))


def _declared(command: Node) -> Leaf:
    """`export A=1`, `local x`, `declare -r y`."""
    variant = str((command.get("Variant") or {}).get("Value", ""))
    arguments = command.get("Args") or ()
    return Leaf((Word(variant),), tuple(_assignments(arguments)))


def _assignments(nodes: Sequence[Node]) -> Iterator[tuple[str, Word]]:
    for node in nodes:
        name = (node.get("Name") or {}).get("Value")
        if name:
            yield str(name), word_of(node.get("Value"))


def _redirect(node: Node) -> Redirect:
    body = node.get("Hdoc")
    text = word_of(body).text if body is not None else None
    operator = str(node.get("Op", ""))
    target = word_of(node.get("Word"))
    return Redirect(operator, target, target.text if operator == "<<<" else text)


def _fed_by(redirects: Sequence[Redirect]) -> Feed | None:
    """The last redirect of the input decides what a program reads."""
    for redirect in reversed(redirects):
        if redirect.body is not None:
            return Feed(("here-document",), redirect.body)
        if redirect.operator in {"<", "<>"}:
            return Feed((redirect.target.text,))
    return None


def _compound(node: Node, found: _Gathered, feed: Feed | None, depth: int) -> None:
    match node.get("Type"):
        case "BinaryCmd" if node.get("Op") in PIPES:
            _pipe(node, found, feed, depth)
        case "BinaryCmd":
            _statement(node.get("X") or {}, found, feed, depth + 1)
            _statement(node.get("Y") or {}, found, feed, depth + 1)
        case "Subshell" | "Block":
            _statements(node.get("Stmts") or (), found, feed, depth + 1)
        case "FuncDecl":
            found.functions.add(str((node.get("Name") or {}).get("Value", "")))
            _statement(node.get("Body") or {}, found, None, depth + 1)
        case "WhileClause" | "ForClause" | "CaseClause" | "IfClause":
            _branch(node, found, depth)
        case _:
            _substituted({key: node[key] for key in node if key != "Stmt"}, found, depth)
            _statement(node.get("Stmt") or {}, found, feed, depth + 1)


def _branch(node: Node, found: _Gathered, depth: int) -> None:
    """A loop or a choice: what it decides by, and all its bodies."""
    found.endless = found.endless or _endless(node)
    for key in ("Cond", "Then", "Do"):
        _statements(node.get(key) or (), found, None, depth + 1)
    for item in node.get("Items") or ():
        _statements(item.get("Stmts") or (), found, None, depth + 1)
    _substituted([node.get("Loop"), node.get("Word")], found, depth)
    if node.get("Else"):
        _branch(node["Else"], found, depth + 1)


def _pipe(node: Node, found: _Gathered, feed: Feed | None, depth: int) -> None:
    before = len(found.leaves)
    _statement(node.get("X") or {}, found, feed, depth + 1)
    left = found.leaves[before:]
    names = tuple(leaf.name for leaf in left)
    read = tuple(file for leaf in left for file in own_files(leaf))
    _statement(node.get("Y") or {}, found, Feed(names, _said(left), read), depth + 1)


def _said(left: Sequence[Leaf]) -> str | None:
    """What echo, printf or a here-document to cat would pass on."""
    if len(left) != 1 or any(">" in redirect.operator for redirect in left[0].redirects):
        return None
    leaf = left[0]
    if leaf.name == "cat" and leaf.feed is not None and len(leaf.words) == 1:
        return leaf.feed.text
    if leaf.name not in {"echo", "printf"}:
        return None
    words = [word.text for word in leaf.words[1:] if word.text not in {"-e", "-n", "-ne", "-en"}]
    said = " ".join(words)
    return said.replace("\\n", "\n").replace("\\r", "") if words else None


def _endless(node: Node) -> str:
    """Why a loop has no end of its own; nothing for one that has."""
    kind = node.get("Type")
    loop = node.get("Loop") or {}
    if kind == "ForClause" and loop.get("Type") == "CStyleLoop":
        return "" if loop.get("Cond") else "a loop without an end"
    if kind != "WhileClause" or _leaves_the_loop(node.get("Do")):
        return ""
    names = [leaf.name for leaf in _simple(node.get("Cond") or ())]
    if any(name in {"read", "mapfile"} for name in names) or _counts(node.get("Cond") or ()):
        return ""
    return "waits in a loop without a deadline"


def _simple(nodes: Sequence[Node]) -> Iterator[Leaf]:
    for node in every(list(nodes), {"CallExpr"}):
        yield _called(node)


def _counts(condition: Sequence[Node]) -> bool:
    """`[ $i -lt 10 ]` or `(( i < 10 ))`."""
    if any(True for _ in every(list(condition), {"ArithmCmd"})):
        return True
    tests = list(every(list(condition), {"BinaryTest"}))
    if any(test.get("Op") in COUNTED for test in tests):
        return True
    words = {word.text for leaf in _simple(condition) for word in leaf.words}
    return bool(words & COUNTED)


def _leaves_the_loop(body: Any) -> bool:
    return any(leaf.name in {"break", "exit", "return"} for leaf in _simple(body or ()))


def _with_known_values(leaf: Leaf, values: Mapping[str, Word]) -> Leaf:
    """`cmd=rm; $cmd -rf x` is `rm -rf x`."""
    if not any(word.variable in values for word in leaf.words if word.variable):
        return leaf
    words: list[Word] = []
    for word in leaf.words:
        known = values.get(word.variable) if word.variable else None
        words += [word] if known is None else [Word(part) for part in known.text.split()]
    return replace(leaf, words=tuple(words))
