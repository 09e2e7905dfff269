"""What a promise of recovery can count on."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

HOSTS = "# Lock\n\n- `lock-db2` is the standby of `lock-db1`\n- Copies (restic): backup {}\n\n"
RESTORE = "```bash\npg_restore -d lock /srv/copy/lock.dump\n```"


def is_told(text: str, words: Vocabulary) -> bool:
    return "RC624" in {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("rhythm", "said", "is_found"),
    [
        ("nightly at 03:30", "We lose at most 2 hours of passages.", True),
        ("every 30 minutes", "We lose at most 2 hours of passages.", False),
        ("jede Nacht um 01:00", "Wir verlieren höchstens 1 Stunde.", True),
        ("nightly at 03:30", "We lose at most 24 hours of passages.", False),
    ],
)
def test_a_standby_does_not_help_a_dump(
    rhythm: str, said: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{HOSTS.format(rhythm)}## Restore from backup\n\n{RESTORE}\n\n{said}\n"
    assert is_told(text, words) is is_found


def test_what_is_replayed_behind_the_dump_is_not_lost(words: Vocabulary) -> None:
    replayed = RESTORE.replace("\n```", "\nkafka-consumer-groups.sh --reset-offsets --execute\n```")
    said = "We lose at most 2 hours of passages."
    text = f"{HOSTS.format('nightly at 03:30')}## Restore from backup\n\n{replayed}\n\n{said}\n"
    assert not is_told(text, words)


@pytest.mark.parametrize(
    "below",
    [
        "The passages after it come back from the broker.",
        "O que falta: os registros voltam do Kafka.",
    ],
)
def test_what_is_fetched_from_elsewhere_is_not_lost(below: str, words: Vocabulary) -> None:
    said = "We lose at most 2 hours of passages."
    head = f"{HOSTS.format('nightly at 03:30')}## Restore from backup\n\n{RESTORE}\n\n{said}\n\n"
    assert is_told(head, words)
    assert not is_told(head + below, words)


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        ("Restore the ledger from last night's dump", True),
        ("Restaurer le coffre depuis la sauvegarde de la nuit", True),
        ("Restaurar la caja con la copia de anoche", True),
        ("Restore the ledger from the newest dump", False),
    ],
)
def test_a_step_that_takes_the_copy_of_the_night(
    step: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        f"# Lock\n\n## Loss of the basin\n\nRPO 10 minutes.\n\n1. Promote the replica\n2. {step}\n"
    )
    assert is_told(text, words) is is_found


@pytest.mark.parametrize(
    ("beside", "said", "is_found"),
    [
        ("Copies: nightly dump, binlogs every 20 minutes.", "We lose at most 5 minutes.", True),
        ("Sicherung nachts, Binlogs alle 20 Minuten.", "Datenverlust höchstens 5 Minuten.", True),
        ("Sauvegarde toutes les 20 minutes.", "Perte de données : 5 minutes.", True),
        ("Copia de seguridad cada 20 minutos.", "Pérdida de datos: 5 minutos.", True),
        ("Backup a cada 20 minutos.", "Perda de dados: 5 minutos.", True),
        ("Copies: nightly dump, binlogs every 5 minutes.", "We lose at most 5 minutes.", False),
        ("Nightly dump every 24 hours. The WAL archive runs.", "Data loss: 5 minutes.", False),
    ],
)
def test_a_standby_does_not_shorten_the_rhythm_told_beside(
    beside: str, said: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Lock\n\n`lock-db2` is the standby.\n\n## Restore from backup\n\n{beside}\n{said}\n"
    assert is_told(text, words) is is_found


@pytest.mark.parametrize(
    ("case", "is_found"),
    [
        ("Promote the second pump house", False),
        ("Umschaltung auf das zweite Haus", False),
        ("Basculement vers le second quai", False),
        ("第二机房主备切换", False),
        ("Restore the ledger", True),
        ("Das Buch neu schreiben", True),
    ],
)
def test_who_takes_over_needs_no_backup(case: str, is_found: bool, words: Vocabulary) -> None:
    table = f"| What | Back in | Data lost |\n|---|---|---|\n| {case} | 1 h | 40 s |\n"
    assert is_told(f"# Lock\n\n## How much is lost\n\n{table}", words) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Time travel is set to 2 days.", False),
        ("Die Datenbank hat eine Replik im zweiten Haus.", False),
        ("The ledger is kept in the cellar.", True),
        ("Das Buch liegt im Keller.", True),
    ],
)
def test_a_history_or_a_replica_keeps_what_is_promised(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    assert is_told(f"# Lock\n\n## The ledger\n\n{line}\n\nRPO: 20 minutes\n", words) is is_found
