"""Several calls with one verb at the end of the sentence."""

import pytest

from runcard.domain.playbooks.chains.paired_calls import paired_calls
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.vocabulary import Vocabulary


def test_each_case_has_its_name_and_an_and_makes_two(words: Vocabulary) -> None:
    said = "火が1時間を超えたら女将、2時間を超えたら組合長と消防団に知らせ、店を閉めるか決める"
    found = paired_calls(Text(said, 4), words)
    assert [(one.who, one.condition, one.after and one.after.seconds) for one in found] == [
        ("女将", "火が1時間を超えたら", 3600),
        ("組合長", "2時間を超えたら", 7200),
        ("消防団", "2時間を超えたら", 7200),
    ]


@pytest.mark.parametrize(
    "said",
    ["1時間を超えたら女将に知らせる", "煙が出たら女将、炎が出たら消防団に知らせる",
     "1時間たったら水を足し、2時間たったら火を消す", "After an hour the mate, after two Ada"],
)  # fmt: skip
def test_one_case_no_wait_or_work_is_no_pair(said: str, words: Vocabulary) -> None:
    assert paired_calls(Text(said, 4), words) == ()


def test_a_chain_in_sentences_whose_verbs_stand_last(words: Vocabulary) -> None:
    said = (
        "警報はまず釜番に飛ぶ。釜番が5分応答しなければ、ベルが自動で窯元を呼び出す。"
        "20分たっても煙の元が分からないときは、番頭に電話する。"
        "火が1時間を超えたら女将、2時間を超えたら組合長と消防団に知らせ、店を閉めるか決める。"
    )
    (chain,) = compile_playbook(f"# 窯\n\n## エスカレーション\n\n{said}\n", words).chains
    told = [(one.who, one.after and one.after.seconds) for one in chain.steps]
    assert told == [
        ("釜番", None),
        ("窯元", 300),
        ("番頭", 1200),
        ("女将", 3600),
        ("組合長", 7200),
        ("消防団", 7200),
    ]
