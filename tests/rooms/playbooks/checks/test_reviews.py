"""Reviews: a form that is kept elsewhere, a deadline that is for great incidents only."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LEVELS = (
    "# Gates\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
    "| P1 | stuck | 5 min |\n| P2 | slow | 1 h |\n| P3 | lamp | 3 days |\n\n"
    "## Contacts\n\n- Pilot: 01632 960140\n\n## Escalation\n\n1. Pilot\n2. Mate (after 5 min)\n\n"
)


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("The sheet is [in the cabin](https://cabin.example/sheet).", False),
        ("The sheet is docs/cabin/SHEET.md, copy it.", False),
        ("The sheet is in the cabin.", True),
    ],
)
def test_a_form_may_be_kept_in_another_place(line: str, is_found: bool, words: Vocabulary) -> None:
    text = f"{LEVELS}## Post-mortem\n\nWithin 3 days after the end. {line}\n"
    assert ("RC602" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("heading", "is_found"), [("Post-mortem", True), ("Major incident review", False)]
)
def test_a_review_of_major_incidents_is_not_for_all(
    heading: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{LEVELS}## {heading}\n\nThe review is due within 2 days of closure.\n"
    assert ("RC603" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("The paper holds the impact, the timeline, the cause and what follows.", False),
        ("The pilot writes the paper.", True),
    ],
)
def test_parts_named_in_a_sentence_are_a_form(line: str, is_found: bool, words: Vocabulary) -> None:
    text = f"{LEVELS}## Post-mortem\n\nWithin 3 days after the end. {line}\n"
    assert ("RC602" in {one.code for one in found_in(text, words)}) is is_found


def test_a_report_may_be_told_of_in_any_chapter(words: Vocabulary) -> None:
    said = "The report names the timeline, the cause and the actions."
    text = f"{LEVELS}## Post-mortem\n\nWithin 3 days after the end.\n\n## Rules\n\n{{}}\n"
    assert "RC602" not in {one.code for one in found_in(text.format(said), words)}
    assert "RC602" in {one.code for one in found_in(text.format("Be kind."), words)}


def test_a_form_may_be_a_list_of_fields(words: Vocabulary) -> None:
    fields = "**When**:\n**Level**:\n**Cause**:\n**Actions**:"
    text = f"{LEVELS}## Post-mortem\n\nWithin 3 days after the end.\n\n```markdown\n{{}}\n```\n"
    assert "RC602" not in {one.code for one in found_in(text.format(fields), words)}
    assert "RC602" in {one.code for one in found_in(text.format("**Be kind**"), words)}


@pytest.mark.parametrize(
    ("asked", "is_found"), [("根因", False), ("根本原因", False), ("天氣", True)]
)
def test_a_form_asks_for_the_cause_in_chinese(
    asked: str, is_found: bool, words: Vocabulary
) -> None:
    form = f"# 記錄\n\n## 經過\n\n## {asked}\n\n## 損壞\n"
    text = f"{LEVELS}## 表單\n\n```markdown\n{form}```\n"
    assert ("RC602" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("there", "here", "is_found"),
    [
        ("Within 3 business days", "within 5 business days", True),
        ("Within 5 business days", "within 5 business days", False),
        ("Within 3 business days", "within 72 hours", False),
    ],
)
def test_working_days_may_differ(there: str, here: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        "# Lock\n\n## Severity levels\n\n| Level | Definition | Response | Post-mortem |\n"
        f"|---|---|---|---|\n| P1 | gate stuck | 5 min | {there} |\n| P2 | lamp | 1 h | No |\n\n"
        f"## After the incident\n\nThe post-mortem meeting is {here} after a P1.\n"
    )
    assert ("RC606" in {one.code for one in found_in(text, words)}) is is_found


LOOKED_AT = (
    "# Gates\n\n## Severity levels\n\n| Level | Definition | Response |\n|---|---|---|\n"
    "| P1 | stuck | 5 min |\n| P2 | slow | 1 h |\n| P3 | paint | 3 days |\n\n"
    "## Contacts\n\n- Keeper: 01632 960 100\n\n## Escalation\n\n1. Keeper\n"
    "2. Owner (after 5 min)\n\n"
)


def told_of(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(LOOKED_AT + text, words)}


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("## Post-mortem\n\nP1: write-up within 48 hours.\n", False),
        ("## Nachbereitung\n\nBesprechung binnen 48 Stunden.\n", False),
        ("## Step 5: Post-mortem (within 48 hours)\n\nSay what happened.\n", True),
    ],
)
def test_in_the_chapter_for_afterwards_a_deadline_begins_there(
    text: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC605" in told_of(text, words)) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("P1: report in 7 days.", True),
        ("P1: report in 7 days: times, boats, cause, what to do by when.", False),
        ("P1: Bericht in 7 Tagen mit Uhrzeiten, Schiffen, Ursache und Maßnahmen, bis wann.", False),
        ("P1: informe en 7 días, con horas, barcos, causa, medidas con fecha.", False),
        ("P1: report in 7 days to the owner, the town, the boats, the bank.", True),
    ],
)
def test_a_list_of_what_stands_in_it_is_a_form(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC602" in told_of(f"## When it's over\n\n{said}\n", words)) is is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("## Review\n\nHeld within 2 days of closing.\n", True),
        ("## Review\n\nLevels P1 and P2: held within 2 days of closing.\n", False),
        ("## 振り返り\n\nレベルP1とP2は5営業日以内に行う。\n", False),
    ],
)
def test_a_deadline_may_name_its_levels(text: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC603" in told_of(text, words)) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("The change-over is done for real on the first Sunday of every month.", False),
        ("Die Rufkette wird im Februar und im August ausprobiert.", False),
        ("La chaîne d'appel est essayée tous les six mois.", False),
        ("Prove: passaggio in differita ogni sei mesi.", False),
        ("Simulamos a queda da comporta a cada trimestre.", False),
        ("Eens per half jaar oefenen we het openen met de hand.", False),
        ("The gate is greased every month.", True),
        ("Eens per half jaar smeren we de sluis.", True),
    ],
)
def test_what_is_tried_out_in_a_rhythm_is_practised(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC610" in told_of(f"## Keeping it\n\n{said}\n", words)) is is_found


@pytest.mark.parametrize(
    ("heading", "is_found"),
    [
        ("Step 5: post-mortem (1-2 days after the end)", False),
        ("Schritt 5: Nachbereitung (binnen 2 Tagen)", False),
        ("Step 5: post-mortem", True),
    ],
)
def test_the_heading_may_have_the_deadline(heading: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC601" in told_of(f"## {heading}\n\n- What broke\n", words)) is is_found


@pytest.mark.parametrize(
    ("entry", "is_found"),
    [
        ("Rope held", True),
        ("The old rope went well with the new winch", True),
        ("What went well:", False),
        ("Where we were lucky", False),
        ("Was gut lief", False),
    ],
)
def test_a_label_or_a_question_in_the_form_is_no_answer(
    entry: str, is_found: bool, words: Vocabulary
) -> None:
    form = f"```markdown\n# Review\n\n## Lessons learned\n- {entry}\n- {entry}\n```\n"
    assert ("RC607" in told_of(f"## Post-mortem\n\nTemplate:\n\n{form}", words)) is is_found


@pytest.mark.parametrize(
    ("list_", "is_found"),
    [
        (
            "1. **Course:** hour by hour\n2. **Harm:** whom\n3. **Root:** why\n4. **Next:** who",
            False,
        ),
        ("1. Course\n2. Harm\n3. Root\n4. Next", True),
    ],
)
def test_points_with_names_below_the_review_are_its_form(
    list_: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{LEVELS}\n## Post-mortem\n\nWithin 5 days.\n\n{list_}\n"
    assert ("RC602" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("title", "is_found"), [("Post-mortem form", False), ("Vorlage Bilan", False), ("Notes", True)]
)
def test_a_form_may_be_a_part_of_the_page(title: str, is_found: bool, words: Vocabulary) -> None:
    fields = "**Lock:** [name]\n\n#### How it ran\n\n#### Cause\n\n#### Damage\n\n"
    text = f"{LEVELS}## Post-mortem\n\nWithin 3 days after the end.\n\n### {title}\n\n{fields}"
    assert ("RC602" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("heading", "parts", "is_found"),
    [
        ("Post-mortem", ["1. Timeline", "2. Root cause", "3. Action items"], False),
        ("Nachbereitung", ["- Ursache", "- Zeitverlauf", "- Maßnahmen"], False),
        ("Post-mortem", ["1. Book the boat house", "2. Root cause"], True),
        ("Tidying up", ["1. Timeline", "2. Root cause", "3. Action items"], True),
    ],
)
def test_a_list_in_a_fence_is_a_form(
    heading: str, parts: list[str], is_found: bool, words: Vocabulary
) -> None:
    text = "\n".join([f"## {heading}", "", "```", "Write down:", *parts, "```", ""])
    assert ("RC602" in {one.code for one in found_in(LEVELS + text, words)}) is is_found
