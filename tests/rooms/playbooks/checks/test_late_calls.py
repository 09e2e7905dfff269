"""The next person is called neither before the first must answer nor long after."""

import pytest

from runcard.domain.playbooks.model import Grade
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LEVELS = (
    "# Lift\n\n## Severity levels\n\n| Level | Definition | Response |\n|---|---|---|\n"
    "| P1 | stuck | 5 min |\n| P2 | slow | 20 min |\n\n## Escalation\n\n"
)


@pytest.mark.parametrize(
    ("second", "is_found"),
    [
        ("Mate: no acknowledgement after 10 minutes", True),
        ("Mate: no acknowledgement after 10 minutes, or any P1", False),
        ("Mate: any P1, or no acknowledgement after 10 minutes", True),
        ("Mate: 10 minutes without progress", False),
        ("Mate: el portero no lo resuelve en 10 minutos", False),
        ("Mate: after 10 minutes", True),
        ("Mate: not a bell in 10 minutes", False),
        ("Mate: not recovered in 10 minutes", True),
        ("Mate: 10 min no resolution", True),
        ("Mate: after 30 minutes", False),
    ],
)
def test_a_wait_is_held_to_the_levels_it_counts_for(
    second: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{LEVELS}1. Porter: first\n2. {second}\n3. Maker: P1 of more than 1 hour\n"
    assert ("RC307" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    "silence",
    [
        "keine Quittung nach {} Minuten",
        "sans acquittement au bout de {} minutes",
        "sin confirmación en {} minutos",
        "sem ack em {} minutos",
        "no ha dado el ack en {} minutos",
        "nach {} Minuten ohne Bestätigung",
        "nadie ha cogido la alarma en {} minutos",
        "当番が{}分応答しなければ",
        "niemand hat sie in {} Minuten übernommen",
        "the porter has not picked up in {} minutes",
        "der Pförtner meldet sich binnen {} Minuten nicht",
        "{} 分钟无人接听",
        "{}分反応しないとき",
        "si la guardia no la ha reconocido en {} minutos",
        "um {} minutos o primeiro não reconheceu",
        "一线 {} 分钟未认领",
        "{}分以内に Acknowledge がない場合",
    ],
)
def test_a_wait_for_an_answer_is_held_to_the_worst_level(silence: str, words: Vocabulary) -> None:
    early, late = (
        [
            one.message
            for one in found_in(f"{LEVELS}1. Porter: first\n2. Mate: {said}\n", words)
            if one.code == "RC307"
        ]
        for said in (silence.format(3), silence.format(7))
    )
    assert early == []
    assert ["P1" in one for one in late] == [True]


@pytest.mark.parametrize(
    ("response", "grade"), [("next business day", Grade.INFO), ("2 hours", Grade.WARNING)]
)
def test_nobody_starts_the_clock_of_a_ticket_at_night(
    response: str, grade: Grade, words: Vocabulary
) -> None:
    text = f"{LEVELS}1. Porter: first\n2. Mate: after 40 minutes\n"
    text = text.replace("| slow | 20 min |", f"| slow | {response} |")
    assert [one.grade for one in found_in(text, words) if one.code == "RC307"] == [grade]


def test_an_empty_cell_calls_nobody_for_its_level(words: Vocabulary) -> None:
    table = (
        "| Level | First | After 10 minutes | After 1 hour |\n|---|---|---|---|\n"
        "| P1 | Mate | Captain | Owner |\n| P2 | Mate | {} | Captain |\n"
    )
    codes = {one.code for one in found_in(LEVELS + table.format(" "), words)}
    assert "RC307" not in codes
    assert "RC307" in {one.code for one in found_in(LEVELS + table.format("Captain"), words)}


def test_the_label_of_a_chain_says_for_which_level_it_is(words: Vocabulary) -> None:
    text = LEVELS + "Escalation {}: mate → captain (10 min)\n"
    assert "RC307" not in {one.code for one in found_in(text.format("for P1"), words)}
    assert "RC307" in {one.code for one in found_in(text.format("for P2"), words)}


def test_a_level_in_brackets_is_the_one_that_is_meant(words: Vocabulary) -> None:
    table = "| When | Who |\n|---|---|\n| at once (P1) | Mate |\n| 10 min ({}) | Captain |\n"
    assert "RC307" not in {one.code for one in found_in(LEVELS + table.format("P1"), words)}
    assert "RC307" in {one.code for one in found_in(LEVELS + table.format("P2"), words)}


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("If nobody answers in 10 minutes, ring the porter.", True),
        ("A cabin that does not answer within 300 ms is slow; after two hours it is P2.", False),
    ],
)
def test_only_the_wait_for_the_answer_counts(line: str, is_found: bool, words: Vocabulary) -> None:
    head = LEVELS.partition("## Escalation")[0]
    found = {one.code for one in found_in(f"{head}## On call\n\n{line}\n", words)}
    assert ("RC307" in found) is is_found


