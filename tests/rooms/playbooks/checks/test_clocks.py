"""Times of levels and phases: what is missing, contradicts itself or cannot be kept."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.level_tables import found, table
from tests.rooms.playbooks.plain_judge import found_in


def test_an_acknowledgement_after_the_response_is_told_at_its_line(words: Vocabulary) -> None:
    text = table("P1 | gate stuck | 2 h | 30 min", "P2 | gate slow | 1 h | 4 h")
    assert found(text, words)["RC105"] == 5


def test_an_immediate_response_is_vague_and_not_late(words: Vocabulary) -> None:
    codes = found(table("P1 | gate stuck | | immediate", "P2 | slow | 1 h | 4 h"), words)
    assert "RC106" in codes
    assert "RC105" not in codes


def test_at_once_is_bounded_by_the_acknowledgement_in_the_same_row(words: Vocabulary) -> None:
    codes = found(table("P1 | gate stuck | 5 min | immediate", "P2 | slow | 1 h | 4 h"), words)
    assert "RC106" not in codes


@pytest.mark.parametrize(
    ("heading", "is_found"),
    [
        ("**P1** all hands, now", False),
        ("**P1** the lamp is out, tomorrow", False),
        ("**P1** the gate is stuck", True),
    ],
)
def test_a_level_may_say_in_words_when_it_is_answered(
    heading: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"## Severities\n\n- {heading}\n- **P2** slow. We come within 4 hours.\n"
    lines = [one.line for one in found_in(text, words) if one.code == "RC101"]
    assert lines == ([3] if is_found else [])


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("Opsgenie rings the pilot.", True),
        ("The bell rings the pilot.", False),
        ("Opsgenie rings the pilot, who acknowledges within 5 minutes.", False),
        ("Opsgenie rings the pilot. If unacknowledged for 10 minutes, ring the mate.", False),
    ],
)
def test_a_page_needs_a_time_for_its_answer_somewhere(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    levels = table("P1 | gate stuck | | 30 min", "P2 | slow | | 4 h")
    text = f"{levels}\n## On-call\n\n{said}\n"
    assert ("RC102" in found(text, words)) is is_found


@pytest.mark.parametrize(
    ("answered", "is_found"),
    [("1 hour", True), ("20-40 min", True), ("15 min", False), ("immediate (5 min)", False)],
)
def test_whoever_responds_within_minutes_has_answered_the_page(
    answered: str, is_found: bool, words: Vocabulary
) -> None:
    levels = table(f"P1 | gate stuck | | {answered}", "P2 | slow | | 4 h")
    text = f"{levels}\n## On-call\n\nPagerDuty calls the pilot.\n"
    assert ("RC102" in found(text, words)) is is_found


def test_best_effort_for_the_end_of_the_lightest_level_is_a_decision(words: Vocabulary) -> None:
    head = "## Severity\n\n| Level | Definition | Response | Resolution |\n|---|---|---|---|\n"
    heavy = head + "| P1 | stuck | 5 min | best effort |\n| P2 | slow | 1 h | 4 h |\n"
    light = head + "| P1 | stuck | 5 min | 1 h |\n| P2 | slow | 1 h | best effort |\n"
    assert "RC106" in found(heavy, words)
    assert "RC106" not in found(light, words)


@pytest.mark.parametrize(
    ("response", "code"),
    [
        ("immediate (5 minutes)", "RC107"),
        ("90 seconds", "RC108"),
        ("best effort", "RC106"),
        ("", "RC101"),
    ],
)
def test_a_time_that_nobody_can_keep_or_measure(
    response: str, code: str, words: Vocabulary
) -> None:
    text = table(f"P1 | gate stuck | | {response}", "P2 | gate slow | | 4 h")
    assert code in found(text, words)


def test_a_bounded_immediate_says_one_thing(words: Vocabulary) -> None:
    text = table("P1 | gate stuck | 4 min | immediate (within 5 minutes)", "P2 | slow | 1 h | 4 h")
    assert not {"RC106", "RC107", "RC108"} & set(found(text, words))


def test_a_level_whose_time_stands_in_a_sentence_is_not_called_silent(words: Vocabulary) -> None:
    text = "## Severities\n\n- **P1**: gate stuck. We come within 10 minutes.\n- **P2**: slow.\n"
    lines = {one.line for one in found_in(text, words) if one.code == "RC101"}
    assert 3 not in lines


@pytest.mark.parametrize(
    ("said", "is_found"),
    [("Leave this page and call the harbour police.", False), ("A diver is missing.", True)],
)
def test_a_level_that_is_handed_over_has_no_clock_here(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Gates\n\n## Levels\n\n### L0 - police\n\n"
        f"{said}\n\n### L1 - stuck\n\nNo ferry passes.\n\nResponse: 5 minutes.\n"
    )
    assert ("RC101" in found(text, words)) is is_found


def test_levels_out_of_order_are_compared_by_their_numbers(words: Vocabulary) -> None:
    rows = ("P1 | stuck | | 10 min", "P2 | slow | | 30 min", "P0 | robbed | | {}")
    late = table(*rows[:2], rows[2].format("15 min"))
    assert found(late, words)["RC109"] == 5
    assert "RC109" not in found(table(*rows[:2], rows[2].format("5 min")), words)


@pytest.mark.parametrize(
    ("where", "is_found"),
    [
        ("The keeper is always in the control room.", False),
        ("Die Leitstelle ist rund um die Uhr besetzt.", False),
        ("The keeper is at home, by the phone.", True),
    ],
)
def test_who_sits_in_front_of_it_has_not_to_be_woken(
    where: str, is_found: bool, words: Vocabulary
) -> None:
    text = table("P1 | gate stuck | 1 min | 2 min", "P2 | gate slow | 1 h | 4 h")
    assert ("RC108" in found(f"{text}\n{where}\n", words)) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("one gate. Handled by the harbour's desk.", False),
        ("une porte. Traité par le port.", False),
        ("one gate is slow. It has two handles.", True),
    ],
)
def test_a_level_that_others_deal_with_has_their_clocks(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# G\n\n## Severity levels\n\n- **High**: all gates. Respond within 10 minutes.\n"
        f"- **Mid**: two gates. Respond within 1 hour.\n- **Low**: {said}\n"
    )
    assert ("RC101" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("row", "is_found"),
    [
        ("| P3 | lamp | | |", True),
        ("| P3 | lamp | - | nobody |", False),
        ("| P3 | lamp | - | niemand |", False),
    ],
)
def test_a_row_that_calls_nobody_needs_no_time(row: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        "# Gates\n\n## Severity levels\n\n| Level | Definition | Response | Calls |\n"
        f"|---|---|---|---|\n| P1 | stuck | 5 min | keeper |\n| P2 | slow | 1 h | keeper |\n{row}\n"
    )
    assert ("RC101" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("last", "is_found"),
    [
        ("A lamp is out. Mended in the day shift.", False),
        ("A lamp is out. Atención en el turno siguiente.", False),
        ("A lamp is out.", True),
    ],
)
def test_the_next_shift_is_a_time(last: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        "# Gates\n\n## Severity levels\n\n### P1\n\nStuck. Response: 5 min.\n\n"
        f"### P2\n\nSlow. Response: 1 h.\n\n### P3\n\n{last}\n"
    )
    assert ("RC101" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("worse", "lightest", "is_found"),
    [
        ("1 h", "next release", False),
        ("1 h", "next shift", False),
        ("next release", "3 days", True),
        ("asap", "3 days", True),
    ],
)
def test_the_lightest_level_may_wait_for_what_comes_by_itself(
    worse: str, lightest: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Gates\n\n## Severity levels\n\n| Level | Definition | Response |\n|---|---|---|\n"
        f"| P1 | stuck | 5 min |\n| P2 | slow | {worse} |\n| P3 | paint | {lightest} |\n"
    )
    assert ("RC106" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("The club has no guaranteed response time.", False),
        ("Es gibt keine garantierte Reaktionszeit.", False),
        ("The club has a pump with a time of its own.", True),
        ("Somebody must respond.", True),
    ],
)
def test_a_house_may_say_that_it_promises_no_time(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    levels = "- **S1**: all piers\n- **S2**: one pier\n"
    text = f"# Quay\n\n{said}\n\n## Severity levels\n\n{levels}"
    assert ("RC101" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("head", "time", "is_found"),
    [
        ("Answered / mate named", "10 minutes / immediately", False),
        ("Response / first word", "15 minutes / at once", False),
        ("Response time", "10 minutes / immediately", True),
        ("Response / first word", "Immediate (10 minutes)", True),
    ],
)
def test_two_times_below_two_names_are_one_for_either(
    head: str, time: str, is_found: bool, words: Vocabulary
) -> None:
    table = f"| Level | Definition | {head} |\n|---|---|---|\n| S1 | sunk | {time} |\n"
    text = f"# Quay\n\n## Severity levels\n\n{table}| S2 | slow | 1 hour |\n"
    assert ("RC107" in {one.code for one in found_in(text, words)}) is is_found


HEAD = "| Level | Definition | Response | Called |\n|---|---|---|---|\n"
QUAY = f"# Quay\n\n## Severity levels\n\n{HEAD}"


@pytest.mark.parametrize(
    ("rows", "code", "is_found"),
    [
        ("| Notice | wet | 2 h | Mate |\n| Warning | slow | 30 min | Mate |", "RC109", False),
        ("| Niedrig | nass | 4 h | Maat |\n| Hoch | langsam | 1 h | Maat |", "RC109", False),
        ("| S1 | wet | 2 h | Mate |\n| S2 | slow | 30 min | Mate |", "RC109", True),
        ("| Notice | wet | 2 h | Mate |\n| Warning | slow | 3 min | Mate |", "RC109", True),
        ("| Normal | dry | – | None |\n| Warning | slow | 30 min | Mate |", "RC101", False),
        ("| Normal | trocken | – | niemand |\n| Hoch | zu | 30 min | Maat |", "RC101", False),
        ("| Normal | dry | – | Mate |\n| Warning | slow | 30 min | Mate |", "RC101", True),
        ("| Notice | dry | 1 h | Mate |\n| Warning | slow | – | None |", "RC101", True),
    ],
)
def test_a_row_of_names_may_begin_with_the_lightest_that_calls_nobody(
    rows: str, code: str, is_found: bool, words: Vocabulary
) -> None:
    last = "| S3 | sunk | 5 min | all |" if "S1" in rows else "| Outage | sunk | 5 min | all |"
    assert (code in {one.code for one in found_in(f"{QUAY}{rows}\n{last}\n", words)}) is is_found


@pytest.mark.parametrize(
    ("cell", "is_found"),
    [
        ("At once; shut within 1 hour", False),
        ("Sofort; eingedämmt binnen 15 Minuten", False),
        ("At once, by the mate", True),
        ("At once, at any hour", True),
    ],
)
def test_the_cell_itself_may_say_by_when(cell: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        "# Gates\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
        f"| P1 | stuck | {cell} |\n| P2 | slow | 1 h |\n"
    )
    assert ("RC106" in {one.code for one in found_in(text, words)}) is is_found
