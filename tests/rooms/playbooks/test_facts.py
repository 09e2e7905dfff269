"""What rules ask of a page: which of its lines speak of something, and which hold a name."""

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


def test_lines_that_hold_a_name_are_each_told_once_and_folded() -> None:
    assert [*FACTS.lines_holding("mühlwart")] == ["mühlwart: 4471, asked for by mühlwart only"]
    assert [*FACTS.lines_holding("# weir")] == ["# weir"]
    assert [*FACTS.lines_holding("")] == []
    assert [*EMPTY.lines_holding("x")] == []


def test_headings_are_joined_from_the_section_up_without_the_title_of_the_page() -> None:
    keeper = FACTS.section_of(14)
    assert FACTS.titles(keeper) == "Keeper > Gates"
    assert FACTS.titles(FACTS.page.sections[0]) == ""
