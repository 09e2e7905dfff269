"""Calls in scripts without blanks: the name behind the verb, or before it."""

import pytest

from runcard.domain.playbooks.people.wide_calls import wide_call
from runcard.domain.playbooks.vocabulary import Vocabulary

CALLS = [
    ("9分钟内没人接,打给大副", "9分钟内没人接", "大副"),
    ("先打给水手", "", "水手"),
    ("钟声首先通知水手", "", "水手"),
    ("9分钟内没人接，则自动升级至大副", "9分钟内没人接", "大副"),
    ("超过1小时，值班大副通知船长", "超过1小时", "船长"),
    ("涉及货物的，立即通知船长", "涉及货物的", "船长"),
    ("9分钟没人认领就自动转大副", "9分钟没人认领", "大副"),
    ("货舱进水的，直接找船长", "货舱进水的", "船长"),
    ("9分钟没有回应，系统自动打给大副", "9分钟没有回应", "大副"),
    ("9分応答がなければ副当番に切り替わる", "9分応答がなければ", "副当番"),
    ("水が入ったときは、すぐに船長に連絡する", "水が入ったときは", "船長"),
    ("9分たっても出なければ副当番に電話する", "9分たっても出なければ", "副当番"),
    ("9分たっても出なければ副当番に自動で電話がかかります", "9分たっても出なければ", "副当番"),
    ("1時間を超えたら船主へ上げます", "1時間を超えたら", "船主"),
    ("出なければ、ベルが自動で副当番を呼び出す", "出なければ", "副当番"),
    ("警報はまず副当番に届く", "", "副当番"),
    ("まず当番に連絡する", "", "まず当番"),
]


@pytest.mark.parametrize(("said", "case", "name"), CALLS)
def test_case_and_name(said: str, case: str, name: str, words: Vocabulary) -> None:
    assert wide_call(said, words) == (case, name)


def test_other_sentences_call_nobody(words: Vocabulary) -> None:
    assert wide_call("帆が破れた", words) is None
    assert wide_call("9分钟后检查水泵", words) is None
    assert wide_call("9分钟还没有转移货物", words) is None
    assert wide_call("9分钟没找到漏洞", words) is None
