"""A verb or a query asks permission before it does anything else, or says that it is for all."""

import ast
from collections.abc import Iterator
from typing import TypeGuard

from tests.architecture.house import (
    Function,
    House,
    Module,
    Rule,
    body_after_docstring,
    called_name,
)
from tests.architecture.sound_house import BrokenWall, Changed

VERBS = {"actions", "queries"}
HANDED = {"work", "tx", "house"}
MEMORY_TYPES = {"Work", "Connection", "House", "Database"}
GUARDS = {"require", "open_to_everyone"}
KERNEL = "runcard.kernel.permission"


def permission_comes_first(house: House) -> list[str]:
    return [
        f"{module.at(verb)} {verb.name} must begin with require(...) or be @open_to_everyone"
        for module in verb_files(house)
        for verb in verbs(module)
        if not asks_first(verb) and not is_open(verb)
    ]


def a_verb_is_a_plain_function(house: House) -> list[str]:
    """A name bound to a call or a lambda would be a verb that no reader of the tree can see."""
    return [
        f"{module.at(statement)} hides a verb in a value; write a function"
        for module in verb_files(house)
        for statement in module.tree.body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        if isinstance(statement.value, ast.Lambda) or called_name_of(statement) == "partial"
    ]


def guards_are_the_kernels_own(house: House) -> list[str]:
    return [
        f"{place} brings a guard of its own; import it from {KERNEL}"
        for module in verb_files(house)
        for place, name in bound_elsewhere(module)
        if name in GUARDS
    ]


def verb_files(house: House) -> Iterator[Module]:
    """actions.py, queries.py, and every file of a folder of that name."""
    for module in house.rooms():
        if module.floor == 3 and module.parts[1] in VERBS:
            yield module


def verbs(module: Module) -> Iterator[Function]:
    """Public functions and methods that can reach memory; a pure one has nothing to guard."""
    memory = names_of_memory(module)
    members = [*module.tree.body, *(m for c in module.every(ast.ClassDef) for m in c.body)]
    for member in members:
        if is_public(member) and reaches_memory(member, memory):
            yield member


def is_public(node: ast.stmt) -> TypeGuard[Function]:
    return isinstance(node, Function) and not node.name.startswith("_")


def reaches_memory(function: Function, memory: set[str]) -> bool:
    """It is handed a transaction, by name or by type, or it mentions a store."""
    taken = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    is_handed = any(argument.arg in HANDED for argument in taken)
    return is_handed or bool(mentioned(function) & (MEMORY_TYPES | memory))


def mentioned(function: Function) -> set[str]:
    """Names in the function, and types that its signature quotes."""
    nodes = list(ast.walk(function))
    quoted = {str(node.value) for node in nodes if isinstance(node, ast.Constant)}
    return quoted & MEMORY_TYPES | {node.id for node in nodes if isinstance(node, ast.Name)}


def names_of_memory(module: Module) -> set[str]:
    """What the file calls the stores it imports, and the things it takes out of them."""
    taken = {
        alias.asname or alias.name
        for node in module.every(ast.ImportFrom)
        for alias in node.names
        if "store" in {alias.name, (node.module or "").split(".")[-1]}
    }
    plain = [alias for node in module.every(ast.Import) for alias in node.names]
    return taken | {a.asname or "runcard" for a in plain if a.name.endswith(".store")}


def asks_first(function: Function) -> bool:
    match body_after_docstring(function):
        case [ast.Expr(value=ast.Call() as call), *_]:
            return called_name(call) == "require"
        case _:
            return False


def is_open(function: Function) -> bool:
    return any(called_name(mark) == "open_to_everyone" for mark in function.decorator_list)


def called_name_of(statement: ast.Assign | ast.AnnAssign) -> str:
    return called_name(statement.value) if isinstance(statement.value, ast.Call) else ""


def bound_elsewhere(module: Module) -> Iterator[tuple[str, str]]:
    """Names the file defines, or takes from elsewhere than the kernel, or under another name."""
    for function in module.functions():
        yield module.at(function), function.name
    for name in module.every(ast.Name):
        if isinstance(name.ctx, ast.Store):
            yield module.at(name), name.id
    for node in module.every(ast.ImportFrom):
        for alias in node.names:
            if node.module != KERNEL or alias.name != (alias.asname or alias.name):
                yield module.at(alias), alias.asname or alias.name


