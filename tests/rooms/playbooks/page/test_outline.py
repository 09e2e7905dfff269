"""Blocks remember their lines."""

import pytest

from runcard.domain.playbooks.page.blocks import Fence, Item, Paragraph, Table, label_of
from runcard.domain.playbooks.page.outline import outline

PAGE = """\
---
title: The Ship
---
# Ship

One line
two lines

## Deck
1. [ ] swab
   - with water
2. sweep

   ```sh
   broom
   ```

[ ] loose box
□ another

| a | b |
|---|---|
| c | **d** |

> quoted
"""


def test_sections_lists_tables_and_fences_know_where_they_stand() -> None:
    page = outline(PAGE)
    assert [(s.title, s.level, s.line, s.end) for s in page.sections] == [
        ("", 0, 0, 3),
        ("Ship", 1, 4, 8),
        ("Deck", 2, 9, 26),
    ]
    assert page.front[0][1].line == 2
    deck = page.sections[2]
    items = [block for block in deck.blocks if isinstance(block, Item)]
    assert [(i.text, i.line, i.depth, i.box) for i in items] == [
        ("swab", 10, 1, True),
        ("with water", 11, 2, False),
        ("sweep", 12, 1, False),
        ("loose box", 18, 1, True),
        ("another", 19, 1, True),
    ]
    (fence,) = [block for block in deck.blocks if isinstance(block, Fence)]
    assert (fence.line, fence.end, fence.lang, fence.lines) == (14, 16, "sh", ("broom",))
    (table,) = [block for block in deck.blocks if isinstance(block, Table)]
    assert (table.head.line, table.rows[0].line, table.rows[0].cells) == (21, 23, ("c", "d"))
    (quote,) = [b for b in deck.blocks if isinstance(b, Paragraph) and b.quote is not None]
    assert (quote.quote, quote.lines[0].text) == (25, "quoted")


def test_a_section_knows_what_is_below_and_above_it() -> None:
    page = outline("# A\n## B\n### C\n## D\n")
    a, b, c = page.sections[1:4]
    assert [s.title for s in page.under(b)] == ["B", "C"]
    assert [s.title for s in page.children(a)] == ["B", "D"]
    assert [s.title for s in page.path(c)][:3] == ["C", "B", "A"]


def test_damaged_letters_are_mended() -> None:
    assert outline("# PrÃ³xima atualizaÃ§Ã£o").sections[1].title == "Próxima atualização"


def test_a_label_may_be_bold_or_end_in_a_colon() -> None:
    for text in ("**Who**: Ada", "**Who:** Ada", "*Who*: Ada", "*Who:* Ada", "Who: Ada", "谁：Ada"):
        label = label_of(text)
        assert label is not None
        assert label.value == "Ada"
    assert label_of("no label here") is None
    assert label_of("https://ship.test") is None


def test_a_line_drawn_around_a_title_is_no_heading() -> None:
    page = outline("# =======\n# Ferry at sea\n# =======\n\nWelcome.\n")
    assert [one.title for one in page.sections if one.level] == ["Ferry at sea"]


@pytest.mark.parametrize("written", ["### First aid:", "### **First aid:**", "### First aid："])
def test_a_colon_behind_a_heading_is_no_part_of_its_title(written: str) -> None:
    assert outline(f"# Ferry\n\n{written}\n\n- Ring\n").sections[2].title.strip("*") == "First aid"


@pytest.mark.parametrize("written", ["### Ferry: at sea", "### When do we ring?"])
def test_a_colon_inside_a_heading_and_other_signs_stay(written: str) -> None:
    assert outline(f"# Ferry\n\n{written}\n").sections[2].title == written.removeprefix("### ")


@pytest.mark.parametrize("written", ["## 🚨 1. First aid", "## ⚙️ 2.1 First aid"])
def test_a_picture_in_front_of_a_number_is_left_out(written: str) -> None:
    assert outline(f"# Ferry\n\n{written}\n").sections[2].title[0].isdigit()


@pytest.mark.parametrize("written", ["## 🚨 First aid", "## #1 First aid"])
def test_a_picture_in_front_of_words_stays_in_the_title(written: str) -> None:
    assert outline(f"# Ferry\n\n{written}\n").sections[2].title == written.removeprefix("## ")


@pytest.mark.parametrize("marks", [("###", "####"), ("####", "######")])
def test_a_second_level_that_is_left_out_does_not_make_chapters_less(
    marks: tuple[str, str],
) -> None:
    page = outline("# Ferry\n\n{0} Calls\n\n{1} By day\n\n{0} Ways\n".format(*marks))
    assert page.sections[2].level == 2
    assert [one.title for one in page.children(page.sections[1])] == ["Calls", "Ways"]


@pytest.mark.parametrize("text", ["# Ferry\n\n## Calls\n\n#### By day\n", "# A\n\n# B\n"])
def test_other_headings_stay_as_deep_as_they_are(text: str) -> None:
    written = [line.index(" ") for line in text.splitlines() if line]
    assert [one.level for one in outline(text).sections[1:]] == written
