"""Entries below the title that are a name and its value."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def test_a_name_may_stand_above_its_value(words: Vocabulary) -> None:
    terms = "# 岸壁\n\n改訂日\n: 2031年5月3日\n\n主管\n: 港湾班\n"
    nested = "# Quay\n\n- Owner\n  - Harbour office\n- Team\n  - Ann\n  - Ben\n"
    found = [compile_playbook(one, words).meta for one in (terms, nested)]
    assert [{name: text.text for name, text in one.items()} for one in found] == [
        {"last_updated": "2031年5月3日", "owner": "港湾班"},
        {"owner": "Harbour office"},
    ]
