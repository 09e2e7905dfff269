"""What a written address is: a telephone, a mailbox, a channel, a page, or a gap to fill."""

import re
import unicodedata

from runcard.domain.playbooks.page.blocks import Table
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.vocabulary import Vocabulary

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
# `desk@our-yard`: a house of one's own, where nothing else stands there.
BARE_EMAIL = re.compile(r"[\w.+-]+@[a-z]+(?:-[a-z]+)+")
# `desk@[your house].org`, `<name>@yard.org`: a mailbox of which a part is still to be filled in.
GAPPED_EMAIL = re.compile(
    r"[]>}]@[\w-]{1,64}\.\w"
    r"|[\w+-]@[\w.-]{0,64}(?:\[[^]\[]{1,40}\]|<[^<>]{1,40}>|\{[^{}]{1,40}\})\.\w"
)
URL = re.compile(
    r"https?://|\bwww\.|^(?:status|docs|wiki)\.[\w-]+\.\w+"
    r"|^(?:[a-z0-9-]{1,63}\.){1,4}"
    r"(?:com|org|net|gov|edu|int|info|eu|uk|de|fr|es|it|nl|pl|pt|br|cn|jp|kr|us|ca|au|at|ch|be)"
    r"(?:/\S*)?(?:\s*\([^()]{1,60}\))?$"
)
# `<ada@yard.example>`, `<https://…>`: an address as Markdown writes it to be followed.
AUTOLINK = re.compile(r"<(?:mailto:)?(https?://[^<>\s]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>")
# `8:00 - 18:00` tells hours.
PHONE = re.compile(r"(?<![\w.])(?<!\d:)\+?\(?[\dX][\dX\s()./-]{5,}[\dX]")
# `1-800-SHIPNOW`, `+44-800-555-BOAT`: a number that is dialled by the letters on the keys.
SPELLED_PHONE = re.compile(r"(?<![\w.-])\+?\d{1,3}[- ]\(?\d{3}\)?(?:-[A-Z0-9]{2,}){1,3}(?![\w-])")
# Extensions of a house: `4411`, `4-3333 (internal)`, `12XX`.
SHORT_PHONE = re.compile(
    r"^(?:\d{3,6}|\d{1,2}[-.]\d{3,5})(?:\s*\([^()]{1,40}\).{0,80})?$|^\d{1,4}[xX]{2,}$"
)
# `errors 429-5xx`, `4xx`: answers of a server, and no number with signs for the rest of it.
ANSWERS = re.compile(
    r"(?<![\w+])(?<!\d[ .-])(?:[1-5]\d\d\s?[-–/,]\s?)?[1-5](?:xx|XX)"
    r"(?:\s?[-–/,]\s?[1-5](?:xx|XX))?\b"
)
# `Chat: @ · Mail: · Phone:`: names of ways with nothing behind them.
EMPTY_WAY = re.compile(r"^\s*[^\W\d_][^:：]{0,24}[:：][\s`@#+]*$")
BARS = re.compile(r"[|·•]")
# `14/06/2026`, `2026-08-05` and `18.09.2026` are days and no numbers to dial.
DAY = re.compile(
    r"(?<![\w+])(?:(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2(?:19|20)\d\d)(?!\d)"
)
CHAT = re.compile(r"(?<![^\s(（])[#@][\w-]+")
# ``Write on `status.shop.com` ``: a host in ticks, inside other words.
CODED_HOST = re.compile(
    r"(?:^|`)(?:[a-z0-9-]{1,63}\.){1,4}"
    r"(?:com|org|net|gov|edu|int|info|io|dev|app|eu|uk|de|fr|es|it|nl|pl|pt|br|cn|jp|kr|us|ca|au)"
    r"(?:`|$)"
)
CODED_CHAT = re.compile(r"`[#@][\w-]+(?:`|$)")
PLACE = re.compile(r"^[`<]?(?:https?://\S+|#[\w-]+)[`>]?$")
BLANK = re.compile(r"^[\s`]*_{3,}[\s`]*$")
DOTS = re.compile(r"^\s*(?:\.{3,}|…+)\s*$")
NUMBER = re.compile(r"\d{2}")
# `(add contact)`, `（連絡先を追記）`: a value that is nothing but a remark.
REMARK = re.compile(r"^[(（]([^()（）]{2,60})[)）]\.?$")
# `[[Wiki:Page]]` leads to a page of a wiki and is no gap; `[[name]]` is one.
TOKEN = re.compile(
    r"(?<!\[)\[[^\[\]]+\](?!\()|\[\[[^\[\]:|/]+\]\]|<[^<>]+>|\{[^{}]+\}|【[^】]+】|_{3,}"
)
FILLER_DIGITS = re.compile(r"(?<![A-Za-z])\d*[Xx]{2,}\d*(?![A-Za-z])|\d{2}X(?!\w)|\+00")
# `0800 xxx xxxx`: the beginning of a number, and signs for the rest of it.
FILLED_PHONE = re.compile(r"^\+?\(?\d[\d()/. -]{0,12}[xX]{2,}(?:[ ./-][xX]{2,})*\.?$")
NOBODYS_HOST = re.compile(
    r"(?:^|[@./])(?:company|yourcompany|your-company|your-domain|yourdomain|example)\.[a-z]{2,}"
    r"|\.example(?![\w.-])|\.invalid(?![\w.-])"
)
# `/page <team>`: a command, whose argument is no gap in the page.
COMMAND = re.compile(r"`[^`<\[{]\S*\s[^`]*`")
# ``curl https://yard.org``, ``python tools/look.py``: what is run, and no way to anybody.
RUN = re.compile(r"^`[a-z][\w.-]*\s[^`]*(?:://|[\w.]/\w|\s-{1,2}\w)[^`]*`")
# `desk@house.org (subject: [URGENT])`: what a letter is to begin with is no gap.
SUBJECT = re.compile(r"(?<=\w)\s*\([^()]{0,30}\[[^\[\]]{1,30}\][^()]{0,30}\)$")
REAL = {"phone", "email", "chat"}
WRITTEN = (
    ("email", EMAIL), ("url", URL), ("phone", PHONE), ("phone", SHORT_PHONE),
    ("phone", SPELLED_PHONE),
)  # fmt: skip


