"""What must be filled in, in every style, and what only looks like it."""

import pytest

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.judge import judge
from runcard.domain.commands.model import Style
from runcard.domain.commands.parameters import marked

LENIENT = {Style.EXAMPLE, Style.LOCAL_FILE}


def tokens(text: str, bench: Bench, known: frozenset[str] = frozenset()) -> list[str]:
    found = judge(text, bench, known=known).parameters
    return [one.token for one in found if one.style not in LENIENT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("git revert <commit-hash>", ["<commit-hash>"]),
        ("kubectl logs {{ pod }} -n {{namespace}}", ["{{ pod }}", "{{namespace}}"]),
        ("curl https://[domain]/status", ["[domain]"]),
        ("curl .../api/status", ["..."]),
        ("kubectl scale deploy/{name} --replicas=[N]", ["{name}", "[N]"]),
        ("ssh $HOST_A 'df -h'", ["$HOST_A"]),
        ('psql "${DATABASE_URL}" -c "SELECT 1"', ["$DATABASE_URL"]),
        ("kubectl delete pod POD_NAME", ["POD_NAME"]),
        ("docker restart 【名前】", ["【名前】"]),
    ],
)
def test_gaps_are_found_in_every_style(text: str, expected: list[str], bench: Bench) -> None:
    assert tokens(text, bench) == expected


@pytest.mark.parametrize(
    "text",
    [
        "for i in 1 2; do echo $i; done",
        "awk '{print $1}' x",
        "docker inspect --format '{{.State.Status}}' web",
        "kubectl get po -o jsonpath='{.items[0].metadata.name}'",
        "psql -c \"SELECT * FROM s WHERE state <> '<idle>'\"",
        "A=1; echo $A",
        "find . -name '*.log' -exec ls {} +",
        "grep '[ERROR]' app.log",
        "ls [a-z]*",
        "cat <<EOF\nx\nEOF",
        "diff <(ls a) <(ls b)",
        "git diff main...HEAD",
        "curl -w '%{http_code}' http://x",
        "echo $HOME $? $1",
        "go test ./...",
        "if [ -f x ]; then ls; fi",
    ],
)
def test_what_only_looks_like_a_gap_is_none(text: str, bench: Bench) -> None:
    assert tokens(text, bench) == []


def test_a_variable_that_was_set_above_is_no_parameter(bench: Bench) -> None:
    assert tokens("echo $BS", bench, known=frozenset({"BS"})) == []


def test_a_gap_is_replaced_where_it_stands_and_comes_back() -> None:
    gaps = marked("git revert <commit>\nls")
    assert gaps.text.count("\n") == 1
    assert "<" not in gaps.text
    assert gaps.restored(gaps.text) == "git revert <commit>\nls"


def test_a_secret_is_known_by_its_name(bench: Bench) -> None:
    found = judge('curl -H "X-API-Key: $API_KEY" http://x', bench).parameters
    assert [(one.token, one.secret) for one in found] == [("$API_KEY", True)]
