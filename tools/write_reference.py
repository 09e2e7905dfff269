"""Writes the pages of docs/reference that follow from the source: plug-ins, timeline, findings."""

import ast
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import tomli

from runcard.domain.playbooks.explain import page_of
from runcard.domain.playbooks.findings import Kind, kinds_from
from runcard.domain.playbooks.writing.json_form import json_schema

ROOT = Path(__file__).parents[1]
SOURCE = Path("src") / "runcard"
ENTRIES = Path("ledgers") / "timeline"
# The first holds most of them, the others those of one origin each.
ENTRY_FILES = ("model.py", "shelf.py", "copies.py")
PAGES = Path("docs") / "reference"
SCHEMA = PAGES / "playbook.schema.json"
CODES = Path("domain") / "playbooks" / "codes"
WRITTEN_FOLDERS = ("plug-ins", "findings")
CODE_FAMILIES = {
    "RC0": "The document as a whole",
    "RC1": "Severities and their times",
    "RC2": "How often and when people are told",
    "RC3": "Escalation and roles",
    "RC4": "Contacts",
    "RC5": "Message templates",
    "RC6": "Reviews, recovery and the way steps are written",
    "RC7": "Commands: one code for each numbered rule",
    "RC8": "Commands: what they do to each other and to the system",
    "RC9": "The document against reality",
}
ABOUT_FINDINGS = """\
`runcard check FILE` tells what a document leaves open, says twice or gets wrong. Every finding has
a code that stays the same, the line it is about and the line to write instead; `runcard explain
RC105` prints its page. A finding never stops a playbook from being used: where the document is
silent, the defaults of the team file rule.

To leave a finding as it is, write why, on its line or up to two lines above it; above the first
heading it holds for the whole document:

```markdown
<!-- runcard: ignore RC316 because the whole team lives in one city -->
```

Installed packages may add rules under the entry point `runcard.checks`: a dataclass with a `kind`
and `check(playbook, facts)`, which gives findings with codes of its own."""
FAMILIES = {
    "intake": "Sources of alerts",
    "notify": "Ways to reach a person",
    "checks": "Lint rules",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field as it is written down."""

    name: str
    kind: str
    default: str | None


@dataclass(frozen=True, slots=True)
class Noun:
    """A dataclass as the source shows it."""

    kind: str
    docstring: str
    fields: tuple[Field, ...]


def noun_of(node: ast.ClassDef, default_kind: str) -> Noun:
    kind, fields = default_kind, []
    for statement in node.body:
        match statement:
            case (
                ast.AnnAssign(target=ast.Name(id="kind"), value=ast.Constant(value=str(said)))
                | ast.Assign(targets=[ast.Name(id="kind")], value=ast.Constant(value=str(said)))
            ):
                kind = said
            case ast.AnnAssign(target=ast.Name(id=name)) if not is_class_variable(statement):
                fields.append(field_of(name, statement))
    return Noun(kind, ast.get_docstring(node) or "", tuple(fields))


def is_class_variable(statement: ast.AnnAssign) -> bool:
    return ast.unparse(statement.annotation).startswith("ClassVar")


def field_of(name: str, statement: ast.AnnAssign) -> Field:
    default = None if statement.value is None else ast.unparse(statement.value)
    return Field(name, ast.unparse(statement.annotation), default)


def classes(path: Path) -> Iterator[ast.ClassDef]:
    tree = ast.parse(path.read_text())
    yield from (node for node in tree.body if isinstance(node, ast.ClassDef))


def entries(source: Path) -> list[Noun]:
    """Every timeline entry; the words they use (enums and the like) have no kind of their own."""
    files = [source / ENTRIES / name for name in ENTRY_FILES]
    nouns = [noun_of(node, "") for file in files if file.exists() for node in classes(file)]
    return [noun for noun in nouns if noun.kind]


def plug_ins(family: Path) -> Iterator[Noun]:
    """The class that each file of a family names as its PLUGIN."""
    for path in sorted(family.glob("*.py")):
        wanted = plug_in_name(ast.parse(path.read_text()))
        yield from (noun_of(node, path.stem) for node in classes(path) if node.name == wanted)


def plug_in_name(tree: ast.Module) -> str | None:
    for statement in tree.body:
        match statement:
            case (
                ast.Assign(targets=[ast.Name(id="PLUGIN")], value=ast.Name(id=name))
                | ast.AnnAssign(target=ast.Name(id="PLUGIN"), value=ast.Name(id=name))
            ):
                return name
    return None


def settings_of(noun: Noun) -> str:
    if not noun.fields:
        return "It has no settings."
    rows = [f"{row(field)} {shown_default(field)} |" for field in noun.fields]
    return "\n".join(["| setting | type | default |", "| --- | --- | --- |", *rows])


def what_it_holds(noun: Noun) -> str:
    if not noun.fields:
        return "Holds nothing more."
    return "\n".join(["| holds | type |", "| --- | --- |", *map(row, noun.fields)])


def row(field: Field) -> str:
    return f"| `{field.name}` | `{cell(field.kind)}` |"


def cell(text: str) -> str:
    """A bar would end the cell of a table, inside code too."""
    return text.replace("|", "\\|")


def shown_default(field: Field) -> str:
    return "must be given" if field.default is None else f"`{cell(field.default)}`"


def entries_page(nouns: list[Noun]) -> str:
    parts = ["# Timeline entries", "What did happen: every kind of entry, and what it holds."]
    for noun in nouns:
        parts += [f"## `{noun.kind}`", noun.docstring, what_it_holds(noun)]
    return "\n\n".join(part for part in parts if part) + "\n"


def plug_in_page(noun: Noun) -> str:
    return (
        "\n\n".join([f"# `{noun.kind}`", noun.docstring, "## Settings", settings_of(noun)]) + "\n"
    )


def index_page(families: dict[str, list[Noun]]) -> str:
    parts = ["# Plug-ins"]
    for family, nouns in families.items():
        parts.append(f"## {FAMILIES.get(family, family)}")
        parts.append("\n".join(f"* [`{n.kind}`]({family}/{n.kind}.md)" for n in nouns))
    return "\n\n".join(parts) + "\n"


def kinds_of(source: Path) -> list[Kind]:
    """Every kind of finding, by code."""
    tables: dict[str, dict[str, str]] = {}
    for file in sorted((source / CODES).glob("*.toml")):
        tables |= tomli.loads(file.read_text("utf-8"))
    return list(kinds_from(tables).values())


def findings_page(kinds: list[Kind]) -> str:
    parts = ["# Findings", ABOUT_FINDINGS]
    for family, title in CODE_FAMILIES.items():
        rows = [
            f"| [{kind.code}]({kind.code}.md) | {kind.grade.value} | {cell(kind.says)} |"
            for kind in kinds
            if kind.code.startswith(family)
        ]
        if rows:
            parts += [
                f"## {title}",
                "\n".join(["| code | grade | says |", "| --- | --- | --- |", *rows]),
            ]
    ruled = sorted((kind.rule, kind) for kind in kinds if kind.rule)
    rows = [f"| {rule} | [{kind.code}]({kind.code}.md) |" for rule, kind in ruled]
    parts += ["## Command rules", "\n".join(["| rule | code |", "| --- | --- |", *rows])]
    return "\n\n".join(parts) + "\n"


def pages(root: Path) -> dict[Path, str]:
    """Every page that follows from the source under this root, with its text."""
    source, target = root / SOURCE, root / PAGES
    folders = [path for path in sorted((source / "adapters").glob("*")) if path.is_dir()]
    families = {path.name: nouns for path in folders if (nouns := list(plug_ins(path)))}
    written = {target / "timeline-entries.md": entries_page(entries(source))}
    written[target / "plug-ins" / "README.md"] = index_page(families)
    for family, nouns in families.items():
        for noun in nouns:
            written[target / "plug-ins" / family / f"{noun.kind}.md"] = plug_in_page(noun)
    kinds = kinds_of(source)
    if kinds:
        written[target / "findings" / "README.md"] = findings_page(kinds)
        written |= {target / "findings" / f"{kind.code}.md": page_of(kind) for kind in kinds}
    return written


def out_of_date(root: Path) -> list[str]:
    """Pages that are missing, differ from the source, or describe what is no longer there."""
    due = pages(root)
    wrong = [path for path, text in due.items() if not path.is_file() or path.read_text() != text]
    left = [path for path in pages_of_ours(root) if path not in due]
    return sorted(str(path.relative_to(root)) for path in [*wrong, *left])


def schema_text() -> str:
    """The published JSON Schema of a compiled playbook."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


def pages_of_ours(root: Path) -> list[Path]:
    """The pages in the folders that only this program writes."""
    return [path for name in WRITTEN_FOLDERS for path in (root / PAGES / name).rglob("*.md")]


def main() -> int:
    (ROOT / SCHEMA).write_text(schema_text())
    for path in pages_of_ours(ROOT):
        path.unlink()
    for path, text in pages(ROOT).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    print(f"{len(pages(ROOT))} pages of reference written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
