"""A line as whoever reads the rendered page sees it."""

import html
import re

# `<a id="roles"></a>Roles`, `<a name="roles"/>`: a place to link to, which nobody sees.
ANCHOR = re.compile(r"<a\s+(?:id|name)=[^<>]{1,80}>\s*</a>|<a\s+(?:id|name)=[^<>]{1,80}/>", re.I)
# `Roles {#roles}`, as sites made of Markdown have it.
NAMED_PLACE = re.compile(r"\s+\{[#.][^{}]{1,80}\}\s*$")
BREAK = re.compile(r"(?:\s*<br\s{0,3}/?>)+\s*$", re.IGNORECASE)
BOLD_AND_SLANTED = re.compile(r"\*{3}([^*\s](?:[^*]{0,200}[^*\s])?)\*{3}")
CODE = re.compile(r"(`[^`]*`)")


def as_seen(text: str) -> str:
    """Without places to link to and a break at its end, with the signs that entities stand for;
    what is bold and slanted is bold."""
    if "<" in text:
        text = BREAK.sub("", ANCHOR.sub("", text))
    if "***" in text:
        text = BOLD_AND_SLANTED.sub(r"**\1**", text)
    return _with_signs(text) if "&" in text else text


def heading_as_seen(title: str) -> str:
    """A title without the name of its own place behind it."""
    return NAMED_PLACE.sub("", as_seen(title)) if "}" in title else as_seen(title)


def _with_signs(text: str) -> str:
    """`&lt; 15 min` is `< 15 min`; in code it stands as it is."""
    pieces = CODE.split(text)
    return "".join(one if at % 2 else html.unescape(one) for at, one in enumerate(pieces))
