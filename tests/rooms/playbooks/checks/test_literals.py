"""Secrets that are written out are found wherever they stand, and never repeated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.domain.playbooks.checks.literals import (
    LITERAL,
    literals_in,
    may_hold_literal,
    stands_in,
    without_secrets,
)
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Read with `mongodb://keeper:Sluice-9912@weir-db:27017/gates`.", "Sluice-9912"),
        ("Lesezugriff: postgres://leser:Wehr!2024@db1/tore", "Wehr!2024"),
        ("The shared key is AKIAIOSFODNN7WEIR123.", "AKIAIOSFODNN7WEIR123"),
        ("Token: `sp_live_9f41c07be2d84a66`", "sp_live_9f41c07be2d84a66"),
        ("ghp_0123456789abcdefABCDEF0123456789abcd", "ghp_0123456789abcdefABCDEF0123456789abcd"),
    ],
)
def test_some_secrets_say_by_themselves_what_they_are(text: str, secret: str) -> None:
    assert [value for value, _ in literals_in(text)] == [secret]
    assert secret not in without_secrets(text)


@pytest.mark.parametrize(
    "text",
    [
        "postgres://keeper:<password>@db1/gates",
        "postgres://keeper:$PGPASS@db1/gates",
        "postgres://keeper:password@db1/gates",
        "https://weir.example:8443/gates@now",
        "AKIAXXXXXXXXXXXXXXXX",
        "ask for the token in the vault",
    ],
)
def test_what_stands_for_a_secret_is_none(text: str) -> None:
    assert list(literals_in(text)) == []


@pytest.mark.parametrize(
    ("command", "secret"),
    [
        (
            "ipmitool -I lanplus -H gate-bmc -U keeper -P Gr0wMore25 chassis power cycle",
            "Gr0wMore25",
        ),
        ("snmpget -v2c -c nf-wr1te gate1 1.3.6.1", "nf-wr1te"),
        ("sshpass -p Tide2024 ssh keeper@gate1 uptime", "Tide2024"),
        ("redis-cli -h gate1 -a Sluice#2023 ping", "Sluice#2023"),
        ("mongodump -h gate1 -u keeper -p Tide2024 --out /tmp/x", "Tide2024"),
        ("smbclient //gate1/share -U keeper%Tide2024", "Tide2024"),
        ("curl -u elastic:Weir2024 http://gate1:9200/_cat/nodes", "Weir2024"),
    ],
)
def test_a_command_is_quoted_without_its_secret(
    command: str, secret: str, words: Vocabulary
) -> None:
    assert secret not in without_secrets(command)
    found = found_in(f"# W\n\n## Gate\n\n```bash\n{command}\n```\n", words)
    assert "RC736" in {one.code for one in found}
    assert not any(secret in one.message for one in found)


@pytest.mark.parametrize(
    "command",
    ["snmpget -v2c -c public gate1 1.3", "redis-cli -h gate1 -a $PW ping", "mongosh -p <password>"],
)
def test_a_variable_or_a_gap_is_no_secret(command: str, words: Vocabulary) -> None:
    found = found_in(f"# W\n\n## Gate\n\n```bash\n{command}\n```\n", words)
    assert "RC736" not in {one.code for one in found}
    assert without_secrets(command) == command


@pytest.mark.parametrize(
    "tried", ["wrong", "invalid-token", "dummy_password1", "NEW_KEY", "OLD_DB_PASSWORD"]
)
def test_what_is_wrong_on_purpose_is_no_secret(tried: str) -> None:
    assert stands_in(tried)


@pytest.mark.parametrize(
    "kept", ["wrongwheel", "Weir-test-9912", "invalidates7", "NEW_KEEL", "new_Kay_7"]
)
def test_a_word_that_only_begins_like_it_is_one(kept: str) -> None:
    assert not stands_in(kept)


@given(st.from_regex(LITERAL))
def test_a_cheap_look_misses_no_secret(text: str) -> None:
    assert may_hold_literal(text)


@pytest.mark.parametrize("text", ["gatectl open --slowly", "ls -l /weirs | sort -u"])
def test_most_commands_need_no_second_look(text: str) -> None:
    assert not may_hold_literal(text)
