"""Secrets that are shown or carried where others see them, and those that are not."""

import pytest

from runcard.domain.playbooks.model import Grade
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def codes(text: str, words: Vocabulary) -> list[str]:
    return [one.code for one in found_in(text, words)]


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("kubectl get secret gate-key -o yaml", True),
        ("kubectl get secret gate-key -o jsonpath='{.data.key}'", True),
        ("kubectl get secret gate-key -o jsonpath='{.metadata.creationTimestamp}'", False),
        ("kubectl get secret gate-key", False),
    ],
)
def test_the_age_of_a_secret_is_no_secret(line: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC734" in codes(f"# G\n\n```bash\n{line}\n```\n", words)) is is_found


def test_a_secret_on_the_command_line_is_told_once(words: Vocabulary) -> None:
    line = 'redis-cli -a "$GATE_PASSWORD" PING'
    assert codes(f"# G\n\n```bash\n{line}\n{line}\n```\n", words).count("RC735") == 1


@pytest.mark.parametrize(
    ("account", "grade"), [("guest:guest", Grade.WARNING), ("guest:Cable77", Grade.ERROR)]
)
def test_what_comes_out_of_the_box_is_no_secret(
    account: str, grade: Grade, words: Vocabulary
) -> None:
    text = f"# G\n\n```bash\ncurl -s -u {account} http://gate:15672/api/overview\n```\n"
    assert [one.grade for one in found_in(text, words) if one.code == "RC736"] == [grade]


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ('curl -s https://sluice.example/v2/open -H "X-Api-Key: lk_7731bb02f9"', True),
        ('curl -s https://sluice.example/v2/open -H "X-Api-Key: $LOCK_KEY"', False),
        ("curl -s 'https://sms.example/send?key=77a1bb02f9c&to=pilot'", True),
        ("curl -s 'https://sms.example/send?key=$SMS_KEY&to=pilot'", False),
        ("ansible-playbook lock.yml --extra-vars 'vault_pass=Otter44'", True),
        ("ansible-playbook lock.yml --vault-password-file /root/.vault", False),
        ("mosquitto_sub -h mq -t 'lock/#' -C 1 -u lock -P Otter44", True),
        ("mosquitto_sub -h mq -p 8883 -t 'lock/#' -C 1 -W 5", False),
        ("ldapsearch -x -D cn=lock -w Otter44 uid=pilot", True),
        ("ldapsearch -x -D cn=lock -W uid=pilot", False),
        ("docker service create --secret lock-key --name lock lock:4", False),
        ("gcloud secrets versions list --secret=lock-key", False),
        ("gcloud secrets versions list --secret=lock-key; lockctl --token tide77gate", True),
        ("lockctl login --secret tide77gate", True),
    ],
)
def test_a_secret_as_a_word_stands_in_the_open(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC736" in codes(f"# G\n\n```bash\n{line}\n```\n", words)) is is_found


@pytest.mark.parametrize(
    ("sentence", "is_found"),
    [
        ("The account is `lock`, password `Otter!44`.", True),
        ("Das Konto heißt `schleuse`, das Passwort ist `Otter!44`.", True),
        ("The password is in the safe, item `lock-44`.", False),
        ("Set the password with `passwd`.", False),
    ],
)
def test_a_password_told_in_a_sentence(sentence: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC736" in codes(f"# G\n\n{sentence}\n", words)) is is_found


def test_a_password_is_told_where_it_stands_first(words: Vocabulary) -> None:
    lines = "mysql -u lock -pOtter44 -e 'SHOW TABLES'\nmysql -u lock -pOtter44 -e 'SELECT 2'"
    assert codes(f"# G\n\n```bash\n{lines}\n```\n", words).count("RC736") == 1


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("aws iam create-access-key --user-name lock | tee /tmp/lock.json", True),
        ("gcloud iam service-accounts keys create /tmp/lock.json --iam-account=lock", True),
        ("aws iam create-access-key --user-name lock > /run/user/1000/lock.json", False),
        ("aws iam list-access-keys --user-name lock | tee /tmp/lock.json", False),
    ],
)
def test_a_new_key_lies_where_everybody_reads(line: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC734" in codes(f"# G\n\n```bash\n{line}\n```\n", words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Login without the sign-in of the house: `keeper` / `Tide-77-gate!`", True),
        ("Anmelden als `keeper` / `Ebbe+Flut9`", True),
        ("Se connecter : `keeper` / `Maree-77!x`", True),
        ("Iniciar sesión con `keeper` / `Marea-77!x`", True),
        ("Entrar com `keeper` / `Mare-77!xy`", True),
        ("Log in to `lock-1` / `lock-2`", False),
        ("Pictures: `keeper` / `Tide-77-gate!`", False),
        ("Log in on `lock-1.example` / `lock-backup-2.example`", False),
    ],
)
def test_a_name_and_what_opens_its_door(line: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC736" in codes(f"# G\n\n## Feed\n\n{line}\n", words)) is is_found


@pytest.mark.parametrize(
    ("head", "cell", "is_found"),
    [
        ("Password", "Tide77gate", True),
        ("Passwort", "Ebbe+Flut9", True),
        ("Mot de passe", "Maree-77!x", True),
        ("Contraseña", "Marea-77!x", True),
        ("Senha", "Mare77!xyz", True),
        ("Password", "1Password", False),
        ("Password", "in the vault", False),
        ("Password", "<PASSWORD-1!>", False),
        ("Version", "Tide77gate", False),
    ],
)
def test_a_column_of_passwords(head: str, cell: str, is_found: bool, words: Vocabulary) -> None:
    table = f"| Device | {head} |\n|---|---|\n| north gate | {cell} |\n"
    assert ("RC736" in codes(f"# G\n\n## Devices\n\n{table}", words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ('grep "Failed password" /var/log/auth.log', False),
        ("grep password /srv/oven/app.log", True),
    ],
)
def test_a_line_about_a_login_holds_no_password(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n```bash\n{line}\n```\n"
    assert ("RC846" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("account", "is_found"),
    [
        ('"user": "keeper@example.org"', False),
        ('"email":"keeper@weir.test"', False),
        ('"user": "keeper@weir.io"', True),
        ('"user": "keeper@test.io"', True),
        ('"host": "keeper@example.org"', True),
    ],
)
def test_an_account_that_can_be_nobody_has_no_secret(
    account: str, is_found: bool, words: Vocabulary
) -> None:
    line = f'curl -s http://gate/login -d \'{{{account}, "password": "lock44"}}\''
    assert ("RC736" in codes(f"# G\n\n```bash\n{line}\n```\n", words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ('echo "${LOCK_TOKEN:+is set}"', False),
        ('echo "${LOCK_TOKEN+is set, ${#LOCK_TOKEN} signs}"', False),
        ('echo "${LOCK_TOKEN}"', True),
        ('echo "${LOCK_TOKEN:-none}"', True),
        ('echo "$LOCK_TOKEN"', True),
    ],
)
def test_whether_a_secret_is_set_may_be_said(line: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC734" in codes(f"# G\n\n```bash\n{line}\n```\n", words)) is is_found


@pytest.mark.parametrize(
    ("sought", "is_found"),
    [
        (r"login\|ticket\|token\|403", False),
        ("boarding|gate|password|denied", False),
        (r"password\|token", True),
        (r"gate\|token\|tide", True),
        ("boarding|gate|card_number|denied", True),
        ("token", True),
    ],
)
def test_lines_about_a_subject_are_looked_for_by_many_words(
    sought: str, is_found: bool, words: Vocabulary
) -> None:
    text = f'# Ferry\n\n```bash\ndocker logs ferry | grep -iE "{sought}" | tail -20\n```\n'
    assert ("RC846" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("account", "is_found"),
    [
        ("test@test.com", False),
        ("foo@bar.com", False),
        ("nobody@nowhere.net", False),
        ("test@quay.com", True),
        ("admin@admin.com", True),
        ("keeper@quay.com", True),
    ],
)
def test_the_made_up_account_of_a_probe_is_no_secret(
    account: str, is_found: bool, words: Vocabulary
) -> None:
    body = f'{{"email":"{account}","password":"ropewalk"}}'
    text = f"# Quay\n\n```bash\ncurl -X POST http://gate/login -d '{body}'\n```\n"
    assert ("RC736" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("sought", "is_found"),
    [
        ("limit|/api/(auth|login|token)", False),
        ("/v1/token", False),
        ("limit|token=", True),
        ("password|/api/(auth|login)", True),
    ],
)
def test_the_door_of_a_login_is_no_secret(sought: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Quay\n\n```bash\ndocker logs gate | grep -E '{sought}'\n```\n"
    assert ("RC846" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ('test_label = "AKIAQ7HZ2M5N8R1T4W6Y"', False),
        ('assert finds("AKIAQ7HZ2M5N8R1T4W6Y")', False),
        ('label = "AKIA1234567890123456"', False),
        ('label = "AKIAQ7HZ2M5N8R1T4W6Y"', True),
        ("aws_key: AKIAQ7HZ2M5N8R1T4W6Y", True),
    ],
)
def test_a_key_made_up_for_a_test_is_none(line: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC736" in codes(f"# G\n\n```python\n{line}\n```\n", words)) is is_found