RULES: tuple[Rule, ...] = (
    permission_comes_first,
    a_verb_is_a_plain_function,
    guards_are_the_kernels_own,
)
ACTIONS = "domain/paging/actions.py"
FIRST = permission_comes_first
WALLS = (
    BrokenWall("a verb asks nobody", FIRST,
               {ACTIONS: "def ask(work: Work) -> None:\n    store.ask(work)\n"},
               "paging/actions.py:3 ask must begin with require"),
    BrokenWall("a verb asks too late", FIRST,
               {ACTIONS: "def ask(work):\n    page = load(work)\n    require(work.actor, P)\n"},
               "actions.py:3 ask must begin"),
    BrokenWall("a verb asks only sometimes", FIRST,
               {ACTIONS: "def ask(work, p):\n    if p:\n        require(work.actor, P)\n"},
               "actions.py:3 ask must begin"),
    BrokenWall("a verb uses may and forgets the answer", FIRST,
               {ACTIONS: "def ask(work):\n    may(work.actor, P)\n"}, "actions.py:3 ask must"),
    BrokenWall("a verb has only a docstring", FIRST,
               {ACTIONS: 'def ask(work):\n    """Ask."""\n'}, "actions.py:3 ask must begin"),
    BrokenWall("a coroutine asks nobody", FIRST,
               {ACTIONS: "async def ask(work):\n    ...\n"}, "actions.py:3 ask must begin"),
    BrokenWall("a verb calls its work something else and asks nobody", FIRST,
               {ACTIONS: "def ask(page_id, w: 'Work'):\n    ...\n"}, "actions.py:3 ask must"),
    BrokenWall("a verb is handed a bare connection and asks nobody", FIRST,
               {ACTIONS: "def ask(*, c: Connection | None):\n    ...\n"}, ":3 ask must"),
    BrokenWall("a verb goes to a store without a work", FIRST,
               {ACTIONS: "from runcard.domain.paging import store\n\n\n"
                         "def ask(page_id):\n    store.ask(page_id)\n"}, ":6 ask must"),
    BrokenWall("a verb goes to a ledger under another name", FIRST,
               {ACTIONS: "from runcard.ledgers.agenda import store as agenda\n\n\n"
                         "def ask(page_id):\n    agenda.arm(page_id)\n"}, ":6 ask must"),
    BrokenWall("a verb bears another mark", FIRST,
               {ACTIONS: "@retried\ndef ask(work):\n    ...\n"}, "ask must begin"),
    BrokenWall("a query asks nobody", FIRST,
               {"domain/paging/queries.py": "def log(work):\n    ...\n"}, "queries.py:3 log must"),
    BrokenWall("a ledger's query asks nobody", FIRST,
               {"ledgers/timeline/queries.py": "def story(work):\n    ...\n"}, "story must begin"),
    BrokenWall("a verb in a folder of verbs asks nobody", FIRST,
               {"domain/incidents/actions/resolve.py": "def resolve(work):\n    ...\n"},
               "actions/resolve.py:3 resolve must begin"),
    BrokenWall("a method takes a work and asks nobody", FIRST,
               {ACTIONS: "class Pager:\n    def ask(self, work):\n        ...\n"}, ":4 ask must"),
    BrokenWall("a verb is a lambda", a_verb_is_a_plain_function,
               {ACTIONS: "ask = lambda work: work\n"}, "actions.py:3 hides a verb"),
    BrokenWall("a verb is a partial", a_verb_is_a_plain_function,
               {ACTIONS: "ask = functools.partial(store.ask, 1)\n"}, "actions.py:3 hides a verb"),
    BrokenWall("a room writes a require of its own", guards_are_the_kernels_own,
               {ACTIONS: "def require(*ignored):\n    ...\n"}, "actions.py:3 brings a guard"),
    BrokenWall("a room assigns a require of its own", guards_are_the_kernels_own,
               {ACTIONS: "require = print\n"}, "actions.py:3 brings a guard"),
    BrokenWall("a room takes a guard from elsewhere", guards_are_the_kernels_own,
               {ACTIONS: "from runcard.domain.paging.rules import require\n"}, "brings a guard"),
    BrokenWall("a room calls something else require", guards_are_the_kernels_own,
               {ACTIONS: f"from {KERNEL} import may as require\n"}, "actions.py:3 brings a guard"),
)  # fmt: skip


def test_private_functions_and_views_need_no_permission(changed: Changed) -> None:
    text = "def _row(work):\n    ...\n\n\nclass View:\n    def age(self, now):\n        ...\n"
    assert FIRST(changed({ACTIONS: text})) == []


def test_a_pure_function_beside_the_verbs_needs_no_permission(changed: Changed) -> None:
    text = "def page_key(incident: Incident) -> str:\n    return f'{incident.id}'\n"
    assert FIRST(changed({ACTIONS: text})) == []


def test_permission_may_be_asked_by_its_whole_name(changed: Changed) -> None:
    text = "def ask(work):\n    permission.require(work.actor, P)\n"
    assert FIRST(changed({ACTIONS: text})) == []
