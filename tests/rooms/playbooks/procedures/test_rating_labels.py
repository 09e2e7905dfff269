"""Which labels stand in front of the level of a runbook."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.procedures.rating_labels import is_aside, names_rating
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("label", "rates"),
    [("Severity", True), ("Typical severity", True), ("Priority by default", False),
     ("SEV sugerido", True), ("Empfohlene Stufe", False),
     ("Üblicher Schweregrad", True), ("Gravité habituelle", True), ("Prioridade padrão", True),
     ("優先度の目安", True), ("默认级别", True), ("예상 등급", True), ("Typical kettle", False),
     ("Normal water level", False), ("目安", False), ("Usual cause", False)],
)  # fmt: skip
def test_a_word_for_a_level_may_say_that_it_is_so_as_a_rule(
    label: str, rates: bool, words: Vocabulary
) -> None:
    assert names_rating(label, words) is rates
    assert is_aside(label, words) is rates


@pytest.mark.parametrize(
    ("line", "key"),
    [("Usual priority: P2", "P2"), ("**Gravedad habitual:** P1", "P1"), ("優先度の目安：P2", "P2"),
     ("Usual colour: P2", None)],
)  # fmt: skip
def test_a_runbook_has_the_level_it_has_as_a_rule(
    line: str, key: str | None, words: Vocabulary
) -> None:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{line}\n\n```sh\nkettlectl boil\n```\n"
    (book,) = compile_playbook(text, words).runbooks
    assert book.severity == key


@pytest.mark.parametrize(
    ("label", "is_warning"),
    [("⚠️ WARNING: the pot is lost", True), ("Achtung", True), ("Important: empty it first", True),
     ("警告：湯が失われる", True), ("Step one: empty", False), ("Danger zone of pots", False)],
)  # fmt: skip
def test_what_warns_of_the_work_is_no_part_of_it(
    label: str, is_warning: bool, words: Vocabulary
) -> None:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n**{label}**\n\n```sh\nkettlectl boil\n```\n"
    (book,) = compile_playbook(text, words).runbooks
    assert is_aside(label, words) is is_warning
    assert ([part.name for part in book.parts] == ["recovery"]) is is_warning
