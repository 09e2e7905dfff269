"""Runbooks whose titles are bold lines or summaries."""

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
