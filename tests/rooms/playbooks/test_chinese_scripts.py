"""Phrases of Chinese are known in both scripts."""

import pytest

from runcard.domain.playbooks.chinese_scripts import SIMPLIFIED, TRADITIONAL, in_both_scripts


@pytest.mark.parametrize(
    ("phrases", "known"),
    [
        (["恢复公告"], ["恢复公告", "恢復公告"]),
        (["恢复公告", "恢復公告"], ["恢复公告", "恢復公告"]),
        (["notice", "続報"], ["notice", "続報"]),
        (["开する"], ["开する"]),
    ],
)
def test_the_other_script_stands_behind(phrases: list[str], known: list[str]) -> None:
    assert in_both_scripts(phrases) == known


def test_each_sign_has_one_counterpart() -> None:
    assert len(SIMPLIFIED) == len(TRADITIONAL) == len(set(SIMPLIFIED))
    assert not set(SIMPLIFIED) & set(TRADITIONAL)
