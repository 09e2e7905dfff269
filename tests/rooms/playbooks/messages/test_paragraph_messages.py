"""Messages in running text, indented, and what is none."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Template
from runcard.domain.playbooks.vocabulary import Vocabulary


def templates(body: str, words: Vocabulary) -> tuple[Template, ...]:
    return compile_playbook(f"# Tea\n\n## Message templates\n\n{body}\n", words).templates


def test_a_paragraph_below_a_bold_label_is_a_message(words: Vocabulary) -> None:
    (found,) = templates("**First word**\n\nThe tea is late in [room]. More at [time].", words)
    assert [one.token for one in found.placeholders] == ["[room]", "[time]"]


def test_words_in_capitals_between_others_are_to_be_replaced(words: Vocabulary) -> None:
    (found,) = templates(
        "### First word\n\nThe tea is late in PLACE since TIME this morning.", words
    )
    assert [one.token for one in found.placeholders] == ["PLACE", "TIME"]
    assert found.style == "bare"


def test_a_label_in_capitals_with_a_remark_behind_it_asks_for_nothing(words: Vocabulary) -> None:
    (found,) = templates("### Last word\n\n> ROOT CAUSE (so far): a leak in [room].", words)
    assert [one.token for one in found.placeholders] == ["[room]"]


def test_an_introduction_is_no_message(words: Vocabulary) -> None:
    assert templates("Replace everything in [brackets] before you send [it].", words) == ()


def test_indented_text_under_messages_may_be_literal(words: Vocabulary) -> None:
    (found,) = templates("### Social media\n\n    The tea is late.\n    We are sorry.\n", words)
    assert found.literal


def test_indented_commands_are_no_message(words: Vocabulary) -> None:
    text = (
        "# Tea\n\n## Recipes\n\n### Mail queue full\n\n    cat pot | awk '{print $7}' | sort {x}\n"
    )
    assert compile_playbook(text, words).templates == ()


def test_a_date_with_slashes_is_no_choice(words: Vocabulary) -> None:
    (found,) = templates("```\nStart: DD/MM/YYYY HH:MM\nUpdate: [text]\n```", words)
    assert found.choice == ()


def test_a_token_is_no_period_of_updates(words: Vocabulary) -> None:
    text = "# Thé\n\n## Modèles\n\n```\nProchain point : <heure>\nÉtat : <état>\n```\n"
    assert compile_playbook(text, words).cadences == ()


def test_a_subject_and_the_text_below_it_are_one_message(words: Vocabulary) -> None:
    (found,) = templates(
        "### First word\n\nBetreff: Kein Tee [Raum]\n\nSeit [Zeit].\n\nGleich mehr.", words
    )
    assert [one.token for one in found.placeholders] == ["[Raum]", "[Zeit]"]
    assert found.text.splitlines() == [
        "Betreff: Kein Tee [Raum]",
        "",
        "Seit [Zeit].",
        "",
        "Gleich mehr.",
    ]


@pytest.mark.parametrize(
    ("line", "messages"),
    [("./bells/ring.sh <tower> <hour>", 0), ("TOWER=<name> ../bells/ring.sh <hour>", 0),
     ("~/bin/ring <tower> <hour>", 0), ("The bells of <tower> are late until <hour>.", 1)],
)  # fmt: skip
def test_an_indented_program_by_its_path_is_no_message(
    line: str, messages: int, words: Vocabulary
) -> None:
    text = f"# Parish\n\n## Bells\n\n### Ringing by hand\n\n    {line}\n\nIt takes an hour.\n"
    assert len(compile_playbook(text, words).templates) == messages
