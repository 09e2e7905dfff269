"""The tokens of a message that a person must replace, in every style, line by line."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.messages.broken_gaps import with_whole_gaps
from runcard.domain.playbooks.messages.fields import field_of
from runcard.domain.playbooks.messages.gaps import (
    BARE,
    DELIMITED,
    DOTS,
    GUILLEMETS,
    IN_ALL_BARE,
    SHOUTED,
    STYLES,
)
from runcard.domain.playbooks.model import Placeholder
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import HTML_TAG, folded

STAND_IN = re.compile(r"#[\w-]*(?:YYYYMMDD|AAAAMMDD)-([a-z]{4,24})\b")
CHECK_BOX = re.compile(r"^\[[ xX]?\]$")
LIST_MARK = re.compile(r"^[\s>]*(?:[-*+]|\d+[.)])?\s*$")
URL = re.compile(r"<?(?:https?://|mailto:)[^\s>]*>?")
CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ -]{3,}")
# `[OUTAGE - P2]`, `[FIRST WORD - 14:35]`: a number is not asked for in numbers.
NUMBERED = re.compile(r"[A-ZÀ-Þ]{3,}[A-ZÀ-Þ -]*[\d][A-ZÀ-Þ\d :.-]*")
AT_A_TIME = re.compile(r"\d{1,2}[:.]\d{2}\b")
# A picture, or its short code, may stand in front of a subject, too.
SUBJECT = re.compile(
    r"^[\s*#>]*(?:(?:[^\w\s:：\[\](){}<>\"'`-]{1,4}|:\w+:)\s+)?"
    r"(?:[^\s:：]{1,16}\s*[:：]\s*)?[*_]{0,2}$"
)
# What parts the fields of a form that stand in one line: a gap, a blank, the end of a sentence.
WIDE_GAP = re.compile(r"\s{3,}|\x00(?:\w{1,2}(?![\w:：]))?|\.\s+(?=[A-ZÀ-Þ])")
ALTERNATIVES = re.compile(r"\s*[/|／｜]\s*")
VALUE = re.compile(r"^[^:：]{1,40}[:：]\s*(.+)$")
BRACKETED = re.compile(r"\s*[(（]([^()（）]+)[)）]\s*")
# `P1/P2/P3` in a line of its own, whatever stands around it.
LEVELS = re.compile(r"(?<![\w/])[A-Za-z]{1,5}-?\d(?:\s?[/|]\s?[A-Za-z]{1,5}-?\d){2,8}(?![\w/])")
DATE_LETTERS = re.compile(r"[DMYJTAHGR]{2,4}(?:[\sT]+HH?[:.h]MM)?")
LONGEST_ALTERNATIVE = 24
LONGEST_NAME = 2
FEWEST_KNOWN = 2


def placeholders_in(
    lines: Sequence[str], first_line: int, words: Vocabulary
) -> tuple[Placeholder, ...]:
    """Every token on every line it stands on: one word may ask for two things (`[time]`). One that
    a line break goes through stands on its first line, with single blanks."""
    lines = with_whole_gaps(lines)
    asked = [
        (token, number, field)
        for number, line in enumerate(lines, first_line)
        for token, field in _asked(line, words)
    ]
    # Beside gaps that are marked, dots only leave something out.
    marked = [one for one in asked if one[0][0] not in ".…"]
    asked = marked or asked
    heads = {token for token, number, _ in asked if _is_head(token, lines[number - first_line])}
    names = {token for token in heads if words.fields.exactly(token[1:-1]) is None}
    house = _said_again(names, lines) if names else frozenset()
    found = [Placeholder(*one) for one in asked if one[0] not in house]
    return tuple(dict.fromkeys(found))


def _is_head(token: str, line: str) -> bool:
    """`[Kettle]` at the head of a subject."""
    is_name = token[0] == "[" and token[1:2].isupper()
    return is_name and SUBJECT.match(line[: line.find(token)]) is not None


def _said_again(names: Set[str], lines: Sequence[str]) -> frozenset[str]:
    """`Subject: [Kettle] No tea` above `The Kettle team`: who writes, and nothing to fill in."""
    said = {word for line in lines for word in DELIMITED.sub(" ", line).split()}
    return frozenset(token for token in names if token[1:-1] in said)


@remembered
def _asked(line: str, words: Vocabulary) -> tuple[tuple[str, str | None], ...]:
    """The tokens of one line, each with the field that it means."""
    return tuple((token, field_of(token, line, at, words)) for token, at in _tokens(line, words))


def _tokens(line: str, words: Vocabulary) -> list[tuple[str, int]]:
    """Tokens of one line by their place; a bare one inside a delimited one does not count."""
    addresses = [found.span() for found in URL.finditer(line)]
    marked = [one for one in DELIMITED.finditer(line) if not _overlaps(one.span(), addresses)]
    tokens = [(one.group(), one.start()) for one in marked if not _is_tag(one, words)]
    taken = sorted([*addresses, *(one.span() for one in marked)])
    for token, start, end in (*_bare(line), *_stand_ins(line, words), *_in_guillemets(line, words)):
        if not _overlaps((start, end), taken):
            tokens.append((token, start))
    return sorted(tokens, key=lambda pair: pair[1])


def _bare(line: str) -> Iterator[tuple[str, int, int]]:
    for found in BARE.finditer(line) if IN_ALL_BARE.search(line) is not None else ():
        yield found.group(), found.start(), found.end()
    for found in DOTS.finditer(line) if "..." in line or "…" in line else ():
        yield found.group(), found.start(), found.end()
    for found in STAND_IN.finditer(line) if "#" in line else ():
        yield found.group(1), found.start(1), found.end(1)


def _stand_ins(line: str, words: Vocabulary) -> Iterator[tuple[str, int, int]]:
    """`A pipe burst at PLACE`: a word in capitals beside words in small letters."""
    for found in SHOUTED.finditer(line):
        if words.stand_ins.exactly(found.group()) is None:
            continue
        before, after = line[: found.start()].split()[-1:], line[found.end() :].split()[:1]
        # `ROOT CAUSE (so far):` is a label.
        if any(one.islower() and one[0].isalpha() for one in (*before, *after)):
            yield found.group(), found.start(), found.end()


def _in_guillemets(line: str, words: Vocabulary) -> Iterator[tuple[str, int, int]]:
    """Words for what is asked; beside two such, whatever else stands in these signs."""
    found = list(GUILLEMETS.finditer(line)) if "«" in line else []
    known = [one for one in found if words.fields.exactly(one.group(1)) is not None]
    for one in found if len(known) >= FEWEST_KNOWN else known:
        yield one.group(), one.start(), one.end()


def _overlaps(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether it meets one of some spans in order that do not overlap."""
    after = bisect_left(taken, (span[1],))
    return after > 0 and taken[after - 1][1] > span[0]


