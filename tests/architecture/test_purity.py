"""The ground floor knows no database, network or time of day, and only adapters meet the world."""

import ast
import sys
from collections.abc import Iterator

from tests.architecture.house import House, Module, Rule, foreign_imports, is_room
from tests.architecture.sound_house import BrokenWall, Changed

PURE_LIBRARIES = {
    "markdown_it", "mdit_py_plugins", "sqlglot", "whenever", "holidays", "icalendar",
}  # fmt: skip
OUTSIDE = {
    *{"socket", "socketserver", "ssl", "select", "selectors", "subprocess", "multiprocessing"},
    *{"http", "urllib.request", "ftplib", "smtplib", "poplib", "imaplib", "xmlrpc", "webbrowser"},
    *{"httpx", "httpx2", "requests", "aiohttp", "urllib3", "websockets", "paramiko", "asyncssh"},
    *{"twilio", "nio", "apprise", "slack_sdk", "slack_bolt", "pywebpush", "aiosmtplib"},
}
IMPURE = OUTSIDE | {
    *{"os", "posix", "sys", "platform", "pwd", "grp", "getpass", "locale", "resource", "signal"},
    *{"random", "secrets", "uuid", "time", "sched", "threading", "_thread", "asyncio", "queue"},
    *{"concurrent", "logging", "syslog", "sqlite3", "dbm", "shelve", "tempfile", "shutil", "glob"},
    *{"fileinput", "mmap", "fcntl", "pty", "tty", "termios", "ctypes", "builtins", "atexit", "gc"},
    *{"importlib", "pkgutil", "runpy", "linecache", "zipfile", "tarfile"},
}
PURE_PATHS = {"PurePath", "PurePosixPath", "PureWindowsPath"}
CLOCK_CLASSES = {"datetime", "date", "Instant", "ZonedDateTime", "SystemDateTime", "SystemClock"}
ALWAYS_CLOCK = {"utcnow", "now_in_system_tz", "today_in_system_tz"}
MACHINE = {"open", "print", "input", "exec", "eval", "__import__", "breakpoint"}


def the_ground_floor_imports_only_pure_libraries(house: House) -> list[str]:
    return [
        f"{module.place}:{line} imports {name}: floor 1 does no input or output"
        for module in ground_floor(house)
        for line, name, item in foreign_imports(module)
        if not is_pure(name, item)
    ]


def the_ground_floor_reads_no_clock(house: House) -> list[str]:
    return [
        f"{module.at(node)} asks what time it is; take `now` as an argument"
        for module in ground_floor(house)
        for kind in (ast.Attribute, ast.Call)
        for node in module.every(kind)
        if reads_clock(node)
    ]


def the_ground_floor_touches_no_machine(house: House) -> list[str]:
    return [
        f"{module.at(node)} calls {node.func.id}: floor 1 does no input or output"
        for module in ground_floor(house)
        for node in module.every(ast.Call)
        if isinstance(node.func, ast.Name) and node.func.id in MACHINE - own_names(module)
    ]


def the_kernel_needs_only_the_standard_library(house: House) -> list[str]:
    return [
        f"{module.place}:{line} imports {name}: the kernel owes nothing to anyone"
        for module in house.modules
        if module.floor == 0
        for line, name, _ in foreign_imports(module)
        if name.split(".")[0] not in sys.stdlib_module_names or matches(name, OUTSIDE)
    ]


def rooms_and_stories_reach_outside_through_ports(house: House) -> list[str]:
    return [
        f"{module.place}:{line} imports {name}: ask a port, an adapter will answer"
        for module in house.modules
        if is_room(module.parts) or module.parts[0] == "flows"
        for line, name, item in foreign_imports(module)
        if matches(name, OUTSIDE) or matches(f"{name}.{item}", OUTSIDE)
    ]


def ground_floor(house: House) -> Iterator[Module]:
    yield from (module for module in house.modules if module.floor == 1)


def is_pure(name: str, item: str) -> bool:
    if name == "pathlib":
        return item in PURE_PATHS
    if matches(name, IMPURE) or matches(f"{name}.{item}", IMPURE):
        return False
    return name.split(".")[0] in sys.stdlib_module_names | PURE_LIBRARIES


def matches(name: str, listed: set[str]) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in listed)


def reads_clock(node: ast.expr) -> bool:
    """`datetime.now`, even uncalled; `clock.now()`; and `astimezone()`, the machine's own zone."""
    match node:
        case ast.Attribute(attr=attr) if attr in ALWAYS_CLOCK:
            return True
        case ast.Attribute(value=value, attr="now" | "today"):
            return ast.unparse(value).split(".")[-1] in CLOCK_CLASSES
        case ast.Call(func=ast.Attribute(attr="now" | "today")):
            return True
        case ast.Call(func=ast.Attribute(attr="astimezone"), args=[], keywords=[]):
            return True
        case _:
            return False


