"""The side without waits names the people, whichever side of the sign it is."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def rungs(entries: str, words: Vocabulary) -> list[tuple[str, str | None, int | None]]:
    chains = compile_playbook(f"# Ship\n\n## Escalation\n\n{entries}\n", words).chains
    return [
        (step.who, step.condition, step.after.seconds if step.after else None)
        for chain in chains
        for step in chain.steps
    ]


def test_where_most_wait_on_the_left_all_name_people_on_the_right(words: Vocabulary) -> None:
    entries = (
        "- bosun: pager\n- 10 min no answer: mate, same watch\n"
        "- 30 min and passengers notice: captain (bridge), number on the wall\n"
        "- water in the hold: coast guard, right away\n"
    )
    assert rungs(entries, words) == [
        ("bosun", None, None),
        ("mate", "10 min no answer", 600),
        ("captain", "30 min and passengers notice", 1800),
        ("coast guard", "water in the hold", None),
    ]


def test_waits_without_any_sign_lead_to_names(words: Vocabulary) -> None:
    entries = "- boat crew\n- 9 min second engineer\n- after an hour the harbour master\n"
    assert rungs(entries, words) == [
        ("boat crew", None, None),
        ("second engineer", "9 min", 540),
        ("harbour master", "after an hour", 3600),
    ]


def test_waits_in_front_of_cases_are_no_names(words: Vocabulary) -> None:
    entries = "- 9 minutes without an answer\n- 30 minutes without progress\n"
    assert not any("without" in who and said for who, said, _ in rungs(entries, words))


def test_people_before_their_waits_stay_where_they_are(words: Vocabulary) -> None:
    entries = "1. Bosun\n2. Mate: after 10 min\n3. Captain: water in the hold\n"
    assert rungs(entries, words) == [
        ("Bosun", None, None),
        ("Mate", "after 10 min", 600),
        ("Captain", "water in the hold", None),
    ]


@pytest.mark.parametrize("sign", [" – ", ": ", " → "])
def test_the_sign_between_does_not_matter(sign: str, words: Vocabulary) -> None:
    entries = f"- nach 10 Minuten{sign}Maat\n- nach einer Stunde{sign}Kapitän\n"
    entries += f"- Wasser im Schiff{sign}Küstenwache\n"
    assert rungs(entries, words) == [
        ("Maat", "nach 10 Minuten", 600),
        ("Kapitän", "nach einer Stunde", 3600),
        ("Küstenwache", "Wasser im Schiff", None),
    ]


def test_hours_and_minutes_since_the_alarm(words: Vocabulary) -> None:
    assert rungs("- 0:00 bosun\n- 0:09 second mate\n- 1:30 harbour manager\n", words) == [
        ("bosun", "0:00", 0),
        ("second mate", "0:09", 540),
        ("harbour manager", "1:30", 5400),
    ]


def test_hours_of_the_day_are_no_waits(words: Vocabulary) -> None:
    told = rungs("- 09:00 bosun\n- 17:00 second mate\n- 21:30 harbour manager\n", words)
    assert not any(seconds for _, _, seconds in told)


def test_parts_behind_every_sign_are_whom_to_call(words: Vocabulary) -> None:
    assert rungs("- Sails torn: mate on call\n- Radio dead: radio operator\n", words) == [
        ("mate on call", "Sails torn", None),
        ("radio operator", "Radio dead", None),
    ]


def test_parts_on_both_sides_stay_where_they_are(words: Vocabulary) -> None:
    assert rungs("- Captain: radio operator lost\n- Pilot on call: fog\n", words) == [
        ("Captain", "radio operator lost", None),
        ("Pilot on call", "fog", None),
    ]


LEVELS_FIRST = "- P1/P2: duty officer + pilot\n- P3 with fire: Add captain (fire act 72h clock)\n"
STUFEN = "- S1: alle an Bord\n- S2: Schichtleiter vom Dienst\n"


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        (
            LEVELS_FIRST,
            [
                ("duty officer + pilot", "P1/P2", None),
                ("captain", "P3 with fire", None),
            ],
        ),
        (STUFEN, [("alle an Bord", "S1", None), ("Schichtleiter vom Dienst", "S2", None)]),
        ("- P1: within 9 minutes\n- P2: within 2 hours\n", []),
        ("- S1: close the hatch\n- S2: check the pumps\n", []),
    ],
)
def test_levels_in_front_are_the_cases_of_whoever_stands_behind(
    entries: str, told: list[tuple[str, str | None, int | None]], words: Vocabulary
) -> None:
    assert rungs(entries, words) == told
