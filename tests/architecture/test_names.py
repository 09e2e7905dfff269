"""A file is named for the one idea it holds, a state for what it is, a test for what it shows."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.house import House, Module, Rule, called_name
from tests.architecture.sound_house import BrokenWall, Changed

NO_IDEA = {
    *{"util", "utils", "helper", "helpers", "common", "misc", "base", "manager", "managers"},
}
# Folders under tests/ whose files carry the name of the source file they test.
MIRRORS = {
    "rooms": ("domain", "ledgers"),
    "adapters": ("adapters",),
    "kernel": ("kernel",),
    "db": ("db",),
    "ledgers": ("ledgers",),
}
FULLY_COVERED = {"rules", "clocks"}
OUTERMOST = {"app", "errors", "main", "server"}
STATES = {"state", "status"}
FEWEST_WORDS = 3


def files_are_named_for_an_idea(house: House) -> list[str]:
    return [
        f"{file.place} is named for no idea; say what it holds"
        for file in [*house.files, *house.tests]
        if any(set(part.split("_")) & NO_IDEA for part in file.place.removesuffix(".py").split("/"))
    ]


def a_file_splits_by_a_new_name(house: House) -> list[str]:
    """s3.py is a name; rules2.py beside rules.py is not."""
    return [
        f"{file.place} is {first.name} continued; name its own idea"
        for file in house.modules
        if (first := file.path.with_stem(file.path.stem.rstrip("0123456789"))) != file.path
        if str(first) in house.texts
    ]


def a_test_mirrors_its_source(house: House) -> list[str]:
    return [
        f"{test.place} tests no source file of that name"
        for test in house.tests
        if is_mirror(test) and not any(map(house.holds, sources(test)))
    ]


def rules_and_clocks_have_a_test_file(house: House) -> list[str]:
    tested = {source for test in house.tests if is_mirror(test) for source in sources(test)}
    return [
        f"{module.place} is judgement and has no test file of its own"
        for module in house.rooms()
        if module.path.stem in FULLY_COVERED and module.place.removesuffix(".py") not in tested
    ]


def only_outermost_handlers_catch_everything(house: House) -> list[str]:
    return [
        f"{module.at(node)} catches everything; catch what you can do something about"
        for module in house.files
        if not may_catch_everything(module)
        for node in catchers_of_everything(module)
    ]


def states_are_enums(house: House) -> list[str]:
    return [
        f"{place} writes a state as a bare string; write an enum"
        for module in house.modules
        if module.place.split("/")[0] in {"domain", "flows", "engine"}
        for place in bare_states(module)
    ]


def a_test_is_named_by_a_sentence(house: House) -> list[str]:
    return [
        f"{test.at(function)} {function.name} is no sentence"
        for test in house.tests
        for function in test.functions()
        if function.name.startswith("test_")
        if len(function.name.removeprefix("test_").split("_")) < FEWEST_WORDS
    ]


def no_test_patches_our_modules(house: House) -> list[str]:
    return [
        f"{test.at(node)} patches {node.args[0].value!r}; hand in a fake through the port"
        for test in house.tests
        for node in test.every(ast.Call)
        if called_name(node) in {"patch", "setattr"} and node.args
        if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
        if node.args[0].value.startswith("runcard.")
    ]


def is_mirror(test: Module) -> bool:
    folder = test.place.split("/")[1]
    return folder in MIRRORS and test.path.name.startswith("test_")


def sources(test: Module) -> Iterator[str]:
    """tests/rooms/paging/test_rules.py is about domain/paging/rules.py."""
    _, folder, *between, _ = test.place.split("/")
    for top in MIRRORS[folder]:
        yield "/".join([top, *between, test.path.stem.removeprefix("test_")])


def may_catch_everything(module: Module) -> bool:
    """The engine's loop, the writer's loop, the outermost handlers of the doors."""
    match module.place.split("/"):
        case ["engine", _] | ["db", "writer.py"] | ["interfaces", "chat", _]:
            return True
        case ["interfaces", _, name]:
            return name.removesuffix(".py") in OUTERMOST
        case _:
            return False


def catchers_of_everything(module: Module) -> Iterator[ast.ExceptHandler | ast.Call]:
    for handler in module.every(ast.ExceptHandler):
        if handler.type is None or mentions_everything(handler.type):
            yield handler
    for call in module.every(ast.Call):
        if called_name(call) == "suppress" and any(mentions_everything(a) for a in call.args):
            yield call


def mentions_everything(node: ast.expr) -> bool:
    caught = {called_name(inner) for inner in ast.walk(node) if isinstance(inner, ast.expr)}
    return bool(caught & {"Exception", "BaseException"})


def bare_states(module: Module) -> Iterator[str]:
    yield from compared_states(module)
    for keyword in module.every(ast.keyword):
        if keyword.arg in STATES and is_text(keyword.value):
            yield module.at(keyword.value)
    for field in module.every(ast.AnnAssign):
        if is_state(field.target) and called_name(field.annotation) == "str":
            yield module.at(field)


def compared_states(module: Module) -> Iterator[str]:
    for compared in module.every(ast.Compare):
        sides = [compared.left, *compared.comparators]
        if any(map(is_state, sides)) and any(map(is_text, sides)):
            yield module.at(compared)
    for match in module.every(ast.Match):
        values = [n for case in match.cases for n in ast.walk(case.pattern)]
        if is_state(match.subject) and any(map(is_text, values)):
            yield module.at(match.subject)


def is_state(node: ast.AST) -> bool:
    """`state`, `incident.state`, `last_status`; not `status_code`."""
    return isinstance(node, ast.expr) and called_name(node).split("_")[-1] in STATES


def is_text(node: ast.AST) -> bool:
    """A word, or a tuple, list or set of words."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return any(map(is_text, node.elts))
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


