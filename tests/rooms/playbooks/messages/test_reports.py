"""Forms for afterwards, and messages in places where one would look for them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def ferry(body: str, words: Vocabulary) -> Playbook:
    return compile_playbook(f"# Ferry\n\n{body}\n", words)


LETTER = "Boat [name] did not sail on [date].\n- Tickets: [what we pay back]\n\nThe harbour office"


@pytest.mark.parametrize(
    "opening",
    ["Subject: The crossing of [date]", "**To passengers**\n\nSubject: Your crossing",
     "Dear [passenger],", "Liebe Fahrgäste,"],
)  # fmt: skip
def test_a_letter_in_a_chapter_on_reviews_is_a_message(opening: str, words: Vocabulary) -> None:
    text = f"## After the incident\n\n### Letters\n\n```\n{opening}\n\n{LETTER}\n```"
    (found,) = ferry(text, words).templates
    assert found.title == "Letters"


@pytest.mark.parametrize(
    "said",
    [LETTER, f"Dear diary, the sea was rough.\n{LETTER}",
     "Dear [crew],\n\n## What happened\n\n[story]\n\n## What we learnt\n\n[lessons]"],
)  # fmt: skip
def test_what_greets_nobody_or_has_headings_is_none(said: str, words: Vocabulary) -> None:
    text = f"## After the incident\n\n### Letters\n\n```markdown\n{said}\n```"
    assert ferry(text, words).templates == ()


REPORT = "```\nFERRY ASHORE\n\nBoat: [name]\nPassengers:\nHarbour:\nNext tide:\n```"


def test_among_messages_a_report_is_one_of_them(words: Vocabulary) -> None:
    found = ferry(f"## Message templates\n\n### Coast guard report form\n\n{REPORT}", words)
    assert [one.title for one in found.templates] == ["Coast guard report form"]
    assert found.review.template is None


@pytest.mark.parametrize(
    "headings",
    ["## Message templates\n\n### Lessons learned", "## After the incident\n\n### Report form",
     "## Coast guard report form"],
)  # fmt: skip
def test_elsewhere_and_by_other_names_it_is_for_afterwards(
    headings: str, words: Vocabulary
) -> None:
    found = ferry(f"{headings}\n\n{REPORT}", words)
    assert found.templates == ()
    assert found.review.template is not None


@pytest.mark.parametrize(
    ("chapter", "title", "count"),
    [("Drills", "Drill report template", 0), ("Übungen", "Vorlage Übungsbericht", 0),
     ("7. 演练", "演练报告模板", 0), ("Message templates", "Ferry ashore", 1)],
)  # fmt: skip
def test_the_report_of_a_drill_is_no_message(
    chapter: str, title: str, count: int, words: Vocabulary
) -> None:
    form = "```\nFERRY ASHORE\n\nBoat: ________\nPassengers: ________\nHarbour: ________\n```"
    text = f"## {chapter}\n\n### {title}\n\nFill it in:\n\n{form}"
    assert len(ferry(text, words).templates) == count


def test_a_letter_among_drills_is_one(words: Vocabulary) -> None:
    text = f"## Drills\n\n### Letter template\n\n```\nSubject: Drill of [date]\n\n{LETTER}\n```"
    assert len(ferry(text, words).templates) == 1