def _is_markup(token: str, line: str, at: int) -> bool:
    """`<br>`, and `<summary>` before its end; inside back-ticks nothing is."""
    if token[0] != "<" or line[:at].endswith("`"):
        return False
    is_ended = f"</{token[1:-1].lower()}>" in line.lower()
    return is_ended or HTML_TAG.match(token) is not None


def _is_tag(found: re.Match[str], words: Vocabulary) -> bool:
    """`[RESOLVED]` and `[SEV-1]` at the head of a subject are said as they stand."""
    token, before = found.group(), found.string[: found.start()]
    inside = token[1:-1].strip()
    if _is_markup(token, found.string, found.start()):
        return True
    if token[0] not in "[［【":
        return False
    if not inside or _marks_an_entry(token, before, words):
        return True
    if not SUBJECT.match(before) and not before.rstrip().endswith("】"):
        return False
    head = level_head(inside, words)
    if head is not None and head.sure:
        return not ALTERNATIVES.search(inside) and len(head.keys) <= 1
    return _is_said(found, words)


def _marks_an_entry(token: str, before: str, words: Vocabulary) -> bool:
    """`- [ ] Tell the shops`, `- [Resolved] Tell the shops`: how far an entry of a list is."""
    if not LIST_MARK.match(before):
        return False
    is_state = bool(before.strip()) and _is_state(token[1:-1].strip(), words)
    return is_state or CHECK_BOX.match(token) is not None


def _is_state(inside: str, words: Vocabulary) -> bool:
    return "message_name" in words.talk.phrases.get(folded(inside), ())


