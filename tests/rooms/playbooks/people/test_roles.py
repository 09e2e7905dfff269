"""Headings below a heading about roles: who has duties, and what is about something else."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def roles(text: str, words: Vocabulary) -> list[str]:
    return [one.name for one in compile_playbook(f"# Ship\n\n## Roles\n\n{text}", words).roles]


def test_being_on_call_is_a_role_where_it_has_duties(words: Vocabulary) -> None:
    assert roles("### On-call\n\n- keeps the watch\n\n### Mate\n\n- steers\n", words) == [
        "On-call",
        "Mate",
    ]


def test_hours_below_roles_are_none(words: Vocabulary) -> None:
    assert roles("### Mate\n\n- steers\n\n### On-call\n\n- 07:00-19:00 Mate\n", words) == ["Mate"]
