"""The program that reads shell: many texts at once, each as if it were alone, and no exception."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runcard.adapters.shell.shfmt import BATCH, Shfmt
from runcard.domain.commands.flatten import flatten
from runcard.domain.commands.ports import Parsed, Tree, Unparsable


def programs(parsed: Parsed) -> list[str]:
    assert isinstance(parsed, Tree)
    return [leaf.name for leaf in flatten(parsed.root).leaves]


def test_answers_stand_in_the_order_asked() -> None:
    answers = Shfmt().parse_all(["ls", "df -h", "ls", "kubectl get pods | grep x"])
    assert [programs(one) for one in answers] == [["ls"], ["df"], ["ls"], ["kubectl", "grep"]]


def test_more_texts_than_are_read_at_once_stand_in_the_order_asked() -> None:
    answers = Shfmt().parse_all([f"tool-{at} --go" for at in range(2 * BATCH + 1)])
    assert [programs(one) for one in answers] == [[f"tool-{at}"] for at in range(2 * BATCH + 1)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("echo 'open", "closed' ls"),
        ("if true; then", "fi"),
        ("ls &&", "df"),
        ("ls \\", "df"),
        ("cat <<EOF", "EOF"),
        ("f()", "{ ls; }"),
        ("!", "ls"),
        ("time", "ls"),
    ],
)
def test_a_broken_text_never_reaches_into_its_neighbour(first: str, second: str) -> None:
    together = Shfmt().parse_all([first, second])
    alone = [Shfmt().parse_all([text])[0] for text in (first, second)]
    assert [type(one) for one in together] == [type(one) for one in alone]


def test_one_broken_text_leaves_the_others_whole() -> None:
    texts = [f"echo {number}" for number in range(20)] + ["echo (("]
    answers = Shfmt().parse_all(texts)
    assert all(isinstance(one, Tree) for one in answers[:-1])
    assert isinstance(answers[-1], Unparsable)


def test_a_parser_that_is_not_there_is_a_value(tmp_path: Path) -> None:
    answer = Shfmt(program=str(tmp_path / "nothing")).parse_all(["ls"])[0]
    assert isinstance(answer, Unparsable)


def test_a_parser_that_takes_too_long_is_a_value(tmp_path: Path) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 20\n")
    slow.chmod(0o755)
    answer = Shfmt(program=str(slow), seconds=0.2).parse_all(["ls"])[0]
    assert isinstance(answer, Unparsable)
    assert "0.2 seconds" in answer.why


def test_a_parser_that_prints_nonsense_is_a_value(tmp_path: Path) -> None:
    odd = tmp_path / "odd"
    odd.write_text("#!/bin/sh\ncat >/dev/null; echo nonsense\n")
    odd.chmod(0o755)
    assert isinstance(Shfmt(program=str(odd)).parse_all(["ls"])[0], Unparsable)


def test_deep_nesting_is_a_value() -> None:
    answer = Shfmt().parse_all(["$(" * 3_000 + "ls" + ")" * 3_000])[0]
    assert isinstance(answer, Tree | Unparsable)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_texts_get_one_answer_each(texts: list[str]) -> None:
    assert len(Shfmt().parse_all(texts)) == len(texts)


def test_many_broken_texts_cost_few_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda *a, **k: started.append(1) or run(*a, **k))
    texts = [f"if [ {at}" if at % 2 else f"echo {at}" for at in range(120)]
    answers = Shfmt().parse_all(texts)
    assert [isinstance(one, Tree) for one in answers] == [at % 2 == 0 for at in range(120)]
    assert len(started) <= 4
