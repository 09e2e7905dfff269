"""The stage of a demonstration, what it fires, and what the doctor says of it."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from runcard.adapters.intake.alertmanager import Alertmanager
from runcard.app import build
from runcard.domain.alerts.model import AlertState
from runcard.interfaces.cli.rehearsal import Rehearsal
from runcard.interfaces.cli.stage import set_up
from runcard.kernel.errors import Conflict
from tests.cli.conftest import Run

AT = datetime(2026, 11, 21, 3, 1, 40, 123456, tzinfo=UTC)
REFERENCE = Path(os.environ.get("RUNCARD_REFERENCE", "../shared")).resolve()
DOCUMENTS = sorted(REFERENCE.glob("playbooks/*.md"))
BAKERY = "# Ovens\n\n## Severity\n\n| Level | Response |\n|---|---|\n| P1 | 5 min |\n| P2 | 1 h |\n"


def test_the_sample_stage_can_be_built(tmp_path: Path) -> None:
    stage = set_up(tmp_path / "demo", None, 8999)
    assert stage.top_level == "SEV1"
    assert stage.settings.dev_phone
    assert stage.settings.data == tmp_path / "demo"
    house = build(stage.settings)
    house.stop()


def test_the_environment_does_not_reach_a_demonstration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNCARD_DATABASE", "postgresql://production.example/runcard")
    assert set_up(tmp_path / "demo", None, None).settings.database.startswith("sqlite:///")


def test_any_document_gets_a_stage(tmp_path: Path) -> None:
    (tmp_path / "ovens.md").write_text(BAKERY, encoding="utf-8")
    stage = set_up(tmp_path / "demo", tmp_path / "ovens.md", None)
    assert stage.top_level == "P1"
    build(stage.settings).stop()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_every_reference_document_is_ready_on_its_stage(
    run: Run, tmp_path: Path, document: Path
) -> None:
    set_up(tmp_path / "demo", document, None)
    shown = run("ready", str(document), "--team", str(tmp_path / "demo" / "team.yaml"))
    assert shown.exit_code == 0, shown.stdout


def test_a_stage_is_fresh_every_time(tmp_path: Path) -> None:
    set_up(tmp_path / "demo", None, None)
    (tmp_path / "demo" / "runcard.db").touch()
    set_up(tmp_path / "demo", None, None)
    assert not (tmp_path / "demo" / "runcard.db").exists()


def test_somebody_s_own_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(Conflict, match="no demonstration"):
        set_up(tmp_path, None, None)
    assert (tmp_path / "thesis.txt").exists()


def test_a_stage_in_use_is_not_cleared(tmp_path: Path) -> None:
    house = build(set_up(tmp_path / "demo", None, None).settings)
    with pytest.raises(Conflict, match="still runs"):
        set_up(tmp_path / "demo", None, None)
    house.stop()


def test_what_is_fired_reads_as_alertmanager_s_own() -> None:
    alert = Rehearsal("StockDbConnectionsHigh", "Lookups time out", "SEV1", AT)
    (fired,) = Alertmanager().parse(json.dumps(alert.firing()).encode(), {})
    (over,) = Alertmanager().parse(json.dumps(alert.resolved(AT)).encode(), {})
    assert (fired.state, over.state) == (AlertState.FIRING, AlertState.CLEARED)
    assert (fired.fingerprint, fired.starts_at) == (over.fingerprint, AT)
    assert fired.labels["severity"] == "SEV1"


def test_each_firing_is_an_incident_of_its_own() -> None:
    first = Rehearsal("A", "a", None, AT).firing()
    second = Rehearsal("A", "a", None, AT.replace(second=41)).firing()
    assert first["groupKey"] != second["groupKey"]
    assert "severity" not in Rehearsal("A", "a", None, AT).labels


def test_firing_without_a_demonstration_says_how_to_start_one(run: Run) -> None:
    shown = run("demo", "fire")
    assert shown.exit_code == 6
    assert "Start it: runcard demo" in shown.stderr


def test_the_doctor_looks_at_everything(run: Run, tmp_path: Path) -> None:
    set_up(tmp_path / "demo", None, 8998)
    shown = run("doctor", "--config", str(tmp_path / "demo" / "runcard.toml"), RUNCARD_PROT="1")
    assert shown.exit_code == 0
    for part in (
        "Python",
        "RUNCARD_PROT is not a setting",
        "Rename it to RUNCARD_PORT",
        "will be made at the first start",
        "Stock team",
        "stock: 4 levels",
        "E-mail",
    ):
        assert part in shown.stdout


def test_the_doctor_says_what_will_not_work(run: Run) -> None:
    shown = run("doctor", RUNCARD_SMTP_HOST="127.0.0.1", RUNCARD_SMTP_PORT="9",
                RUNCARD_SMTP_SENDER="runcard@fernway.example")  # fmt: skip
    assert shown.exit_code == 7
    assert "✕  Team" in shown.stdout
    assert "✕  E-mail" in shown.stdout
    assert "Next:" in shown.stdout


def test_the_doctor_reads_a_database_that_is_there(run: Run, tmp_path: Path) -> None:
    build(set_up(tmp_path / "demo", None, 8997).settings).stop()
    shown = run("doctor", "--config", str(tmp_path / "demo" / "runcard.toml"))
    assert "SQLite 3." in shown.stdout
    assert "what is accepted is on disk" in shown.stdout


def test_a_port_in_use_is_one_sentence(run: Run, tmp_path: Path) -> None:
    set_up(tmp_path / "demo", None, None)
    shown = run("serve", "--config", str(tmp_path / "demo" / "runcard.toml"), "--host", "192.0.2.1")
    assert shown.exit_code == 6
    assert "on 192.0.2.1 cannot be used" in shown.stderr


def test_where_no_server_runs_the_timeline_is_verified_on_its_database(
    run: Run, tmp_path: Path
) -> None:
    stage = set_up(tmp_path / "demo", None, None)
    build(stage.settings).stop()
    (tmp_path / "here.toml").write_text(f'database = "{stage.settings.database}"\n')
    shown = run("--config", str(tmp_path / "here.toml"), "verify")
    assert shown.exit_code == 0, shown.stderr
    assert shown.stdout.startswith("✓ The timeline holds")
