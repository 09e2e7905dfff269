"""Gaps of messages that are marked in more than one way: the eye misses what it does not expect."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.messages.placeholders import style_of
from runcard.domain.playbooks.model import Finding, Placeholder, Playbook, Template
from runcard.domain.playbooks.words import folded

# How a time or a date is written in the columns of a form: `HH:MM`, `YYYY-MM-DD`.
FORMAT = re.compile(r"[YMDHSAJT]{1,4}(?:[-:/. ]?[YMDHSAJT]{1,4}){0,5}$", re.IGNORECASE)
# `HH:MM`, `SEV-X`: beside gaps in brackets nobody takes a mask for words of the message.
MASK = re.compile(r"P?[XYN]{1,8}(?:[:.h]XX)?$|[YMDHSAJ]{2,4}(?:[-:/.h ]?[YMDHSAJ]{2,4}){0,5}$")
# `[YYYY-MM-DD HH:MM UTC]`: a stamp, as it stands before the lines of a log.
DATED = re.compile(r"[\[<{][YAJ]{4}[-/.][MDT]{2}[-/.][DTJ]{2} HH[:.h]MM(?: [A-Z]{2,4})?[\]>}]$")
PICKED = re.compile(
    r"[\[［{<【][^\[\]［］{}<>【】|/／]+(?:[|/／][^\[\]［］{}<>【】|/／]+)+[\]］}>】]$"
)
NESTED = re.compile(r"\[[^\[\]<>{}]*[<{][^<>{}]+[>}][^\[\]<>{}]*\]$")
TAG = re.compile(r"\[[^\W\d_]+(?:-[^\W\d_]+)?\]")
SUBJECT = re.compile(
    r"^\s*(?:\*\*)?(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|temat|件名|主题)\b",
    re.IGNORECASE,
)
LONGEST_LINE = 400
# `#gate-YYYYMMDD-short-name`: how a channel is to be called.
CHANNEL = re.compile(r"#[\w-]{3,80}")
# A line that a shell is given, in a block that was taken for words.
TYPED = re.compile(r"\s*(?:\$\s|\./\w|sudo\s)")


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`[text]`, `<text>` and `XX` in one document: the eye misses the ones it does not expect."""
    asked = _asked(playbook, facts)
    styles: dict[str, Placeholder] = {}
    named = folded(playbook.title or "")
    literal = set(_with_brackets_that_stay(playbook))
    for one in asked:
        is_name = folded(one.token).strip("[]") in named and one.token[:1] == "["
        # `[TICKET-<number>]`: the brackets stay; `[P1/P2]` is a choice, `____` is for a pen, and
        # `@pilot` is how a chat calls people.
        if NESTED.match(one.token) or PICKED.match(one.token) or one.token[:1] in {"_", "@"}:
            continue
        if MASK.match(one.token) or DATED.match(one.token) or one.line in literal:
            continue
        if not one.token.startswith("【") and not is_name:
            styles.setdefault(style_of([one]), one)
    styles |= _two_separators(asked)
    if len(styles) >= 2:
        shown = ", ".join(f"{one.token} (line {one.line})" for one in styles.values())
        yield facts.over("RC503", [one.line for one in styles.values()], shown)


def _asked(playbook: Playbook, facts: Facts) -> list[Placeholder]:
    """Every gap of the messages; those of the review's form too, where either mixes its ways: one
    way in the messages and one in the form disturb nobody."""
    tags = _tags(playbook)
    asked = [
        one
        for template in playbook.templates
        if not _only_names_a_channel(template)
        for one, text in with_lines(template)
        if not _is_status(one, text, facts) and one.token not in tags
        if not text.lstrip().startswith("#")  # where it is sent
        and not TYPED.match(text)
    ]
    form = playbook.review.template
    own = [
        one
        for one in (form.placeholders if form is not None else ())
        if one.token[0] != "@" and not FORMAT.match(one.token)
    ]
    is_mixed = any(len({style_of([one]) for one in part}) > 1 for part in (asked, own))
    if is_mixed or _two_separators([*asked, *own]):
        asked += own
    return sorted(asked, key=lambda one: one.line)


def _with_brackets_that_stay(playbook: Playbook) -> Iterator[int]:
    """Lines with a gap between brackets: in `[LOW-X] [<lock>]` no bracket is a gap."""
    for template in playbook.templates:
        for one, text in with_lines(template):
            if NESTED.match(one.token) or f"[{one.token}]" in text:
                yield one.line


def with_lines(template: Template) -> Iterator[tuple[Placeholder, str]]:
    """Every gap of a message, with the line it stands in; the text is cut into lines once."""
    lines = [text[:LONGEST_LINE] for text in template.text.splitlines()]
    for one in template.placeholders:
        at = one.line - template.text_line
        yield one, lines[at] if 0 <= at < len(lines) else ""


def _is_status(one: Placeholder, text: str, facts: Facts) -> bool:
    """`[Identified] Logins are slow`: the status stands at the head, also of the subject, and is no
    gap."""
    if not SUBJECT.sub("", text).lstrip("*_# :：'\"“").startswith(one.token):
        return False
    inside = one.token.strip("[]【】 ")
    return bool(facts.speaks("prose", inside) & {"status"})


def _only_names_a_channel(template: Template) -> bool:
    """How it is to be called stands by itself; among gaps in brackets it is one of them."""
    return all(
        any(one.token in name for name in CHANNEL.findall(text))
        for one, text in with_lines(template)
    )


def _tags(playbook: Playbook) -> set[str]:
    """`[tram]` at the head of every message is the name by which people filter them."""
    heads = (TAG.match(template.text.lstrip("> \n")) for template in playbook.templates)
    often = Counter(head.group() for head in heads if head is not None)
    return {tag for tag, count in often.items() if count > 1}


def _two_separators(asked: Sequence[Placeholder]) -> dict[str, Placeholder]:
    """`[a | b]` here and `[0/1/2]` there: two ways to write a choice. `<yes/no, number>` is more
    than a choice, and 【…】 heads a message."""
    asked = [one for one in asked if one.token[:1] != "【"]
    bars = [one for one in asked if "|" in one.token]
    slashes = [one for one in asked if one.token.count("/") > 1 and " " not in one.token]
    return {"bar": bars[0], "stroke": slashes[0]} if bars and slashes else {}
