"""Runbooks whose heading is the sign itself need no list of signs."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Oven cold", True),
        ("Flour ledger", True),
        ("Flour ledger gone", False),
        ("Der Ofen ist kalt", False),
        ("Bread returns the wrong price", False),
        ("Rolling back the recipe", False),
        ("Oven is cold", False),
        ("OvenTooCold", False),
        ("Restore the ledger", False),
        ("If the gate jams", False),
    ],
)
def test_signs_are_asked_for_where_the_heading_gives_none(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Bakery\n\n## Runbooks\n\n### {title}\n\n1. Relight it\n"
    assert ("RC626" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("**RPO**: 5 minutes", True),
        ("**RPO**: zero", True),
        ("**RPO**: not agreed", False),
        ("**RPO**: 5 minutes, the ledger is replicated continuously", False),
    ],
)
def test_a_loss_that_no_backup_allows_is_told(line: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Bakery\n\n## Restore the ledger\n\n{line}\n"
    assert ("RC624" in {one.code for one in found_in(text, words)}) is is_found


def test_loss_of_data_as_a_reason_to_call_somebody_is_no_promise(words: Vocabulary) -> None:
    text = "# Bakery\n\n## Escalation\n\n1. Owner (data loss, or cold for over 4 hours)\n"
    assert "RC624" not in {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Backups are daily, so we lose at most 10 minutes.", True),
        ("Backups are made every 10 minutes, so we lose at most 10 minutes.", False),
        ("Sauvegarde chaque nuit à 1 h. Durée : 45 minutes. Perte maximale : 15 minutes.", True),
        ("Full backup every night, log backup every 4 hours. We lose at most 15 minutes.", True),
        ("Full backup every night, log backup every 5 minutes. We lose at most 15 minutes.", False),
        ("Recovery takes 10 minutes. Data loss: none.", True),
    ],
)
def test_what_may_be_lost_is_held_against_how_often_a_copy_is_made(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Bakery\n\n## Restore the ledger\n\n{line}\n"
    assert ("RC624" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("first", "is_found"),
    [
        ("Takes 20 minutes.\n\n- turn the crank\n", True),
        ("Dauer: 20 Minuten.\n\n- turn the crank\n", True),
        ("- turn the crank, which takes 20 minutes\n", False),
        ("When you turn the crank the water falls, which takes 20 minutes.\n", False),
    ],
)
def test_how_long_a_step_takes_is_not_how_long_the_case_lasts(
    first: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Runbooks\n\n### Gate stuck\n\n{first}\n### Gate slow\n\n- oil it\n"
    assert ("RC622" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("row", "is_found"),
    [("Miller | [TBD] | data loss", False), ("RPO | TBD | grain books", True)],
)
def test_a_case_for_which_one_is_called_is_no_objective(
    row: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Table\n\n| What | Value | Note |\n|---|---|---|\n| {row} |\n"
    assert ("RC623" in {one.code for one in found_in(text, words)}) is is_found


def test_an_answer_under_the_label_of_the_others_is_one(words: Vocabulary) -> None:
    case = "### Oven {}\n\n{}\n\n1. Light it\n\n**Time to repair**: {}\n\n"
    told = [case.format(name, "It is cold.", "20 minutes") for name in ("west", "east")]
    text = "# Bakery\n\n## Runbooks\n\n" + "".join(told)
    codes = [
        {one.code for one in found_in(text + last, words)}
        for last in (
            case.format("north", "It is cold.", "as long as the gas works need"),
            "### Oven north\n\nIt is cold.\n\n1. Light it\n\n",
        )
    ]
    assert ["RC622" in found for found in codes] == [False, True]


@pytest.mark.parametrize(
    ("below", "is_found"),
    [
        ("- Daily copies: max 24 hours\n- Hourly copies: max 1 hour\n", False),
        ("- ask the baker\n", True),
        ("", True),
    ],
)
def test_the_list_below_an_objective_may_hold_its_figures(
    below: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Bakery\n\n## Restore the ledger\n\n**Data loss**: depends on the copy\n{below}"
    assert ("RC623" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("- Hourly backup: at most 1 hour data loss", False),
        ("- Ledger: at most 1 hour data loss", True),
    ],
)
def test_what_a_backup_is_worth_is_no_promise(line: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Bakery\n\n## Restore the ledger\n\n{line}\n- Daily backup: a day\n"
    assert ("RC624" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("value", "is_found"), [("none/some/all", False), ("none | partial", False), ("none", True)]
)
def test_a_choice_to_be_ticked_promises_nothing(
    value: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Bakery\n\n## Report\n\n- Data loss: {value}\n"
    assert ("RC624" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("title", "is_found"),
    [("Mixer stops", True), ("Summary on one page", False), ("Checkliste", False)],
)
def test_a_summary_or_a_check_list_takes_no_time(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    steps = "1. Pull the plug\n2. Ring the fitter\n"
    told = "".join(f"### Oven {n} cold\n\nRTO: 20 min\n\n{steps}\n" for n in (1, 2))
    text = f"# Bakery\n\n## Runbooks\n\n{told}### {title}\n\n{steps}"
    assert ("RC622" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Light the spare oven (about 15 minutes of downtime).", False),
        ("Enciende el horno de reserva (unos 15 minutos de corte).", False),
        ("Light the spare oven, look again in 15 minutes.", True),
        ("After 15 minutes of downtime ring the owner.", True),
    ],
)
def test_how_long_nothing_works_is_how_long_it_takes(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    other = "# Bakery\n\n## Runbooks\n\n### Till stuck\n\nRTO: 10 minutes\n\n"
    text = f"{other}### Oven is cold\n\n{line}\n"
    assert ("RC622" in {one.code for one in found_in(text, words)}) is is_found


FOLDED = (
    "<details>\n<summary>{}</summary>\n\n**Symptoms**: {}\n\n"
    "```bash\n{}\n```\n\n{}\n\n</details>\n\n"
)


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Recovery time: 5 min (relight) / 20 min (new coals)", False),
        ("復旧時間: 5分（再起動）/ 20分（交換）", False),
        ("Ask the baker.", True),
        ("Look again in 5 min.", True),
    ],
)
def test_a_runbook_that_folds_away_tells_its_time(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    books = (("Till stuck", "till", "RTO: 10 minutes"), ("Oven cold", "oven", line))
    text = "# Bakery\n\n## Runbooks\n\n" + "".join(
        FOLDED.format(title, "no bread", f"systemctl restart {name}", told)
        for title, name, told in books
    )
    assert ("RC622" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Allow 25 minutes for the coals.", False),
        ("Comptez 25 minutes.", False),
        ("Rechnet mit 25 Minuten.", False),
        ("- Allow 25 minutes for the coals.", True),
        ("Allow nobody near the coals.", True),
    ],
)
def test_how_long_one_must_allow_for_it_is_how_long_it_takes(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    other = "# Bakery\n\n## Runbooks\n\n### Till stuck\n\nRTO: 10 minutes\n\n"
    text = f"{other}### Oven is cold\n\n{line}\n"
    assert ("RC622" in {one.code for one in found_in(text, words)}) is is_found