RULES: tuple[Rule, ...] = (
    files_are_named_for_an_idea,
    a_file_splits_by_a_new_name,
    a_test_mirrors_its_source,
    rules_and_clocks_have_a_test_file,
    only_outermost_handlers_catch_everything,
    states_are_enums,
    a_test_is_named_by_a_sentence,
    no_test_patches_our_modules,
)
NAMED, SPLIT, MIRROR, COVERED, CAUGHT, STATE = RULES[:6]


def catching(what: str) -> str:
    return f"try:\n    go()\n{what}:\n    pass\n"


WALLS = (
    BrokenWall("a file is called utils", NAMED, {"db/utils.py": ""}, "db/utils.py is named"),
    BrokenWall("a file is called time helpers", NAMED,
               {"domain/people/time_helpers.py": ""}, "time_helpers.py is named for no idea"),
    BrokenWall("a folder is called common", NAMED, {"db/common/x.py": ""}, "db/common/x.py is"),
    BrokenWall("a test file is called base", NAMED, {"tests/base.py": ""}, "tests/base.py is"),
    BrokenWall("rules go on in a second file", SPLIT,
               {"domain/escalation/rules2.py": ""}, "escalation/rules2.py is rules.py continued"),
    BrokenWall("a test names no source file", MIRROR,
               {"tests/rooms/escalation/test_levels.py": ""}, "test_levels.py tests no source"),
    BrokenWall("a test lies in another room's folder", MIRROR,
               {"tests/rooms/people/test_rules.py": ""}, "people/test_rules.py tests no source"),
    BrokenWall("a plug-in's test names no plug-in", MIRROR,
               {"tests/adapters/notify/test_pager.py": ""}, "test_pager.py tests no source"),
    BrokenWall("rules have no test file", COVERED,
               {"tests/rooms/escalation/test_rules.py": None}, "domain/escalation/rules.py is"),
    BrokenWall("clocks have no test file", COVERED,
               {"domain/incidents/clocks.py": ""}, "domain/incidents/clocks.py is judgement"),
    BrokenWall("a verb catches everything", CAUGHT,
               {"domain/paging/actions.py": catching("except Exception")}, "actions.py:5 catches"),
    BrokenWall("an adapter catches everything in a tuple", CAUGHT,
               {"adapters/http.py": catching("except (OSError, Exception) as e")}, "http.py:5"),
    BrokenWall("a flow catches without a name", CAUGHT,
               {"flows/page_is_due.py": catching("except")}, "page_is_due.py:5 catches"),
    BrokenWall("a handler deep in a door catches everything", CAUGHT,
               {"interfaces/api/escalation.py": catching("except BaseException")}, ":5 catches"),
    BrokenWall("another file of the database catches everything", CAUGHT,
               {"db/work.py": catching("except Exception")}, "db/work.py:5 catches"),
    BrokenWall("a flow suppresses everything", CAUGHT,
               {"flows/page_is_due.py": "with suppress(Exception):\n    go()\n"}, ":3 catches"),
    BrokenWall("a rule compares a state with a word", STATE,
               {"domain/escalation/rules.py": "x = i.state == 'open'\n"}, "rules.py:3 writes"),
    BrokenWall("a flow looks for a status among words", STATE,
               {"flows/page_is_due.py": "x = status in ('open', 'shut')\n"}, ":3 writes a state"),
    BrokenWall("a rule matches a state against words", STATE,
               {"domain/escalation/rules.py": "match i.state:\n    case 'a' | 'b': ...\n"}, ":3"),
    BrokenWall("a store saves a state as a word", STATE,
               {"domain/paging/store.py": "t.update().values(state='open')\n"}, "store.py:3"),
    BrokenWall("a noun declares its state a string", STATE,
               {"domain/people/model.py": "class P:\n    state: str\n"}, "people/model.py:4"),
    BrokenWall("a test is named after a method", a_test_is_named_by_a_sentence,
               {"tests/test_x.py": "def test_process_2() -> None: ...\n"}, "test_process_2 is no"),
    BrokenWall("a test patches a module of ours", no_test_patches_our_modules,
               {"tests/test_x.py": "@patch('runcard.db.work.Work')\ndef f() -> None: ...\n"},
               "tests/test_x.py:3 patches 'runcard.db.work.Work'"),
    BrokenWall("a test sets an attribute of ours", no_test_patches_our_modules,
               {"tests/test_x.py": "monkeypatch.setattr('runcard.app.build', 1)\n"}, ":3 patches"),
)  # fmt: skip


@pytest.mark.parametrize("place", ["engine/fire.py", "db/writer.py", "interfaces/api/app.py"])
def test_the_outermost_handlers_may_catch_everything(place: str, changed: Changed) -> None:
    assert CAUGHT(changed({place: catching("except Exception")})) == []


def test_a_digit_in_a_name_of_its_own_is_no_second_file(changed: Changed) -> None:
    assert SPLIT(changed({"adapters/publish/s3.py": ""})) == []


def test_a_folder_of_verbs_may_be_tested_by_one_file(changed: Changed) -> None:
    tree = {
        "domain/incidents/actions/resolve.py": "",
        "tests/rooms/incidents/test_actions.py": "",
        "tests/rooms/incidents/actions/test_resolve.py": "",
    }
    assert MIRROR(changed(tree)) == []
