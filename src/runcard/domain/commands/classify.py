"""Command → risk with reasons: the leaves of its tree against the tables; the worst decides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from runcard.domain.commands.call import read_call
from runcard.domain.commands.code import risk_of_code
from runcard.domain.commands.devices import is_part_of_a_pattern
from runcard.domain.commands.flatten import flatten
from runcard.domain.commands.model import Effect, Flat, Leaf, Reason, Risk, Word
from runcard.domain.commands.named import is_script, last_part, unknown_program
from runcard.domain.commands.origins import all_at_once, from_neighbours
from runcard.domain.commands.pace import Paced
from runcard.domain.commands.places import risk_of_redirects
from runcard.domain.commands.ports import Parsed, ShellParser, Tree
from runcard.domain.commands.powershell import is_cmdlet, is_powershell, powershell_leaves
from runcard.domain.commands.redis import console_leaves
from runcard.domain.commands.rulebook import Outcome, Tables, Tool
from runcard.domain.commands.rules import applied, joined
from runcard.domain.commands.spelling import PYTHON, is_typed_at_python
from runcard.domain.commands.sql import risk_of_sql
from runcard.domain.commands.tool_call import Description, Nested, described
from runcard.domain.commands.unparsed import naive_leaves
from runcard.domain.commands.unwrap import Piece, Text, Words

DEEPEST = 6
MOST_BEFORE = 12
SCRIPTS_OF_SERVICES = ("/etc/init.d/", "/etc/rc.d/", "/usr/local/etc/rc.d/")
VARIABLE = Outcome(
    Effect.MUTATING, flags=frozenset({"opaque"}), why="a variable decides which program runs"
)
TOO_DEEP = Outcome(
    Effect.MUTATING, flags=frozenset({"opaque"}), why="too deeply nested to be followed"
)
SESSION = Outcome(
    Effect.MUTATING, flags=frozenset({"session"}), why="sets a variable of this shell"
)
HOOKED = Outcome(
    Effect.MUTATING, flags=frozenset({"opaque"}), why="a variable decides what the program runs"
)
REDEFINED = Outcome(
    Effect.MUTATING, flags=frozenset({"opaque"}), why="a function takes the name of a program"
)


@dataclass(frozen=True, slots=True)
class Bench:
    """What a judgement needs: the tables, and somebody who reads shell."""

    tables: Tables
    parser: ShellParser

    def parse(self, text: str) -> Parsed:
        """One text."""
        return self.parser.parse_all([text])[0]

    def of_a_page(self) -> "Bench":
        """A bench for one page, of which no more is read than can be read soon."""
        return Bench(self.tables, Paced(self.parser))


def risk_of(text: str, language: str, bench: Bench) -> Risk:
    """What a text does. The language is a name of ours: shell, powershell, sql, redis …"""
    return _risk_of_text(Text(language or language_of(text, bench.tables), text), bench, 0)


def language_of(text: str, tables: Tables) -> str:
    """PowerShell, SQL and what is typed at the prompt of a database or of Python are told by how
    they begin; all else is shell."""
    if is_powershell(text):
        return "powershell"
    return "sql" if tables.sql.starts.match(text) else _typed_at_a_prompt(text, tables) or "shell"


def _typed_at_a_prompt(text: str, tables: Tables) -> str | None:
    """`db.orders.find()`: no shell, whatever the fence says."""
    if is_typed_at_python(text):
        return PYTHON
    known = tables.languages.items()
    return next(
        (f"code:{name}" for name, one in known if one.starts and one.starts.match(text)), None
    )


def _risk_of_text(piece: Text, bench: Bench, depth: int) -> Risk:
    if depth > DEEPEST:
        return applied(Risk(), TOO_DEEP, piece.text[:60])
    if piece.form == "sql":
        return risk_of_sql(piece.text, bench.tables.sql)
    if piece.form == "powershell":
        calls = list(powershell_leaves(piece.text))
        risks = [_risk_of_leaf(leaf, bench, depth) for leaf in calls]
        return joined([*risks, *all_at_once([_by_its_manager(c) for c in calls], bench.tables)])
    kind, _, name = piece.form.partition(":")
    if kind == "table":
        leaves = console_leaves(name, piece.text)
        return joined(_risk_of_leaf(leaf, bench, depth) for leaf in leaves)
    if kind == "code" and name in bench.tables.languages:
        return risk_of_code(piece.text, bench.tables.languages[name])
    if typed := _typed_at_a_prompt(piece.text, bench.tables):
        return _risk_of_text(Text(typed, piece.text), bench, depth + 1)
    return _risk_of_shell(piece.text, bench, depth)


def _risk_of_shell(text: str, bench: Bench, depth: int) -> Risk:
    parsed = bench.parse(text)
    if isinstance(parsed, Tree):
        return risk_of_flat(flatten(parsed.root), bench, depth)
    why = f"no shell can read it: {parsed.why}" if parsed.tried else parsed.why
    broken = Outcome(Effect.MUTATING, flags=frozenset({"opaque"}), why=why)
    seen = list(naive_leaves(text)) if parsed.tried else []
    risks = [_risk_of_leaf(leaf, bench, depth) for leaf in seen]
    return applied(joined([*risks, *all_at_once(seen, bench.tables)]), broken, text[:60])


def risk_of_flat(flat: Flat, bench: Bench, depth: int) -> Risk:
    """The join of all leaves, and of what only their neighbourhood tells."""
    risks = [
        _risk_of_known_name(leaf, flat, bench) or _risk_of_leaf(leaf, bench, depth)
        for leaf in flat.leaves
    ]
    risks += from_neighbours(flat, bench.tables)
    whole = joined(risks)
    if flat.too_deep:
        whole = applied(whole, TOO_DEEP, "")
    if flat.endless:
        whole = applied(whole, Outcome(bounded=False, why=flat.endless), "loop")
    return whole


def _risk_of_known_name(leaf: Leaf, flat: Flat, bench: Bench) -> Risk | None:
    """The call of a function of the text; its body is judged where it stands."""
    if is_part_of_a_pattern(leaf, bench.tables):
        return Risk()
    if leaf.name not in flat.functions:
        return None
    tool, _ = bench.tables.find(leaf.name, "")
    taken = tool is not None or leaf.name in bench.tables.unnamed
    return applied(Risk(), REDEFINED, leaf.name) if taken else Risk()


def _risk_of_leaf(leaf: Leaf, bench: Bench, depth: int) -> Risk:
    """A leaf: the files it writes, the variables it sets, the program it starts."""
    parts = [risk_of_redirects(leaf, bench.tables.places)]
    parts += [_risk_of_assigning(name, value, leaf, bench.tables) for name, value in leaf.assigned]
    if leaf.words:
        parts.append(_risk_of_program(leaf, bench, depth))
    return joined(parts)


def _risk_of_assigning(name: str, value: Word, leaf: Leaf, tables: Tables) -> Risk:
    if tables.hooks.match(name):
        harmless = tables.harmless.get(name)
        if harmless is None or not harmless.match(value.text):
            return applied(Risk(), HOOKED, f"{name}={value.text}"[:60])
        return Risk()
    return Risk() if leaf.words else applied(Risk(), SESSION, name)


def _risk_of_program(leaf: Leaf, bench: Bench, depth: int) -> Risk:
    first = leaf.words[0]
    if not first.fixed:
        return applied(Risk(tools=()), VARIABLE, leaf.text)
    leaf = _named_at_once(_by_its_manager(leaf), bench.tables)
    tool, used = _tool_of(leaf, bench.tables)
    if tool is None:
        return _unknown(leaf, bench, depth)
    found = described(Description(tool, leaf, used), bench.tables, _nested(bench, depth))
    return replace(found, tools=_named(found.tools, tool, bench.tables))


def _unknown(leaf: Leaf, bench: Bench, depth: int) -> Risk:
    """A program nobody knows may start another that stands among its words: the worse decides."""
    own = unknown_program(leaf, bench.tables.words)
    inside = _started_inside(leaf, bench.tables)
    if inside is None:
        return own
    found = _nested(bench, depth)(inside)
    return joined([own, found]) if found.effect > own.effect else own


def _started_inside(leaf: Leaf, tables: Tables) -> Piece | None:
    """The words behind `--`, or from the first that names a program; or a statement in quotes."""
    for at, word in enumerate(leaf.words[1:MOST_BEFORE], 1):
        first = word.text.split(maxsplit=1)
        if len(first) > 1 and (
            _names_a_program(first[0], tables) or tables.sql.starts.match(word.text)
        ):
            return Text(language_of(word.text, tables), word.text)
        if word.text == "--" or _names_a_program(word.text, tables):
            rest = leaf.words[at + (word.text == "--") :]
            return Words(rest, leaf.feed) if rest else None
    return None


def _names_a_program(text: str, tables: Tables) -> bool:
    name = last_part(text)
    return name in tables.tools and name not in tables.everyday | tables.unnamed


def _by_its_manager(leaf: Leaf) -> Leaf:
    """A cmdlet is a verb of PowerShell; `/etc/init.d/nginx restart` is a verb of service."""
    first = leaf.words[0].text
    if is_cmdlet(first):
        return replace(leaf, words=(Word("powershell:"), *leaf.words))
    if first.startswith(SCRIPTS_OF_SERVICES):
        name = Word(last_part(first))
        return replace(leaf, words=(Word("service"), name, *leaf.words[1:]))
    return leaf


def _named(tools: Sequence[str], tool: Tool, tables: Tables) -> tuple[str, ...]:
    inner = [name for name in tools if name not in tables.unnamed]
    own = () if tool.shown in tables.unnamed or tool.shown.endswith(":") else (tool.shown,)
    return tuple(dict.fromkeys([*own, *inner]))


def _named_at_once(leaf: Leaf, tables: Tables) -> Leaf:
    """`docker -H ssh://pier compose ps`: flags of the first word between two that name a tool."""
    name = last_part(leaf.name)
    if not any(word.text.startswith("-") for word in leaf.words[1:2]):
        return leaf
    tool = tables.tools.get(name)
    if tool is None or tool.stops:
        return leaf
    call = read_call(tool, leaf.words[1:])
    if not call.places or f"{name} {call.plain[0].text}" not in tables.tools:
        return leaf
    told = {flag.at for flag in call.flags if flag.name not in tool.value_flags | tool.switches}
    strange = (word for at, word in enumerate(call.words[: call.places[0]]) if at in told)
    rest = call.words[call.places[0] + 1 :]
    return replace(leaf, words=(leaf.words[0], call.plain[0], *strange, *rest))


def _tool_of(leaf: Leaf, tables: Tables) -> tuple[Tool | None, int]:
    """By the last part of a path in the system; a script of one's own has no table."""
    first = leaf.words[0]
    if is_script(first) and tables.tools.get(last_part(first.text)) is None:
        return None, 0
    second = leaf.words[1].text if len(leaf.words) > 1 else ""
    if first.text.startswith("/") and first.text in tables.tools:  # `/ip`: a menu of a device
        return tables.tools[first.text], 1
    name = first.text.rpartition("\\")[2] if ":\\" in first.text else first.text
    if name.startswith(("./", "../", "~/")) and not _is_a_distribution(name):
        return None, 0
    return tables.find(last_part(name), second)


def _is_a_distribution(path: str) -> bool:
    """Kafka, Hadoop and others are run from their folder: `./bin/kafka-topics.sh`."""
    return "/bin/" in path or path.startswith("./bin/") or path.endswith(("w", "artisan"))


def _nested(bench: Bench, depth: int) -> Nested:
    def judge(piece: Piece) -> Risk:
        if isinstance(piece, Words):
            if depth > DEEPEST:
                return applied(Risk(), TOO_DEEP, "")
            return risk_of_flat(Flat((Leaf(piece.words, feed=piece.feed),)), bench, depth + 1)
        return _risk_of_text(piece, bench, depth + 1)

    return judge


def reasons_of(risk: Risk) -> Iterable[Reason]:
    """The reasons that decided come first."""
    return sorted(risk.reasons, key=lambda reason: -reason.effect)
