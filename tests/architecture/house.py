"""Reads a source tree the way the plan sees it: files, their floors, and what they import."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path, PurePosixPath
from typing import TypeVar

Parts = tuple[str, ...]
Node = TypeVar("Node", bound=ast.AST)
Function = ast.FunctionDef | ast.AsyncFunctionDef

SRC = "src/runcard/"
READ = ("src/runcard/**/*.py", "tests/**/*.py", "docs/reference/**/*.md")
GROUPS = {"ledgers", "domain", "interfaces"}
LEDGERS = {"agenda", "timeline"}
DOORS = {"api", "web", "chat", "mcp", "cli"}
FLOOR = {
    "kernel": 0, "db": 2, "flows": 4, "adapters": 4, "engine": 5,
    "api": 6, "web": 6, "chat": 6, "mcp": 6,
    "app": 7, "settings": 7, "testing": 7, "cli": 8, "__main__": 8,
}  # fmt: skip
# Kept apart from FLOOR, or a room's file called engine.py would be let upstairs by its name.
ROOM_FLOOR = {"model": 1, "rules": 1, "ports": 1, "store": 2, "queries": 3, "actions": 3}


@dataclass(frozen=True)
class Import:
    """One imported file, named below its group: domain/paging/rules.py is (paging, rules)."""

    name: Parts
    full: Parts
    line: int

    def __str__(self) -> str:
        return ".".join(self.name)


@dataclass(frozen=True)
class Module:
    """One file, parsed once; its nodes are sorted by type because every rule asks for a few."""

    path: PurePosixPath
    place: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return parsed(self.text, self.place)[0]

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def parts(self) -> Parts:
        """Below src/runcard, without groups: ("paging", "rules"), ("api", "alerts")."""
        return ungrouped(tuple(self.place.removesuffix(".py").split("/")))

    @cached_property
    def floor(self) -> int:
        return floor(self.parts)

    def every(self, kind: type[Node]) -> Iterator[Node]:
        """All nodes of exactly this type, at any depth."""
        for node in parsed(self.text, self.place)[1].get(kind, []):
            assert isinstance(node, kind)
            yield node

    def functions(self) -> Iterator[Function]:
        yield from self.every(ast.FunctionDef)
        yield from self.every(ast.AsyncFunctionDef)

    def at(self, node: ast.stmt | ast.expr | ast.alias | ast.excepthandler | ast.arg) -> str:
        return f"{self.place}:{node.lineno}"

    def __str__(self) -> str:
        return ".".join(self.parts)


@dataclass(frozen=True)
class House:
    """A whole project under one root; it may be laid over another, less some of its files."""

    root: Path
    under: "House | None" = None
    without: frozenset[str] = frozenset()

    @cached_property
    def texts(self) -> dict[str, str]:
        """Sources, tests and reference pages by their path from the root."""
        below = self.under.texts if self.under else {}
        kept = {name: text for name, text in below.items() if name not in self.without}
        return kept | {
            path.relative_to(self.root).as_posix(): path.read_text(encoding="utf-8")
            for pattern in READ
            for path in sorted(self.root.glob(pattern))
        }

    @cached_property
    def folders(self) -> set[PurePosixPath]:
        return {folder for name in self.texts for folder in PurePosixPath(name).parents}

    @cached_property
    def files(self) -> tuple[Module, ...]:
        """Every file of the package, signs included."""
        return tuple(self._modules(SRC))

    @cached_property
    def modules(self) -> tuple[Module, ...]:
        return tuple(file for file in self.files if file.path.name != "__init__.py")

    @cached_property
    def signs(self) -> tuple[Module, ...]:
        return tuple(file for file in self.files if file.path.name == "__init__.py")

    @cached_property
    def tests(self) -> tuple[Module, ...]:
        return tuple(self._modules("tests/"))

    @cached_property
    def _imports(self) -> dict[str, tuple[Import, ...]]:
        return {file.place: tuple(dict.fromkeys(self._read_imports(file))) for file in self.files}

    def imports(self, module: Module) -> tuple[Import, ...]:
        """What the file takes from this house, hidden imports included."""
        return self._imports[module.place]

    def rooms(self) -> Iterator[Module]:
        """The files of the rooms and the ledgers."""
        yield from (module for module in self.modules if is_room(module.parts))

    def is_file(self, full: Parts) -> bool:
        return f"src/{'/'.join(full)}.py" in self.texts

    def is_folder(self, full: Parts) -> bool:
        return PurePosixPath("src", *full) in self.folders

    def holds(self, source: str) -> bool:
        """Whether there is such a file or folder below src/runcard."""
        parts = ("runcard", *source.split("/"))
        return self.is_file(parts) or self.is_folder(parts)

    def _modules(self, top: str) -> Iterator[Module]:
        for name, text in sorted(self.texts.items()):
            if name.startswith(top) and name.endswith(".py"):
                yield Module(PurePosixPath(name), name.removeprefix(SRC), text)

    def _read_imports(self, module: Module) -> Iterator[Import]:
        for line, full in [*plain_imports(module), *self._from_imports(module)]:
            if full[0] == "runcard" and len(full) > 1:
                yield Import(ungrouped(full[1:]), full, line)

    def _from_imports(self, module: Module) -> Iterator[tuple[int, Parts]]:
        """`from runcard.x import y` is an import of x/y.py when there is such a file or folder."""
        for node in module.every(ast.ImportFrom):
            base = tuple((node.module or "").split("."))
            for alias in node.names:
                whole = (*base, alias.name)
                deep = base[0] == "runcard" and self.holds("/".join(whole[1:]))
                yield node.lineno, whole if deep else base


Rule = Callable[[House], list[str]]


@cache
def parsed(text: str, place: str) -> tuple[ast.Module, dict[type[ast.AST], list[ast.AST]]]:
    """The tree, and its nodes by type; many houses under test share most of their files."""
    tree = ast.parse(text, filename=place)
    by_type: dict[type[ast.AST], list[ast.AST]] = {}
    for node in ast.walk(tree):
        by_type.setdefault(type(node), []).append(node)
    return tree, by_type


def plain_imports(module: Module) -> Iterator[tuple[int, Parts]]:
    for node in module.every(ast.Import):
        for alias in node.names:
            yield node.lineno, tuple(alias.name.split("."))


def ungrouped(parts: Parts) -> Parts:
    """domain.incidents.rules is the file rules of the room incidents."""
    return parts[1:] if parts[0] in GROUPS and len(parts) > 1 else parts


def floor(parts: Parts) -> int:
    """A folder's name decides; in a room the file's name does; any other room file is pure."""
    if parts[0] in FLOOR:
        return FLOOR[parts[0]]
    return ROOM_FLOOR.get(parts[1], 1) if len(parts) > 1 else 1


def is_room(parts: Parts) -> bool:
    """A room of domain/, or a ledger."""
    return parts[0] not in FLOOR


def foreign_imports(module: Module) -> Iterator[tuple[int, str, str]]:
    """Line, module and imported name of everything that is not ours; the name may be empty."""
    for line, full in plain_imports(module):
        if full[0] != "runcard":
            yield line, ".".join(full), ""
    for node in module.every(ast.ImportFrom):
        if node.level == 0 and (node.module or "").split(".")[0] != "runcard":
            yield from ((node.lineno, node.module or "", alias.name) for alias in node.names)


def called_name(node: ast.expr) -> str:
    """`require`, `permission.require` and `require(...)` are all called require."""
    match node:
        case ast.Call(func=inner):
            return called_name(inner)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def body_after_docstring(node: Function) -> list[ast.stmt]:
    return node.body[1:] if ast.get_docstring(node) is not None else node.body
