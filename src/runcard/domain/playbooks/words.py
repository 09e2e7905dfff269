"""Plain words out of Markdown, and the ways two spellings are seen to be the same."""

import re
import unicodedata

from runcard.domain.playbooks.remembered import remembered

LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]*(?:\([^()]*\)[^()\s]*)?(?:\s+\"[^\"]*\")?\)")
# `______` is a blank to fill in and nothing in bold.
# `____` is a blank to fill in.
STRONG = re.compile(r"(\*\*|(?<!_)__(?!_))(?=\S)(.{1,300}?)(?<=\S)\1(?!_)")
EMPHASIS = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^*_\n]{1,300}?)(?<=[^\s*_])\1(?![\w*])")
TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>")
# One of HTML; `<name>`, `<code>`, `<summary>` and a bare `<a>` may be gaps to fill in.
HTML_TAG = re.compile(
    r"</?(?:details|div|span|br|hr|em|strong|table|thead|tbody|t[rdh]|ul|ol|li|img|h\d)"
    r"(?:\s+[\w-]+=[^<>]*)?\s*/?>|<(?:a|p|b|i)\s+[\w-]+=[^<>]*>|</(?:a|p|b|i)>"
    # Whatever has a quoted value: `<svg class="wheel">`.
    r"|<[a-z][\w-]*(?:\s+[\w:-]+=(?:\"[^\"<>]*\"|'[^'<>]*'))+\s*/?>",
    re.IGNORECASE,
)
LEADING_NUMBER = re.compile(
    # `3 — Roles`, `3.1 - Roles`, `3.1: Roles`; `1 - High` and `1: High` may be levels.
    r"^(?:(?:\d{1,2}\s+[—–]|\d{1,2}(?:\.\d+)+\.?(?:\s+[—–-]|:))(?=\s+[^\W\d_])"
    r"|\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|\d{1,2}\s+[·•](?=\s+\S)"
    r"|\d{1,2}(?=\s+[^\W\d_]{3})"
    r"(?!\s+(?:min|hour|day|sec|week|month|stund|tag|heure|hora|dia|día|jour|ore|uur|dni))"
    r"|§\s?\d+(?:\.\d+)*[.)]?)\s+",
    re.IGNORECASE,
)
PARENTHESIS = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*$")
SPACES = re.compile(r"\s+")
# Between the parts of a sentence; not in `10,000`.
COMMA = re.compile(r"\s*(?:,(?!(?<=\d,)\d{3}(?!\d))|[，、])\s*")
WORD = re.compile(r"\w+")
# Signs of scripts that put no space between words.
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
NOT_WORD = re.compile(r"[\W_]+")
LETTER = re.compile(r"[^\W\d_]")
EMOJI = re.compile(r"^(?:[^\w\s\[\](){}<>\"'`#@$%*+\-–—.,:;|/\\=~&!?]|\ufe0f|\u200d)+\s*")
DAMAGE = re.compile(r"[ÂÃâð][\u0080-\u00bf\u2010-\u2122\u0152-\u0192\u02c6\u02dc]")
DAMAGED_RUN = re.compile(r"[^\x00-\x7f]+")
MOST_SIGNS = 8192
FULL_WIDTH = {
    ord("（"): "(", ord("）"): ")", ord("："): ":", ord("／"): "/", ord("〜"): "~", ord("～"): "~",
    ord("，"): ",", ord("＜"): "<", ord("＞"): ">", ord("％"): "%", ord("’"): "'", ord("　"): " ",
    ord("\u00a0"): " ", ord("\u202f"): " ", ord("–"): "-", ord("—"): "-", ord("−"): "-",
}  # fmt: skip


@remembered
def plain(text: str) -> str:
    """The words without emphasis, links and doubled white space; inline code keeps its ticks."""
    words = LINK.sub(r"\1", text) if "](" in text else text
    if "**" in words or "__" in words:
        words = STRONG.sub(r"\2", words)
    if "*" in words or "_" in words:
        words = EMPHASIS.sub(r"\2", words)
    return " ".join(words.split())


def mended(line: str) -> str:
    """UTF-8 that was read as Windows-1252, put right where that gives sound text."""
    if line.isascii() or not DAMAGE.search(line):
        return line
    return DAMAGED_RUN.sub(lambda found: _reread(found.group()), line)


def _reread(run: str) -> str:
    octets = b"".join(_octet(character) for character in run)
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return run


def _octet(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1", "replace")


def without_tags(text: str) -> str:
    """The words of a piece of HTML."""
    return SPACES.sub(" ", TAG.sub(" ", text)).strip()


def _one_for_one(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    lower = unicodedata.normalize("NFKC", character).lower()
    return lower if len(lower) == 1 else character


class _Folds(dict[int, str]):
    """What each character becomes, told when it is first met."""

    def __missing__(self, code: int) -> str:
        if len(self) >= MOST_SIGNS:
            self.clear()
        told = self[code] = _one_for_one(FULL_WIDTH.get(code, chr(code)))
        return told


FOLDS = _Folds()


def folded(text: str) -> str:
    """Lower case, half-width signs and ASCII digits; every character stays in its place."""
    return text.lower() if text.isascii() else _folded(text)


@remembered
def _folded(text: str) -> str:
    return text.translate(FOLDS)


@remembered
def untitled(heading: str) -> str:
    """A heading without its leading number."""
    return LEADING_NUMBER.sub("", plain(heading))


def without_emoji(text: str) -> str:
    """The text without pictures in front of it."""
    return text if text[:1].isalnum() else EMOJI.sub("", text)


def trailing_parenthesis(text: str) -> tuple[str, str | None]:
    """`Assess (first 5 minutes)` is `Assess` and what stands in its parenthesis."""
    found = PARENTHESIS.search(text) if text.rstrip()[-1:] in {")", "）"} else None
    if found is None or found.start() == 0:
        return text, None
    return text[: found.start()].rstrip(), found.group(1).strip()


def slug(text: str) -> str:
    """`24/7 Available` becomes `24_7_available`."""
    return NOT_WORD.sub("_", text.lower()).strip("_")


def margin_of(line: str) -> int:
    """How far in its first sign stands."""
    return len(line) - len(line.lstrip())


def has_letters(text: str) -> bool:
    """Whether anything is said at all."""
    return LETTER.search(text) is not None
