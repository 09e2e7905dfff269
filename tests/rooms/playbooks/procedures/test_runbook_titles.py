"""Runbooks whose titles are bold lines or summaries."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

WORK = "```sh\nkettlectl boil\n```"


def found(body: str, words: Vocabulary) -> list[tuple[str, int]]:
    books = compile_playbook(f"# Tea\n\n## Runbooks\n\n{body}\n", words).runbooks
    return [(book.title, book.line) for book in books]


def test_bold_lines_above_work_are_titles(words: Vocabulary) -> None:
    body = f"**Kettle cold**\n\n{WORK}\n\n**Pot cracked**\n\n1. Take the other pot"
    assert found(body, words) == [("Kettle cold", 5), ("Pot cracked", 11)]


def test_the_summary_of_something_folded_is_a_title(words: Vocabulary) -> None:
    body = f"<details>\n<summary><b>Kettle cold</b></summary>\n\n{WORK}\n\n</details>"
    assert found(body, words) == [("Kettle cold", 6)]


def test_bold_lines_that_name_parts_are_no_titles(words: Vocabulary) -> None:
    body = f"**Diagnosis**\n\n{WORK}\n\n**Fix**\n\n{WORK}"
    assert found(body, words) == []


def test_a_section_without_titles_stays_as_it_is(words: Vocabulary) -> None:
    assert found(f"### Kettle cold\n\n{WORK}", words) == [("Kettle cold", 5)]


def test_a_bracket_belongs_to_the_title_and_both_kinds_may_mix(words: Vocabulary) -> None:
    body = (
        f"**Kettle cold** (P1)\n\n{WORK}\n\n**Pot cracked** (P2)\n\n{WORK}\n\n"
        f"<details><summary>No tea</summary>\n\n{WORK}\n\n</details>"
    )
    assert [title for title, _ in found(body, words)] == [
        "Kettle cold (P1)", "Pot cracked (P2)", "No tea",
    ]  # fmt: skip


LOOK = "```sh\nkettlectl status\nkettlectl restart\n```"


def test_bold_titles_above_repairs_make_a_chapter_of_any_name(words: Vocabulary) -> None:
    body = f"## When tea fails\n\n**Kettle cold**\n\n{LOOK}\n\n**Pot cracked**\n\n{LOOK}\n"
    text = f"# Tea\n\n{body.replace('When tea', 'Where tea')}"
    assert [one.title for one in compile_playbook(text, words).runbooks] == [
        "Kettle cold", "Pot cracked",
    ]  # fmt: skip


def test_bold_lines_that_only_do_something_make_none(words: Vocabulary) -> None:
    body = "## Other things\n\n**Warm a cup**\n\n```sh\ncupctl warm\n```\n\n**Wash a cup**\n\n"
    text = f"# Tea\n\n{body}```sh\ncupctl wash\n```\n"
    assert compile_playbook(text, words).runbooks == ()


def test_bold_sentences_lead_to_what_is_noticed(words: Vocabulary) -> None:
    body = (
        f"**Kettle cold.** Guests see cold cups.\n\n{WORK}\n\n"
        f"**Kanne gesprungen.** Der Tisch wird nass.\n\n{WORK}"
    )
    assert found(body, words) == [("Kettle cold", 5), ("Kanne gesprungen", 11)]
    (first, _) = compile_playbook(f"# Tea\n\n## Runbooks\n\n{body}\n", words).runbooks
    assert [one.text for one in first.symptoms] == ["Guests see cold cups."]


def test_one_bold_sentence_is_only_a_sentence(words: Vocabulary) -> None:
    assert found(f"**Be calm.** It is only tea.\n\n{WORK}", words) == []


def test_bold_titles_in_a_chapter_of_any_name_that_tell_of_trouble(words: Vocabulary) -> None:
    for one, two, sign in (
        ("Problem: the kettle shows 0", "Problem: lid", "*Cause:* limescale"),
        ("Kettle cold", "Lid", "Symptoms: no steam"),
        ("Kessel heizt nicht", "Deckel klemmt nicht", "Er bleibt kalt."),
    ):
        body = f"**{one}**\n{sign}\n\n{WORK}\n\n**{two}**\n{sign}\n\n{WORK}\n"
        books = compile_playbook(f"# Tea\n\n## Trouble at the bar\n\n{body}", words).runbooks
        assert [book.title for book in books] == [one, two]


def test_bold_titles_that_tell_of_no_trouble(words: Vocabulary) -> None:
    body = f"**Warm the pot**\n\n{WORK}\n\n**Fill the kettle**\n\n{WORK}\n"
    assert compile_playbook(f"# Tea\n\n## Good tea\n\n{body}", words).runbooks == ()


def test_in_a_runbook_by_name_bold_titles_are_its_parts(words: Vocabulary) -> None:
    body = f"**Lift the lid**\n\n{WORK}\n\n**1.2 Wipe the coil** with care:\n\n{WORK}\n"
    (book,) = compile_playbook(f"# Tea\n\n## Runbook 1 – Cold kettle\n\n{body}", words).runbooks
    assert [part.name for part in book.parts] == ["lift_the_lid", "wipe_the_coil"]


def test_a_list_of_bold_troubles_is_a_list_of_runbooks(words: Vocabulary) -> None:
    text = (
        "# Greenhouse\n\n## Playbooks\n\n"
        "- **Pump down:** open the bypass by hand and call the plumber.\n"
        "- **Mist lost:** fill the tank, then close the roof for an hour.\n"
        "- **Restore the plan:** take the copy of last night from the shelf.\n"
    )
    found = compile_playbook(text, words).runbooks
    assert [(one.title, one.kind.value) for one in found] == [
        ("Pump down", "runbook"), ("Mist lost", "runbook"), ("Restore the plan", "procedure"),
    ]  # fmt: skip


def test_a_list_of_where_they_are_is_none(words: Vocabulary) -> None:
    text = (
        "# Greenhouse\n\n## Playbooks\n\n- **Pump down:** [page 3](pump.md)\n"
        "- **Mist lost:** [page 4](mist.md)\n- **Frost:** [page 5](frost.md)\n"
    )
    assert compile_playbook(text, words).runbooks == ()


def test_a_list_of_what_the_names_of_troubles_mean_is_none(words: Vocabulary) -> None:
    text = (
        "# Greenhouse\n\n## Incident types\n\n"
        "1. **Pump outage** - No water in more than one of the houses\n"
        "2. **Mist lost** - Dry air in the houses of the orchids\n"
        "3. **Theft** - Plants carried away by visitors\n"
    )
    assert compile_playbook(text, words).runbooks == ()


def test_what_is_played_in_a_drill_is_no_runbook(words: Vocabulary) -> None:
    body = (
        "**Scenario 1: Flood**\n- Pretend the river rises\n- Call the crew\n\n"
        "**Scenario 2: Frost**\n- Pretend the leaves freeze\n- Light the fires\n"
    )
    played = compile_playbook(f"# Tea\n\n## Drill scenarios\n\n{body}", words)
    assert played.runbooks == ()
    real = compile_playbook(f"# Tea\n\n## Scenarios\n\n{body}", words)
    assert [one.title for one in real.runbooks] == ["Scenario 1: Flood", "Scenario 2: Frost"]


def below(chapter: str, names: tuple[str, str], label: str) -> str:
    books = "".join(
        f"**{name}**\n\n**{label}**\n- cold\n\n**Repair:**\n\n1. Boil\n\n" for name in names
    )
    return f"# Tea\n\n## {chapter}\n\n### 1. {chapter}\n\n{books}"


@pytest.mark.parametrize(
    ("chapter", "names", "label"),
    [("Response to S1", ("Kettle cold", "Pot cracked"), "Symptoms:"),
     ("Vorgehen bei S1", ("Tassen", "Die Kanne"), "Symptome:")],
)  # fmt: skip
def test_bold_names_above_their_signs_are_titles_in_any_chapter(
    chapter: str, names: tuple[str, str], label: str, words: Vocabulary
) -> None:
    books = compile_playbook(below(chapter, names, label), words).runbooks
    assert [(one.title, len(one.symptoms)) for one in books] == [(names[0], 1), (names[1], 1)]


@pytest.mark.parametrize(
    ("names", "label"),
    [(("Kettle cold:", "Pot cracked:"), "Symptoms:"), (("Kettle", "Pot"), "Owners:")],
)
def test_labels_and_names_without_signs_are_no_titles_there(
    names: tuple[str, str], label: str, words: Vocabulary
) -> None:
    books = compile_playbook(below("Response to S1", names, label), words).runbooks
    assert not {one.title for one in books} & {one.rstrip(":") for one in names}
