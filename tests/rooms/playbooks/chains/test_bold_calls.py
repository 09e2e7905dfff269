"""People in bold in a paragraph about who is called after which wait."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def chain(body: str, words: Vocabulary) -> list[tuple[str, int | None]]:
    found = compile_playbook(f"# Ship\n\n## Escalation\n\n{body}\n", words).chains
    return [(one.who, one.after and one.after.seconds) for own in found for one in own.steps]


ENGLISH = (
    "The bell rings at the **first mate**. If she has not come up in 10 minutes, the cook runs for "
    "the **shift lead**, and when we drift for 40 minutes, for the **captain**."
)
CHINESE = (
    "钟声先到**当班水手长**。水手长 5 分钟没有上甲板，铃转**值班经理**。"
    "漏水持续 20 分钟，由经理报**总监**；**厨师长**只管送饭。"
)


@pytest.mark.parametrize(
    ("body", "steps"),
    [
        (ENGLISH, [("first mate", None), ("shift lead", 600), ("captain", 2400)]),
        (CHINESE, [("当班水手长", None), ("值班经理", 300), ("总监", 1200)]),
    ],
)
def test_who_stands_in_bold_is_called_after_the_wait_in_front(
    body: str, steps: list[tuple[str, int | None]], words: Vocabulary
) -> None:
    assert chain(body, words) == steps


def test_the_case_is_told_before_the_last_comma(words: Vocabulary) -> None:
    body = "到**水手长**。5 分钟没有人，铃转**值班经理**。漏水 20 分钟，报**总监**。"
    (found,) = compile_playbook(f"# 船\n\n## 升级\n\n{body}\n", words).chains
    assert [one.condition for one in found.steps] == [None, "5 分钟没有人", "漏水 20 分钟"]


def test_other_words_in_bold_are_nobody(words: Vocabulary) -> None:
    body = (
        "The **bell** hangs aft. If it **leaks** for 10 minutes, we **pump**, and after 40 minutes "
        "we **row**."
    )
    assert chain(body, words) == []
