"""The house stands: imports go down, rooms keep their memory to themselves, and some never meet."""

import ast
from collections.abc import Iterator

from tests.architecture.house import (
    DOORS,
    LEDGERS,
    House,
    Import,
    Module,
    Parts,
    Rule,
    floor,
    is_room,
    plain_imports,
)
from tests.architecture.sound_house import BrokenWall

NEVER_MEET = ({"flows", "adapters"}, DOORS - {"cli"})
# The house shipped for plug-in authors makes settings up; it reads none.
SETTINGS_READERS = {"app", "settings", "cli", "testing"}


def nobody_imports_upward(house: House) -> list[str]:
    return [
        f"{module} must not import {other}: it is upstairs"
        for module, other in every_import(house)
        if floor(other.name) > module.floor
    ]


def rooms_borrow_only_nouns_and_judgement(house: House) -> list[str]:
    return [
        f"{module} must not use {other}: tell that story in flows/"
        for module, other in every_import(house)
        if is_room(module.parts) and is_another_room(module, other)
        if not may_borrow(module.parts, other.name)
    ]


def ledgers_know_only_the_kernel(house: House) -> list[str]:
    return [
        f"{module} must not know {other}: a ledger holds words and ids"
        for module, other in every_import(house)
        if module.parts[0] in LEDGERS
        if other.name[0] not in {module.parts[0], "kernel", "db"}
    ]


def adapters_see_only_nouns_and_ports(house: House) -> list[str]:
    return [
        f"{module} must not see {other}: an adapter knows nouns and ports"
        for module, other in every_import(house)
        if module.parts[0] == "adapters" and other.name[0] != "adapters"
        if floor(other.name) > 1
    ]


def doors_leave_memory_alone(house: House) -> list[str]:
    return [
        f"{module} must ask queries or actions, not {other}"
        for module, other in every_import(house)
        if module.parts[0] in DOORS and is_room(other.name) and "store" in other.name
    ]


def strangers_never_meet(house: House) -> list[str]:
    return [
        f"{module} must not know {other}: they are strangers"
        for module, other in every_import(house)
        for strangers in NEVER_MEET
        if {module.parts[0], other.name[0]} <= strangers and module.parts[0] != other.name[0]
    ]


def settings_are_read_at_the_top(house: House) -> list[str]:
    return [
        f"{module} must be handed its settings, not import {other}"
        for module, other in every_import(house)
        if other.name[0] == "settings" and module.parts[0] not in SETTINGS_READERS
    ]


def an_import_names_a_file(house: House) -> list[str]:
    """A folder, a star or a dot would hide which file is meant, and with it the floor."""
    unclear = [
        f"{module.place}:{other.line} imports {other}, which is no file of this house"
        for module, other in every_import(house)
        if not house.is_file(other.full)
    ]
    return unclear + [fault for module in house.files for fault in hidden_names(module)]


def hidden_names(module: Module) -> Iterator[str]:
    for node in module.every(ast.ImportFrom):
        if node.level:
            yield f"{module.at(node)} writes a relative import; write the whole path"
        if node.names[0].name == "*":
            yield f"{module.at(node)} imports a star; name what you need"
    for line, full in plain_imports(module):
        if full == ("runcard",):
            yield f"{module.place}:{line} imports the whole house; name the file"


def every_import(house: House) -> Iterator[tuple[Module, Import]]:
    for module in house.modules:
        for other in house.imports(module):
            yield module, other


def is_another_room(module: Module, other: Import) -> bool:
    return is_room(other.name) and other.name[0] not in {module.parts[0], *LEDGERS}


def may_borrow(mine: Parts, theirs: Parts) -> bool:
    joins_tables = mine[1:2] == ("queries",) and theirs[1:2] == ("store",)
    return floor(theirs) == 1 or joins_tables


