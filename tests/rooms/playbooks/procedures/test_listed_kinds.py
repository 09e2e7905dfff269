"""Kinds of trouble in a table, and what is done for each below a heading of the same name."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

PAGE = (
    "# Ferry\n\n## Incident classes\n\n| {head} | What it looks like |\n|---|---|\n"
    "| **{one}** | water in the hold |\n| **{two}** | smoke from below |\n\n"
    "## Response, by class\n\n### {one}\n\n1. Shut the hatch\n2. Pump\n\n"
    "### {two}\n\n1. Ring the bell\n2. Count heads\n"
)


def test_rows_without_promises_are_kinds_and_no_levels(words: Vocabulary) -> None:
    for head in ("Class", "Klasse", "Clase"):
        found = compile_playbook(PAGE.format(head=head, one="Leak", two="Engine fire"), words)
        assert found.severities == ()
        assert [one.title for one in found.runbooks] == ["Leak", "Engine fire"]
        assert found.phases == ()


def test_a_table_of_phases_names_phases(words: Vocabulary) -> None:
    text = PAGE.format(head="Phase", one="Containment", two="Recovery")
    found = compile_playbook(text, words)
    assert found.runbooks == ()


def test_names_with_promises_are_levels(words: Vocabulary) -> None:
    table = "| Class | Response time |\n|---|---|\n| Storm | 5 min |\n| Breeze | 1 h |\n"
    found = compile_playbook(f"# Ferry\n\n## Incident classes\n\n{table}", words)
    assert [one.key for one in found.severities] == ["Storm", "Breeze"]
