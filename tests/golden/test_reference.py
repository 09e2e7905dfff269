"""The reference documents are understood as their truth says, and the account is printed."""

import json
from pathlib import Path

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.golden.account import Account
from tests.golden.comparison import compare

NOT_A_DOCUMENT = {"defects"}
# What a reader finds in whole sentences and the compiler does not yet; it may only shrink.
STILL_WRONG = 9


def accounts(reference: Path, folder: str, words: Vocabulary) -> dict[str, Account]:
    truths = sorted((reference / "truth" / folder).glob("*.json"))
    return {
        path.stem: account_of(reference, folder, path, words)
        for path in truths
        if path.stem not in NOT_A_DOCUMENT
    }


def account_of(reference: Path, folder: str, truth: Path, words: Vocabulary) -> Account:
    document = reference / "playbooks" / folder / f"{truth.stem}.md"
    playbook = compile_playbook(document.read_text("utf-8"), words)
    return compare(playbook, json.loads(truth.read_text("utf-8")))


def told(accounts: dict[str, Account]) -> str:
    lines = []
    for name, account in accounts.items():
        lines.append(f"{name}: {account.fields_right} of {account.fields} fields right")
        lines.extend(f"    {fault}" for fault in account.wrong)
    return "\n".join(lines)


def test_the_reference_documents_are_understood_in_every_field(
    reference: Path, vocabulary: Vocabulary, capsys: pytest.CaptureFixture[str]
) -> None:
    found = accounts(reference, "", vocabulary)
    with capsys.disabled():
        print("\n" + told(found))
    assert found, f"{reference}/truth holds no documents"
    assert not [fault for account in found.values() for fault in account.wrong], told(found)


def test_the_second_set_is_understood_but_for_a_few_known_fields(
    reference: Path, vocabulary: Vocabulary, capsys: pytest.CaptureFixture[str]
) -> None:
    if not (reference / "truth" / "more").is_dir():
        pytest.skip(f"no second set: {reference}/truth/more is not there")
    found = accounts(reference, "more", vocabulary)
    with capsys.disabled():
        print("\n" + told(found))
    wrong = sum(len(account.wrong) for account in found.values())
    assert wrong <= STILL_WRONG, told(found)
