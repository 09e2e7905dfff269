"""What a word processor made of a command is undone, and prompts are told from commands."""

import pytest

from runcard.domain.commands.spelling import spelled_plainly, without_prompt


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("rm –rf /x", "rm -rf /x"),
        ("kubectl delete pod x —force", "kubectl delete pod x --force"),
        ("psql -c “SELECT 1”", 'psql -c "SELECT 1"'),
        ("ls\u00a0-la\u200b", "ls -la"),
        ("ls\r\ndf", "ls\ndf"),
        ("echo 2024–2025", "echo 2024–2025"),
    ],
)
def test_a_command_is_read_as_it_was_meant(written: str, meant: str) -> None:
    assert spelled_plainly(written) == meant


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("$ ls", "ls"),
        ("ada@web-1:~/app$ ls -l", "ls -l"),
        ("shop=# SELECT 1", "SELECT 1"),
        ("127.0.0.1:6379> INFO", "INFO"),
        (r"PS C:\Users> Get-Service", "Get-Service"),
        ("ls -l", None),
        ("> /var/log/x.log", None),
        ("# a comment", None),
    ],
)
def test_a_prompt_is_told_from_a_command(line: str, command: str | None) -> None:
    assert without_prompt(line) == command
