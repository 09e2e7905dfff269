"""`runcard commands`: one record a line for a page, one answer a line for a list."""

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from runcard.interfaces.cli.main import app

ANSWER = {
    "id", "risk", "evidence", "bounded", "interactive", "flags", "params", "tools", "risk_class",
    "approval_min", "reasons",
}  # fmt: skip


def run(*words: str, said: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(app, ["commands", *words], input=said)
    return result.exit_code, result.stdout


def lines(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


def test_a_page_gives_one_record_a_command(tmp_path: Path) -> None:
    page = tmp_path / "kiosk.md"
    page.write_text("# Kiosk\n\n```bash\ndocker restart kiosk\n\n# Ring the owner\n```\n", "utf-8")
    code, printed = run(str(page), "--format", "jsonl")
    command, manual = lines(printed)
    assert code == 0
    assert (command["id"], command["line"], command["text"]) == (
        "kiosk-004",
        4,
        "docker restart kiosk",
    )
    assert (command["risk"], command["evidence"]) == ("mutating", "perishable")
    assert (command["risk_class"], command["approval_min"]) == ("mutating", "lead")
    assert (manual["type"], manual["line"], manual["risk"]) == ("manual_instruction", 6, None)


def test_a_list_gives_one_answer_a_line_in_order() -> None:
    asked = [{"id": 7, "text": "df -h"}, {"id": "b", "text": "rm -rf /data"}]
    code, printed = run("--stdin", "--format", "jsonl", said="\n".join(map(json.dumps, asked)))
    first, second = lines(printed)
    assert code == 0
    assert set(first) == set(second) == ANSWER
    assert (first["id"], first["risk"], first["reasons"]) == (7, "read_only", [])
    assert (second["id"], second["risk_class"]) == ("b", "evidence_destroying")
    assert second["reasons"][0]["words"] == "deletes files"


def test_people_get_a_line_with_the_reason(tmp_path: Path) -> None:
    page = tmp_path / "kiosk.md"
    page.write_text("# Kiosk\n\n```bash\nredis-cli FLUSHALL\n```\n", "utf-8")
    code, printed = run(str(page))
    assert code == 0
    assert "redis-cli FLUSHALL" in printed
    assert "removes every key of every database" in printed


def test_one_is_counted_as_one(tmp_path: Path) -> None:
    page = tmp_path / "kiosk.md"
    page.write_text("# Kiosk\n\n```bash\n- rm -rf /srv/till\n- Ring the owner\n```\n", "utf-8")
    _, printed = run(str(page))
    assert printed.splitlines()[-1] == "1 command, 1 line for people"


def test_a_line_that_asks_nothing_is_refused_by_its_number() -> None:
    assert run("--stdin", said='{"id": 1, "text": "ls"}\nnonsense')[0] == 2
    assert run("--stdin", said='{"id": 1}')[0] == 2


def test_a_call_without_a_file_is_refused() -> None:
    assert run()[0] == 2
