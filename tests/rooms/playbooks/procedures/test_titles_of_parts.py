"""The name of a runbook behind the heading of a part says nothing of the part."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

RUN = "```sh\nkettlectl heat\n```\n\n"


def parts(title: str, heads: tuple[str, ...], words: Vocabulary) -> list[str]:
    below = "".join(f"#### {head}\n\n{RUN}" for head in heads)
    text = f"# Tea\n\n## Runbooks\n\n### {title}\n\n**Symptoms:** no tea\n\n{below}"
    (book,) = compile_playbook(text, words).runbooks
    return [one.name for one in book.parts]


@pytest.mark.parametrize(
    ("title", "heads"),
    [("1. Kettle cold", ("First look (5 min) — Kettle cold", "Repair — Kettle cold")),
     ("Deckel klemmt", ("Diagnose – Deckel", "Behebung – Deckel")),
     ("水壶不热", ("诊断 — 水壶", "恢复 — 水壶"))],
)  # fmt: skip
def test_a_part_is_known_whosever_it_is(
    title: str, heads: tuple[str, ...], words: Vocabulary
) -> None:
    assert parts(title, heads, words) == ["diagnosis", "recovery"]


def test_other_words_behind_a_dash_belong_to_the_name(words: Vocabulary) -> None:
    heads = ("Lift the lid — by hand", "Turn the lid — by wire")
    assert parts("No tea", heads, words) == ["lift_the_lid_by_hand", "turn_the_lid_by_wire"]
