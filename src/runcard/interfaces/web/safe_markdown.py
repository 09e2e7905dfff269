"""Markdown that a team wrote, as HTML that cannot do anything."""

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

# The page has its own title and section headings; the text's begin below them.
DEEPER = 2
DEEPEST = 6
TAGS = {
    "p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "s", "a",
    "table", "thead", "tbody", "tr", "th", "td", "h3", "h4", "h5", "h6",
}  # fmt: skip


def as_html(text: str) -> Markup:
    """No raw HTML, no pictures, no scheme but http, https and mailto."""
    reader = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    tokens = reader.parse(text)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1:]) + DEEPER, DEEPEST)}"
    html = reader.renderer.render(tokens, reader.options, {})
    clean = nh3.clean(
        html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}
    )
    return Markup(clean)
