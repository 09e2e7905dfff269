"""The browser itself: it shows a page, at both widths, with and without JavaScript."""

from playwright.sync_api import Page

PAGE = """data:text/html,<meta name=viewport content=width=device-width><p id=p>plain</p>
<script>document.getElementById('p').textContent = 'scripted'</script>"""


def test_a_tab_runs_scripts(tab: Page) -> None:
    tab.goto(PAGE)
    assert tab.inner_text("p") == "scripted"


def test_a_plain_tab_does_not(plain_tab: Page) -> None:
    plain_tab.goto(PAGE)
    assert plain_tab.inner_text("p") == "plain"


def test_a_phone_tab_is_as_wide_as_a_phone(phone_tab: Page) -> None:
    phone_tab.goto(PAGE)
    assert phone_tab.evaluate("window.innerWidth") == 390
