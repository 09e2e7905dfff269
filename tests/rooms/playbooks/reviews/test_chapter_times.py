"""Times in the headings of a chapter on reviews."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("heading", "seconds"),
    [
        ("Timeline: within 48 hours", 172800),
        ("Deadline: 4 days", 345600),
        ("Frist: 3 Tage", 259200),
        ("Timeline: within 48 hours of the end", 172800),
        ("Frist: 3 Tage nach dem Ende", 259200),
    ],
)
def test_a_heading_may_say_how_long_there_is_for_the_chapter(
    heading: str, seconds: int, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Post-mortem\n\n### {heading}\n\n### Who comes\n\n- all hands\n"
    deadlines = compile_playbook(text, words).review.deadlines
    assert [(one.within.line, one.within.seconds) for one in deadlines] == [(5, seconds)]


@pytest.mark.parametrize(
    ("chapter", "heading"),
    [
        ("Repair", "Timeline: within 48 hours"),
        ("Post-mortem", "Time: 45 minutes"),
        ("Post-mortem", "Flour kept: 4 days"),
        ("Post-mortem", "Timeline: 10:00 the alarm, then 2 days of work"),
        ("Repair", "Frist: 3 Tage nach dem Ende"),
    ],
)
def test_a_heading_about_other_work_or_a_meeting_asks_for_no_review(
    chapter: str, heading: str, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## {chapter}\n\n### {heading}\n\n### Who comes\n\n- all hands\n"
    assert compile_playbook(text, words).review.deadlines == ()


@pytest.mark.parametrize(
    "heading",
    ["Deadline: 4 business days", "Post-mortem (4 working days)", "By when: next business day"],
)
def test_working_days_are_longer_than_a_meeting(heading: str, words: Vocabulary) -> None:
    text = f"# Mill\n\n## Post-mortem\n\n### {heading}\n\n### Who comes\n\n- all hands\n"
    assert len(compile_playbook(text, words).review.deadlines) == 1


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("yaml", "Times:\n  - First review: within 24 hours\n  - Who: all hands\n"),
        ("json", '{\n  "times": {\n    "Review": "within 24 hours",\n    "who": "all"\n  }\n}\n'),
        ("toml", '[times]\nreview = "within 24 hours"\nwho = "all"\n'),
    ],
)
def test_times_of_a_review_may_be_kept_as_data(lang: str, body: str, words: Vocabulary) -> None:
    text = f"# Mill\n\n## Post-mortem\n\n```{lang}\n{body}```\n"
    deadlines = compile_playbook(text, words).review.deadlines
    assert [one.within.seconds for one in deadlines] == [86400]


@pytest.mark.parametrize(
    ("chapter", "lang", "said"),
    [
        ("Storage", "yaml", "review"),
        ("Post-mortem", "bash", "review"),
        ("Post-mortem", "yaml", "stones"),
    ],
)
def test_other_data_and_other_chapters_tell_no_time_of_a_review(
    chapter: str, lang: str, said: str, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## {chapter}\n\n```{lang}\ntimes:\n  - {said}: 24 hours\n```\n"
    assert compile_playbook(text, words).review.deadlines == ()


@pytest.mark.parametrize(
    ("chapter", "step", "seconds"),
    [
        ("6. Post-incident", "Call the post-mortem meeting (within 3 days)", 259200),
        ("Follow-up", "Hold a **post-mortem** (within 24 hours)", 86400),
        ("Nachbereitung", "Post-Mortem ansetzen (innerhalb von 48 Stunden)", 172800),
        ("Après l'incident", "Tenir le post-mortem (sous 72 heures)", 259200),
        ("Después del incidente", "Convocar el post-mortem (en un plazo de 5 días)", 432000),
    ],
)
def test_a_counted_step_may_say_by_when_the_review_is_held(
    chapter: str, step: str, seconds: int, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Incident process\n\n### {chapter}\n\n1. Close the gate\n2. {step}\n"
    deadlines = compile_playbook(text, words).review.deadlines
    assert [one.within.seconds for one in deadlines] == [seconds]


@pytest.mark.parametrize(
    "step",
    ["Read the post-mortem (20 min)", "Causes (2 days ago)", "Stones ordered (within 3 days)"],
)
def test_pieces_of_the_meeting_and_other_steps_tell_no_time_of_it(
    step: str, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Post-mortem\n\n1. Close the gate (5 min)\n2. {step}\n"
    assert compile_playbook(text, words).review.deadlines == ()


@pytest.mark.parametrize(
    ("chapter", "seconds"),
    [("5. Lessons learned (1 week)", [604800]), ("5. Revisión (5 días)", [432000]),
     ("5. Root cause analysis (1 week)", []), ("5. Lessons learned", [])],
)  # fmt: skip
def test_a_phase_that_is_the_review_and_nothing_else_has_its_time(
    chapter: str, seconds: list[int], words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Response\n\n### 4. Recovery\n\n- Grind\n\n### {chapter}\n\n- Ask\n"
    found = compile_playbook(text, words).review.deadlines
    assert [one.within.seconds for one in found] == seconds


@pytest.mark.parametrize(
    ("heading", "seconds"),
    [("Post-mortem — within 4 days", [345600]), ("Nachbesprechung – binnen 3 Tagen", [259200]),
     ("Post-mortem – 45 minutes", []), ("Mill wheel – within 4 days", [])],
)  # fmt: skip
def test_a_time_behind_the_dash_of_a_heading_is_that_of_the_review(
    heading: str, seconds: list[int], words: Vocabulary
) -> None:
    text = f"# Mill\n\n## {heading}\n\nWe sit and talk.\n"
    found = compile_playbook(text, words).review.deadlines
    assert [one.within.seconds for one in found] == seconds


@pytest.mark.parametrize(
    ("entry", "seconds"),
    [("5. **Post-mortem** (48h): write it up.", [172800]),
     ("- 24–72 h: post-mortem held", [259200]),
     ("5. **Post-mortem** (45 min): talk.", []), ("- 24-72 h: the wheel is watched", [])],
)  # fmt: skip
def test_a_time_beside_the_name_of_a_review_is_its_own_in_any_list(
    entry: str, seconds: list[int], words: Vocabulary
) -> None:
    found = compile_playbook(f"# Mill\n\n## Response\n\n{entry}\n", words).review.deadlines
    assert [one.within.seconds for one in found] == seconds
