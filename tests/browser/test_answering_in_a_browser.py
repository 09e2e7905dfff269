"""Acknowledging without a script, by keyboard alone, and what the live page does meanwhile."""

import re

import pytest
from playwright.sync_api import Page, expect

from runcard.domain.incidents.model import State
from tests.browser.conftest import Site
from tests.browser.looking import FOCUSED
from tests.web.sample_briefing import a_briefing, an_incident

pytestmark = pytest.mark.browser

INCIDENT = "/incidents/INC-42"
MOST_TABS = 80


def open_incident(site: Site, tab: Page) -> Page:
    site.sign_in(tab).goto(site.address + INCIDENT)
    return tab


def open_live(site: Site, tab: Page) -> Page:
    """Once the page says so itself, nothing that happens can be missed."""
    open_incident(site, tab)
    expect(tab.locator("#connection.live")).to_be_visible()
    return tab


def test_a_page_is_acknowledged_without_a_script(site: Site, plain_tab: Page) -> None:
    open_incident(site, plain_tab)
    plain_tab.get_by_role("button", name="Acknowledge: I have it").click()
    expect(plain_tab.locator("#next h2")).to_contain_text("Ask the network desk")
    assert site.desk.it.state is State.ACKNOWLEDGED


def test_the_link_of_a_message_works_without_a_script(site: Site, plain_tab: Page) -> None:
    plain_tab.goto(f"{site.address}/k/tok-ada")
    plain_tab.get_by_role("button").click()
    expect(plain_tab.locator("h1")).to_have_text("You have it, Ada K.")


def test_everything_without_a_script(site: Site, plain_tab: Page) -> None:
    open_incident(site, plain_tab)
    plain_tab.locator("#thumb, #next").get_by_role("button").first.click()
    plain_tab.get_by_label("Note").fill("the pool is full")
    plain_tab.get_by_role("button", name="Write note").click()
    plain_tab.get_by_label("What people will read").fill("We are on it.")
    plain_tab.get_by_role("button", name="Post update").click()
    plain_tab.get_by_role("button", name="Identified").click()
    plain_tab.get_by_role("button", name="Resolve").click()
    expect(plain_tab.locator("#next h2")).to_have_text("It is over. What did you learn?")
    assert site.complaints == []


def test_the_keyboard_alone_acknowledges(site: Site, tab: Page) -> None:
    open_incident(site, tab)
    for _ in range(MOST_TABS):
        tab.keyboard.press("Tab")
        if tab.evaluate(FOCUSED)["words"] == "Acknowledge: I have it":
            break
    tab.keyboard.press("Enter")
    expect(tab.locator("#next h2")).to_contain_text("Ask the network desk")
    assert site.desk.it.acknowledged_by == "ada"


def test_every_control_is_reached_with_a_ring_that_nothing_covers(site: Site, tab: Page) -> None:
    open_incident(site, tab)
    reached = []
    for _ in range(MOST_TABS):
        tab.keyboard.press("Tab")
        focused = tab.evaluate(FOCUSED)
        if focused["isBody"]:
            break
        reached.append(focused["key"])
        assert focused["ring"] == "3px", focused
        assert not focused["isCovered"], focused
    fields = "main :is(a[href], button, summary, input:not([type=hidden]), textarea):visible"
    assert len(set(reached)) >= len(set(tab.locator(fields).evaluate_all(
        "all => all.map(each => each.outerHTML.slice(0, 120))")))  # fmt: skip


def test_what_another_does_appears_and_what_you_type_stays(site: Site, tab: Page) -> None:
    open_live(site, tab)
    note = tab.get_by_label("Note")
    note.press_sequentially("half a sen")
    site.desk.somebody_acknowledges()
    expect(tab.locator("#entries li").first).to_contain_text("acknowledged")
    expect(tab.locator("#next h2")).to_contain_text("Ask the network desk")
    note.press_sequentially("tence")
    expect(note).to_have_value("half a sentence")
    expect(note).to_be_focused()
    assert site.complaints == []


def test_the_focus_survives_a_change_of_its_region(site: Site, tab: Page) -> None:
    open_live(site, tab)
    summary = tab.locator("#severity summary")
    summary.focus()
    site.desk.somebody_acknowledges()
    expect(tab.locator("#next h2")).to_contain_text("Ask the network desk")
    expect(tab.locator("#severity summary")).to_be_focused()


