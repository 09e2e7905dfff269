"""The reference page of each plug-in, written from its docstring and its fields."""

import dataclasses
import inspect
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from runcard.adapters.registry import explained, plugins
from runcard.kernel.secret import Secret

FAMILIES = ("intake", "notify")
WORDS = {"str": "text", "int": "whole number", "float": "number", "bool": "true or false"}
OTHERS = {"Secret": "secret", "timedelta": "span of time (`15m`)"}


def pages() -> Iterator[tuple[Path, str]]:
    """Every page and where it stands below docs/reference/plug-ins."""
    for family in FAMILIES:
        for kind, plugin in plugins(family).items():
            yield Path(family) / f"{kind}.md", page(kind, plugin)


def page(kind: str, plugin: type[Any]) -> str:
    """One page: what it is, then its settings."""
    lines = [f"# {kind}", "", inspect.getdoc(plugin) or "", "", "## Settings", ""]
    fields = dataclasses.fields(plugin)
    if not fields:
        return "\n".join([*lines, "It has none.", ""])
    words = explained(plugin)
    lines += ["| setting | is | when left out | meaning |", "|---|---|---|---|"]
    lines += [row(field, words.get(field.name, "")) for field in fields]
    return "\n".join([*lines, ""])


def row(field: dataclasses.Field[Any], meaning: str) -> str:
    cells = [f"`{field.name}`", type_in_words(field.type), default_in_words(field), meaning]
    return f"| {' | '.join(' '.join(cell.split()) for cell in cells)} |"


def type_in_words(hint: Any) -> str:
    name = getattr(hint, "__name__", None) or str(hint)
    plain = str(hint if "|" in str(hint) else name).replace("| None", "").strip().split(".")[-1]
    return (WORDS | OTHERS).get(plain, plain)


def default_in_words(field: dataclasses.Field[Any]) -> str:
    """Never the words of a secret."""
    if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
        return "must be given"
    if field.default is None or isinstance(field.default, Secret):
        return "none"
    if field.default is dataclasses.MISSING:
        return "empty"
    if isinstance(field.default, bool | timedelta):
        return f"`{str(field.default).lower()}`"
    return f"`{field.default}`"


def write_pages(folder: Path) -> None:
    for place, text in pages():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
