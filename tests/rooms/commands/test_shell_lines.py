"""Fenced lines are joined to the commands a person would run."""

import pytest

from runcard.domain.commands.shell_lines import shell_commands, sql_statements

SHELL = (
    ("ls\n# a remark\n\ndf -h", None, 2),
    ("curl \\\n  -X POST \\\n  http://a.example", "bash", 1),
    ('psql -c "\nselect 1;\n"', "bash", 1),
    ("cat <<EOF > x\nif\nfi\nEOF\nls", "bash", 2),
    ("for n in 1 2; do\n  ssh $n\ndone\nls", "bash", 2),
    ("if a; then\n  b\nfi", "bash", 1),
    ("a && b", "bash", 1),
    ("a |\n  b", "bash", 1),
    ("echo it's fine\nls", "bash", 2),
    ("echo 'never closed\nls\nps", "bash", 3),
    ("$ ls\nfile\n$ ps\n1", "console", 2),
    ("ada@host:~$ ls\nfile", "console", 1),
    ("Invoke-Command -ScriptBlock {\n  Get-Item\n}\nStop-Computer", "powershell", 2),
    ("REM a remark\ndir", "cmd", 1),
    ("# only\n# remarks", "bash", 0),
    ("UPDATE pots\nSET lid = 1\nWHERE id = 3;\n-- then taste\nls", "bash", 2),
    ("UPDATE pots\nls\nps", "bash", 3),
    ("tastectl 'sip\nUPDATE pots\nSET lid = 1;\nls \\\n  -l\nps", "bash", 4),
    ("for each pot:\n  INSERT INTO lids\n  VALUES (1);\ntastectl 'sip", "bash", 2),
    ("pots:\n  tastectl 'sip\n  ls", "bash", 3),
    ("UPDATE pots\n\nSET lid = 'a;\nls", "bash", 3),
    ("kubectl exec pot \\\n  -- tastectl sip", "bash", 1),
    ("SELECT 1;\nls", "bash", 2),
    ('PUT /pots/1/lid\n{\n  "shut": true\n}', "bash", 1),
    ('POST https://pots.example/lids HTTP/1.1\n{"on": [1, 2]}\nDELETE /pots/2', "http", 2),
    ("GET /pots\nGET /lids", "bash", 2),
    ("POST the lids\n{\n  ls\n}", "bash", 2),
)  # fmt: skip
SQL = (
    ("select 1; select 2;", 2),
    ("select ';' from a", 1),
    ("-- remark\nselect a,\n  b\nfrom c;", 1),
    ("/* a\nb */\nselect 1;", 1),
    ("\\d users\nselect 1", 2),
)


@pytest.mark.parametrize(("text", "lang", "count"), SHELL)
def test_a_command_counts_once(text: str, lang: str | None, count: int) -> None:
    assert len(shell_commands(text.split("\n"), 1, lang)) == count


@pytest.mark.parametrize(("text", "count"), SQL)
def test_a_statement_counts_once(text: str, count: int) -> None:
    assert len(sql_statements(text.split("\n"), 1)) == count


def test_a_command_stands_on_the_line_where_it_begins() -> None:
    found = shell_commands(["# first", "a \\", "  b", "c"], 11, "bash")
    assert [(one.line, one.text.split("\n")[0]) for one in found] == [(12, "a \\"), (14, "c")]
