"""Rhythms of updates: inside and outside, of one level or of a choice of them."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

HEAD = "# G\n\n## Severity levels\n\n| Level | Definition | Internal updates | External updates |\n"
LEVELS = (
    f"{HEAD}|---|---|---|---|\n| P1 | stuck | every 15 minutes | every 30 minutes |\n"
    "| P2 | slow | every 30 minutes | every 2 hours |\n\n## Templates\n\n### Notice\n\n"
)


@pytest.mark.parametrize(
    ("notice", "is_found"),
    [
        ("Gate {gate} is shut. Next update in 30 minutes.", False),
        ("Gate {gate} is shut. Next update in 15 minutes.", False),
        ("Gate {gate} is shut. Next update in 50 minutes.", True),
        ("Level: <P1 | P2>\nGate {gate} is shut. Next update in 30 minutes.", False),
        ("Level: <P1 | P2>\nGate {gate} is shut. Next update in 15 minutes.", True),
    ],
)
def test_a_message_keeps_one_of_the_rhythms_of_the_levels_it_is_for(
    notice: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{LEVELS}```\n{notice}\n```\n"
    assert ("RC205" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("wait", "is_found"), [("20", False), ("30", False), ("40", False), ("15", True), ("50", True)]
)
def test_a_message_may_choose_within_what_was_promised(
    wait: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# G\n\n## While it lasts\n\n- Tell the skippers how it stands (update every 20-40 min)\n\n"
        "## Templates\n\n### Notice\n\n"
        f"```\nGate {{gate}} is shut. Next update: in {wait} minutes.\n```\n"
    )
    assert ("RC205" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("chapter", "levels", "is_found"),
    [
        ("P3", "P1 and P2", False),
        ("P3: a lamp is out", "P1", False),
        ("P2", "P1 and P2", True),
        ("The watch", "P1 and P2", True),
    ],
)
def test_a_loose_word_in_the_chapter_of_a_level_is_about_that(
    chapter: str, levels: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# G\n\n## Severities\n\n- **P1** stuck\n- **P2** slow\n- **P3** dark\n\n"
        f"## Communication\n\n- Update the mates every 30 min for {levels}\n\n"
        f"## {chapter}\n\n- Regular updates to the mates\n"
    )
    assert ("RC206" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("below", "is_found"),
    [
        ("- the mates: every 15 minutes\n- the owners: hourly\n", False),
        ("- the mates\n- the owners\n", True),
        ("The mates ring.\n\n- the pump is greased every day\n", True),
    ],
)
def test_the_head_of_a_list_of_rhythms_is_not_loose(
    below: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# G\n\n## Severities\n\n- **P1** stuck, update every 20 min\n\n"
        f"## Communication\n\n**Regular updates:**\n\n{below}"
    )
    assert ("RC206" in {one.code for one in found_in(text, words)}) is is_found


def test_a_line_that_holds_a_rhythm_is_not_called_silent(words: Vocabulary) -> None:
    text = (
        "# Gates\n\n## Severities\n\n- **P1** stuck, page: mate, update every 20 min\n"
        "- **P2** slow, update every 2 h\n\nPost an update every 2 hours for P2.\n"
    )
    codes = {one.code for one in found_in(text, words)}
    assert "RC202" not in codes


@pytest.mark.parametrize(
    ("above", "is_found"), [("To the owners (every 50 minutes):", False), ("To all:", True)]
)
def test_the_line_above_a_message_sets_its_own_rhythm(
    above: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{LEVELS}{above}\n\n```\nGate {{gate}} is shut. Next update in 50 minutes.\n```\n"
    assert ("RC205" in {one.code for one in found_in(text, words)}) is is_found


def test_a_level_may_have_no_rhythm_beside_one_that_has(words: Vocabulary) -> None:
    text = (
        "# G\n\n## Severity levels\n\n**P1.** All gates stuck. Updates every 15 minutes.\n\n"
        "**P2.** One lamp out.{said}\n\n{later}"
    )
    loose = text.format(said=" Regular updates.", later="")
    clash = text.format(said="", later="## Communication\n\nP1: regular updates.\n")
    assert "RC206" not in {one.code for one in found_in(loose, words)}
    assert "RC206" in {one.code for one in found_in(clash, words)}


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("We send regular updates to the harbour.", True),
        ("Do not wait to be asked. We send regular updates.", True),
        ("Nobody needs regular updates.", False),
        ("Regelmäßige Updates an den Hafen.", True),
        ("Keine regelmäßigen Updates an den Hafen.", False),
        ("The lamps are tested every month; the radio call with the pilots: regularly.", False),
    ],
)
def test_how_often_something_is_practised_is_no_promise_of_updates(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    head = LEVELS.partition("## Templates")[0]
    found = {one.code for one in found_in(f"{head}## Drills\n\n{line}\n", words)}
    assert ("RC206" in found) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("How often we speak to the boats:", False),
        ("Wie oft wir mit den Schiffen sprechen:", False),
        ("With whom we speak:", True),
    ],
)
def test_a_table_may_tell_how_often(said: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        "# Gates\n\n## Severity levels\n\n**P1.** Stuck. Answered in 10 minutes.\n\n"
        f"**P2.** Slow. Answered in 1 hour.\n\n{said}\n\n| Level | Every |\n|---|---|\n"
        "| 1 | 20 min |\n| 2 | 1 h |\n\n## Contacts\n\n- Keeper: 01632 960 100\n\n"
        "## Messages\n\n```\nGate shut since [time].\n```\n"
    )
    assert ("RC201" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Stakeholders are informed regularly.", True),
        ("Copies of the register are tested regularly.", False),
        ("Update the runbooks regularly.", False),
        ("Update the pilots regularly.", True),
        ("Keep this page and its news updated regularly.", False),
        ("Send regular updates every 2 hours to the harbour.", False),
    ],
)
def test_only_news_for_people_is_promised_without_a_figure(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    head = LEVELS.partition("## Templates")[0].replace("every 15 minutes", "-")
    found = {one.code for one in found_in(f"{head}## Communication\n\n{line}\n", words)}
    assert bool({"RC206", "RC207"} & found) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [("Customer updates as needed", False), ("Internal updates as needed", True)],
)
def test_each_side_has_its_own_rhythm(line: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Ferry\n\n## Communication\n\n- Internal updates every 30 minutes\n- {line}\n"
    assert ("RC206" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("above", "below", "is_found"),
    [
        ("Inform the growers when grapes are lost:", "", False),
        ("Prévenir les vignerons :", "", False),
        ("Short, without blame:", "", True),
        ("Short, without blame:", "Inform the growers of the harvest, too.", True),
    ],
)
def test_the_order_above_a_text_says_whom_it_is_for(
    above: str, below: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"## Loss notice\n\n{above}\n\n```\nThe press stands since [TIME].\n```\n\n{below}\n"
    found = found_in(f"# Vineyard\n\n{text}", words)
    assert ("RC211" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("title", "is_found"), [("Our principles", False), ("Grundsätze", False), ("Steps", True)]
)
def test_a_principle_promises_nothing(title: str, is_found: bool, words: Vocabulary) -> None:
    text = "# Ferry\n\n## Communication\n\n- Updates every 30 minutes\n\n"
    text += f"## {title}\n\n1. **Plain words**: keep stakeholders informed\n"
    assert ("RC206" in {one.code for one in found_in(text, words)}) is is_found
