"""Tables of people that lie on their side."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def test_contacts_with_a_person_a_column(words: Vocabulary) -> None:
    text = (
        "# Mill\n\n## Phone numbers\n\n| | Miller | Owner |\n|---|---|---|\n"
        "| Phone | +44 1632 960 001 | +44 1632 960 002 |\n| Mail | m@mill.org | o@mill.org |\n"
    )
    found = compile_playbook(text, words).contacts
    assert [(one.label, one.value, one.line) for one in found] == [
        ("Miller", "+44 1632 960 001", 7),
        ("Owner", "+44 1632 960 002", 7),
        ("Miller", "m@mill.org", 8),
        ("Owner", "o@mill.org", 8),
    ]


def test_a_chain_with_a_rung_a_column(words: Vocabulary) -> None:
    text = (
        "# Mill\n\n## Eskalation\n\n| | Erste | Zweite | Dritte |\n|---|---|---|---|\n"
        "| Wer | Müller | Meisterin | Besitzer |\n"
        "| Wann | sofort | nach 15 Minuten | nach 60 Minuten |\n"
    )
    (chain,) = compile_playbook(text, words).chains
    assert [(step.who, step.after and step.after.seconds) for step in chain.steps] == [
        ("Müller", 0),
        ("Meisterin", 900),
        ("Besitzer", 3600),
    ]


def test_a_table_that_stands_upright_stays(words: Vocabulary) -> None:
    text = (
        "# Mill\n\n## Phone numbers\n\n| Who | Phone |\n|---|---|\n"
        "| Miller | +44 1632 960 001 |\n| Owner | +44 1632 960 002 |\n"
    )
    assert [one.label for one in compile_playbook(text, words).contacts] == ["Miller", "Owner"]
