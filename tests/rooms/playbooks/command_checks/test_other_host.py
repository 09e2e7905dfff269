"""A host is started anew, and it or another one answers."""

import pytest

from runcard.domain.playbooks.model import Grade
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def asked(below: str, lines: str, words: Vocabulary) -> list[int]:
    text = f"# Lock\n\n## Names fail\n\n```bash\n{lines}\n```\n\n{below}\n"
    return [one.line for one in found_in(text, words)
            if one.code == "RC803" and one.grade is Grade.ERROR]  # fmt: skip


RESTART = "ssh ns1 sudo systemctl restart unbound"


@pytest.mark.parametrize(
    ("below", "probe", "is_found"),
    [
        ("ns1 is 192.0.2.1, ns2 is 192.0.2.2.", "dig @192.0.2.2 lock.example", True),
        ("ns1 ist 192.0.2.1, ns2 ist 192.0.2.2.", "dig @192.0.2.2 lock.example", True),
        ("`ns1` (192.0.2.1), `ns2` (192.0.2.2)", "dig @192.0.2.2 lock.example", True),
        ("", "dig @ns2 lock.example", True),
        ("", "ssh ns2 systemctl is-active unbound", True),
        ("ns1 is 192.0.2.1, ns2 is 192.0.2.2.", "dig @192.0.2.1 lock.example", False),
        ("ns1 and ns2 share 192.0.2.2.", "dig @192.0.2.9 lock.example", False),
        ("", "dig @ns1 lock.example", False),
        ("", "curl -fsS http://web2/health", False),
        ("", "curl -fsS http://ns2:9200/_cluster/health", False),
        ("", "curl -X PUT http://ns2/mode", False),
        ("", "ssh ns2 'rndc showzone lock.example'", False),
    ],
)
def test_the_one_that_was_started_is_asked(
    below: str, probe: str, is_found: bool, words: Vocabulary
) -> None:
    assert asked(below, f"{RESTART}\n{probe}", words) == ([7] if is_found else [])


def test_both_may_be_asked_or_started(words: Vocabulary) -> None:
    both = f"{RESTART}\ndig @ns2 lock.example\ndig @ns1 lock.example"
    assert asked("", both, words) == []
    again = f"{RESTART}\ndig @ns2 lock.example\n{RESTART.replace('ns1', 'ns2')}"
    assert asked("", again, words) == []