def without_brackets(value: str) -> str:
    """A text whose addresses stand there as they are followed, `<ada@yard.example>` and all."""
    return AUTOLINK.sub(r"\1", value) if "<" in value else value


def without_commands(value: str) -> str:
    """A text less the commands it quotes."""
    return COMMAND.sub(" ", value)


def is_run(value: str) -> bool:
    """Whether a value begins with a command."""
    return RUN.match(value) is not None


def is_placeholder(value: str, words: Vocabulary) -> bool:
    """Brackets, blanks, dots, X for digits, hosts nobody owns, `TBD`."""
    value = without_brackets(unicodedata.normalize("NFKC", without_commands(value)))
    value = SUBJECT.sub("", ANSWERS.sub("", value))
    if TOKEN.search(value) or FILLER_DIGITS.search(value) or DOTS.match(value):
        return True
    if are_empty_ways(value) or _asks_to_fill(value, words):
        return True
    host = NOBODYS_HOST.search(value.lower()) or "://company." in value.lower()
    return bool(host) or words.unfilled.speaks_of(value, "unfilled")


def _asks_to_fill(value: str, words: Vocabulary) -> bool:
    """`(add contact)`, `(Nummer eintragen)`: an order to whoever keeps the page; without brackets
    only the word alone is one, for `fill in the form` is said to a reader."""
    if words.unfilled.exactly(value.strip(" ()（）")) == "to_fill":
        return True
    found = REMARK.match(value.strip())
    said = found.group(1).strip() if found is not None else ""
    return any(
        "to_fill" in words.unfilled.phrases[one.group()]
        and (one.start() == 0 or one.end() == len(said))
        for one in words.unfilled.matches(said)
    )


def address_in_front(text: str) -> re.Match[str] | None:
    """The number or mailbox that a text begins with."""
    return PHONE.match(text) or SPELLED_PHONE.match(text) or EMAIL.match(text)


def is_blank(value: str) -> bool:
    """`______`, a line to write on, and nothing else."""
    return BLANK.match(value) is not None


def are_empty_ways(value: str) -> bool:
    """`Chat: @ · Mail:`, a form of two ways at least that nobody has filled in."""
    pieces = BARS.split(value)
    return len(pieces) > 1 and all(EMPTY_WAY.match(piece) for piece in pieces)


