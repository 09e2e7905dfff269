"""What is found out about a page is found out once, and anew for another page."""

from runcard.domain.playbooks.page.blocks import Outline
from runcard.domain.playbooks.page.kept import kept_with_page
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary


def test_a_page_is_asked_once(words: Vocabulary) -> None:
    asked: list[str] = []

    @kept_with_page
    def titles(page: Outline, words: Vocabulary) -> tuple[str, ...]:
        asked.append(page.sections[-1].title)
        return tuple(one.title for one in page.sections)

    first, second = outline("# Tea\n"), outline("# Coffee\n")
    assert titles(first, words) == titles(first, words)
    assert titles(second, words)[-1] == "Coffee"
    assert asked == ["Tea", "Coffee"]
    titles(first, Vocabulary())
    assert asked == ["Tea", "Coffee", "Tea"]
