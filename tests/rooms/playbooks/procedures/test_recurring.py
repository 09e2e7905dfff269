"""What stands alike below several neighbours is a part of each of them."""

from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.procedures.recurring import bare_title, recurring


def titles(text: str) -> list[str]:
    page = outline(text)
    return [bare_title(page.sections[at]) for at in sorted(recurring(page))]


def test_numbers_pictures_and_times_do_not_tell_headings_apart() -> None:
    text = "# Mill\n\n## Sails\n\n### 1. Stop (5 min)\n\n### Oil\n\n## Stone\n\n### 🛑 Stop\n"
    assert titles(text) == ["stop", "stop"]


def test_twice_below_the_same_heading_is_none() -> None:
    assert titles("# Mill\n\n## Sails\n\n### Stop\n\n### Stop\n") == []


def test_every_title_may_be_the_chapter() -> None:
    assert titles("# Mill\n\n## Stop\n\n# Barn\n\n## Stop\n") == ["stop", "stop"]