def test_a_refused_form_keeps_its_words_while_the_page_lives(site: Site, tab: Page) -> None:
    open_live(site, tab)
    tab.get_by_label("What people will read").fill("Lookups fail in {who}")
    tab.get_by_role("button", name="Post update").click()
    expect(tab.get_by_role("alert")).to_contain_text("still has a gap")
    expect(tab.locator("#connection.live")).to_be_visible()
    site.desk.somebody_acknowledges()
    expect(tab.locator("#next h2")).to_contain_text("Ask the network desk")
    expect(tab.get_by_label("What people will read")).to_have_value("Lookups fail in {who}")


def test_no_entry_is_missed_or_shown_twice(site: Site, tab: Page) -> None:
    open_live(site, tab)
    for number in range(12):
        site.desk.somebody_writes(f"note {number}")
    expect(tab.locator("#entries li")).to_have_count(16)
    ids = tab.locator("#entries li").evaluate_all("all => all.map(each => each.id)")
    assert ids == [f"e{position}" for position in range(16, 0, -1)]


def test_the_clock_counts_and_turns_red(site: Site, tab: Page) -> None:
    site.desk.briefing = a_briefing(an_incident(state=State.ACKNOWLEDGED))
    tab.clock.install()
    open_incident(site, tab)
    clock = tab.locator("#head [data-due]")
    expect(clock).to_have_text(re.compile(r"in 2 min (39|40) s"))
    tab.clock.fast_forward("02:45")
    expect(clock).to_have_text(re.compile(r"overdue \d s"))
    expect(tab.locator("#head .over")).to_be_visible()


def test_a_lost_connection_is_said_with_its_time(site: Site, tab: Page) -> None:
    open_live(site, tab)
    expect(tab.locator("#stale")).to_be_hidden()
    site.stop()
    expect(tab.locator("#stale")).to_contain_text("Connection lost at 03:22:", timeout=20000)
    expect(tab.locator("#connection")).to_contain_text("Reconnecting, last news")


def test_the_phone_rings_within_two_seconds(site: Site, tab: Page) -> None:
    site.desk.somebody_acknowledges()
    site.sign_in(tab).goto(f"{site.address}/phone")
    expect(tab.locator("#connection.live")).to_be_visible()
    expect(tab).to_have_title("Dev phone · Runcard")
    site.desk.send(7)
    expect(tab).to_have_title(re.compile(r"^\(1\) Ringing"), timeout=2000)
    expect(tab.locator(".ringing")).to_be_visible()
    expect(tab.locator("#rung")).to_contain_text("New message: Ada K.")


def test_the_phone_rings_aloud_only_after_somebody_asked(site: Site, tab: Page) -> None:
    site.sign_in(tab).goto(f"{site.address}/phone")
    sound = tab.locator("#sound")
    expect(sound).to_have_attribute("aria-pressed", "false")
    sound.click()
    expect(sound).to_have_attribute("aria-pressed", "true")
    assert site.complaints == []


def test_the_phone_acknowledges_and_falls_silent(site: Site, tab: Page) -> None:
    site.sign_in(tab).goto(f"{site.address}/phone")
    tab.get_by_role("button", name="Acknowledge").click()
    expect(tab.locator("h1")).to_have_text("Every message was answered")
    assert site.desk.it.acknowledged_by == "ada"


def test_the_board_follows(site: Site, tab: Page) -> None:
    site.sign_in(tab)
    expect(tab.locator("#connection.live")).to_be_visible()
    site.desk.empty_the_board()
    expect(tab.locator("h1")).to_have_text("Nothing is on fire")


def test_declaring_from_the_board(site: Site, tab: Page) -> None:
    site.sign_in(tab)
    tab.get_by_label("What is wrong").fill("Labels do not print")
    tab.get_by_label("How bad it is").select_option("when-things-break.md|SEV2")
    tab.get_by_role("button", name="Declare it").click()
    expect(tab.locator("h1")).to_contain_text("Stock lookups")
    assert site.desk.done == [("declare", "Labels do not print", "SEV2", "when-things-break.md")]


def test_a_link_to_a_line_shows_the_line(site: Site, tab: Page) -> None:
    open_incident(site, tab)
    tab.locator("#head a.ln").first.click()
    expect(tab.locator(":target")).to_contain_text("SEV1 Critical")
