"""The commands of the reference documents are found and judged as their truth says."""

import json
from pathlib import Path
from typing import Any

import pytest

from runcard.adapters.reference_works import read_tables
from runcard.adapters.shell.shfmt import Shfmt
from runcard.domain.commands.classify import Bench
from runcard.interfaces.cli.commands import entries_of
from tests.golden.commands_account import WORST_MISTAKE, CommandsAccount, compare_commands


def truth_in(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "commands.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def account_of(reference: Path, folder: str) -> CommandsAccount:
    bench = Bench(read_tables(), Shfmt())
    truth = truth_in(reference / "truth" / folder)
    documents = sorted({record["playbook"] for record in truth})
    answers = [
        entry
        for name in documents
        for entry in entries_of(reference / "playbooks" / folder / f"{name}.md", bench)
    ]
    return compare_commands(answers, truth)


def printed(account: CommandsAccount, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print("\n" + "\n".join(account.told()))


def test_every_record_of_the_five_documents_is_right(
    reference: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    account = account_of(reference, "")
    printed(account, capsys)
    assert account.records > 0
    assert not account.wrong + account.extra


def test_every_record_of_the_second_set_is_right(
    reference: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not (reference / "truth" / "more" / "commands.jsonl").is_file():
        pytest.skip(f"no second set: {reference}/truth/more/commands.jsonl is not there")
    account = account_of(reference, "more")
    printed(account, capsys)
    assert account.records > 0
    assert not account.wrong + account.extra


def a_record(**changed: object) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "playbook": "p", "line": 3, "end_line": 3, "text": "rm x", "type": "command",
        "risk": "destructive", "evidence": "destroys", "bounded": True, "interactive": False,
        "flags": ["irreversible"], "params": [], "tools": ["rm"], "also_ok": [],
    }  # fmt: skip
    return plain | changed


def test_an_equal_answer_is_right() -> None:
    account = compare_commands([a_record()], [a_record()])
    assert (account.right, account.records, account.wrong) == (1, 1, [])


def test_a_destructive_command_called_read_only_is_said_in_words() -> None:
    account = compare_commands([a_record(risk="read_only")], [a_record()])
    assert account.right == 0
    assert any(WORST_MISTAKE in line for line in account.wrong)


def test_a_command_that_is_missing_or_invented_is_a_fault() -> None:
    account = compare_commands([a_record(line=9, end_line=9)], [a_record()])
    assert account.right == 0
    assert len(account.wrong) == len(account.extra) == 1


def test_one_flag_too_many_is_tolerated_and_two_are_not() -> None:
    one = a_record(flags=["irreversible", "outage"])
    two = a_record(flags=["irreversible", "outage", "deploy"])
    assert compare_commands([one], [a_record()]).right == 1
    assert compare_commands([two], [a_record()]).right == 0
