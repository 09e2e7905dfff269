"""A file, a function and a line stay small enough to be read at three in the morning."""

import ast

from tests.architecture.house import Function, House, Rule
from tests.architecture.sound_house import BrokenWall, Changed

MOST_LINES = 300
MOST_COLUMNS = 100
MOST_FUNCTION_LINES = 40
MOST_PARAMETERS = 5
MOST_COMPLEXITY = 8


def files_are_short(house: House) -> list[str]:
    return [
        f"{file.place} has {len(file.lines)} lines, {MOST_LINES} at most: name a piece of it"
        for file in [*house.files, *house.tests]
        if len(file.lines) > MOST_LINES
    ]


def lines_are_short(house: House) -> list[str]:
    return [
        f"{file.place}:{number} is {len(line)} wide, {MOST_COLUMNS} at most"
        for file in [*house.files, *house.tests]
        for number, line in enumerate(file.lines, start=1)
        if len(line) > MOST_COLUMNS
    ]


def functions_are_short(house: House) -> list[str]:
    return [
        f"{file.at(node)} {node.name} has {length(node)} lines, {MOST_FUNCTION_LINES} at most"
        for file in house.files
        for node in file.functions()
        if length(node) > MOST_FUNCTION_LINES
    ]


def functions_take_few_parameters(house: House) -> list[str]:
    return [
        f"{file.at(node)} {node.name} takes {parameters(node)}, {MOST_PARAMETERS} at most"
        for file in house.files
        for node in file.functions()
        if parameters(node) > MOST_PARAMETERS
    ]


def functions_are_simple(house: House) -> list[str]:
    return [
        f"{file.at(node)} {node.name} has complexity {complexity(node)}, {MOST_COMPLEXITY} at most"
        for file in house.files
        for node in file.functions()
        if complexity(node) > MOST_COMPLEXITY
    ]


def length(node: Function) -> int:
    """From `def` to the last line; decorators do not count."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def parameters(node: Function) -> int:
    """All of them, starred ones too; the receiver of a method does not count."""
    taken = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    receiver = bool(taken) and taken[0].arg in {"self", "cls"}
    starred = [star for star in (node.args.vararg, node.args.kwarg) if star]
    return len(taken) + len(starred) - receiver


def complexity(node: Function) -> int:
    """McCabe's number, counted as ruff's C901 counts it."""
    return 1 + sum(branches(inner) for inner in ast.walk(node) if inner is not node)


def branches(node: ast.AST) -> int:
    match node:
        case ast.If() | ast.For() | ast.AsyncFor() | ast.While() | ast.ExceptHandler():
            return 1
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return 1
        case ast.Try(orelse=[_, *_]):
            return 1
        case ast.Match(cases=cases):
            return len(cases) - is_catch_all(cases[-1])
        case _:
            return 0


def is_catch_all(case: ast.match_case) -> bool:
    match case:
        case ast.match_case(pattern=ast.MatchAs(pattern=None), guard=None):
            return True
        case _:
            return False


RULES: tuple[Rule, ...] = (
    files_are_short,
    lines_are_short,
    functions_are_short,
    functions_take_few_parameters,
    functions_are_simple,
)
SIMPLE = RULES[4]


def a_function(parameters: str, body: list[str]) -> str:
    return f"def f({parameters}):\n" + "".join(f"    {line}\n" for line in body)


WALLS = (
    BrokenWall("a file has 301 lines", files_are_short,
               {"app.py": "# line\n" * 301}, "app.py has 301 lines"),
    BrokenWall("a test file has 301 lines", files_are_short,
               {"tests/test_x.py": "# line\n" * 301}, "tests/test_x.py has 301 lines"),
    BrokenWall("a line is 101 wide", lines_are_short,
               {"app.py": f"# {'x' * 99}\n"}, "app.py:1 is 101 wide"),
    BrokenWall("a line of a test is 101 wide", lines_are_short,
               {"tests/test_x.py": f"# {'x' * 99}\n"}, "tests/test_x.py:1 is 101 wide"),
    BrokenWall("a function has 41 lines", functions_are_short,
               {"app.py": a_function("", ["x = 1"] * 40)}, "app.py:3 f has 41 lines"),
    BrokenWall("a coroutine has 41 lines", functions_are_short,
               {"app.py": "async " + a_function("", ["x = 1"] * 40)}, "app.py:3 f has 41 lines"),
    BrokenWall("a function takes six parameters", functions_take_few_parameters,
               {"app.py": a_function("a, /, b, *, c, d, e, f", ["..."])}, "app.py:3 f takes 6"),
    BrokenWall("a starred parameter is the sixth", functions_take_few_parameters,
               {"app.py": a_function("a, b, c, d, *e, **f", ["..."])}, "app.py:3 f takes 6"),
    BrokenWall("a function has eight ifs", SIMPLE,
               {"app.py": a_function("x", ["if x: ..."] * 8)}, "f has complexity 9"),
    BrokenWall("a function has eight branches of one if", SIMPLE,
               {"app.py": a_function("x", ["if x: ...", *["elif x: ..."] * 7])}, "complexity 9"),
    BrokenWall("a function matches eight cases", SIMPLE,
               {"app.py": a_function("x", ["match x:", *[f"  case {n}: ..." for n in range(8)]])},
               "complexity 9"),
    BrokenWall("a function loops and catches too much", SIMPLE,
               {"app.py": a_function("x", [
                   "for y in x: ...", "while x: ...",
                   "try: ...", *[f"except E{n}: ..." for n in range(5)], "else: ...",
               ])}, "complexity 9"),
)  # fmt: skip


def test_sizes_at_the_limit_pass(changed: Changed) -> None:
    """40 lines, five parameters beside the receiver, and complexity 8 stand."""
    body = [*["if a: ..."] * 7, *["x = 1"] * 32]
    house = changed({"app.py": a_function("self, a, b, c, d, e", body)})
    assert [fault for rule in RULES for fault in rule(house)] == []


def test_the_last_case_for_everything_else_is_free(changed: Changed) -> None:
    cases = [f"  case {number}: ..." for number in range(7)]
    text = a_function("x", ["match x:", *cases, "  case _: ..."])
    assert SIMPLE(changed({"app.py": text})) == []