def own_names(module: Module) -> set[str]:
    """A room may have a verb called `open`; then it is not the machine's."""
    ours = {node.name for node in module.functions()}
    return ours | {a.asname or a.name for n in module.every(ast.ImportFrom) for a in n.names}


RULES: tuple[Rule, ...] = (
    the_ground_floor_imports_only_pure_libraries,
    the_ground_floor_reads_no_clock,
    the_ground_floor_touches_no_machine,
    the_kernel_needs_only_the_standard_library,
    rooms_and_stories_reach_outside_through_ports,
)


def in_rules(sentence: str, rule: Rule, line: str, says: str) -> BrokenWall:
    """One line written into the rules of a room."""
    return BrokenWall(sentence, rule, {"domain/escalation/rules.py": f"{line}\n"}, says)


PURE, CLOCK, OPENED = RULES[:3]
WALLS = (
    in_rules("a rule imports os", PURE, "import os.path", "rules.py:3 imports os.path"),
    in_rules("a rule imports random", PURE, "from random import choice", "imports random"),
    in_rules("a rule imports time", PURE, "import time as t", "imports time"),
    in_rules("a rule imports SQLAlchemy", PURE, "from sqlalchemy import Table", "sqlalchemy"),
    in_rules("a rule imports a web framework", PURE, "import fastapi", "imports fastapi"),
    in_rules("a rule imports an HTTP client", PURE, "from httpx2 import get", "imports httpx2"),
    in_rules("a rule opens addresses", PURE, "from urllib import request", "imports urllib"),
    in_rules("a rule imports real paths", PURE, "from pathlib import Path", "imports pathlib"),
    in_rules("a rule draws an id", PURE, "def f() -> None:\n    import uuid", "imports uuid"),
    in_rules("a rule imports a stranger", PURE, "import dateutil", "imports dateutil"),
    BrokenWall("a file with an unknown name does input and output", PURE,
               {"domain/paging/sending.py": "import subprocess\n"}, "sending.py:3"),
    BrokenWall("a file in a folder of a room does input and output", PURE,
               {"domain/playbooks/checks/store.py": "import os\n"}, "checks/store.py:3"),
    BrokenWall("a ledger's rendering reads the environment", PURE,
               {"ledgers/timeline/render.py": "import os\n"}, "timeline/render.py:3"),
    in_rules("a rule calls datetime.now", CLOCK, "now = datetime.now(UTC)", "rules.py:3 asks"),
    in_rules("a rule calls now by its whole name", CLOCK, "n = datetime.datetime.now()", ":3 asks"),
    in_rules("a rule passes the clock on uncalled", CLOCK, "x = field(datetime.now)", ":3 asks"),
    in_rules("a rule asks a clock it was given", CLOCK, "now = clock.now()", "rules.py:3 asks"),
    in_rules("a rule asks which day it is", CLOCK, "day = date.today()", "rules.py:3 asks"),
    in_rules("a rule asks for the machine's zone", CLOCK, "x = at.astimezone()", ":3 asks"),
    in_rules("a rule opens a file", OPENED, "words = open('words.txt')", "rules.py:3 calls open"),
    in_rules("a rule prints", OPENED, "print('hello')", "rules.py:3 calls print"),
    BrokenWall("the kernel imports a library", the_kernel_needs_only_the_standard_library,
               {"kernel/clock.py": "import whenever\n"}, "kernel/clock.py:3 imports whenever"),
    BrokenWall("the kernel opens a socket", the_kernel_needs_only_the_standard_library,
               {"kernel/clock.py": "import socket\n"}, "kernel/clock.py:3 imports socket"),
    BrokenWall("a flow sends mail itself", rooms_and_stories_reach_outside_through_ports,
               {"flows/page_is_due.py": "import smtplib\n"}, "page_is_due.py:3 imports smtplib"),
    BrokenWall("a verb fetches an address", rooms_and_stories_reach_outside_through_ports,
               {"domain/paging/actions.py": "import urllib.request\n"}, "actions.py:3"),
)  # fmt: skip


def test_a_rule_may_hold_a_verb_called_open(changed: Changed) -> None:
    text = "def open(at: int) -> int:\n    return at\n\n\nfirst = open(1)\n"
    assert OPENED(changed({"domain/escalation/rules.py": text})) == []


def test_a_rule_may_read_a_moment_that_is_called_now(changed: Changed) -> None:
    text = "def age(facts: Facts) -> timedelta:\n    return facts.now - facts.began\n"
    assert CLOCK(changed({"domain/escalation/rules.py": text})) == []


def test_the_second_floor_may_use_the_database(changed: Changed) -> None:
    assert PURE(changed({"domain/paging/store.py": "import sqlalchemy\n"})) == []
