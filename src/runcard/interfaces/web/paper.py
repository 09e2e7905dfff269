"""Templates into pages: everything is escaped, and a missing name is an error, not a blank."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from runcard import __version__
from runcard.interfaces.web import wording
from runcard.interfaces.web.safe_markdown import as_html
from runcard.kernel.spans import spoken
from runcard.ledgers.agenda.model import Quarantined
from runcard.ledgers.timeline import render

# Every page, and everything a page asks for: our own files, no inline script or style, no frame.
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """The templates, ready to be filled."""

    templates: Environment
    quarantine: Callable[[], Quarantined | None] = lambda: None
    """Whether this is a copy whose plans wait for a person: every page says so."""

    def page(
        self, name: str, facts: Mapping[str, Any], status: HTTPStatus = HTTPStatus.OK
    ) -> HTMLResponse:
        """A whole page. `me` is nobody unless the facts say who has signed in."""
        usual = {"me": None, "here": "", "quarantine": self.quarantine()}
        words = self.templates.get_template(name).render({**usual, **facts})
        return HTMLResponse(words, status, headers={"Cache-Control": "no-store"})


def make_paper(quarantine: Callable[[], Quarantined | None]) -> Paper:
    """Read the templates of this door."""
    templates = Environment(
        loader=PackageLoader("runcard.interfaces.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals.update(version=__version__, in_words=wording.in_words)
    templates.filters.update(
        spoken=spoken,
        sentence=render.sentence,
        word=render.word,
        way=render.way_in_words,
        capital=wording.capital,
        listed=wording.listed,
        markdown=as_html,
    )
    templates.tests.update(key_entry=render.is_key)
    return Paper(templates, quarantine)
