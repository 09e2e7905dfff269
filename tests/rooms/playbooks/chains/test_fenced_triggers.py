"""Reasons to escalate in a fence."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

CASES = ["no answer in 15 minutes", "the press calls"]


def triggers(fence: str, words: Vocabulary, title: str = "When to escalate") -> list[str]:
    text = f"# Mill\n\n## Escalation\n\n### {title}\n\n{fence}"
    found = compile_playbook(text, words)
    assert found.chains == ()
    return [one.text for one in found.triggers]


@pytest.mark.parametrize(
    "fence",
    [
        "```text\nEscalate by yourself when:\n1. {}\n2. {}\n```\n",
        "```\n- {}\n- {}\n```\n",
        "```markdown\n□ {}\n□ {}\n```\n",
        "```\n[ ] {}\n[ ] {}\n```\n",
    ],
)
def test_a_list_in_a_fence_says_when(fence: str, words: Vocabulary) -> None:
    assert triggers(fence.format(*CASES), words) == CASES


def test_a_korean_heading_is_known(words: Vocabulary) -> None:
    fence = "```\n1. {}\n2. {}\n```\n".format(*CASES)
    assert triggers(fence, words, "에스컬레이션 트리거") == CASES


def test_commands_are_no_reasons(words: Vocabulary) -> None:
    assert triggers("```bash\n- a\n- b\n```\n", words) == []
    assert triggers("```\npage the owner\n- b\n```\n", words) == []