RULES: tuple[Rule, ...] = (
    nobody_imports_upward,
    rooms_borrow_only_nouns_and_judgement,
    ledgers_know_only_the_kernel,
    adapters_see_only_nouns_and_ports,
    doors_leave_memory_alone,
    strangers_never_meet,
    settings_are_read_at_the_top,
    an_import_names_a_file,
)
VERB = "from runcard.domain.escalation import actions\n"
WALLS = (
    BrokenWall(
        "a store imports a verb by naming only its room after from",
        nobody_imports_upward,
        {"domain/escalation/store.py": VERB},
        "escalation.store must not import escalation.actions",
    ),
    BrokenWall(
        "a store imports a verb inside a function",
        nobody_imports_upward,
        {"domain/escalation/store.py": f"def load() -> None:\n    {VERB}"},
        "escalation.store must not import escalation.actions",
    ),
    BrokenWall(
        "a rule imports a store under TYPE_CHECKING",
        nobody_imports_upward,
        {"domain/escalation/rules.py": "if TYPE_CHECKING:\n    import runcard.db.work\n"},
        "escalation.rules must not import db.work",
    ),
    BrokenWall(
        "the kernel imports a noun",
        nobody_imports_upward,
        {"kernel/clock.py": "from runcard.domain.people.model import Person\n"},
        "kernel.clock must not import people.model",
    ),
    BrokenWall(
        "a file with an unknown name in a room imports the database",
        nobody_imports_upward,
        {"domain/paging/sending.py": "from runcard.db import work\n"},
        "paging.sending must not import db.work",
    ),
    BrokenWall(
        "a room's file borrows the name of a higher floor",
        nobody_imports_upward,
        {"domain/paging/engine.py": "from runcard.flows import escalation_is_due\n"},
        "paging.engine must not import flows.escalation_is_due",
    ),
    BrokenWall(
        "a verb uses another room's verb",
        rooms_borrow_only_nouns_and_judgement,
        {"domain/paging/actions.py": VERB},
        "paging.actions must not use escalation.actions",
    ),
    BrokenWall(
        "a verb uses another room's memory",
        rooms_borrow_only_nouns_and_judgement,
        {"domain/paging/actions.py": "from runcard.domain.people.store import people\n"},
        "paging.actions must not use people.store",
    ),
    BrokenWall(
        "a query uses another room's verb",
        rooms_borrow_only_nouns_and_judgement,
        {"domain/paging/queries.py": VERB},
        "paging.queries must not use escalation.actions",
    ),
    BrokenWall(
        "a ledger learns a room's noun",
        ledgers_know_only_the_kernel,
        {"ledgers/timeline/render.py": "from runcard.domain.people.model import Person\n"},
        "timeline.render must not know people.model",
    ),
    BrokenWall(
        "an adapter calls a verb",
        adapters_see_only_nouns_and_ports,
        {"adapters/notify/ntfy.py": VERB},
        "adapters.notify.ntfy must not see escalation.actions",
    ),
    BrokenWall(
        "an adapter opens the database",
        adapters_see_only_nouns_and_ports,
        {"adapters/notify/ntfy.py": "from runcard.db.work import Work\n"},
        "adapters.notify.ntfy must not see db.work",
    ),
    BrokenWall(
        "a door reads a store",
        doors_leave_memory_alone,
        {"interfaces/web/escalation.py": "from runcard.domain.escalation import store\n"},
        "web.escalation must ask queries or actions, not escalation.store",
    ),
    BrokenWall(
        "the operator's door writes into a ledger's store",
        doors_leave_memory_alone,
        {"interfaces/cli/db.py": "import runcard.ledgers.agenda.store\n"},
        "cli.db must ask queries or actions, not agenda.store",
    ),
    BrokenWall(
        "a flow imports an adapter",
        strangers_never_meet,
        {"flows/escalation_is_due.py": "from runcard.adapters.notify.ntfy import Ntfy\n"},
        "flows.escalation_is_due must not know adapters.notify.ntfy",
    ),
    BrokenWall(
        "an adapter imports a flow",
        strangers_never_meet,
        {"adapters/registry.py": "from runcard.flows import escalation_is_due\n"},
        "adapters.registry must not know flows.escalation_is_due",
    ),
    BrokenWall(
        "one door imports another",
        strangers_never_meet,
        {"interfaces/web/escalation.py": "from runcard.interfaces.api.app import api\n"},
        "web.escalation must not know api.app",
    ),
    BrokenWall(
        "the start file reads the settings",
        settings_are_read_at_the_top,
        {"__main__.py": "from runcard import settings\n"},
        "__main__ must be handed its settings",
    ),
    BrokenWall(
        "a room is imported as a whole",
        an_import_names_a_file,
        {"flows/escalation_is_due.py": "from runcard.domain import escalation\n"},
        "flows/escalation_is_due.py:3 imports escalation, which is no file",
    ),
    BrokenWall(
        "an import names a file that is not there",
        an_import_names_a_file,
        {"app.py": "from runcard.flows.nowhere import nothing\n"},
        "app.py:3 imports flows.nowhere",
    ),
    BrokenWall(
        "an import is relative",
        an_import_names_a_file,
        {"domain/escalation/rules.py": "from .store import load\n"},
        "write the whole path",
    ),
    BrokenWall(
        "an import takes a star",
        an_import_names_a_file,
        {"app.py": "from runcard.settings import *\n"},
        "imports a star",
    ),
    BrokenWall("the house is imported as a whole", an_import_names_a_file,
               {"app.py": "import runcard\n"}, "imports the whole house"),
)  # fmt: skip
