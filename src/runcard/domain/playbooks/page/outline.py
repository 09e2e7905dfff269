"""A Markdown page as an outline: sections, lists, tables and fences with their line numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Heading,
    Item,
    Outline,
    Paragraph,
    Row,
    Section,
    Table,
)
from runcard.domain.playbooks.page.html_tables import read_html_table
from runcard.domain.playbooks.page.nested_fences import as_meant
from runcard.domain.playbooks.page.other_points import with_points
from runcard.domain.playbooks.page.rendered import as_seen, heading_as_seen
from runcard.domain.playbooks.page.soft_breaks import with_whole_sentences
from runcard.domain.playbooks.words import LEADING_NUMBER, mended, plain, without_emoji

# A longer line is kept as it is, but only its beginning is judged.
LONGEST_LINE = 4000
BOX = re.compile(r"^(?:\[[ xX]?\]|[□☐☑☒])\s+")
LOOSE_BOX = re.compile(r"^(?:\[[ xX]?\]|[□☐☑☒✅])\s+")
LETTERED = re.compile(r"^\(?([a-z])[.)]\s+(?=\S)")
ALPHABET = list("abcdefghijklmnopqrstuvwxyz")
LINE_ENDS = re.compile(r"\r\n|\r|\n")
FRONT_KEY = re.compile(r"^([\w][\w -]*?)\s*:\s*(.*)$")
COMMENT = re.compile(r"^\s*<!--.*-->\s*$")

CHAPTER = 2
RULE = re.compile(r"[=*~#_-]{3,}")
# `### First aid:` and `### **First aid:**` say no more than `### First aid`.
COLON = re.compile(r"\s*[:：]\s*(\*{0,3})$")


@dataclass
class _Reader:
    """Where the walk over the tokens stands."""

    found: list[Heading | Block] = field(default_factory=list)
    lists: list[tuple[int, bool]] = field(default_factory=list)
    quotes: list[int] = field(default_factory=list)
    fresh_item: bool = False
    fresh_meaning: bool = False


def outline(text: str) -> Outline:
    """Read a page. Any text gives an outline; nothing raises."""
    lines = tuple(LINE_ENDS.split(text))
    judged = [mended(line[:LONGEST_LINE].replace("\x00", "\ufffd")) for line in lines]
    front, body = _front_matter(judged)
    blocks = _blocks(_parser().parse("\n".join(with_points(as_meant(body)))))
    return Outline(lines, _sections(_from_chapters(blocks), len(lines)), front)


def _parser() -> MarkdownIt:
    """Blocks only: what stands inside a line is read by our own grammars."""
    parser = MarkdownIt("commonmark").use(deflist_plugin).enable("table").disable("code")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def _front_matter(lines: list[str]) -> tuple[tuple[tuple[str, Text], ...], list[str]]:
    if not lines or lines[0].strip() != "---":
        return (), lines
    end = next((at for at, line in enumerate(lines[1:200], 1) if line.strip() == "---"), None)
    if end is None:
        return (), lines
    pairs = [_front_pair(line, at) for at, line in enumerate(lines[1:end], 2)]
    known = tuple(pair for pair in pairs if pair is not None)
    if not known:
        return (), lines
    return known, [""] * (end + 1) + lines[end + 1 :]


def _front_pair(line: str, number: int) -> tuple[str, Text] | None:
    found = FRONT_KEY.match(line)
    if found is None:
        return None
    return found.group(1).lower(), Text(found.group(2).strip().strip("\"'"), number)


def _blocks(tokens: Sequence[Token]) -> list[Heading | Block]:
    reader = _Reader()
    at = 0
    while at < len(tokens):
        at = _step(reader, tokens, at)
    return reader.found


def _step(reader: _Reader, tokens: Sequence[Token], at: int) -> int:
    token = tokens[at]
    if token.type == "heading_open":
        _add_heading(reader, token, tokens[at + 1])
    elif token.type in {"fence", "html_block"}:
        _add_leaf(reader, token)
    elif token.type == "table_open":
        return _add_table(reader, tokens, at)
    elif token.type == "inline" and tokens[at - 1].type == "paragraph_open":
        _add_paragraph(reader, token)
    elif token.type == "inline" and tokens[at - 1].type == "dt_open":
        _add_term(reader, token)
    else:
        _follow(reader, token)
    return at + 1


def _follow(reader: _Reader, token: Token) -> None:
    """Keep count of the lists and quotes we are inside."""
    start = _start(token)
    match token.type:
        case "bullet_list_open" | "ordered_list_open" | "dl_open":
            reader.lists.append((start, token.type == "ordered_list_open"))
        case "dd_open":
            reader.lists.append((start, False))
            reader.fresh_item = reader.fresh_meaning = True
        case "bullet_list_close" | "ordered_list_close" | "dl_close" | "dd_close":
            reader.lists.pop()
        case "blockquote_open":
            reader.quotes.append(start)
        case "blockquote_close":
            reader.quotes.pop()
        case "list_item_open":
            reader.fresh_item, reader.fresh_meaning = True, False
        case _:
            pass


def _start(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def _add_heading(reader: _Reader, token: Token, inline: Token) -> None:
    text = heading_as_seen(" ".join(inline.content.split("\n")))
    if reader.lists or reader.quotes:
        said = (Text(text, _start(token)),)
        quote = reader.quotes[-1] if reader.quotes else None
        reader.found.append(Paragraph(_start(token), said, quote, in_item=True))
        return
    if RULE.fullmatch(text):  # `# =====`, a line drawn above and below a title
        return
    reader.found.append(Heading(int(token.tag[1]), _title(text), _start(token)))


def _title(text: str) -> str:
    """A heading without its adornments: a colon behind it, a picture in front of its number."""
    bare = without_emoji(text)
    counted = bare if LEADING_NUMBER.match(bare) else text
    return COLON.sub(r"\1", counted)


def _add_leaf(reader: _Reader, token: Token) -> None:
    if token.type == "html_block":
        table = read_html_table(token.content, _start(token))
        if table is not None:
            reader.found.append(table)
        elif not COMMENT.match(token.content):
            reader.found.append(Paragraph(_start(token), _numbered(token)))
        return
    end = token.map[1] if token.map else 0
    lang = token.info.strip().split(" ")[0] or None
    content = tuple(token.content.split("\n"))
    content = content[:-1] if content and content[-1] == "" else content
    reader.found.append(Fence(_start(token), end, lang, content, bool(reader.lists)))
    reader.fresh_item = False


def _add_term(reader: _Reader, token: Token) -> None:
    """The term of a definition list is an entry that names what is nested in it."""
    term = token.content.strip()
    named = term if term.startswith(("**", "__")) else f"**{term}**"
    list_line = reader.lists[-1][0] if reader.lists else _start(token)
    line = Text(named, _start(token))
    reader.found.append(Item(line.line, (line,), len(reader.lists) or 1, list_line, False))


def _numbered(token: Token) -> tuple[Text, ...]:
    start = _start(token)
    lines = token.content.strip("\n").split("\n")
    return tuple(Text(as_seen(line.strip()), start + at) for at, line in enumerate(lines))


def _add_paragraph(reader: _Reader, token: Token) -> None:
    lines = with_whole_sentences(_numbered(token))
    if reader.lists and reader.fresh_item:
        reader.found.append(_item(reader, lines))
        reader.fresh_item = False
        return
    quote = reader.quotes[-1] if reader.quotes else None
    reader.found.extend(_paragraphs(lines, quote, in_item=bool(reader.lists)))


def _item(reader: _Reader, lines: tuple[Text, ...]) -> Item:
    list_line, numbered = reader.lists[-1]
    box = BOX.match(lines[0].text)
    if box is not None:
        lines = (replace(lines[0], text=lines[0].text[box.end() :]), *lines[1:])
    depth = len(reader.lists)
    told = reader.fresh_meaning
    quote = reader.quotes[-1] if reader.quotes else None
    return Item(lines[0].line, lines, depth, list_line, numbered, box is not None, told, quote)


def _paragraphs(
    lines: tuple[Text, ...], quote: int | None, *, in_item: bool
) -> list[Paragraph | Item]:
    """Running lines; lines that begin with a box, or with a, b, c, are entries of a list."""
    lettered = [LETTERED.match(line.text) for line in lines]
    if len(lines) > 1 and [one.group(1) for one in lettered if one] == ALPHABET[: len(lines)]:
        at = lines[0].line
        spoken = [replace(line, text=LETTERED.sub("", line.text)) for line in lines]
        return [Item(line.line, (line,), 1, at, numbered=True) for line in spoken]
    if quote is None and all(LOOSE_BOX.match(line.text) for line in lines):
        bare = [replace(line, text=LOOSE_BOX.sub("", line.text)) for line in lines]
        at = lines[0].line
        return [Item(line.line, (line,), 1, at, numbered=False, box=True) for line in bare]
    return [Paragraph(lines[0].line, lines, quote, in_item)]


def _add_table(reader: _Reader, tokens: Sequence[Token], at: int) -> int:
    rows: list[tuple[int, list[str]]] = []
    start = _start(tokens[at])
    while tokens[at].type != "table_close":
        token = tokens[at]
        if token.type == "tr_open":
            rows.append((_start(token), []))
        elif token.type == "inline" and rows:
            rows[-1][1].append(plain(as_seen(token.content)))
        at += 1
    read = tuple(Row(line, tuple(cells)) for line, cells in rows)
    if read:
        reader.found.append(Table(start, read[0], read[1:]))
    return at + 1


def _from_chapters(blocks: Sequence[Heading | Block]) -> Sequence[Heading | Block]:
    """Headings as deep as they would be if the chapters below the title were of the second level,
    which some documents leave out."""
    below = [one.level for one in blocks if isinstance(one, Heading) and one.level >= CHAPTER]
    gap = min(below, default=CHAPTER) - CHAPTER
    return [
        replace(one, level=one.level - gap) if isinstance(one, Heading) and one.level > 1 else one
        for one in blocks
    ]


def _sections(blocks: Sequence[Heading | Block], total: int) -> tuple[Section, ...]:
    """Headings with the blocks under them; the first section has no heading."""
    drafts = [Section(0, 0, "", 0, total, None)]
    held: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading):
            parent = _parent(drafts, block.level)
            drafts.append(Section(len(drafts), block.level, block.text, block.line, total, parent))
            held.append([])
        else:
            held[-1].append(block)
    ends = [following.line - 1 for following in drafts[1:]] + [total]
    return tuple(
        replace(draft, blocks=tuple(mine), end=end)
        for draft, mine, end in zip(drafts, held, ends, strict=True)
    )


def _parent(drafts: Sequence[Section], level: int) -> int | None:
    at: int | None = len(drafts) - 1
    while at is not None and drafts[at].level >= level:
        at = drafts[at].parent
    return at
