"""Sections that are runbooks by what is done in them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LOOK = "#### Look\n\n```sh\nkettlectl show\n```\n\n"
WORK = LOOK + "#### Warm it\n\n```sh\nkettlectl heat --now\n```\n\n"


def titles(first: str, second: str, body: str, words: Vocabulary) -> list[str]:
    text = f"# Tea\n\n## Odds and ends\n\n### {first}\n\n{WORK}### {second}\n\n{body}"
    return [one.title for one in compile_playbook(text, words).runbooks]


@pytest.mark.parametrize(
    "second",
    [
        "Reminder texts are not sent",
        "Kontakte werden nicht geladen",
        "Los avisos no llegan a nadie",
    ],
)
def test_a_trouble_may_speak_of_what_heads_another_chapter(second: str, words: Vocabulary) -> None:
    assert titles("Kettle cold", second, WORK, words) == ["Kettle cold", second]


@pytest.mark.parametrize(
    ("second", "body"),
    [("Reminder texts are not sent", LOOK), ("Texts", WORK), ("Message templates", WORK)],
)
def test_where_nothing_is_changed_or_the_title_is_a_heading_it_is_none(
    second: str, body: str, words: Vocabulary
) -> None:
    assert second not in titles("Kettle cold", second, body, words)
