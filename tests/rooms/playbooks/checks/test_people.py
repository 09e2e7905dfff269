"""Roles and hours: a role that speaks by what it does, hours that nobody could misread."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

PLAN = (
    "# Gates\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
    "| P1 | stuck | 5 min |\n| P2 | slow | 1 h |\n\n## Escalation\n\n"
    "1. Pilot\n2. Mate (after 5 min)\n\n## Contacts\n\n- Pilot: 01632 960140\n"
    "- Mate: 01632 960141\n\n## Roles\n\n### Incident leader\n\n- decides\n\n### Second\n\n- {}\n"
)


@pytest.mark.parametrize(
    ("duty", "is_found"),
    [
        ("holds the rope", True),
        ("speaks to the ferries", False),
        ("posts to the board", False),
        ("is the voice of the gate", False),
        ("containment, notification, repair", False),
        ("Eindämmung, Benachrichtigung", False),
        ("containment, notes, repair", True),
        ("Eindämmung, Beobachtung", True),
    ],
)
def test_who_tells_people_is_known_by_the_duty(
    duty: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC312" in {one.code for one in found_in(PLAN.format(duty), words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("The scribe writes; ring the scribe first.", True),
        ("Whoever writes is the scribe.", False),
        ("*Scribe (S)* is the second pilot until relieved.", False),
    ],
)
def test_a_sentence_says_who_takes_a_role(line: str, is_found: bool, words: Vocabulary) -> None:
    text = f"{PLAN.format('posts to the board')}\n## Closing\n\n{line}\n"
    assert ("RC313" in {one.code for one in found_in(text, words)}) is is_found


def test_a_sentence_of_the_chapter_says_who_tells_people(words: Vocabulary) -> None:
    told = f"{PLAN.format('holds the rope')}\nThe harbour office notifies the ferries.\n"
    assert "RC312" not in {one.code for one in found_in(told, words)}


def test_somebody_with_a_capital_may_tell_people(words: Vocabulary) -> None:
    told = (
        f"{PLAN.format('holds the rope')}\n## Closing\n\n1. The Harbour Desk informs the ferries.\n"
    )
    assert "RC312" not in {one.code for one in found_in(told, words)}


def test_who_is_named_and_not_defined_may_be_the_one_who_tells_people(words: Vocabulary) -> None:
    text = f"{PLAN.format('holds the rope')}\n## Closing\n\n1. Ring the scribe.\n"
    found = {one.code for one in found_in(text, words)}
    assert "RC313" in found
    assert "RC312" not in found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("The Ops Lead writes.", True),
        ("Then Ola (River Ops Lead) writes.", False),
        ("Ola is River Ops Lead.", False),
    ],
)
def test_a_longer_name_is_another_role(line: str, is_found: bool, words: Vocabulary) -> None:
    found = found_in(f"# Gates\n\n## Steps\n\n{line}\n", words)
    assert ("RC313" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("label", "is_found"), [("Commander", False), ("Diver", True), ("Lead", True)]
)
def test_a_role_may_be_defined_by_a_shorter_name(
    label: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n1. **{label}**: whoever answers first.\n\nCall the incident commander.\n"
    assert ("RC313" in {one.code for one in found_in(text, words)}) is is_found


LED_BY = (
    "# Gates\n\n## Severity levels\n\n| Level | Definition | Response |\n|---|---|---|\n"
    "| P1 | stuck | 5 min |\n| P2 | slow | 1 h |\n\n## Contacts\n\n- Keeper: 01632 960 100\n\n"
    "## Messages\n\n```\nGate shut since [time].\n```\n\n"
)


@pytest.mark.parametrize(
    ("told", "is_found"),
    [
        ("", True),
        ("## Part B. Duties\n\nThe keeper opens, the warden takes notes.\n", False),
        ("## Ludzie\n\nNa poziomie 1 kieruje kierownik.\n", False),
        ("## Mensen\n\nHet hoofd heeft de leiding.\n", False),
    ],
)
def test_who_leads_is_said_in_many_ways(told: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC311" in {one.code for one in found_in(LED_BY + told, words)}) is is_found


@pytest.mark.parametrize(
    ("who", "is_found"), [("Anna Berg", True), ("—", False), ("[name]", False)]
)
def test_a_gap_is_no_person_behind_two_roles(who: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        f"# Gates\n\n## Roles\n\n### Pilot\n\n- steers\n- **Backup**: {who}\n\n"
        f"### Mate\n\n- rows\n- **Backup**: {who}\n"
    )
    assert ("RC314" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("entry", "is_found"),
    [
        ("- Scribe (keeps the tide book)", False),
        ("1. [ ] **Scribe** (schreibt das Buch)", False),
        ("- Scribe (tbd)", True),
        ("- Scribe ([name of pilot])", True),
        ("- Ring the scribe (by the blue phone)", True),
    ],
)
def test_a_bracket_behind_the_name_says_what_the_role_does(
    entry: str, is_found: bool, words: Vocabulary
) -> None:
    found = found_in(f"# Gates\n\n## Steps\n\n{entry}\n", words)
    assert ("RC313" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("name", "is_found"), [("Communications lead", False), ("Computer lead", True)]
)
def test_one_letter_more_is_no_other_role(name: str, is_found: bool, words: Vocabulary) -> None:
    roles = f"## Roles\n\n| Role | Task |\n|---|---|\n| {name} | writes to the ferries |\n"
    found = found_in(f"# Gates\n\n{roles}\n## Steps\n\nRing the communication lead.\n", words)
    assert ("RC313" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("defined", "is_found"),
    [("Technical lead", False), ("Team lead", True), ("Technical lead diver", True)],
)
def test_a_word_cut_short_is_no_other_role(defined: str, is_found: bool, words: Vocabulary) -> None:
    roles = f"## Roles\n\n| Role | Task |\n|---|---|\n| {defined} | mends the gate |\n"
    found = found_in(f"# Gates\n\n{roles}\n## Steps\n\nRing the tech lead.\n", words)
    assert ("RC313" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ('    role: "Incident commander"', False),
        ("    rolle: Einsatzleiter", False),
        ("    note: Incident commander", True),
        ('    role: "[incident commander]"', True),
    ],
)
def test_a_record_that_gives_a_role_defines_it(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    record = f"```yaml\nwatch:\n  one:\n{line}\n    tasks:\n      - opens the gate\n```\n"
    found = found_in(f"# Gates\n\n## Crew\n\n{record}", words)
    assert ("RC313" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        (
            "Choose the **IC** (incident commander) — whoever speaks calmly, and mends nothing.",
            False,
        ),
        ("Choose an IC (incident commander) - keeps the overview.", False),
        ("Choose an IC (incident commander) before you open the gate.", True),
    ],
)
def test_letters_spelt_out_may_be_followed_by_the_duty(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    found = found_in(f"# Gates\n\n## First\n\n1. {line}\n", words)
    assert ("RC313" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("told", "is_found"),
    [
        ("On quiet days the harbour master serves all roles.", False),
        ("All roles are written on the wall.", True),
        ("Anna Berg darf mehrere Rollen haben.", False),
        ("On quiet days the harbour master serves tea.", True),
    ],
)
def test_that_one_serves_all_roles_may_be_said(
    told: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        f"# Gates\n\n## Roles\n\n{told}\n\n### Pilot\n\n- steers\n- **Backup**: Anna Berg\n\n"
        "### Mate\n\n- rows\n- **Backup**: Anna Berg\n"
    )
    assert ("RC314" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("head", "is_found"),
    [
        ("You are a solo operator and play every part.", False),
        ("Today (solo): Ada.", False),
        ("The crew plays every part.", True),
        ("A solo sailor may moor here.", True),
    ],
)
def test_one_person_plays_every_part_that_is_named(
    head: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Quay\n\n{head}\n\n## Steps\n\n- Tell the incident commander.\n"
    assert ("RC313" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Name an **incident commander** — the one who decides and speaks.", False),
        ("Name an incident commander — whoever answered first.", False),
        ("Tell the incident commander how long it takes.", True),
        ("Name an incident commander, then go on.", True),
    ],
)
def test_a_dash_behind_a_role_says_who_that_is(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Process\n\n1. {line}\n"
    assert ("RC313" in {one.code for one in found_in(text, words)}) is is_found
