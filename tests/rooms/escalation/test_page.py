"""How much one page holds, and what is said of the rest."""

from dataclasses import replace

from runcard.domain.escalation.page import (
    FEWEST,
    MOST_CALLS,
    MOST_COMMANDS,
    MOST_LEVELS,
    CallRow,
    Entry,
    LevelRow,
    Sheet,
    Step,
    Time,
    fitted,
)
from runcard.domain.playbooks.card import Mark
from runcard.domain.playbooks.quick_commands import QuickCommand


def a_full_sheet(extra: int = 0) -> Sheet:
    """As much as a page may hold, each text as long as it may be; `extra` of everything more."""
    levels = tuple(
        LevelRow(f"SEV{n}", "n" * 24, 7 - n, "w" * 10 + " word" * 24, Time("15 min", Mark()),
                 Time("Next business day, in the morn", Mark(n)), Time("45 min", Mark(n)), None, n)
        for n in range(1, MOST_LEVELS + 1 + extra)
    )  # fmt: skip
    calls = tuple(
        CallRow(f"Title {n} of somebody who is called", ("at once", "10 min", "1 h", "if asked"),
                "rota of the night", "01632 960140 and by radio", Mark())
        for n in range(8 + extra)
    )  # fmt: skip
    steps = tuple(Step("do " * 43, n, f"Phase {n}") for n in range(8))
    commands = tuple(
        QuickCommand(f"Heading number {n}", "command " * 18, n)
        for n in range(MOST_COMMANDS + extra)
    )
    places = tuple(
        Entry("A name of 36 signs and a bit more", "v" * 60, n) for n in range(12 + extra)
    )
    paging = ("SEV1", "SEV2", "SEV3", "SEV4")
    return Sheet("A title " * 6, ("owner x",), levels, paging, calls, steps, commands, places)


def test_a_full_page_keeps_levels_and_calls_and_says_what_it_leaves_out() -> None:
    sheet = fitted(a_full_sheet(extra=2))
    assert (len(sheet.levels), len(sheet.calls)) == (MOST_LEVELS, MOST_CALLS)
    assert len(sheet.steps) >= FEWEST
    assert len(sheet.commands) >= FEWEST
    assert sheet.left_out[:2] == ("2 more levels", "2 more calls")
    assert f"{MOST_COMMANDS + 2 - len(sheet.commands)} more commands" in sheet.left_out
    assert not sheet.is_roomy


def test_what_fits_is_left_as_it_is() -> None:
    full = a_full_sheet()
    small = replace(full, levels=full.levels[:2], calls=full.calls[:2], steps=full.steps[:2],
                    commands=full.commands[:2], places=full.places[:2])  # fmt: skip
    assert fitted(small) == small


def test_a_small_card_has_larger_letters() -> None:
    assert Sheet("x", (), (), (), (), (), (), ()).is_roomy
