"""Times that look like a level's and are not, and levels that need none."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LEVELS = (
    "# Dam\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
    "| P1 | gate open | 15 min |\n| P2 | gate slow | 1 h |\n{}\n"
)


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("place", "is_found"),
    [
        ("## Response times\n\n- P1: 40 minutes\n- P2: 2 hours\n", True),
        (("## Outside\n\n| Level | Mail to farmers | Timing |\n|---|---|---|\n"
         "| P1 | text A | within 40 minutes |\n| P2 | text B | within 2 hours |\n"), False),
        ("## Rollout order\n\n1. **P1**: roll out within 24 hours\n2. **P2**: next month\n", False),
    ],
)  # fmt: skip
def test_another_question_has_other_times(place: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC104" in codes(f"{LEVELS.format('')}\n{place}", words)) is is_found


@pytest.mark.parametrize(
    ("last", "is_found"),
    [
        ("| P3 | one lamp is out | |", True),
        ("| P3 | everything else | |", False),
        ("| P3 | nur zur Kenntnis | |", False),
        ("| P3 | questions | |", False),
    ],
)
def test_a_level_for_the_rest_needs_no_time(last: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC101" in codes(LEVELS.format(last), words)) is is_found


@pytest.mark.parametrize(
    ("heading", "is_found"),
    [
        ("Immediate (0-10 minutes)", False),
        ("Immediate steps", True),
        ("2. First response (within 10 minutes)", False),
        ("Erste Reaktion (10 Minuten)", False),
        ("First response", True),
        ("Second look (within 10 minutes)", True),
    ],
)
def test_a_heading_bounds_what_is_immediate(
    heading: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{LEVELS.format('').replace('15 min', 'Immediate')}\n## {heading}\n\n1. Shut it.\n"
    assert ("RC106" in codes(text, words)) is is_found


@pytest.mark.parametrize(("head", "is_found"), [("On-call", False), ("Boat", True)])
def test_a_table_says_how_soon_each_answers(head: str, is_found: bool, words: Vocabulary) -> None:
    table = f"| Level | {head} | Chief |\n|---|---|---|\n| P1 | 5 min | 9 min |\n"
    levels = LEVELS.format("").replace("15 min", "45 min")
    text = f"{levels}\n## Watch\n\nPagerDuty calls the warden.\n\n{table}"
    assert ("RC102" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("below", "is_found"),
    [
        ("**Heat:** great", True),
        ("**Severity:** variable (depends on the wind)", False),
        ("**Gravité :** selon le vent", False),
        ("**Odziv:** < 15 min", False),
    ],
)
def test_a_chapter_of_the_level_may_tell_its_time(
    below: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Charcoal\n\n## Severity levels\n\n| Level | Definition | Response time |\n"
        "|---|---|---|\n| P1 | pile burns | 5 min |\n| P2 | smokes | |\n| P3 | damp | 1 h |\n\n"
        f"## What to do\n\n### P2: the pile smokes\n\n{below}\n"
    )
    assert ("RC101" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("time", "is_found"),
    [("Same working day", False), ("12시간 이내", False), ("quick as 1 fox", True)],
)
def test_what_a_reader_knows_is_no_riddle(time: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        "# Charcoal\n\n## Severity levels\n\n| Level | Definition | Response time |\n"
        f"|---|---|---|\n| P1 | pile burns | 5 min |\n| P2 | pile smokes | {time} |\n"
    )
    assert ("RC103" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("branch", "is_found"),
    [
        ("Go to step 7 (mast)", False),
        ("Return to step 2 (look again)", False),
        ("Weiter mit Schritt 7", False),
        ("Volver al paso 2", False),
        ("→ step 7 (mast)", False),
        ("step 7", True),
    ],
)
def test_where_to_go_on_is_no_time(branch: str, is_found: bool, words: Vocabulary) -> None:
    asked = LEVELS.replace("15 min", branch).format("")
    assert ("RC103" in codes(asked, words)) is is_found


WORKS = (
    "# Dam\n\n## Severity levels\n\n| Level | Definition | Back in | Response |\n"
    "|---|---|---|---|\n| P1 | gate open | {} | {} |\n| P2 | gate slow | 4 h | 1 h |\n"
)


@pytest.mark.parametrize(
    ("back", "cell", "is_found"),
    [
        ("2 h", "Ring the 2 keepers", False),
        ("2 h", "as 2 keepers like", True),
        ("", "Ring the 2 keepers", True),
    ],
)
def test_a_column_may_say_what_is_done_where_another_has_the_time(
    back: str, cell: str, is_found: bool, words: Vocabulary
) -> None:
    text = WORKS.format(back, cell).replace("Back in", "Resolution time")
    assert ("RC103" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("steps", "is_found"),
    [
        ("1. Look (5 min)\n2. **Fix** (40 min)\n3. Tell (2 min)\n", False),
        ("1. Look\n2. **Fix** (40 min)\n3. Tell\n", True),
    ],
)
def test_how_long_one_step_takes_is_no_time_of_the_level(
    steps: str, is_found: bool, words: Vocabulary
) -> None:
    text = LEVELS.replace("Response time", "Resolution time").format("")
    found = codes(f"{text}\n## P1 alarm\n\nRing.\n\n## P2 alarm\n\n{steps}", words)
    assert ("RC104" in found) is is_found


@pytest.mark.parametrize(("head", "is_found"), [("Who responds", False), ("Response", True)])
def test_a_column_that_asks_who_has_no_times(head: str, is_found: bool, words: Vocabulary) -> None:
    rows = "| P1 | stuck | 5 min | Watchman |\n| P2 | slow | 2 h | Second free boatman |\n"
    table = f"| Level | Definition | Response time | {head} |\n|---|---|---|---|\n{rows}"
    assert ("RC103" in codes(f"# Gates\n\n## Severity levels\n\n{table}", words)) is is_found


@pytest.mark.parametrize(
    ("part", "is_found"),
    [
        ("### Within 5 minutes\n\n- P3: look at the lamp", False),
        ("### 10 分以内\n\n- P3：灯を見る", False),
        ("### In den ersten 10 Minuten\n\n- **P3:** nach der Lampe sehen", False),
        ("### At first\n\n- P3: look at the lamp", True),
        ("### Within 5 minutes\n\n- P1: look at the lamp", True),
        ("### Within 5 minutes\n\n- For P3 look at the lamp: it may be out", True),
        ("### Post-mortem within 5 days\n\n- P3: write a page", True),
        ("### P3: dark lamps\n\n**At once (0-10 minutes)**\n\n- look at it", False),
        ("### P3: Lampe\n\n#### Sofort (0-10 Minuten)\n\n- hinsehen", False),
        ("### P3: dark lamps\n\n**Later (1-2 days)**\n\n- look at it", True),
        ("### P1: open gate\n\n**At once (0-10 minutes)**\n\n- look at it", True),
    ],
)
def test_what_a_level_does_below_a_timed_heading_is_in_time(
    part: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{LEVELS.format('| P3 | one lamp is out | |')}\n## Course\n\n{part}\n"
    assert ("RC101" in codes(text, words)) is is_found


UNTIMED = (
    "# Tram\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
    "| P1 | no tram runs | |\n| P2 | one line stands | |\n| P3 | a seat is torn | 3 days |\n"
    "| P4 | a lamp is out | 5 days |\n\n## {}\n\n### {}\n\n1. Look at the wire\n"
)


@pytest.mark.parametrize(
    ("chapter", "part", "is_found"),
    [
        ("What we do (P1 and P2)", "Look (target: within 10 minutes)", False),
        ("Ablauf bei P1 und P2", "Hinsehen (binnen 10 Minuten)", False),
        ("What we do (P3 and P4)", "Look (target: within 10 minutes)", True),
        ("The first 10 minutes of P1/P2", "Look", False),
        ("Erste 10 Minuten bei P1 und P2", "Hinsehen", False),
        ("Post-mortem within 2 days (P1 and P2)", "Write", True),
        ("What we do (P1 and P2)", "Look", True),
        ("Post-mortem (P1 and P2)", "Write (within 2 days)", True),
    ],
)
def test_a_chapter_for_some_levels_that_begins_in_time_answers_for_them(
    chapter: str, part: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC101" in codes(UNTIMED.format(chapter, part), words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("- **Response time**: 15 minutes", False),
        ("* Reaktionszeit: 15 Minuten", False),
        ("- **Response time**: the master knows", True),
        ("- **Lunch time**: 15 minutes", True),
    ],
)
def test_a_kind_of_case_with_its_time_is_no_procedure(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Runbooks\n\n### Security breach\n\n- Somebody is in the tower\n{line}\n"
    assert ("RC829" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("place", "is_found"),
    [
        ("## Response times\n\n```yaml\nTargets:\n  P1 (Critical): 15 minutes\n```\n", False),
        ("## Reaktionszeiten\n\n- P1: 15 Minuten\n- P2: 1 Stunde\n", False),
        ("## Response times\n\n```yaml\nTargets:\n  P2 (High): 15 minutes\n```\n", True),
        ("## Boiling times\n\n- P1: 15 minutes\n- P2: 1 hour\n", True),
    ],
)
def test_at_once_is_bounded_where_the_times_of_answers_are_listed(
    place: str, is_found: bool, words: Vocabulary
) -> None:
    rows = "| P1 | stuck | immediate |\n| P2 | slow | 1 hour |\n"
    table = f"## Levels\n\n| Level | Meaning | Response time |\n|---|---|---|\n{rows}"
    assert ("RC106" in codes(f"# Gates\n\n{table}\n{place}", words)) is is_found


@pytest.mark.parametrize(
    ("label", "is_found"),
    [
        ("**Immediate actions (0-9 minutes):**", False),
        ("**First response (9 minutes)**", False),
        ("**Immediate actions:**", True),
        ("**Later actions (0-9 minutes):**", True),
    ],
)
def test_a_label_may_say_how_soon_at_once_is(label: str, is_found: bool, words: Vocabulary) -> None:
    rows = "| S1 | sunk | Immediate |\n| S2 | slow | 1 h |\n"
    table = (
        f"# Quay\n\n## Severity levels\n\n| Level | Definition | Response |\n|---|---|---|\n{rows}"
    )
    text = f"{table}\n## Pumps\n\n{label}\n\n- Start them\n"
    assert ("RC106" in {one.code for one in found_in(text, words)}) is is_found
