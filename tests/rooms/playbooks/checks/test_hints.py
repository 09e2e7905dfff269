"""What a document says without any noun that was read, and so no rule asks for."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

BOARD = "# Ferry\n\n## Roles\n\n- **Lead**: decides\n\n## Who reacts\n\n"


@pytest.mark.parametrize(
    ("head", "first", "second", "is_found"),
    [
        ("Trouble | Severity | Reaction time", "leak | grave | 5 min", "rust | mild | 2 h", False),
        ("Panne | Gravité | Délai de réponse", "fuite | haute | 5 min", "sel | basse | 2 h", False),
        ("故障 | 级别 | 响应时间", "漏水 | 红 | 5 分钟", "生锈 | 黄 | 2 小时", False),
        ("Trouble | Severity | Reaction time", "leak | grave | 5 min", "rust | grave | 2 h", True),
        ("Trouble | Severity | Hull", "leak | grave | port", "rust | mild | bow", True),
    ],
)
def test_a_table_that_rates_its_cases_defines_levels(
    head: str, first: str, second: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{BOARD}| {head} |\n|---|---|---|\n| {first} |\n| {second} |\n"
    assert ("RC001" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("The board keeps the minutes.", False),
        ("The board keeps the minutes, the duty pilot is on call.", True),
        ("The alert goes to the board.", True),
        ("Phone the treasurer.", True),
        ("```bash\nsystemctl restart bell\n```", True),
    ],
)
def test_the_rules_of_a_board_call_nobody(line: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        "# Allotments\n\n## Response process\n\n### Phase 1: Triage\n\n- Read the rules\n\n"
        f"### Phase 2: Recovery\n\n- Vote again\n\n{line}\n"
    )
    assert ("RC301" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("Whoever hears nothing back for 5 minutes rings the mate.", False),
        ("Wer keine Bestätigung erhält, ruft nach 5 Minuten den Maat.", False),
        ("The mate gets the acknowledgment of the town.", True),
        ("The mate hears the bell for 5 minutes.", True),
    ],
)
def test_who_gets_no_word_goes_on_to_the_next(said: str, is_found: bool, words: Vocabulary) -> None:
    levels = (
        "## Severity levels\n\n- **P1**: stuck. Response: 5 min\n- **P2**: slow. Response: 1 h\n"
    )
    text = f"# Gates\n\n{levels}\n## People\n\n{said}\n"
    assert ("RC301" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("names", "is_found"),
    [
        (("Class A", "Class B"), False),
        (("Klasse A", "Klasse B"), False),
        (("Niveau A", "Niveau B"), False),
        (("Bay A", "Bay B"), True),
        (("Class A", "Class Zulu"), True),
    ],
)
def test_letters_behind_the_word_for_a_level_are_levels(
    names: tuple[str, str], is_found: bool, words: Vocabulary
) -> None:
    lines = "\n\n".join(f"**{name}: the hull.** Come at once." for name in names)
    text = f"{BOARD}{lines}\n"
    assert ("RC001" in {one.code for one in found_in(text, words)}) is is_found
