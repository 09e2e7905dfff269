"""Bold names of troubles, with what is done behind or below each, are runbooks under any heading
that may list them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

TROUBLES = ("Wheel broken", "Lost keys", "Gate leak")
SHAPES = (
    "- **{}:** stop the wheel at once and call the miller.\n",
    "- **{}** — stop the wheel at once and call the miller.\n",
    "1. **{}**\n   - Stop the wheel\n   - Call the miller\n",
    "**{}.** Stop the wheel at once and call the miller.\n\n",
    "**{}**\n\n1. Stop the wheel\n2. Call the miller\n\n",
)
CHAPTERS = ("Response procedures", "Troubleshooting", "Types of incidents", "Common problems")


def understood(
    chapter: str, shape: str, names: tuple[str, ...], words: Vocabulary
) -> tuple[list[str], int]:
    found = compile_playbook(
        f"# Mill\n\n## {chapter}\n\n{''.join(map(shape.format, names))}", words
    )
    return [one.title for one in found.runbooks], len(found.phases)


@pytest.mark.parametrize("chapter", CHAPTERS)
@pytest.mark.parametrize("shape", SHAPES)
def test_each_is_one_in_any_shape(chapter: str, shape: str, words: Vocabulary) -> None:
    assert understood(chapter, shape, TROUBLES, words) == ([*TROUBLES], 0)


@pytest.mark.parametrize(
    ("chapter", "said"),
    [("Ablauf", "Rad sofort anhalten, dann den Müller rufen."),
     ("处理流程", "停止水车，并联系磨坊主。")],
)  # fmt: skip
def test_a_list_below_each_is_its_work_in_any_language(
    chapter: str, said: str, words: Vocabulary
) -> None:
    names = ("Störung am Rad", "Ausfall der Gosse", "水车故障")
    shape = "- **{}**\n  - " + said + "\n  - " + said + "\n"
    assert understood(chapter, shape, names, words)[0] == [*names]


@pytest.mark.parametrize("shape", SHAPES[:3])
def test_steps_of_a_course_are_none(shape: str, words: Vocabulary) -> None:
    assert understood(CHAPTERS[0], shape, ("Detect", "Contain", "Wheel broken"), words)[0] == []
    assert understood(CHAPTERS[0], shape, ("Miller", "Baker", "Owner"), words)[0] == []


def test_what_a_name_means_is_not_done(words: Vocabulary) -> None:
    means = "- **{}:** whatever has to do with the oak, old or new.\n"
    assert understood(CHAPTERS[2], means, TROUBLES, words)[0] == []
    assert understood("Remarks", SHAPES[0], TROUBLES, words)[0] == []


@pytest.mark.parametrize(
    ("head", "count"),
    [("| Incident | Symptoms | Action |", 2), ("| Störung | Anzeichen | Maßnahme |", 2),
     ("| Incident | Owner | Action |", 0), ("| Miller | Symptoms | Action |", 0)],
)  # fmt: skip
def test_a_table_with_signs_beside_what_is_done(head: str, count: int, words: Vocabulary) -> None:
    rows = "".join(f"| {one} | it is slow | Stop the wheel at once |\n" for one in TROUBLES[:2])
    found = compile_playbook(f"# Mill\n\n## Remarks\n\n{head}\n|---|---|---|\n{rows}", words)
    assert len(found.runbooks) == count


@pytest.mark.parametrize("chapter", ["Common problems", "Häufige Störungen", "Pannes fréquentes"])
@pytest.mark.parametrize("shape", SHAPES[1:3])
def test_below_troubles_by_name_each_entry_is_one(
    chapter: str, shape: str, words: Vocabulary
) -> None:
    names = ("Cold wheel", "Wet flour", "No grain")
    assert understood(chapter, shape, names, words)[0] == [*names]
    assert understood("Runbooks", shape, ("Wheel", "Flour", "Grain"), words)[0] == []
    assert understood(chapter, "- **{}:** wet\n", names, words)[0] == []
