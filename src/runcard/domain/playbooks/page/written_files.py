"""Text that the commands of a fence write into a file: here-documents and echoed lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from runcard.domain.commands.shell_lines import HEREDOC
from runcard.domain.playbooks.nouns.said import Text

WRITES = re.compile(r"^\s*(?:sudo\s+)?(?:tee\s|cat\b[^|;&]*[^<>&\d]>{1,2}\s*[^\s&>])")
ECHOED = re.compile(r"""^\s*echo\s+(?:-[en]+\s+)?(["'])(.*)\1\s*>{1,2}\s*([^\s&>]+)\s*$""")


def written_files(lines: Sequence[str], first_line: int) -> Iterator[tuple[Text, ...]]:
    """The lines of each file, in the order in which they are written."""
    if not any(">" in text or "tee" in text for text in lines):
        return
    numbered = [Text(text, line) for line, text in enumerate(lines, first_line)]
    yield from _here_documents(numbered)
    for target, echoed in groupby(numbered, _target):
        if target is not None:
            yield tuple(_said(one) for one in echoed)


def _here_documents(lines: Sequence[Text]) -> Iterator[tuple[Text, ...]]:
    """What stands between `cat > report.md <<EOF` and `EOF`."""
    end, body = "", list[Text]()
    for one in lines:
        if not end:
            begun = HEREDOC.search(one.text) if WRITES.match(one.text) else None
            end, body = (begun.group(2), []) if begun is not None else ("", [])
        elif one.text.strip() == end:
            yield tuple(body)
            end = ""
        else:
            body.append(one)


def _target(line: Text) -> str | None:
    """The file to which a line is echoed."""
    found = ECHOED.match(line.text)
    return found.group(3) if found is not None else None


def _said(line: Text) -> Text:
    return Text(ECHOED.sub(r"\2", line.text), line.line)