def _is_said(found: re.Match[str], words: Vocabulary) -> bool:
    """Whether a token at the head of a line is a word and no gap. `[STATUS]` asks, as `[Start]`
    does; `[INVESTIGATING]` is a status, and `[sitrep] No tea` a sort of message."""
    inside = found.group()[1:-1].strip()
    is_black = found.group()[0] == "【"
    asked = words.fields.find(inside) if is_black else words.fields.exactly(inside)
    is_state, is_moment = _is_state(inside, words), words.moments.exactly(inside) is not None
    if asked is not None and not is_moment and (asked != "status" or not is_state):
        return False
    is_word = not inside[:1].islower() and (is_state or is_moment) and not _is_value(found, words)
    is_loud = CAPITALS.fullmatch(inside) or NUMBERED.fullmatch(inside)
    is_tag = bool(is_loud) and (AT_A_TIME.search(inside) or _is_in_front(found, words))
    is_kind = words.labels.exactly(inside) == "cadence" and _is_in_front(found, words)
    return is_black or bool(is_tag) or is_word or is_kind or _is_house(found, words)


def _is_value(found: re.Match[str], words: Vocabulary) -> bool:
    """`Impact: [Final]`: the word asks for what its label names; `Status: [Resolved]` says it."""
    label = label_of(found.string[: found.start()])
    named = words.fields.exactly(label.name) if label is not None else None
    is_last = not any(map(str.isalnum, found.string[found.end() :]))
    return named not in {None, "status"} and is_last


def _is_in_front(found: re.Match[str], words: Vocabulary) -> bool:
    """`[OUTAGE] No tea`: a tag has something behind it; `Address: [ADDRESS]` asks, and so does the
    first of `Cook: [NAME] [PHONE]`, a label that is no subject before gaps written alike."""
    behind = found.string[found.end() :]
    label = label_of(found.string[: found.start()])
    if label is not None and words.talk.exactly(label.name) != "subject":
        gaps = all(CAPITALS.fullmatch(one.group()[1:-1]) for one in DELIMITED.finditer(behind))
        behind = DELIMITED.sub(" ", behind) if gaps else behind
    return any(map(str.isalnum, behind))


def _is_house(found: re.Match[str], words: Vocabulary) -> bool:
    """`[Kettle] Slow boiling in {region}`: a name, where all that is asked is marked otherwise."""
    inside = found.group()[1:-1].strip()
    is_name = inside[:1].isupper() and len(inside.split()) <= LONGEST_NAME
    is_asked = ALTERNATIVES.search(inside) or words.fields.find(inside) is not None
    if found.group()[0] != "[" or not is_name or is_asked:
        return False
    others = {
        one.group()[0] for one in DELIMITED.finditer(found.string) if one.span() != found.span()
    }
    return bool(others) and "[" not in others


def choice_in(lines: Sequence[str], words: Vocabulary) -> tuple[str, ...]:
    """The first closed list of three or more alternatives, delimited or behind a label."""
    for line in lines:
        bare = URL.sub(" ", line)
        for found in DELIMITED.finditer(bare):
            options = _alternatives(_inside(found.group()), words)
            if options:
                return options
        for piece in WIDE_GAP.split(DELIMITED.sub("\x00", bare.replace("*", ""))):
            value = VALUE.match(piece)
            options = _alternatives(value.group(1), words) if value else ()
            if options:
                return options
        levels = LEVELS.search(bare)
        if levels is not None:
            return tuple(ALTERNATIVES.split(levels.group()))
    return ()


def _inside(token: str) -> str:
    """`{{a / b / c}}` has two marks on each side."""
    inner = token[1:-1]
    return inner[1:-1] if inner[:1] == token[0] and inner[-1:] == token[-1] else inner


def _alternatives(text: str, words: Vocabulary) -> tuple[str, ...]:
    """All of them: what ends in `etc.` leaves some unsaid. `(boil / wait / pour)` is one list."""
    inside = BRACKETED.sub(r"\1", text) if BRACKETED.fullmatch(text) else text
    options = tuple(option.strip(" .") for option in ALTERNATIVES.split(inside.strip()))
    if len(options) < 3 or words.talk.exactly(options[-1]) == "and_more":
        return ()
    if not all(0 < len(option) <= LONGEST_ALTERNATIVE for option in options):
        return ()
    is_date = all(DATE_LETTERS.fullmatch(option) for option in options)
    if is_date or "\x00" in text or any("," in option for option in options):
        return ()
    return options


def style_of(placeholders: Sequence[Placeholder]) -> str:
    """square, angle, curly, bare, mixed or none."""
    tokens = [placeholder.token for placeholder in placeholders]
    styles = {STYLES.get(one[:2]) or STYLES.get(one[0], "bare") for one in tokens}
    if not styles:
        return "none"
    if styles == {"black"}:
        return "square"
    return styles.pop() if len(styles) == 1 else "mixed"
