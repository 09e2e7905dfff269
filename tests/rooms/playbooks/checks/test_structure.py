"""Lists of contents: under a heading, or in front of the first chapter."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

CHAPTERS = "## Gates\n\nShut.\n\n## Pumps\n\nStop.\n\n## Ropes\n\nCut.\n\n## Crew\n\nAda.\n"


@pytest.mark.parametrize(
    ("links", "line"),
    [
        ("- [Gates](#gates)\n- [Pumps](#pumps)\n- [Ropes](#ropes)\n", 5),
        ("- [Gates](#gates)\n- [Pumps](#pumps)\n- [Ropes](#ropes)\n- [Crew](#crew)\n", None),
        ("- [Gates](#gates)\n- [Pumps](#pumps)\n- [Ropes](#rope)\n", None),
        ("Jump to: [Gates](#gates) · [Pumps](#pumps) · [Ropes](#ropes)\n", None),
    ],
)
def test_a_list_in_front_of_the_first_chapter_names_them_all(
    links: str, line: int | None, words: Vocabulary
) -> None:
    found = [
        one.line for one in found_in(f"# Lock\n\n{links}\n{CHAPTERS}", words) if one.code == "RC022"
    ]
    assert found == ([line] if line else [])


@pytest.mark.parametrize(
    ("last", "is_found"),
    [
        ("Document history", False),
        ("Historial", False),
        ("Appendix: tides", False),
        ("Anhang A", False),
        ("Nächste Schritte", False),
        ("License", False),
        ("Lizenz", False),
        ("7. Related documents", False),
        ("Fazit", False),
        ("Resources of the boats", True),
        ("Boats", True),
        ("Boats of the appendix", True),
    ],
)
def test_some_chapters_are_sought_at_the_end_or_not_at_all(
    last: str, is_found: bool, words: Vocabulary
) -> None:
    chapters = ("Levels", "People", "Steps")
    listed = "".join(f"- [{one}](#{one.lower()})\n" for one in chapters)
    text = (
        "# G\n\n## Contents\n\n"
        + listed
        + "".join(f"\n## {one}\n\nWords.\n" for one in (*chapters, last))
    )
    assert ("RC022" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("head", "is_found"),
    [
        ("# Lock\n## In flood\n### Version 3.2 (agreed)\n\n---\n\n", False),
        ("# Schleuse\n\n### Stand: 4. Mai 2031\n\n---\n\n", False),
        ("# Lock\n\n### In flood\n\n---\n\n", True),
        ("# Lock\n\n## First\n\nShut.\n\n### Version 3.2 (agreed)\n\n---\n\n", True),
    ],
)
def test_a_subtitle_needs_nothing_below_it(head: str, is_found: bool, words: Vocabulary) -> None:
    found = {one.code for one in found_in(head + CHAPTERS, words)}
    assert ("RC024" in found) is is_found


@pytest.mark.parametrize(
    ("heading", "is_found"),
    [
        ("Deadline: 3 days", False),
        ("Frist: binnen 48 Stunden nach Ende", False),
        ("Deadline: soon", True),
        ("After 3 days", True),
    ],
)
def test_a_heading_with_a_time_has_said_it(heading: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Lock\n\n## Review\n\n### {heading}\n\n### Who comes\n\n- all hands\n"
    assert ("RC024" in {one.code for one in found_in(text, words)}) is is_found
