"""Several calls in one sentence, a clause each."""

import pytest

from runcard.domain.playbooks.chains.clause_calls import clause_calls
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.vocabulary import Vocabulary

LONG = "先打给水手，10分钟未响应转给大副，30分钟未解决通知船长，2小时未恢复上报船东"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (LONG, [("水手", None), ("大副", 600), ("船长", 1800), ("船东", 7200)]),
        ("钟声先打到水手，10分钟没人认领就转大副", [("水手", None), ("大副", 600)]),
        (
            "先找水手，10分钟没有回应，喊大副，同时叫上厨师",
            [("水手", None), ("大副", 600), ("厨师", 600)],
        ),
        ("10分钟内无响应的，转给大副，超过1小时，通知船长", [("大副", 600), ("船长", 3600)]),
    ],
)
def test_each_clause_calls_one_more(
    said: str, found: list[tuple[str, int | None]], words: Vocabulary
) -> None:
    steps = clause_calls(Text(said, 4), words)
    assert [(one.who, one.after.seconds if one.after else None) for one in steps] == found


@pytest.mark.parametrize(
    "said",
    ["先打给水手，再打给大副", "10分钟后看水位，30分钟后通知船长",
     "10分钟未响应，30分钟未解决，通知船长",
     "After 10 minutes call the mate, after an hour call Ada"],
)  # fmt: skip
def test_a_call_without_a_wait_or_a_wait_without_a_call_is_no_chain(
    said: str, words: Vocabulary
) -> None:
    assert clause_calls(Text(said, 4), words) == ()


def test_a_document_that_tells_its_chain_in_one_sentence(words: Vocabulary) -> None:
    (chain,) = compile_playbook(f"# 渡船\n\n## 升级\n\n{LONG}。\n", words).chains
    assert [one.who for one in chain.steps] == ["水手", "大副", "船长", "船东"]
