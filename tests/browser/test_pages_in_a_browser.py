"""Every page, looked at by a browser: both schemes, four widths, no console message."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from runcard.domain.incidents.model import State
from tests.browser.conftest import Site
from tests.browser.looking import FAINT, OBJECTIONS, SMALL_TARGETS
from tests.web.sample_briefing import a_briefing, an_incident

Scheme = Literal["light", "dark"]
pytestmark = pytest.mark.browser

PAGES = (
    "/", "/incidents", "/incidents/INC-42", "/phone", "/playbooks", "/playbooks/pb_7",
    "/k/tok-ada", "/k/wrong", "/incidents/INC-9",
)  # fmt: skip
INCIDENTS = {
    "not acknowledged": an_incident(),
    "provisional": an_incident(state=State.ACKNOWLEDGED, severity=None),
    "acknowledged": an_incident(state=State.ACKNOWLEDGED),
    "resolved": an_incident(state=State.RESOLVED),
}


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_every_page_is_sound(site: Site, chromium: Browser, scheme: Scheme, width: int) -> None:
    """640 is also what a screen of 1280 shows at 200 % zoom."""
    size: ViewportSize = {"width": width, "height": 800}
    with chromium.new_context(viewport=size, color_scheme=scheme) as context:
        site.remember(context)
        page = context.new_page()
        page.on("pageerror", lambda fault: site.complaints.append(str(fault)))
        for address in PAGES:
            page.goto(site.address + address)
            assert page.evaluate(OBJECTIONS) == [], address
            assert page.evaluate(FAINT) == [], address
            assert fits(page), address
    assert site.complaints == []


@pytest.mark.parametrize("kind", INCIDENTS)
def test_the_incident_page_is_sound_in_every_state(site: Site, tab: Page, kind: str) -> None:
    site.desk.briefing = a_briefing(INCIDENTS[kind])
    site.sign_in(tab).goto(f"{site.address}/incidents/INC-42")
    for width in (1280, 320):
        tab.set_viewport_size({"width": width, "height": 800})
        assert tab.evaluate(OBJECTIONS) == []
        assert tab.evaluate(FAINT) == []
        assert fits(tab)
    assert site.complaints == []


def test_a_finger_finds_every_button(site: Site, phone_tab: Page) -> None:
    site.sign_in(phone_tab)
    for address in PAGES[:6]:
        phone_tab.goto(site.address + address)
        assert phone_tab.evaluate(SMALL_TARGETS) == [], address


def test_the_first_five_seconds_fit_on_a_phone(site: Site, phone_tab: Page) -> None:
    """Severity, next clock, commander and next step stand in the first 400 px."""
    site.sign_in(phone_tab).goto(f"{site.address}/incidents/INC-42")
    box = phone_tab.locator("#head").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 400


def test_printed_controls_are_gone_and_source_lines_kept(site: Site, tab: Page) -> None:
    site.sign_in(tab).goto(f"{site.address}/incidents/INC-42")
    tab.emulate_media(media="print")
    assert tab.locator("button:visible").count() == 0
    assert tab.locator("nav:visible").count() == 0
    assert tab.locator("a.ln:visible").count() > 3


def test_a_page_stays_under_its_weight(site: Site, tab: Page) -> None:
    sizes: list[int] = []
    tab.on("response", lambda answer: sizes.append(
        0 if "events" in answer.url else len(answer.body())))  # fmt: skip
    site.sign_in(tab).goto(f"{site.address}/incidents/INC-42", wait_until="load")
    assert sum(sizes) < 100 * 1024
