"""Which edition a page is stands in a table of its history, how often it is read in a label."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("head", "row", "is_found"),
    [
        ("Version | Date | Changes", "2 | 2026-09-01 | new lens", False),
        ("Versão | Data | Alterações", "2 | 2026-09-01 | lente nova", False),
        ("Version | Datum | Änderung", "2 | 01.09.2026 | neue Linse", False),
        ("Version | Lens | Changes", "2 | thick | new lens", True),
        ("Version | Date | Changes", "2 | – | new lens", True),
    ],
)
def test_a_table_of_editions_dates_the_page(
    head: str, row: str, is_found: bool, words: Vocabulary
) -> None:
    steps = "## Steps\n\nLook at the lamp.\n\n" * 10
    text = f"# Lighthouse\n\n{steps}## Tale\n\n| {head} |\n|---|---|---|\n| {row} |\n"
    assert ("RC012" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("title", "row", "is_found"),
    [
        ("9. 変更履歴", "| 日付 | 内容 |\n|---|---|\n| 2026-09-01 | 灯の交換 |", False),
        ("Revision history", "- 1 September 2026: new lens", False),
        ("Änderungshistorie", "- 01.09.2026: neue Linse", False),
        ("Last updated", "2026-09-01", False),
        ("Letzte Aktualisierung", "01.09.2026", False),
        ("Dernière mise à jour", "1er septembre 2026", False),
        ("Last updated", "in the summer", True),
        ("Last lamp", "2026-09-01", True),
        ("Revision history", "- new lens", True),
        ("History of storms", "- 1 September 2026: high waves", True),
    ],
)
def test_a_chapter_of_changes_dates_the_page(
    title: str, row: str, is_found: bool, words: Vocabulary
) -> None:
    steps = "## Steps\n\nLook at the lamp.\n\n" * 10
    assert ("RC012" in codes(f"# Lighthouse\n\n{steps}## {title}\n\n{row}\n", words)) is is_found


@pytest.mark.parametrize(
    ("label", "read", "expected"),
    [
        ("**Review frequency**: quarterly", "2026-10-20", set()),
        ("**Review frequency**: quarterly", "2026-02-20", {"RC015"}),
        ("> **Prüfturnus**: vierteljährlich", "2026-10-20", set()),
        ("**Boat**: quarterly", "2026-10-20", {"RC013"}),
    ],
)
def test_a_label_says_how_often_a_page_is_read(
    label: str, read: str, expected: set[str], words: Vocabulary
) -> None:
    text = f"# Lighthouse\n\n**Last updated**: {read}\n{label}\n\nCall the keeper.\n"
    assert codes(text, words) & {"RC013", "RC015", "RC016"} == expected


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ("*Last updated: 2026-09-20*\n*Review quarterly and after each storm*", set()),
        ("**Last updated**: 2025-02-20\n**Review cycle**: Quarterly", {"RC015"}),
        ("*Last updated: 2026-09-20*\n*Lamps are trimmed quarterly*", {"RC013"}),
        ("**Last updated**: 2025-02-20\n**Next storm**: in winter", {"RC016"}),
    ],
)
def test_the_foot_of_a_page_may_say_how_often_it_is_read(
    foot: str, expected: set[str], words: Vocabulary
) -> None:
    steps = "## Steps\n\nLook at the lamp.\n\n" * 10
    assert (
        codes(f"# Lighthouse\n\n{steps}---\n\n{foot}\n", words) & {"RC013", "RC015", "RC016"}
        == expected
    )
