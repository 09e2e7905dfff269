"""Promises in messages: fixed words, choices and conditions."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("says", "is_promise"),
    [
        ("The lock is shut since [time]. Your boats are safe.", True),
        ("Seit [Uhrzeit] gesperrt. Ihre Boote sind sicher.", True),
        ("Cerrado desde [hora]. Sus barcos están a salvo.", True),
        ("Fechado desde [hora]. Nada foi perdido.", True),
        ("Shut since [time]. [Your boats are safe.]", False),
        ("Shut since [time]. Boats were lost / nothing was lost.", False),
        ("Shut since [time]. If your boats are safe, stay away.", False),
    ],
)
def test_what_need_not_be_true_is_no_fixed_text(
    says: str, is_promise: bool, words: Vocabulary
) -> None:
    page = f"# Lock\n\n## Templates\n\n### First notice\n\n```\n{says}\n```\n"
    assert ("RC511" in {one.code for one in found_in(page, words)}) is is_promise


def test_in_a_runbook_the_same_words_are_a_fact(words: Vocabulary) -> None:
    page = "# Lock\n\n## Gate stuck\n\nThe boats are safe behind the second gate.\n"
    assert "RC511" not in {one.code for one in found_in(page, words)}


def test_a_rule_against_a_promise_is_none(words: Vocabulary) -> None:
    page = '# Lock\n\n## Communication\n\n{} "Your boats are safe today" while it is open.\n'
    assert "RC511" in {one.code for one in found_in(page.format("Write"), words)}
    assert "RC511" not in {one.code for one in found_in(page.format("Never write"), words)}


@pytest.mark.parametrize(
    ("says", "is_promise"),
    [
        ("All boats are safe. [if that is so]", False),
        ("All boats are safe (only if counted).", False),
        ("All boats are safe. Shut since [time].", True),
        ("All boats are safe. The lock is shut. If you see one adrift, call.", True),
    ],
)
def test_a_note_behind_it_says_when_it_is_true(
    says: str, is_promise: bool, words: Vocabulary
) -> None:
    page = f"# Lock\n\n## Templates\n\n### First notice\n\n```\n{says}\n```\n"
    assert ("RC511" in {one.code for one in found_in(page, words)}) is is_promise