@pytest.mark.parametrize(
    "reason", ["without a diagnosis", "sin diagnóstico", "ohne Befund", "sem diagnóstico"]
)
def test_a_wait_for_the_cause_begins_with_the_work(reason: str, words: Vocabulary) -> None:
    text = f"{LEVELS}1. Porter: first\n2. Mate: 10 minutes {reason}\n3. Maker: 2 hours\n"
    assert "RC307" not in {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("second", "is_found"),
    [("pilot does not answer", False), ("the mate of the pilot", True)],
)
def test_a_telephone_that_nobody_picks_up_is_no_call(
    second: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# G\n\n## Severity levels\n\n| Level | Response |\n|---|---|\n| P1 | 5 min |\n"
        f"| P2 | 30 min |\n\n## Escalation\n\nPilot → {second} (10 min) → Master\n"
    )
    assert ("RC307" in {one.code for one in found_in(text, words)}) is is_found


ACKNOWLEDGED = (
    "# Lock\n\n## Severity levels\n\n| Level | Definition | {} |\n|---|---|---|\n"
    "| P1 | gate stuck | 10 min |\n| P2 | lamp out | 2 h |\n\n## Rota\n\n{}\n"
)


@pytest.mark.parametrize(
    ("column", "line", "is_found"),
    [
        ("Acknowledge", "- The mate is paged if there is no acknowledgement after 15 min.", True),
        ("Acknowledge", "- The mate is paged if there is no acknowledgement after 10 min.", False),
        ("Response time", "- The mate is paged if there is no answer within 10 min.", True),
        ("Response time", "- The mate is paged if there is no answer within 5 min.", False),
        ("Acknowledge", "- Secondary is paged if there is no acknowledgement in 25 min.", True),
        ("Acknowledge", "- If the secondary gives no answer in 15 min, ring the mate.", False),
        ("Reaktionszeit", "- Wenn niemand antwortet, nach 10 Minuten den Maat anrufen.", True),
        ("Acknowledge", "1. Porter\n2. Not acknowledged in 15 min: mate", True),
        ("Acknowledge", "1. Porter\n2. Not acknowledged in 10 min: mate", False),
    ],
)
def test_who_is_silent_too_long_has_broken_the_promise(
    column: str, line: str, is_found: bool, words: Vocabulary
) -> None:
    found = {one.code for one in found_in(ACKNOWLEDGED.format(column, line), words)}
    assert ("RC307" in found) is is_found


ANSWERED = (
    "# Gates\n\n## Severity levels\n\n| Level | Definition | Response |\n|---|---|---|\n"
    "| P1 | stuck | 5 min |\n| P2 | slow | 15 min |\n\n"
)


@pytest.mark.parametrize(
    ("rung", "is_found"),
    [
        ("2. Owner – no answer for 10 minutes", True),
        ("2. Owner – no answer for 10 minutes or any P1", False),
        ("2. Leitung – 10 Minuten keine Antwort oder bei P1", False),
        ("2. Leitung – 10 Minuten keine Antwort", True),
        ("2. Kierownik – brak odpowiedzi przez 10 minut oraz zawsze na P1", False),
    ],
)
def test_whoever_is_called_at_once_for_the_worst_does_not_come_late(
    rung: str, is_found: bool, words: Vocabulary
) -> None:
    chain = f"## Escalation\n\n1. Keeper\n{rung}\n"
    assert ("RC307" in {one.code for one in found_in(ANSWERED + chain, words)}) is is_found