def is_only_a_place(value: str) -> bool:
    """A page of the web or a channel, and nothing else: nobody by himself."""
    return PLACE.match(value) is not None


@remembered
def kind_of(value: str, words: Vocabulary) -> str:
    """phone, email, url, chat, ticket, name, pointer or none."""
    value = ANSWERS.sub("", without_brackets(value)).strip("` ")
    token = TOKEN.match(value)
    if GAPPED_EMAIL.search(value):
        return "email"
    if token is not None:
        return _kind_of_gap(token.group(), words)
    if BARE_EMAIL.fullmatch(value):
        return "email"
    dateless = DAY.sub("", value)
    for kind, pattern in WRITTEN:
        if pattern.search(dateless):
            return kind
    if FILLED_PHONE.match(value):
        return "phone"
    if CHAT.search(value) or _is_coded_channel(value, words):
        return "chat"
    kind = _worded_kind(value, words)
    return "url" if kind == "none" and CODED_HOST.search(value) else kind


def _kind_of_gap(token: str, words: Vocabulary) -> str:
    """`<phone> or <mail>` asks for the first, and so does `[fill in: mobile, pager or mail]`;
    `<LEAD_PHONE>` is named by its last word."""
    listed = words.contacts.matches(token) if "," in token else ()
    asked = [words.contacts.phrases[one.group()][0] for one in listed]
    if real := [kind for kind in asked if kind in REAL]:
        return real[0]
    if "_" not in token:
        return words.contacts.find(token) or "none"
    found = words.contacts.matches(token.replace("_", " "))
    return words.contacts.phrases[found[-1].group()][0] if found else "none"


def _is_coded_channel(value: str, words: Vocabulary) -> bool:
    """A channel in ticks, before its hours; behind `see the sheet in` it is only where that is."""
    found = CODED_CHAT.search(value)
    return found is not None and not words.contacts.speaks_of(value[: found.start()], "pointer")


def _worded_kind(value: str, words: Vocabulary) -> str:
    """By a word in it; a telephone without any figure is only spoken of, or still to come; a portal
    without its address is where to ask."""
    kind = words.contacts.find(value) or "none"
    if words.unfilled.speaks_of(value, "unfilled") or kind not in {"phone", "url"}:
        return kind
    if kind == "url" or _says_where(value, words):
        return "pointer"
    is_number = FILLER_DIGITS.search(value) or any(sign.isdigit() for sign in value)
    return "phone" if is_number else "none"


def _says_where(value: str, words: Vocabulary) -> bool:
    """`phone in the wiki`, `number on the card behind the till`: behind the word for a telephone
    stands no number but where it is found."""
    phones = [
        one.end()
        for one in words.contacts.matches(value)
        if "phone" in words.contacts.phrases[one.group()]
    ]
    behind = value[min(phones, default=0) :]
    if NUMBER.search(behind) or FILLER_DIGITS.search(value):
        return False
    if not any(sign.isdigit() for sign in value) and words.contacts.speaks_of(value, "pointer"):
        return True
    return words.contacts.speaks_of(behind, "pointer") or words.particles.speaks_of(behind, "place")


def columns_of_addresses(table: Table, who: int, words: Vocabulary) -> list[int]:
    """Columns where addresses stand, whatever their heads say."""
    found = []
    for at in range(len(table.head.cells)):
        cells = [row.cells[at] for row in table.rows if at < len(row.cells) and row.cells[at]]
        real = [cell for cell in cells if kind_of(cell, words) in REAL]
        if at != who and real and 2 * len(real) >= len(cells):
            found.append(at)
    return found


def holds_addresses(table: Table, words: Vocabulary) -> bool:
    """Whether a table is a call list rather than anything else about people."""
    return bool(columns_of_addresses(table, 0, words))


def writes_addresses(table: Table, words: Vocabulary) -> bool:
    """Whether a column of addresses holds what one can dial or write to, or gaps for it, in half of
    its cells; `Pager + chat` only names the tools."""
    for at in columns_of_addresses(table, 0, words):
        cells = [row.cells[at] for row in table.rows if at < len(row.cells) and row.cells[at]]
        written = [cell for cell in cells if _is_written(cell) or is_placeholder(cell, words)]
        if 2 * len(written) >= len(cells):
            return True
    return False


def _is_written(cell: str) -> bool:
    return any(sign in "@#" or sign.isdigit() for sign in cell)
