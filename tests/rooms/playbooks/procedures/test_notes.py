"""What a team adds to a runbook behind a label."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

WORK = "```sh\nkettlectl boil\n```\n"


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("Note: the leaves are in the same tin. They are kept nowhere else.",
         "the leaves are in the same tin. They are kept nowhere else."),
        ("Hinweis: Der Topf ist heiß. Erst warten.", "Der Topf ist heiß. Erst warten."),
        ("Note: the tin is cold. RTO: 5 minutes.", "the tin is cold."),
        ("Warm it. Note: slowly.", "slowly."),
        ("Note: leaves of the first harvest are in the green tin in the old cellar. They\nare few.",
         "leaves of the first harvest are in the green tin in the old cellar. They are few."),
    ],
)  # fmt: skip
def test_a_note_is_all_its_sentences(said: str, note: str, words: Vocabulary) -> None:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{WORK}\n{said}\n"
    (book,) = compile_playbook(text, words).runbooks
    assert book.note is not None
    assert book.note.text.rstrip(".") == note.rstrip(".")


def test_a_runbook_without_a_note_has_none(words: Vocabulary) -> None:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{WORK}\nRTO: 5 minutes.\n"
    (book,) = compile_playbook(text, words).runbooks
    assert book.note is None
