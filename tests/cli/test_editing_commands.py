"""`playbook fmt`, `trace` and what `check` suggests: they change only what they may."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.cli.conftest import Run

DOCUMENT = """\
Mill race
=========

| Level | Response time |
|---|---|
| P1 | 10 min |
| P2 | 4 hours |

## Escalation

1. **On-call miller**
2. **Head miller** (if not acknowledged in 15 min)
"""
CANONICAL = """\
# Mill race

| Level | Response time |
| ----- | ------------- |
| P1    | 10 min        |
| P2    | 4 hours       |

## Escalation

1. **On-call miller**
2. **Head miller** (if not acknowledged in 15 min)
"""


@pytest.fixture
def mill(run: Run) -> Run:
    Path("mill.md").write_text(DOCUMENT, encoding="utf-8")
    return run


def test_the_canonical_form_is_printed_and_the_file_left_alone(mill: Run) -> None:
    shown = mill("playbook", "fmt", "mill.md")
    assert (shown.exit_code, shown.stdout) == (0, CANONICAL)
    assert Path("mill.md").read_text(encoding="utf-8") == DOCUMENT


def test_the_file_is_changed_only_when_asked(mill: Run) -> None:
    shown = mill("playbook", "fmt", "mill.md", "--write")
    assert "mill.md: 2 changes of layout" in shown.stderr
    assert Path("mill.md").read_text(encoding="utf-8") == CANONICAL
    assert "mill.md is canonical" in mill("playbook", "fmt", "mill.md", "--write").stderr


def test_a_pipeline_may_ask_whether_it_is_canonical(mill: Run) -> None:
    assert mill("playbook", "fmt", "mill.md", "--check").exit_code == 7
    assert Path("mill.md").read_text(encoding="utf-8") == DOCUMENT
    Path("mill.md").write_text(CANONICAL, encoding="utf-8")
    assert mill("playbook", "fmt", "mill.md", "--check").exit_code == 0
    assert mill("playbook", "fmt", "mill.md", "--check", "--write").exit_code == 2


def test_a_trace_names_every_promise(mill: Run) -> None:
    lines = mill("trace", "mill.md").stdout.splitlines()
    assert lines[0].startswith("L6   time    clock: clock until somebody responds")
    assert lines[-1] == "5 promises: 5 carried out, 0 none yet"


@pytest.mark.parametrize("how", [("--format", "json"), ("--json",)])
def test_a_trace_for_programs_is_one_document(mill: Run, how: tuple[str, ...]) -> None:
    said = json.loads(mill("trace", "mill.md", *how).stdout)
    assert said["counts"] == {"clock": 2, "page": 3}
    first = {"line": 6, "kind": "time", "behaviour": "clock", "what": "respond to P1"}
    assert said["promises"][0].items() >= first.items()


def test_suggestions_are_lines_to_paste(mill: Run) -> None:
    lines = mill("check", "mill.md", "--suggest").stdout.splitlines()
    assert "<!-- runcard: cadence P1 = 30 min -->" in lines
    assert any(line.startswith("mill.md:6: nothing says how often") for line in lines)
    said = json.loads(mill("check", "mill.md", "--suggest", "--json").stdout)
    assert {"line", "annotation", "why"} <= set(said["files"][0]["suggestions"][0])


def test_a_document_that_leaves_nothing_open_is_said_to(mill: Run) -> None:
    found = [
        line
        for line in mill("check", "mill.md", "--suggest").stdout.splitlines()
        if line.startswith("<!--")
    ]
    settled = DOCUMENT + "\n" + "\n\n".join(found) + "\n"
    Path("mill.md").write_text(settled, encoding="utf-8")
    assert "nothing is left open" in mill("check", "mill.md", "--suggest").stdout


class Gone(BaseHTTPRequestHandler):
    """Nothing is there."""

    def do_HEAD(self) -> None:
        self.send_response(404)
        self.end_headers()

    def log_message(self, *words: object) -> None:
        """Quietly."""


def test_reality_is_asked_only_what_the_facts_allow(mill: Run) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Gone)
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    link = f"http://127.0.0.1:{server.server_port}/board"
    Path("mill.md").write_text(f"{DOCUMENT}\n[board]({link})\n", encoding="utf-8")
    Path("team.yaml").write_text("people:\n  ada: {name: Ada}\non_call:\n  mill: [ada]\n")
    Path("nothing.yaml").write_text("resolve: false\n", encoding="utf-8")
    Path("all.yaml").write_text("http: true\nprivate: true\nteam: team.yaml\n", encoding="utf-8")
    try:
        silent = mill("check", "mill.md", "--against", "nothing.yaml")
        asked = mill("check", "mill.md", "--against", "all.yaml")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert "RC9" not in silent.stdout
    assert f"warn RC903 An address of the document answers that it is not there: {link}" in (
        asked.stdout
    )
    assert "mill.md:12: error RC905" in asked.stdout
    assert (silent.exit_code, asked.exit_code) == (0, 7)


@pytest.mark.parametrize("words", ["resolve: maybe\n", "x: [\n", "htpt: true\n", None])
def test_facts_that_cannot_be_read_are_refused(mill: Run, words: str | None) -> None:
    if words is not None:
        Path("facts.yaml").write_text(words, encoding="utf-8")
    shown = mill("check", "mill.md", "--against", "facts.yaml")
    assert shown.exit_code == 2
    assert "facts" in shown.stderr.lower()
