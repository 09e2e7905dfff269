"""Copies restored beside the live one: what becomes of them."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

TABLE = (
    "aws dynamodb restore-table-to-point-in-time --source-table-name passages"
    " --target-table-name passages-new --use-latest-restorable-time"
)
INSTANCE = (
    "aws rds restore-db-instance-to-point-in-time --source-db-instance-identifier lock"
    " --target-db-instance-identifier lock-new"
)
WAIT = "aws dynamodb wait table-exists --table-name passages-new"


def is_told(lines: str, below: str, words: Vocabulary) -> bool:
    text = f"# Lock\n\n## Runbooks\n\n### Passages lost\n\n```bash\n{lines}\n```\n\n{below}\n"
    return "RC853" in {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("below", "is_found"),
    [
        ("Pilots see their passages again after that.", True),
        ("Danach ist alles wieder da.", True),
        ("Ensuite tout est là.", True),
        ("Después todo está ahí.", True),
        ("Depois está tudo lá.", True),
        ("Copy the lost rows back.", False),
        ("Die Anwendung auf die neue Tabelle umstellen.", False),
        ("Faire pointer le service vers la nouvelle table.", False),
        ("Copiar las filas perdidas.", False),
        ("Apontar o serviço para a tabela nova.", False),
        ("#### Verification\n\nLook at the passages.", True),
    ],
)
def test_a_word_says_what_becomes_of_it(below: str, is_found: bool, words: Vocabulary) -> None:
    assert is_told(f"{TABLE}\n{WAIT}", below, words) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (INSTANCE, True),
        (f"{TABLE}\n{WAIT}", True),
        ("az sql db restore -g lock -s sql -n passages --dest-name passages-new", True),
        ("gcloud sql instances clone lock lock-new --point-in-time $T", True),
        (f"{TABLE}\nlockctl tables use passages-new", False),
        (f"{TABLE}\naws ssm put-parameter --name /lock/table --value passages-new", False),
        ("pg_restore -d lock lock.dump", False),
    ],
)
def test_a_command_takes_it_up(lines: str, is_found: bool, words: Vocabulary) -> None:
    assert is_told(lines, "", words) is is_found