@pytest.mark.parametrize(
    ("sentence", "is_found"),
    [
        ("If there is no answer for 10 minutes, ring the owner.", True),
        ("If there is no answer for 10 minutes, or always for a P1, ring the owner.", False),
        ("Sans réponse après 10 min, et tout P1 : le chef.", False),
    ],
)
def test_in_a_sentence_too(sentence: str, is_found: bool, words: Vocabulary) -> None:
    text = f"{ANSWERED}## Calling\n\n{sentence}\n"
    assert ("RC307" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("second", "is_found"),
    [
        ("2. Warden (no answer after 5 minutes)", False),
        ("2. Warden (sans réponse après 5 min)", False),
        ("2. Warden (for every flood)", True),
    ],
)
def test_who_comes_after_an_unanswered_call_waits_for_an_answer_too(
    second: str, is_found: bool, words: Vocabulary
) -> None:
    chain = f"## Escalation\n\n1. Keeper\n{second}\n3. Owner (after 10 minutes)\n"
    text = ANSWERED.replace("5 min", "6 min") + chain
    assert ("RC307" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("chain", "is_found"),
    [
        ("1. Keeper (5 min)\n2. Head keeper (after 20 min)", False),
        ("1. Keeper (after 5 min)\n2. Head keeper (after 20 min)", True),
    ],
)
def test_a_bare_time_of_the_first_is_when_he_answers(
    chain: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Lamp\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
        f"| P1 | dark | 15 min |\n| P2 | dim | 18 min |\n\n## Escalation\n\n{chain}\n"
    )
    assert ("RC307" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("If Ada does not answer, ring again after 20 minutes.", True),
        (("If a P1 is not contained in 30 minutes, call Ada. If Ada does not answer, ring again "
         "after 20 minutes."), False),
    ],
)  # fmt: skip
def test_who_is_called_because_it_lasts_is_not_the_first(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Lamp\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
        f"| P1 | dark | 15 min |\n| P2 | dim | 1 h |\n\n## Steps\n\n{said}\n"
    )
    assert ("RC307" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("beside", "is_found"),
    [
        ("", True),
        ("- no answer within 10 minutes\n", False),
        ("- keine Antwort in 10 min\n", False),
    ],
)
def test_a_trigger_beside_the_chain_tells_the_wait_for_an_answer(
    beside: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{LEVELS}1. Porter\n2. Mate (after 10 min)\n\n### Triggers\n\n{beside}- smoke\n"
    assert ("RC307" in {one.code for one in found_in(text, words)}) is is_found


def test_the_worst_level_is_named_where_only_a_wait_is_told(words: Vocabulary) -> None:
    text = f"{LEVELS}1. Porter\n2. Second porter (10 min)\n"
    (told,) = (one.message for one in found_in(text, words) if one.code == "RC307")
    assert "P1 must be answered" in told


@pytest.mark.parametrize(
    ("chain", "is_found"),
    [
        ("Keeper (5 min) → Head keeper (15 min) → Owner (30 min)", False),
        ("Keeper → Head keeper (15 min) → Owner (30 min)", True),
        ("Keeper (0-15 min) → Head keeper (15-30 min) → Owner (30-60 min)", True),
    ],
)
def test_with_a_time_for_each_the_next_is_called_when_the_first_is_over(
    chain: str, is_found: bool, words: Vocabulary
) -> None:
    levels = LEVELS.replace("5 min", "15 min").replace("20 min", "1 h")
    assert ("RC307" in {one.code for one in found_in(levels + chain + "\n", words)}) is is_found


@pytest.mark.parametrize(
    ("rung", "is_found"),
    [("Weekdays, 17h30–8h30: Mate", False), ("Weekdays, 8h à 17h30: Mate", False),
     ("Mate: after 10 minutes", True), ("Mate: no acknowledgement after 10 minutes", True)],
)  # fmt: skip
def test_hours_of_duty_are_no_wait(rung: str, is_found: bool, words: Vocabulary) -> None:
    text = f"{LEVELS}1. Porter: first\n2. {rung}\n"
    assert ("RC307" in {one.code for one in found_in(text, words)}) is is_found
