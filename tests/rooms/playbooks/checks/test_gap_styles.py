"""One way to mark what is to be filled in, and what looks like another and is none."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

HEAD = "# Gates\n\n## Templates\n\n"


def is_mixed(text: str, words: Vocabulary) -> bool:
    return "RC503" in {one.code for one in found_in(HEAD + text, words)}


def message(title: str, *lines: str) -> str:
    return "\n".join([f"### {title}", "", "```", *lines, "```", "", ""])


@pytest.mark.parametrize(
    ("first", "last", "is_found"),
    [
        ("Gate <gate> is shut since <time>.", "Gate <gate> is open since [time].", True),
        ("Tor {{tor}} ist zu.", "Tor <tor> ist offen.", True),
        ("Gate [gate] is shut since ____.", "Gate [gate] is open since ____.", False),
        ("Porte fermée depuis ____ h.", "La porte [nom] est ouverte depuis [heure].", False),
        ("The tide is [tide], ask @pilot.", "The tide is [tide].", False),
        ("The tide is [tide], ask <pilot>.", "The tide is [tide].", True),
    ],
)
def test_a_line_for_the_pen_confuses_nobody(
    first: str, last: str, is_found: bool, words: Vocabulary
) -> None:
    text = message("First message", first) + message("All clear", last)
    assert is_mixed(text, words) is is_found


@pytest.mark.parametrize(
    ("first", "last", "is_found"),
    [
        ("[lock] <gate> is shut", "[lock] <gate> is open", False),
        ("[schleuse] <tor> ist zu", "[schleuse] <tor> ist offen", False),
        ("[lock] <gate> is shut", "<gate> is open, says [lock]", True),
        ("[name of gate] is shut since <time>", "[name of gate] is open since <time>", True),
    ],
)
def test_a_tag_at_the_head_of_every_message_is_no_gap(
    first: str, last: str, is_found: bool, words: Vocabulary
) -> None:
    text = message("First message", first) + message("All clear", last)
    assert is_mixed(text, words) is is_found


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [
        ("Lock: [1/2/3]", True),
        ("Boats: [yes/no/unknown, number of boats]", False),
        ("Boote: [ja/nein/unklar, wie viele]", False),
    ],
)
def test_more_than_a_choice_is_no_second_way_to_write_one(
    asked: str, is_found: bool, words: Vocabulary
) -> None:
    text = message("First message", "State: [shut | slow | open]", asked)
    assert is_mixed(text, words) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Gate [berth] is shut. Next word: HH:MM.", False),
        ("Tor [liegeplatz] ist zu. Stufe: P-X.", False),
        ("State: Shut / Slow / Open. Gate [berth].", False),
        ("Since YYYY-MM-DD the gate [berth] is shut.", False),
        ("Gate [berth] is shut since {time}.", True),
    ],
)
def test_a_mask_beside_brackets_confuses_nobody(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    assert is_mixed(message("First message", line), words) is is_found


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["[YYYY-MM-DD HH:MM UTC] [LOW-N] [<lock>]", "Next: <time>"], False),
        (["[YYYY-MM-DD HH:MM] OPEN", "Gate: <gate>"], False),
        (["[lock] is shut", "Next: <time>"], True),
        (["[HH:MM] <gate> is shut", "Next: <time>"], True),
    ],
)
def test_brackets_around_a_stamp_or_a_gap_stay(
    lines: list[str], expected: bool, words: Vocabulary
) -> None:
    assert is_mixed(HEAD + message("Notice", *lines), words) is expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ('Subject: "[Resolved] <lock> is open"', False),
        ("Betreff: [Behoben] <lock>", False),
        ("件名: [復旧] <lock>", False),
        ("Subject: [lock] is open", True),
    ],
)
def test_a_status_at_the_head_of_a_subject_is_no_gap(
    subject: str, expected: bool, words: Vocabulary
) -> None:
    assert is_mixed(HEAD + message("Notice", subject, "Next: <time>"), words) is expected


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Chat: #gate-YYYYMMDD-short-name", False),
        ("Chat: #gate-YYYYMMDD-short-name, gate [gate]", True),
        ("Chat: gate-<number>", True),
    ],
)
def test_how_a_channel_is_called_is_no_gap(line: str, is_found: bool, words: Vocabulary) -> None:
    text = message("Room", line) + message("Closing", "Gate [gate] is shut since [time].")
    assert is_mixed(text, words) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("./bin/open.sh <gate> <hour>", False),
        ("$ gatectl open <gate>", False),
        ("Shut: <gate>", True),
        ("./ <gate> is shut", True),
    ],
)
def test_a_line_for_the_shell_is_no_message(line: str, is_found: bool, words: Vocabulary) -> None:
    text = HEAD + message("Notice", "Lock [lock] is shut.", line)
    assert is_mixed(text, words) is is_found


@pytest.mark.parametrize(
    ("first", "last", "is_found"),
    [
        ("State: {shut | slow | open}", "Gate [berth] is open.", False),
        ("【軽い/重い/全部】{状態|対応}", "{水門}は開いた。", False),
        ("Gate {berth} is shut.", "Gate [berth] is open.", True),
        ("状態：{shut|open} {水門}", "<水門>は開いた。", True),
    ],
)
def test_a_choice_is_marked_in_its_own_way(
    first: str, last: str, is_found: bool, words: Vocabulary
) -> None:
    text = message("First message", first) + message("All clear", last)
    assert is_mixed(text, words) is is_found
