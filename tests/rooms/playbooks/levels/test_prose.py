"""Levels that are told in running text, a paragraph or a sentence each."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity, TimeValue
from runcard.domain.playbooks.vocabulary import Vocabulary

FERRY = """# Ferry desk

## How bad is it?

A Severity 1 incident is one where no ferry sails or where tickets have been
sold twice. We answer within 10 minutes at any hour and mend it within
2 hours. The quays hear from us every
30 minutes until it is over.

A Severity 2 incident is one late ferry. We answer within
30 minutes. Updates go out every 2 hours.

When in doubt, call it one level higher.
"""
WERK = """# Wasserwerk

## Wie schlimm ist es?

Ein Vorfall der Stufe 1 liegt vor, wenn kein Wasser fließt. Wir antworten
innerhalb von 5 Minuten.

Ein Vorfall der Stufe 2 liegt vor, wenn ein Pumpwerk
steht. Wir antworten innerhalb einer Stunde.

Alles andere ist Stufe 3. Darum kümmern wir uns am nächsten Werktag.
"""


def levels(text: str, words: Vocabulary) -> tuple[Severity, ...]:
    return compile_playbook(text, words).severities


def told(time: TimeValue | None) -> tuple[int, int | None] | None:
    return time and (time.line, time.seconds)


def test_a_paragraph_each_with_every_promise_at_its_line(words: Vocabulary) -> None:
    first, second = levels(FERRY, words)
    assert [one.key for one in (first, second)] == ["Severity 1", "Severity 2"]
    assert first.definition is not None
    assert (first.definition.line, first.definition.end_line) == (5, 6)
    assert [told(first.response), told(first.resolution)] == [(6, 600), (6, 7200)]
    assert told(first.cadence) == (7, 1800)
    assert told(second.response) == (10, 1800)


def test_in_german_with_all_that_is_left_at_the_end(words: Vocabulary) -> None:
    found = levels(WERK, words)
    assert [one.key for one in found] == ["Stufe 1", "Stufe 2", "Stufe 3"]
    assert [told(one.response) for one in found] == [(6, 300), (9, 3600), (11, None)]


def test_a_paragraph_each_says_so_below_any_heading(words: Vocabulary) -> None:
    found = levels(FERRY.replace("How bad is it?", "What we call what"), words)
    assert [one.key for one in found] == ["Severity 1", "Severity 2"]


@pytest.mark.parametrize(
    "text",
    [
        # What happens to an incident of a level is not what it is.
        "A Severity 1 incident is reviewed in time.\n\nA Severity 2 incident is, too.\n",
        # One level alone is an example.
        "A Severity 1 incident is one where no ferry sails.\n",
    ],
)
def test_what_defines_no_levels(text: str, words: Vocabulary) -> None:
    assert levels(f"# Ferry desk\n\n## Notes\n\n{text}", words) == ()


@pytest.mark.parametrize("sign", ["1级", "一级", "1級"])
def test_a_level_by_its_number_and_a_counter(sign: str, words: Vocabulary) -> None:
    second = sign.translate(str.maketrans("1一", "2二"))
    page = (
        f"# 渔港\n\n## 故障分级\n\n{sign}故障是指所有船只无法出海。值班人员须在9分钟内响应。\n\n"
        f"{second}故障是指一艘船停航。值班人员须在30分钟内响应。\n"
    )
    levels = compile_playbook(page, words).severities
    assert [one.key for one in levels] == [sign, second]
    assert [one.response and one.response.seconds for one in levels] == [540, 1800]


@pytest.mark.parametrize(
    "said", ["走上1级台阶。\n\n走上2级台阶。", "1级台阶很滑。\n\n2级台阶很滑。"]
)
def test_a_counter_of_steps_is_no_level(said: str, words: Vocabulary) -> None:
    assert not compile_playbook(f"# 渔港\n\n## 故障分级\n\n{said}\n", words).severities
