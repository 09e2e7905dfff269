"""What rules ask of a page: which of its lines speak of something, and which hold a name."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.page.outline import outline

PAGE = """# Weir

## Gates

Take a backup of the gate table every night.

```bash
# backup of the gates
./gates shut
```

### Keeper

Mühlwart: 4471, asked for by Mühlwart only
"""
FACTS = Facts(outline(PAGE), read_linter().words)
EMPTY = Facts(outline(""), read_linter().words)


def test_lines_of_words_and_lines_of_any_kind_that_speak_of_a_concept() -> None:
    assert [said.line for said in FACTS.said_of("objectives", "backup")] == [5]
    assert FACTS.lines_of("objectives", "backup") == [5, 8]
    assert FACTS.lines_of("objectives", "no such concept") == []
    assert FACTS.lines_of("no such list") == []


def test_sections_whose_titles_speak_of_a_concept() -> None:
    page = outline("# Lock\n\n## Backup\n\nNothing.\n\n## Tides\n\nThe backup of the pump.\n")
    facts = Facts(page, read_linter().words)
    assert [one.title for one in facts.sections_of("objectives", "backup")] == ["Backup"]
    assert facts.sections_of("objectives", "no such concept") == []
    assert facts.sections_of("no such list") == []


@pytest.mark.parametrize("table", ["setting", "parts", "left_down"])
def test_several_texts_speak_of_what_they_would_speak_of_joined(table: str) -> None:
    phrases = sorted(FACTS.words.lint[table].phrases)
    for one, other in zip(phrases, phrases[1:] + phrases[:1], strict=True):
        told = (one, "Sluice 4", other)
        assert FACTS.any_speaks(table, told) == FACTS.speaks(table, " | ".join(told))
        assert FACTS.any_speaks(table, told[:2]) == FACTS.speaks(table, " > ".join(told[:2]))
    assert FACTS.any_speaks(table, ("", "Sluice 4")) == frozenset()
    assert FACTS.any_speaks("no such list", phrases) == frozenset()


def test_the_commands_of_a_page_are_read_once() -> None:
    again = Facts(FACTS.page, FACTS.words)
    assert again.acts is FACTS.acts
    assert [act.text for act in again.acts] == ["./gates shut"]


def test_lines_that_hold_a_name_are_each_told_once_and_folded() -> None:
    assert [*FACTS.lines_holding("mühlwart")] == ["mühlwart: 4471, asked for by mühlwart only"]
    assert [*FACTS.lines_holding("# weir")] == ["# weir"]
    assert [*FACTS.lines_holding("")] == []
    assert [*EMPTY.lines_holding("x")] == []


def test_headings_are_joined_from_the_section_up_without_the_title_of_the_page() -> None:
    keeper = FACTS.section_of(14)
    assert FACTS.titles(keeper) == "Keeper > Gates"
    assert FACTS.titles(FACTS.page.sections[0]) == ""
