"""The canonical layout of a document, as changes of lines; text that is meant verbatim stays."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.page.outline import FRONT_KEY, LONGEST_LINE
from runcard.domain.playbooks.writing.aligned_tables import aligned_table
from runcard.domain.playbooks.writing.edits import Edit, edit
from runcard.domain.playbooks.writing.meaning import tag_of

BULLET = re.compile(r"^(\s*)([*+-])(\s+)(?=\S)")
NUMBER = re.compile(r"^(\s*\d{1,9})([.)])(\s+)(?=\S)")
FENCE = re.compile(r"^(\s*)(`{3,}|~{3,})([^`]*)$")
ONLY_DASHES = re.compile(r"^[-\s]*$")
LONGEST_FRONT = 200
LISTS = {"bullet_list_open": "-", "ordered_list_open": "."}


@dataclass(frozen=True, slots=True)
class Page:
    """Lines of a document, its blocks, the lines that nobody may touch, and those whose text goes
    on in the next line."""

    lines: tuple[str, ...]
    tokens: tuple[Token, ...]
    verbatim: frozenset[int]
    going_on: frozenset[int]


def layout_edits(playbook: Playbook) -> tuple[Edit, ...]:
    """Every change that would make the layout canonical, each on lines of its own."""
    page = _page(playbook)
    found = [*_headings(page), *_lists(page), *_tables(page), *_fences(page, playbook)]
    taken = {at for one in found for at in one.lines}
    return (*found, *_white_space(page, taken))


def _page(playbook: Playbook) -> Page:
    lines = playbook.lines
    front = _front_matter_end(lines)
    judged = [line[:LONGEST_LINE].replace("\0", " ") for line in lines[front:]]
    body = "\n".join([*[""] * front, *judged])
    tokens = tuple(_parser().parse(body))
    verbatim = {*range(1, front + 1), *_told_verbatim(playbook), *_indented_code(body)}
    verbatim |= {at for at, line in enumerate(lines, 1) if len(line) > LONGEST_LINE or "\0" in line}
    verbatim |= {at for token in tokens if token.type == "html_block" for at in _covers(token)}
    running = (_covers(token)[:-1] for token in tokens if token.type == "inline")
    going_on = frozenset(at for lines_of_text in running for at in lines_of_text)
    return Page(lines, tokens, frozenset(verbatim), going_on)


def _parser() -> MarkdownIt:
    """Blocks as the outline sees them."""
    parser = MarkdownIt("commonmark").use(deflist_plugin).enable("table").disable("code")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def _indented_code(body: str) -> set[int]:
    """What a browser shows as code, though we read it as text."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    code = (token for token in parser.parse(body) if token.type == "code_block")
    return {at for token in code for at in _covers(token)}


def _front_matter_end(lines: Sequence[str]) -> int:
    """How many lines the front matter takes; 0 where there is none."""
    if not lines or lines[0].strip() != "---":
        return 0
    ends = (at for at, line in enumerate(lines[1:LONGEST_FRONT], 1) if line.strip() == "---")
    end = next(ends, None)
    if end is None or not any(FRONT_KEY.match(line) for line in lines[1:end]):
        return 0
    return end + 1


def _told_verbatim(playbook: Playbook) -> set[int]:
    """Messages and forms go out as they stand."""
    form = playbook.review.template
    texts = [(one.text_line, one.text) for one in playbook.templates]
    texts += [] if form is None else [(form.text_line, form.text)]
    return {at for first, text in texts for at in range(first, first + text.count("\n") + 1)}


def _covers(token: Token) -> range:
    first, end = token.map or (0, 0)
    return range(first + 1, end + 1)


def _edit(page: Page, after: Mapping[int, tuple[str, ...]]) -> Iterator[Edit]:
    if not page.verbatim & set(after):
        found = edit(page.lines, after)
        if found is not None:
            yield found


def _headings(page: Page) -> Iterator[Edit]:
    """`# Title`, whatever it was written with, between blank lines."""
    last_lines: set[int] = set()
    for at, token in enumerate(page.tokens):
        if token.type != "heading_open" or token.level or token.map is None:
            continue
        first, last = token.map[0] + 1, token.map[1]
        is_underlined = token.markup in {"=", "-"}
        if last - first != (1 if is_underlined else 0):
            continue
        title = f"{'#' * int(token.tag[1])} {page.tokens[at + 1].content}".rstrip()
        above = () if _is_blank(page, first - 1) or first - 1 in last_lines else ("",)
        below = () if _is_blank(page, last + 1) else ("",)
        after = {first: (*above, title, *below)} | ({last: ()} if is_underlined else {})
        found = tuple(_edit(page, after))
        if found or _is_blank(page, last + 1):
            last_lines.add(last)
        yield from found


