"""Lists in lists below a heading about escalation."""

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

Rungs = list[tuple[str, int | None]]


def read(text: str, words: Vocabulary) -> list[tuple[tuple[str, ...], Rungs]]:
    return [
        (chain.keys, [(one.who, one.after and one.after.seconds) for one in chain.steps])
        for chain in chains_of(outline(f"## Escalation\n\n{text}"), words)
    ]


def test_a_chain_for_each_time_of_day(words: Vocabulary) -> None:
    text = (
        "- Daytime\n  - Yard desk\n  - Mate after 9 min\n"
        "- Nights\n  - Watchman\n  - Mate after 20 min\n"
    )
    assert read(text, words) == [
        ((), [("Yard desk", None), ("Mate", 540)]),
        ((), [("Watchman", None), ("Mate", 1200)]),
    ]


def test_a_chain_for_each_level(words: Vocabulary) -> None:
    text = (
        "* Sev 1\n  1. Bosun (at once)\n  2. Captain (9 minutes)\n"
        "* Sev 2\n  1. Bosun\n  2. Mate (30 minutes)\n"
    )
    assert read(text, words) == [
        (("Sev 1",), [("Bosun", 0), ("Captain", 540)]),
        (("Sev 2",), [("Bosun", None), ("Mate", 1800)]),
    ]


def test_a_rung_with_its_person_inside(words: Vocabulary) -> None:
    text = "- **Level 1**\n  - Who: bosun\n- **Level 2**\n  - Who: mate\n  - After: 9 min\n"
    assert read(text, words) == [((), [("bosun", None), ("mate", 540)])]
    terms = (
        "First line\n: Bosun, takes all calls.\n\n"
        "Second line\n: Mate, when the bosun is silent for 9 min.\n"
    )
    assert read(terms, words) == [((), [("Bosun", None), ("Mate", 540)])]


def test_headings_that_only_number_the_rungs(words: Vocabulary) -> None:
    text = "### Level 1\n\n- Who: bosun\n\n### Level 2\n\n- Who: mate\n- After: 9 min\n"
    assert read(text, words) == [((), [("bosun", None), ("mate", 540)])]


def test_remarks_below_the_rungs_make_no_chain_of_their_own(words: Vocabulary) -> None:
    text = (
        "1. Bosun\n   - has the keys\n   - sleeps aft\n2. Mate (after 9 min)\n   - has the maps\n"
    )
    assert read(text, words) == [((), [("Bosun", None), ("Mate", 540)])]


def test_headings_that_number_the_rungs_and_tell_their_windows(words: Vocabulary) -> None:
    named = "### Tier 1 (0-20 min)\n\n- Bosun\n\n### Tier 2 (20-60 min)\n\n- Captain\n"
    assert read(named, words) == [((), [("Bosun", None), ("Captain", 1200)])]
    work = (
        "### Tier 1 (0-20 min)\n\n- Man the pumps\n- Sound the hold\n\n"
        "### Tier 2 (20-60 min)\n\n- Slow look at every seam\n- Drop the cargo\n"
    )
    assert read(work, words) == [((), [("Tier 1", None), ("Tier 2", 1200)])]


def test_headings_that_number_work_without_windows_are_no_rungs(words: Vocabulary) -> None:
    work = "### Tier 1 (small)\n\n- Man the pumps\n\n### Tier 2 (large)\n\n- Drop the cargo\n"
    assert read(work, words) == []
    assert read(work.replace(" (small)", "").replace(" (large)", " (20 min)"), words) == []


def test_headings_are_the_rungs_and_fields_below_tell_their_cases(words: Vocabulary) -> None:
    text = (
        "### Night engineer\n- **Picks up first**\n- **Reached:** 24/7\n- **Duty:** first look\n\n"
        "### Shift manager\n- **Escalation:** If not running again in 20 minutes\n"
        "- **Duty:** decides\n\n"
        "### CTO\n- **Escalation:** Fire, injuries\n- **Duty:** speaks to the press\n"
    )
    assert read(text, words) == [
        ((), [("Night engineer", None), ("Shift manager", 1200), ("CTO", None)])
    ]


def test_headings_above_names_of_others_are_teams(words: Vocabulary) -> None:
    text = (
        "### Belt manager\n- Night engineer: 4711\n- Belt engineer: 4712\n\n"
        "### Yard manager\n- Yard engineer: 4713\n- Second engineer: 4714\n"
    )
    assert ((), [("Belt manager", None), ("Yard manager", None)]) not in read(text, words)


