"""Checks the documents: every link leads somewhere, every page is listed, decisions in order."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[1]
ADR = re.compile(r"(\d{4})-[a-z0-9-]+\.md")


def documents(root: Path) -> list[Path]:
    top = [path for path in root.glob("*.md") if not path.name.startswith(".")]
    return sorted([*top, *root.glob("docs/**/*.md"), *root.glob("bench/*.md")])


def links(text: str) -> Iterator[str]:
    """The targets of all links and pictures, code left out."""
    for block in MarkdownIt().parse(text):
        for token in block.children or []:
            target = token.attrGet("href") or token.attrGet("src")
            if target is not None:
                yield str(target)


def is_ours(target: str) -> bool:
    return "://" not in target and not target.startswith(("#", "mailto:"))


def broken_links(root: Path) -> list[str]:
    return [
        f"{path.relative_to(root)}: {target} leads nowhere"
        for path in documents(root)
        for target in links(path.read_text())
        if is_ours(target) and not (path.parent / target.partition("#")[0]).exists()
    ]


def unlisted_decisions(root: Path) -> list[str]:
    folder = root / "docs" / "adr"
    listed = set(links((folder / "README.md").read_text()))
    names = sorted(path.name for path in folder.glob("[0-9]*.md"))
    faults = [f"docs/adr/README.md: {name} is not listed" for name in names if name not in listed]
    numbers = [int(match[1]) for name in names if (match := ADR.fullmatch(name))]
    if numbers != list(range(1, len(names) + 1)):
        faults.append("docs/adr: the numbers must run from 0001 without a gap")
    return faults


def unlisted_pages(root: Path) -> list[str]:
    """Every page is reached from the README of its folder, every folder from the one above."""
    signs = [path for path in documents(root) if path.name == "README.md" and path.parent != root]
    return [
        f"{sign.relative_to(root)}: {page} is not listed"
        for sign in signs
        for page in sorted(pages_beside(sign) - set(links(sign.read_text())))
    ]


def pages_beside(sign: Path) -> set[str]:
    beside = {path.name for path in sign.parent.glob("*.md")} - {sign.name}
    return beside | {f"{path.parent.name}/README.md" for path in sign.parent.glob("*/README.md")}


def main() -> int:
    faults = broken_links(ROOT) + unlisted_pages(ROOT) + unlisted_decisions(ROOT)
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print(
            f"{len(documents(ROOT))} documents, every link leads somewhere and every page is listed"
        )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
