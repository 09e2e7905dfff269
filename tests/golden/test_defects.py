"""How many of the known defects of the reference documents are found; the figures are printed."""

import json
from datetime import date
from pathlib import Path

import pytest

from runcard.adapters.reference_works import read_linter
from tools.lint_account import Account, accounts_of, report, scores

# The day on which the defects were written down as they stand.
DAY = date(2026, 11, 25)


def counted(reference: Path, folder: str, capsys: pytest.CaptureFixture[str]) -> list[Account]:
    truth = reference / "truth" / folder / "defects.json"
    if not truth.is_file():
        pytest.skip(f"no defects to look for: {truth} is not there")
    accounts = accounts_of(
        json.loads(truth.read_text("utf-8")), reference / "playbooks" / folder, DAY
    )
    with capsys.disabled():
        print("\n" + "\n".join(report(accounts, show="missed")))
    return list(accounts.values())


def test_the_defects_of_the_five_are_found(
    reference: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = scores(counted(reference, "", capsys))
    assert found["errors"].met == found["errors"].all
    assert found["all"].met >= 0.9 * found["all"].all


def test_every_error_of_the_second_set_is_found(
    reference: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = scores(counted(reference, "more", capsys))
    assert found["errors"].met == found["errors"].all
    assert found["all"].met >= 0.7 * found["all"].all


def test_the_same_document_gives_the_same_findings_twice() -> None:
    text = "# Ovens\n\n```bash\nrm -rf /srv/ovens\n```\n"
    judged = read_linter().judged
    assert judged(text, DAY).findings == judged(text, DAY).findings