def test_headings_above_duties_alone_are_parts_and_no_chain(words: Vocabulary) -> None:
    page = outline(
        "# Belts\n\n## Who does what\n\n### Belt manager (BM)\n- **Duty:** decides\n\n"
        "### Yard manager\n- **Duty:** clears the yard\n- **Reports to:** Belt manager\n"
    )
    assert chains_of(page, words) == ()


def test_calls_by_number_below_a_label_of_the_list(words: Vocabulary) -> None:
    head = "- **Seen by:** whoever stands nearest\n- **Escalation at once:**\n"
    calls = "  1. Call the mate (if the hold leaks).\n  2. Inform the owner of the ship.\n"
    called = [((), [("mate", None), ("owner of the ship", None)])]
    assert read(f"{head}{calls}  3. Take the log with you.\n", words) == called
    work = "  1. Call the mate.\n  2. Shut the hold.\n  3. Take the log with you.\n"
    assert read(f"{head}{work}", words) != [((), [("mate", None)])]
    assert called[0] not in read(head.replace("Escalation", "Payment") + calls, words)


def test_one_branch_of_an_outline_is_a_chain(words: Vocabulary) -> None:
    phones = "- Phones\n  - Night engineer: ext. 4712\n"
    english = "- Chain\n  - Night engineer: at once\n  - Yard manager: if still for 20 minutes\n"
    spanish = (
        "- Cadena\n  - Técnico de turno: al saltar la alarma\n"
        "  - Jefe de planta: si a los 20 minutos sigue parada\n"
    )
    assert read(f"{english}{phones}", words) == [
        ((), [("Night engineer", 0), ("Yard manager", 1200)])
    ]
    assert read(f"{spanish}{phones}", words) == [
        ((), [("Técnico de turno", None), ("Jefe de planta", 1200)])
    ]
    work = "- Repair\n  - Belt: grease it\n  - Motor: stop it after 20 minutes\n"
    drums = "- Drums\n  - Red: turns at once\n  - Blue: turns after 20 minutes\n"
    for other in (work, drums):
        assert all(
            len(steps) < 2 or steps[1][1] is None for _, steps in read(other + phones, words)
        )


def test_cases_below_names_and_names_below_waits(words: Vocabulary) -> None:
    cases = "- Bosun\n  - at once\n- First mate\n  - after 9 minutes without an answer\n"
    assert read(cases, words) == [((), [("Bosun", 0), ("First mate", 540)])]
    names = "- Immediately\n  - Bosun\n- After 9 minutes\n  - First mate\n"
    assert read(names, words) == [((), [("Bosun", 0), ("First mate", 540)])]
    deeds = "- Bosun\n  - reads the log\n- First mate\n  - sounds the hold\n"
    assert read(deeds, words) == [((), [("Bosun", None), ("First mate", None)])]
    two = (
        "- After 9 minutes\n  - reef the sails\n  - man the pumps\n- After 20 minutes\n  - sleep\n"
    )
    assert read(two, words) == []


def test_a_tree_of_people_who_are_called_in_cases(words: Vocabulary) -> None:
    tree = (
        "- **Night engineer** (at once)\n  - **Shift manager** (no answer in 9 minutes)\n"
        "    - **Site director** (the hold floods)\n  - **Duty desk** (two pumps stand still)\n"
    )
    steps = [("Night engineer", 0), ("Shift manager", 540), ("Site director", None)]
    assert read(tree, words) == [((), [*steps, ("Duty desk", None)])]
    things = "- Pump (at once)\n  - Sail (after 9 minutes)\n  - Rudder (if it breaks)\n"
    assert read(things, words) == []


def test_headings_of_waits_and_of_numbers_above_one_name(words: Vocabulary) -> None:
    crew = [("Night engineer", 0), ("Shift manager", 540)]
    waits = "### At once\n\n- Night engineer\n\n### After 9 minutes\n\n- Shift manager\n"
    assert read(waits, words) == [((), crew)]
    numbers = (
        "### Level 1 (at once)\n\nNight engineer\n\n### Level 2 (after 9 min)\n\nShift manager\n"
    )
    assert read(numbers, words) == [((), crew)]
    deeds = waits.replace("Night engineer", "reef the sails").replace("Shift manager", "pump")
    assert read(deeds, words) == []
    told = numbers.replace("Night engineer", "The night engineer looks.")
    assert read(told, words) != [((), crew)]
