"""A real Chromium, driven by Playwright; it talks to loopback only."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.peers.presence import find_program

# A test machine has no display, often no user but root, and no way to Chromium's own services.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# By module and not by session: while Playwright's synchronous driver is up, no other test in this
# process could start an event loop of its own.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One headless Chromium for a file of tests."""
    program = find_program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    """A fresh tab of desktop width, with no cookies."""
    with chromium.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield context.new_page()


@pytest.fixture
def phone_tab(chromium: Browser) -> Iterator[Page]:
    """A fresh tab of a phone's width."""
    with chromium.new_context(
        viewport={"width": 390, "height": 844},
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
    ) as context:
        yield context.new_page()


@pytest.fixture
def plain_tab(chromium: Browser) -> Iterator[Page]:
    """A fresh tab without JavaScript: every page must work in it."""
    with chromium.new_context(java_script_enabled=False) as context:
        yield context.new_page()