def _is_blank(page: Page, line: int) -> bool:
    return not 1 <= line <= len(page.lines) or not page.lines[line - 1].strip(" \t")


def _lists(page: Page) -> Iterator[Edit]:
    """`-` and `1.`; two lists that only their signs keep apart stay as they are."""
    for at, token in enumerate(page.tokens):
        sign = LISTS.get(token.type)
        if sign is None or token.markup == sign or _has_a_neighbour(page.tokens, at):
            continue
        firsts = [
            (one.map or [0])[0] + 1
            for one in _inside(page.tokens, at)
            if one.type == "list_item_open" and one.level == token.level + 1
        ]
        after = {line: (_marked(_trimmed(page, line), token),) for line in firsts}
        if all(new[0] for new in after.values()):
            yield from _edit(page, after)


def _inside(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    """What stands between the opening of a block and its end."""
    for place in range(at + 1, len(tokens)):
        if tokens[place].level <= tokens[at].level:
            return
        yield tokens[place]


def _has_a_neighbour(tokens: Sequence[Token], at: int) -> bool:
    """Whether a list of the same kind stands directly before or behind."""
    kind = tokens[at].type
    before = tokens[at - 1].type if at else ""
    end = at + 1 + sum(1 for _ in _inside(tokens, at))
    behind = tokens[end + 1].type if end + 1 < len(tokens) else ""
    return before == kind.replace("_open", "_close") or behind == kind


def _marked(line: str, token: Token) -> str:
    """The line with its canonical sign; empty where the line does not begin with the sign."""
    pattern = BULLET if token.type == "bullet_list_open" else NUMBER
    found = pattern.match(line)
    rest = "" if found is None else line[found.end() :]
    if found is None or found.group(2) != token.markup or ONLY_DASHES.match(rest):
        return ""
    sign = "-" if pattern is BULLET else f"{found.group(1)}."
    indent = found.group(1) if pattern is BULLET else ""
    return f"{indent}{sign}{found.group(3)}{rest}"


def _tables(page: Page) -> Iterator[Edit]:
    for at, token in enumerate(page.tokens):
        if token.type == "table_open" and token.level == 0:
            after = aligned_table(tuple(_inside(page.tokens, at)))
            if after is not None:
                yield from _edit(page, after)


def _fences(page: Page, playbook: Playbook) -> Iterator[Edit]:
    """Back-ticks, and a tag that says what is inside."""
    tags = {one.line: tag_of(one) for one in playbook.fences}
    for token in page.tokens:
        if token.type == "fence" and token.map is not None:
            first, last = token.map[0] + 1, token.map[1]
            after = _fenced(page, token, tags.get(first, ""))
            if after and not page.verbatim & {first, last}:
                yield Edit({at: new for at, new in after.items() if new[0] != page.lines[at - 1]})


def _fenced(page: Page, token: Token, tag: str) -> dict[int, tuple[str, ...]]:
    first, last = _covers(token)[0], _covers(token)[-1]
    opened = FENCE.match(page.lines[first - 1])
    closed = FENCE.match(page.lines[last - 1])
    if opened is None or closed is None or closed.group(3).strip() or first == last:
        return {}
    sign = token.markup
    if sign.startswith("~") and "```" not in token.content and "`" not in token.info:
        sign = "```"
    before = (page.lines[first - 1], page.lines[last - 1])
    after = (f"{opened.group(1)}{sign}{opened.group(3).strip() or tag}", f"{closed.group(1)}{sign}")
    if closed.group(2)[0] != token.markup[0] or len(closed.group(2)) < len(token.markup):
        return {}
    return {} if before == after else {first: (after[0],), last: (after[1],)}


def _white_space(page: Page, taken: set[int]) -> Iterator[Edit]:
    """No blank line twice, nothing behind the last word; two spaces that break a line stay."""
    kept = page.verbatim | {
        at for token in page.tokens if token.type == "fence" for at in _covers(token)
    }
    for at in range(1, len(page.lines) + 1):
        if at in taken or at in kept:
            continue
        is_second = _is_blank(page, at) and _is_blank(page, at - 1) and at - 1 not in kept
        after = () if is_second else (_trimmed(page, at),)
        yield from _edit(page, {at: after})


def _trimmed(page: Page, at: int) -> str:
    line = page.lines[at - 1]
    bare = line.rstrip(" \t")
    breaks = line.endswith("  ") and bare and at in page.going_on
    return f"{bare}  " if breaks else bare
