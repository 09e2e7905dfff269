"""A form that is linked or introduced by its name is there, though no template was read."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

PLAN = (
    "# Bakery\n\n## Severity levels\n\n| Level | Definition | Response |\n|---|---|---|\n"
    "| P1 | oven cold | 5 min |\n| P2 | lamp | 1 h |\n\n## Process\n\n### 1. Look\n\n- [ ] Look\n\n"
    "### 2. Mend\n\n- [ ] Mend\n\n## Contacts\n\n- Baker: 01632 960 100\n\n## Escalation\n\n"
    "1. Baker\n2. Owner (after 5 min)\n\n{}\n\n"
)
TOLD = "The management is kept informed."


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(PLAN.format(TOLD) + text, words)}


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("## More\n\n- [Templates for notices](notices.pdf)\n", False),
        ("## Mehr\n\n- [Vorlagen für Aushänge](aushang.pdf)\n", False),
        ("## More\n\n- Use BREAD_TEMPLATES.md for every notice\n", False),
        ("## More\n\n- [Template of the post-mortem](pm.md)\n", True),
        ("## More\n\n- [Recipes](recipes.pdf)\n", True),
    ],
)
def test_messages_may_be_kept_in_a_file(text: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC501" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("## More\n\n- [Form for the incident book](book.pdf)\n", False),
        ("## Más\n\n- [Formulario de registro](libro.pdf)\n", False),
        ("## More\n\n- [Communication templates](notices.pdf)\n", True),
    ],
)
def test_the_record_may_be_a_linked_form(text: str, is_found: bool, words: Vocabulary) -> None:
    review = "## Post-mortem\n\nHeld within 5 days of closing.\n\n"
    assert ("RC602" in codes(review + text, words)) is is_found


@pytest.mark.parametrize(
    ("name", "is_found"), [("`SHED_NOTICE_TEMPLATE`", False), ("`SHED_NOTICE_QUEUE`", True)]
)
def test_a_program_may_keep_the_text(name: str, is_found: bool, words: Vocabulary) -> None:
    text = f"## Letters\n\nThe text is kept as {name}.\n"
    assert ("RC501" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("words_sent", "is_found"),
    [
        ('{"text": "[LEVEL] [WHAT IS COLD], we look"}', False),
        ('{"text": "<level>: an oven is cold"}', False),
        ('{"text": "An oven is cold"}', True),
        ('{"oven": "<number>"}', True),
    ],
)
def test_a_command_may_post_a_text_with_gaps(
    words_sent: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"## Notice\n\n```bash\ncurl -X POST -d '{words_sent}' $BOARD_URL\n```\n"
    assert ("RC501" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("told", "is_found"),
    [
        (TOLD, True),
        ("Customers get news on the board.", True),
        ("Whoever finds it opens an incident channel.", True),
        ("Update the list of ovens.", False),
        ("The baker sweeps the floor.", False),
    ],
)
def test_no_text_is_missed_where_nobody_is_kept_informed(
    told: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC501" in {one.code for one in found_in(PLAN.format(told), words)}) is is_found


LETTER = (
    "# Ferry\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
    "| P1 | stuck | 5 min |\n| P2 | slow | 1 h |\n\n## Templates\n\n"
    "### {}\n\n```\n{}\n\nWe are writing about {} on [date].\n```\n"
)


@pytest.mark.parametrize(
    ("title", "greeting", "about", "is_found"),
    [
        ("Initial notification to passengers", "Dear [name],", "a privacy incident", False),
        ("Initial logbook entry", "Gate: [gate]", "a gate", False),
        ("Initial notification to passengers", "Dear [name],", "a late ferry", True),
        ("Initial notification to passengers", "Gate: [gate]", "a privacy incident", True),
    ],
)
def test_a_letter_about_data_and_an_entry_are_written_once(
    title: str, greeting: str, about: str, is_found: bool, words: Vocabulary
) -> None:
    found = {one.code for one in found_in(LETTER.format(title, greeting, about), words)}
    assert ("RC504" in found) is is_found
