"""`runcard init`: what it writes is sound, and nobody's work is written over."""

import json
from datetime import date
from pathlib import Path

import pytest

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.compile import compile_playbook
from runcard.interfaces.cli.first_playbook import first_playbook
from runcard.interfaces.cli.init import answered
from runcard.interfaces.cli.interview import Question, checked, read_interview
from runcard.kernel.errors import Invalid
from tests.cli.conftest import Run

FILE = "INCIDENT_RESPONSE.md"
TOOLS = ("systemd", "docker", "kubernetes")


@pytest.mark.parametrize("tool", TOOLS)
def test_what_is_written_checks_clean(run: Run, tool: str) -> None:
    Path("a.yaml").write_text(f"runs_on: {tool}\n", encoding="utf-8")
    shown = run("init", "--answers", "a.yaml")
    assert shown.exit_code == 0, shown.stderr
    assert shown.stdout.splitlines() == [f"✓ Wrote {FILE}", f"  Next: runcard bind {FILE}"]
    checked_by = run("check", FILE, "--findings")
    assert checked_by.exit_code == 0
    assert checked_by.stdout.splitlines()[-1].endswith("0 errors, 0 warnings, 0 to know"), (
        checked_by.stdout
    )


def test_what_is_written_is_understood_as_it_was_answered(run: Run) -> None:
    answers = (
        "team: Ferries\nservice: booking\nsev1: 2 min, 10 minutes, 20m\nfirst: Night Pilot\n"
        "second: Harbour Master\nreview: 2,4\nstatus_page: https://status.ferries.example\n"
    )
    Path("a.yaml").write_text(answers, encoding="utf-8")
    assert run("init", "deep/plan.md", "--answers", "a.yaml").exit_code == 0
    book = compile_playbook(Path("deep/plan.md").read_text("utf-8"), read_vocabulary())
    worst = book.severities[0]
    assert [level.key for level in book.severities] == ["SEV1", "SEV2", "SEV3", "SEV4"]
    times = [worst.acknowledge, worst.response, worst.cadence]
    assert [one.seconds for one in times if one is not None] == [120, 600, 1200]
    assert [step.who for step in book.chains[0].steps] == [
        "Night Pilot", "Harbour Master", "Head of Engineering",
    ]  # fmt: skip
    assert len(book.phases) == 3
    assert len(book.runbooks) == 2
    assert len(book.templates) == 3
    assert [one.within.calendar for one in book.review.deadlines] == [
        "business_days:2", "business_days:4",
    ]  # fmt: skip
    assert book.review.template is not None
    assert "https://status.ferries.example" in [one.value for one in book.contacts]
    assert all(token.field for one in book.templates for token in one.placeholders)


def test_a_file_that_is_there_stays_as_it_is(run: Run) -> None:
    Path(FILE).write_text("ours", encoding="utf-8")
    refused = run("init", "--defaults")
    assert refused.exit_code == 5
    assert Path(FILE).read_text("utf-8") == "ours"
    assert run("init", "--defaults", "--overwrite").exit_code == 0
    assert Path(FILE).read_text("utf-8") != "ours"


def test_without_a_terminal_it_says_how_to_answer(run: Run) -> None:
    refused = run("init")
    assert refused.exit_code == 2
    assert "--answers" in refused.stderr
    assert not Path(FILE).exists()


def test_the_answers_are_told_to_programs(run: Run) -> None:
    said = json.loads(run("init", "--defaults", "--json").stdout)
    assert said["file"] == FILE
    assert set(said["answers"]) == {one.key for one in read_interview().questions}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("sev1: soon\n", "sev1"), ("sev1: 30 min, 5 min, 1 h\n", "before somebody responds"),
        ("runs_on: vax\n", "none of systemd"), ("service: 'a b; rm'\n", "cannot stand"),
        ("health: ftp://x\n", "no plain web address"), ("teem: x\n", "not asked"),
        ("first: 'a|b'\n", "leave |"), ("review: 0, 1\n", "two numbers"), ("- x\n", "should hold"),
        ("team: [\n", "cannot be read"), ("team: '" + "x" * 200 + "'\n", "longer than"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_used_is_refused_with_its_reason(
    run: Run, words: str, why: str
) -> None:
    Path("a.yaml").write_text(words, encoding="utf-8")
    refused = run("init", "--answers", "a.yaml")
    assert refused.exit_code == 2
    assert why in refused.stderr
    assert not Path(FILE).exists()


def test_a_question_is_asked_again_until_the_answer_can_be_used() -> None:
    said = iter(["Ferries", "booking", "vax", "docker", *[""] * 20])
    asked: list[str] = []

    def ask(words: str) -> str:
        asked.append(words)
        return next(said)

    answers = answered(read_interview(), {}, ask)
    assert answers["runs_on"] == "docker"
    assert asked[3].startswith("'vax' is none of")
    assert answers["health"] == "http://booking:8080/health", "a default speaks of earlier answers"
    words = first_playbook(read_interview(), answers, date(2026, 11, 21))
    assert "docker logs --since 15m --tail 100 booking" in words
    assert "**Next review:** 2027-05-20" in words


def test_every_default_is_an_answer() -> None:
    for question in read_interview().questions:
        one = Question(question.key, question.asks, question.default.format(service="web"),
                       question.kind, question.choices)  # fmt: skip
        assert checked(one, "")
    with pytest.raises(Invalid):
        checked(Question("x", "?", "5 min, 15 min, 30 min", "spans"), "5 min")
