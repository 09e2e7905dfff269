"""Programs whose words are files that they read."""

from runcard.domain.commands.model import Leaf

READERS = {
    "awk", "cat", "column", "comm", "cut", "diff", "egrep", "fgrep", "fmt", "fold", "gawk", "grep",
    "head", "iconv", "join", "jq", "nl", "paste", "rev", "sed", "sort", "tac", "tail", "uniq", "yq",
    "zcat", "zgrep",
}  # fmt: skip


def own_files(leaf: Leaf) -> tuple[str, ...]:
    """What stands behind its name."""
    return tuple(word.text for word in leaf.words[1:]) if leaf.name in READERS else ()


def files_read(leaf: Leaf) -> tuple[str, ...]:
    """Its own, and those of the programs that feed it."""
    return (*own_files(leaf), *(leaf.feed.files if leaf.feed is not None else ()))
