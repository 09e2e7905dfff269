"""What is loaded when: imports stand at the top, and nothing reads the environment on the way."""

import ast
from collections.abc import Iterator

from tests.architecture.house import Function, House, Module, Rule, foreign_imports
from tests.architecture.sound_house import BrokenWall, Changed

LOADERS = {"adapters/registry.py", "interfaces/cli/main.py"}
LOADS_BY_NAME = {"import_module", "resolve_name", "__import__", "run_module", "run_path"}
HARMLESS_IMPORTLIB = {"importlib.resources", "importlib.metadata"}
HEAVY = {"matplotlib", "twilio", "nio", "asyncssh"}
ENVIRONMENT = {"environ", "environb", "getenv", "getenvb", "expandvars"}


def nobody_imports_inside_a_function(house: House) -> list[str]:
    return [
        f"{module.at(node)} imports below the top of the file: a hidden import is still an edge"
        for module in house.files
        for scope in [*module.functions(), *module.every(ast.ClassDef)]
        for node in ast.walk(scope)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def nobody_hides_imports_from_the_program(house: House) -> list[str]:
    return [
        f"{place} hides an import behind TYPE_CHECKING: it is still an edge of the house"
        for module in house.files
        for place, name in names(module)
        if name == "TYPE_CHECKING"
    ]


def two_files_load_by_name(house: House) -> list[str]:
    return [
        f"{place} loads code by name; only {' and '.join(sorted(LOADERS))} may"
        for module in house.files
        if module.place not in LOADERS
        for place in loads_by_name(module)
    ]


def heavy_libraries_stay_in_adapters(house: House) -> list[str]:
    return [
        f"{module.place}:{line} imports {name}: an adapter owns it"
        for module in house.modules
        for line, name, _ in foreign_imports(module)
        if module.parts[0] != "adapters" and name.split(".")[0] in HEAVY
    ]


def heavy_adapters_are_loaded_by_the_registry(house: House) -> list[str]:
    heavy = {module.parts for module in house.modules if is_heavy(module)}
    return [
        f"{module} must let the registry load {other}, or every start pays for it"
        for module in house.modules
        for other in house.imports(module)
        if other.name in heavy
    ]


def the_environment_is_read_at_the_top_of_the_house(house: House) -> list[str]:
    return [
        f"{place} reads the environment; take it as a setting"
        for module in house.files
        if not may_read_environment(module)
        for place, name in names(module)
        if name in ENVIRONMENT
    ]


def nothing_reads_the_environment_at_import(house: House) -> list[str]:
    return [
        f"{module.at(node)} reads the environment at import; do it in a function"
        for module in house.files
        for node in at_import(module.tree)
        if isinstance(node, ast.Name | ast.Attribute) and name_of(node) in ENVIRONMENT
    ]


def loads_by_name(module: Module) -> Iterator[str]:
    for line, name, item in foreign_imports(module):
        whole = f"{name}.{item}".rstrip(".")
        if name.startswith("importlib") and not {name, whole} & HARMLESS_IMPORTLIB:
            yield f"{module.place}:{line}"
    yield from (place for place, name in names(module) if name in LOADS_BY_NAME)


def is_heavy(module: Module) -> bool:
    return any(name.split(".")[0] in HEAVY for _, name, _ in foreign_imports(module))


def may_read_environment(module: Module) -> bool:
    return module.place in {"app.py", "settings.py"} or module.parts[0] == "cli"


def names(module: Module) -> Iterator[tuple[str, str]]:
    """Every name the file mentions, imported names included, and where."""
    yield from ((module.at(node), node.id) for node in module.every(ast.Name))
    yield from ((module.at(node), node.attr) for node in module.every(ast.Attribute))
    for statement in module.every(ast.ImportFrom):
        yield from ((module.at(alias), alias.name) for alias in statement.names)


def name_of(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What Python evaluates while it loads the file: all but the bodies of functions."""
    yield node
    for child in evaluated(node):
        yield from at_import(child)


def evaluated(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, Function):
        yield from [*node.decorator_list, node.args]
    elif isinstance(node, ast.Lambda):
        yield node.args
    else:
        yield from ast.iter_child_nodes(node)


RULES: tuple[Rule, ...] = (
    nobody_imports_inside_a_function,
    nobody_hides_imports_from_the_program,
    two_files_load_by_name,
    heavy_libraries_stay_in_adapters,
    heavy_adapters_are_loaded_by_the_registry,
    the_environment_is_read_at_the_top_of_the_house,
    nothing_reads_the_environment_at_import,
)
BY_NAME, ENVIRONMENT_AT_TOP, AT_IMPORT = RULES[2], RULES[5], RULES[6]
WALLS = (
    BrokenWall("a function imports", nobody_imports_inside_a_function,
               {"app.py": "def build() -> None:\n    import json\n"}, "app.py:4 imports below"),
    BrokenWall("a coroutine imports", nobody_imports_inside_a_function,
               {"app.py": "async def build() -> None:\n    import json\n"}, "app.py:4 imports"),
    BrokenWall("a class imports", nobody_imports_inside_a_function,
               {"app.py": "class App:\n    from json import loads\n"}, "app.py:4 imports below"),
    BrokenWall("an import hides behind TYPE_CHECKING", nobody_hides_imports_from_the_program,
               {"app.py": "from typing import TYPE_CHECKING\n"}, "app.py:3 hides an import"),
    BrokenWall("an import hides behind typing.TYPE_CHECKING", nobody_hides_imports_from_the_program,
               {"app.py": "import typing\nif typing.TYPE_CHECKING:\n    import x\n"}, "app.py:4"),
    BrokenWall("the roof loads by name", BY_NAME,
               {"app.py": "import importlib\n"}, "app.py:3 loads code by name"),
    BrokenWall("the engine imports import_module", BY_NAME,
               {"engine/fire.py": "from importlib import import_module\n"}, "engine/fire.py:3"),
    BrokenWall("another file of the operator's door loads by name", BY_NAME,
               {"interfaces/cli/db.py": "x = __import__('json')\n"}, "interfaces/cli/db.py:3"),
    BrokenWall("a file reaches import_module through a harmless import", BY_NAME,
               {"app.py": "import importlib.resources as r\nr.import_module('x')\n"}, "app.py:4"),
    BrokenWall("a door imports matplotlib", heavy_libraries_stay_in_adapters,
               {"interfaces/web/plots.py": "from matplotlib import figure\n"}, "web/plots.py:3"),
    BrokenWall("the roof imports a heavy adapter", heavy_adapters_are_loaded_by_the_registry,
               {"app.py": "from runcard.adapters.plots.figures import draw\n"},
               "app must let the registry load adapters.plots.figures"),
    BrokenWall("an adapter reads the environment", ENVIRONMENT_AT_TOP,
               {"adapters/http.py": "import os\n\n\ndef f() -> str:\n    return os.environ['X']\n"},
               "adapters/http.py:7 reads the environment"),
    BrokenWall("the database imports getenv", ENVIRONMENT_AT_TOP,
               {"db/engine.py": "from os import getenv\n"}, "db/engine.py:3 reads"),
    BrokenWall("the settings read the environment at import", AT_IMPORT,
               {"settings.py": "import os\n\nURL = os.getenv('URL')\n"}, "settings.py:5 reads"),
    BrokenWall("a default reads the environment at import", AT_IMPORT,
               {"settings.py": "import os\n\n\ndef f(url=os.environ['URL']): ...\n"}, ":6 reads"),
    BrokenWall("a class body reads the environment at import", AT_IMPORT,
               {"settings.py": "import os\n\n\nclass S:\n    url = os.environ\n"}, ":7 reads"),
)  # fmt: skip


def test_package_data_may_be_read_through_importlib_resources(changed: Changed) -> None:
    assert BY_NAME(changed({"app.py": "from importlib.resources import files\n"})) == []
