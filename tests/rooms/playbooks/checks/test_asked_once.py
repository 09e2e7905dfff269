"""What is found out about a command of a page is found out once, and anew for other facts."""

from dataclasses import replace

from runcard.domain.commands.model import Risk
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.asked_once import asked_once
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

PAGE = "# Bakery\n\n```bash\novenctl list\novenctl heat\n```\n"


def test_a_command_is_asked_once(words: Vocabulary) -> None:
    asked: list[str] = []

    @asked_once
    def is_first(act: Act, facts: Facts) -> bool:
        asked.append(act.text)
        return act is facts.acts[0]

    facts = Facts(outline(PAGE), words)
    first, second = facts.acts
    assert [is_first(one, facts) for one in (first, second, first, second)] == [
        True, False, True, False,
    ]  # fmt: skip
    assert asked == ["ovenctl list", "ovenctl heat"]
    assert is_first(first, replace(facts, judge=lambda *_: Risk()))
    assert asked == ["ovenctl list", "ovenctl heat", "ovenctl list"]
    other = Facts(outline(PAGE), words)
    assert is_first(other.acts[0], other)
    assert not is_first(first, other)
