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
