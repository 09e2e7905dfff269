"""Rooms form a ladder, folders lean on each other one way, and every folder is in the plan."""

from graphlib import CycleError, TopologicalSorter

from tests.architecture.house import DOORS, FLOOR, LEDGERS, House, Module, Rule
from tests.architecture.sound_house import BrokenWall

LADDER = [
    "access", "people", "commands", "playbooks", "oncall", "escalation", "monitors", "alerts",
    "incidents", "paging", "runs", "comms", "reviews", "analytics", "drills",
]  # fmt: skip
INSIDE = {"domain": set(LADDER), "ledgers": LEDGERS, "interfaces": DOORS}
TOP_FOLDERS = {"kernel", "db", "flows", "adapters", "engine", "testing", *INSIDE}
TOP_FILES = set(FLOOR) - DOORS - TOP_FOLDERS
MOST_KERNEL_FILES = 8


def rooms_lean_only_on_lower_rooms(house: House) -> list[str]:
    return [
        f"{module} must not lean on {other}: it is higher on the ladder"
        for module in house.modules
        for other in house.imports(module)
        if module.parts[0] in LADDER and other.name[0] in LADDER
        if LADDER.index(other.name[0]) > LADDER.index(module.parts[0])
    ]


def folders_lean_one_way(house: House) -> list[str]:
    leans_on: dict[str, set[str]] = {}
    for module in house.modules:
        me = module.parts[0]
        others = {other.name[0] for other in house.imports(module)} - {me}
        leans_on.setdefault(me, set()).update(others)
    try:
        TopologicalSorter(leans_on).prepare()
    except CycleError as knot:
        return [f"these lean on each other in a circle: {', '.join(knot.args[1])}"]
    return []


def every_folder_is_in_the_plan(house: House) -> list[str]:
    return [
        f"{file.place} is nowhere in the plan: give it a place there first, with an ADR"
        for file in house.files
        if not is_planned(file)
    ]


def is_planned(file: Module) -> bool:
    """A room on the ladder, a known door, ledger or floor, or one of the three files on top."""
    match file.place.split("/"):
        case ["__init__.py"]:
            return True
        case [name]:
            return name.removesuffix(".py") in TOP_FILES
        case [group, "__init__.py"] if group in INSIDE:
            return True
        case [group, name, _, *_] if group in INSIDE:
            return name in INSIDE[group]
        case [folder, *_]:
            return folder in TOP_FOLDERS - set(INSIDE)
        case _:
            return False


def the_kernel_stays_small(house: House) -> list[str]:
    kernel = [str(module) for module in house.modules if module.parts[0] == "kernel"]
    if len(kernel) <= MOST_KERNEL_FILES:
        return []
    return [f"the kernel holds {len(kernel)} files, {MOST_KERNEL_FILES} at most: {kernel}"]


RULES: tuple[Rule, ...] = (
    rooms_lean_only_on_lower_rooms,
    folders_lean_one_way,
    every_folder_is_in_the_plan,
    the_kernel_stays_small,
)
WALLS = (
    BrokenWall(
        "a low room borrows a noun from a higher one",
        rooms_lean_only_on_lower_rooms,
        {"domain/people/model.py": "from runcard.domain.escalation.model import Level\n"},
        "people.model must not lean on escalation.model",
    ),
    BrokenWall(
        "a query joins the tables of a higher room",
        rooms_lean_only_on_lower_rooms,
        {"domain/people/queries.py": "from runcard.domain.escalation import store\n"},
        "people.queries must not lean on escalation.store",
    ),
    BrokenWall(
        "two rooms borrow from each other",
        folders_lean_one_way,
        {"domain/people/rules.py": "from runcard.domain.escalation import model\n"},
        "in a circle: ",
    ),
    BrokenWall(
        "the database and a room lean on each other",
        folders_lean_one_way,
        {
            "db/metadata.py": "import runcard.domain.people.store\n",
            "domain/people/store.py": "from runcard.db import work\n",
        },
        "in a circle: ",
    ),
    BrokenWall("a room is not on the ladder", every_folder_is_in_the_plan,
               {"domain/billing/model.py": ""}, "domain/billing/model.py is nowhere in the plan"),
    BrokenWall("a room stands outside domain", every_folder_is_in_the_plan,
               {"people/model.py": ""}, "people/model.py is nowhere in the plan"),
    BrokenWall("a room is one file", every_folder_is_in_the_plan,
               {"domain/people.py": ""}, "domain/people.py is nowhere in the plan"),
    BrokenWall("a door is unknown", every_folder_is_in_the_plan,
               {"interfaces/soap/app.py": ""}, "interfaces/soap/app.py is nowhere in the plan"),
    BrokenWall("a file lies loose at the top", every_folder_is_in_the_plan,
               {"pager.py": ""}, "pager.py is nowhere in the plan"),
    BrokenWall(
        "the kernel holds nine files",
        the_kernel_stays_small,
        {f"kernel/k{number}.py": "" for number in range(7)},
        "the kernel holds 9 files",
    ),
)  # fmt: skip
