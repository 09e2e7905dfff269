"""Sections that are counted together, and numbers that only count."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

WORK = "```sh\nkettlectl restart\n```\n\n"


def titles(body: str, words: Vocabulary) -> list[str]:
    return [book.title for book in compile_playbook(f"# Tea room\n\n{body}", words).runbooks]


@pytest.mark.parametrize(
    ("chapter", "first"),
    [("## 4. Handgriffe\n\n", "### 4.1 Kessel kalt\n\n"),
     ("## 4 Aid\n\n", "### 4.1. Kettle cold\n\n"),
     ("## 4. Instructions\n\n", "### 4.1 Kettle cold\n\n")],
)  # fmt: skip
def test_numbers_of_a_chapter_do_not_make_its_sections_phases(
    chapter: str, first: str, words: Vocabulary
) -> None:
    body = f"{chapter}{first}{WORK}### 4.2 Pot cracked\n\n{WORK}### 4.3 Cups gone\n\n{WORK}"
    assert titles(body, words)[1:] == ["Pot cracked", "Cups gone"]
    assert compile_playbook(f"# Tea room\n\n{body}", words).phases == ()


def test_a_number_among_runbooks_is_one_whatever_it_holds(words: Vocabulary) -> None:
    body = (
        f"## 4. Aid\n\n### 4.1 Kettle cold\n\n{WORK}### 4.2 Pot cracked\n\n{WORK}"
        f"### 4.3 Cups gone\n\n{WORK}### 4.4 Milk sour\n\nAsk the dairy for fresh milk.\n"
    )
    assert titles(body, words)[-1] == "Milk sour"


def test_what_is_not_counted_is_none(words: Vocabulary) -> None:
    body = (
        f"## 4. Aid\n\n### 4.1 Kettle cold\n\n{WORK}### 4.2 Pot cracked\n\n{WORK}"
        f"### 4.3 Cups gone\n\n{WORK}### Milk sour\n\nAsk the dairy for fresh milk.\n"
    )
    assert len(titles(body, words)) == 3


def test_numbers_below_the_process_are_phases(words: Vocabulary) -> None:
    body = f"## 4. Process\n\n### 4.1 Look\n\n{WORK}### 4.2 Mend\n\n{WORK}"
    phases = compile_playbook(f"# Tea room\n\n{body}", words).phases
    assert [phase.title for phase in phases] == ["Look", "Mend"]


def test_numbers_below_backups_are_no_phases(words: Vocabulary) -> None:
    body = f"## 4. Backups\n\n### 4.1 What there is\n\nA copy.\n\n### 4.2 Restore\n\n{WORK}"
    assert compile_playbook(f"# Tea room\n\n{body}", words).phases == ()


RING = "1. Ring the dairy\n2. Write it down\n\n"
LAMPS = f"## 1) KettleLampDark\n\n{WORK}## 2) “No steam”\n\n{RING}## 3) Why is tea cold?\n\n{WORK}"


@pytest.mark.parametrize("last", ["## 4) Contacts\n\n- Dairy: +44 1632 960961\n", "## 4) Roles\n"])
def test_numbers_of_all_chapters_of_a_page_tell_nothing(last: str, words: Vocabulary) -> None:
    assert len(titles(f"{LAMPS}{last}", words)) == 3


@pytest.mark.parametrize("last", ["## Contacts\n\n- Dairy: +44 1632 960961\n", "## 4) Recovery\n"])
def test_numbers_of_some_or_of_a_course_do(last: str, words: Vocabulary) -> None:
    assert len(titles(f"{LAMPS}{last}", words)) == 0


@pytest.mark.parametrize(
    ("word", "last", "is_one"),
    [("Incidente", "Incidente 3 — Panaderos a la rota", True), ("Störung", "Störung 3: Rad", True),
     ("Incidente", "Panaderos a la rota", False), ("Störung", "Rota am Rad", False)],
)  # fmt: skip
def test_a_word_counts_a_series_as_a_code_does(
    word: str, last: str, is_one: bool, words: Vocabulary
) -> None:
    work = "```sh\nmillctl restart\n```\n\n"
    titles = [f"{word} 1 — Mill is down", f"{word} 2 — Mill fails"]
    body = "".join(f"## {one}\n\n{work}" for one in (*titles, last))
    found = compile_playbook(f"# Mill\n\n{body}", words).runbooks
    assert [one.title for one in found] == [*titles, *([last] if is_one else [])]
