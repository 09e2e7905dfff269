"""Every folder has a sign, every file opens with a sentence, every plug-in and entry has a page."""

import ast
from collections.abc import Iterator

from tests.architecture.house import House, Module, Rule, called_name
from tests.architecture.sound_house import BrokenWall, Changed

PLUG_INS = "docs/reference/plug-ins"
ENTRIES = "docs/reference/timeline-entries.md"
ENTRY_FILES = {"model", "shelf", "copies"}


def every_folder_has_a_sign(house: House) -> list[str]:
    signed = {sign.path.parent for sign in house.signs}
    bare = {module.path.parent for module in house.modules} - signed
    return [f"{folder}/ has no __init__.py" for folder in sorted(bare)]


def a_sign_holds_no_code(house: House) -> list[str]:
    return [
        f"{sign.place} is a sign, not a cupboard: one docstring and nothing else"
        for sign in house.signs
        if not is_bare_sign(sign)
    ]


def a_file_opens_with_a_sentence(house: House) -> list[str]:
    return [
        f"{file.place} must open with a docstring that says what it is for"
        for file in [*house.files, *house.tests]
        if not (ast.get_docstring(file.tree) or is_empty_sign_of_tests(file))
    ]


def every_plug_in_has_a_page(house: House) -> list[str]:
    return [
        f"{module} has no page: write {page}"
        for module in house.modules
        if module.parts[0] == "adapters"
        for page in plug_in_pages(module)
        if not house.texts.get(page, "").strip()
    ]


def every_timeline_entry_has_a_heading(house: House) -> list[str]:
    told = headings(house.texts.get(ENTRIES, ""))
    return [
        f"{module} has the entry {kind}, and {ENTRIES} has no heading for it"
        for module in house.modules
        if module.parts[0] == "timeline" and module.parts[1] in ENTRY_FILES
        for kind in entry_kinds(module)
        if kind not in told
    ]


def is_bare_sign(sign: Module) -> bool:
    """The first sign of the house may also bear the version."""
    rest = sign.tree.body[1:]
    if sign.place == "__init__.py":
        rest = [statement for statement in rest if not is_version(statement)]
    return ast.get_docstring(sign.tree) is not None and not rest


def is_version(statement: ast.stmt) -> bool:
    match statement:
        case ast.Assign(targets=[ast.Name(id="__version__")], value=ast.Constant()):
            return True
        case _:
            return False


def is_empty_sign_of_tests(file: Module) -> bool:
    return (
        file.path.parts[0] == "tests" and file.path.name == "__init__.py" and not file.text.strip()
    )


def plug_in_pages(module: Module) -> Iterator[str]:
    """docs/reference/plug-ins/<family>/<kind>.md for a file that ends in `PLUGIN = ...`."""
    for name in plug_ins(module):
        kinds = [kind for node in classes(module) if node.name == name for kind in said(node)]
        kind = next(iter(kinds), module.path.stem)
        yield f"{PLUG_INS}/{module.path.parent.name}/{kind}.md"


def plug_ins(module: Module) -> Iterator[str]:
    for statement in module.tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="PLUGIN")], value=value):
                yield called_name(value)
            case ast.AnnAssign(target=ast.Name(id="PLUGIN"), value=ast.expr() as value):
                yield called_name(value)


def entry_kinds(module: Module) -> Iterator[str]:
    """One class each: by its `kind` if it says one, else by its name."""
    for node in classes(module):
        if node.name != "Entry" and not node.name.startswith("_") and not is_vocabulary(node):
            yield next(said(node), node.name)


def is_vocabulary(node: ast.ClassDef) -> bool:
    """Enums and protocols are words that entries use; they are no entries."""
    bases = {called_name(base) for base in node.bases}
    return any(base.endswith(("Enum", "Protocol", "Flag")) for base in bases)


def classes(module: Module) -> Iterator[ast.ClassDef]:
    yield from (node for node in module.tree.body if isinstance(node, ast.ClassDef))


def said(node: ast.ClassDef) -> Iterator[str]:
    """What the class says its kind is."""
    for statement in node.body:
        match statement:
            case (
                ast.Assign(targets=[ast.Name(id="kind")], value=ast.Constant(value=str(kind)))
                | ast.AnnAssign(target=ast.Name(id="kind"), value=ast.Constant(value=str(kind)))
            ):
                yield kind


def headings(page: str) -> set[str]:
    lines = [line for line in page.splitlines() if line.startswith("#")]
    return {line.lstrip("#").strip().strip("`") for line in lines}


RULES: tuple[Rule, ...] = (
    every_folder_has_a_sign,
    a_sign_holds_no_code,
    a_file_opens_with_a_sentence,
    every_plug_in_has_a_page,
    every_timeline_entry_has_a_heading,
)
SIGN, OPENING, PAGE, HEADING = RULES[1:]
PLUG_IN = "class Sms:\n    kind: ClassVar[str] = 'text'\n\n\nPLUGIN = Sms\n"
WALLS = (
    BrokenWall("a room has no sign", every_folder_has_a_sign,
               {"domain/people/__init__.py": None}, "domain/people/ has no __init__.py"),
    BrokenWall("a sign imports", SIGN,
               {"domain/people/__init__.py": "from json import loads\n"}, "people/__init__.py is"),
    BrokenWall("a sign keeps a version that is not its own", SIGN,
               {"domain/people/__init__.py": "__version__ = '1'\n"}, "people/__init__.py is"),
    BrokenWall("a sign is blank", SIGN,
               {"domain/people/__init__.py": "# blank\n"}, "people/__init__.py is a sign"),
    BrokenWall("the first sign of the house holds code", SIGN,
               {"__init__.py": "__version__ = read()\n"}, "__init__.py is a sign"),
    BrokenWall("a file opens without a sentence", OPENING,
               {"app.py": "# no sentence\n"}, "app.py must open with a docstring"),
    BrokenWall("a test file opens without a sentence", OPENING,
               {"tests/test_x.py": "# no sentence\n"}, "tests/test_x.py must open"),
    BrokenWall("a plug-in has no page", PAGE,
               {"adapters/notify/sms.py": PLUG_IN}, "docs/reference/plug-ins/notify/text.md"),
    BrokenWall("a plug-in has an empty page", PAGE,
               {"docs/reference/plug-ins/notify/ntfy.md": "\n"}, "plug-ins/notify/ntfy.md"),
    BrokenWall("a timeline entry has no heading", HEADING,
               {"ledgers/timeline/model.py": "class Acknowledged: ...\n"},
               "has the entry Acknowledged"),
    BrokenWall("the page of timeline entries is not there", HEADING,
               {"docs/reference/timeline-entries.md": None}, "has the entry paged"),
)  # fmt: skip


def test_words_that_entries_use_need_no_heading(changed: Changed) -> None:
    text = "class Entry: ...\n\n\nclass Why(Enum): ...\n\n\nclass _Part: ...\n"
    assert HEADING(changed({"ledgers/timeline/model.py": text})) == []
