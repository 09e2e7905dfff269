"""Levels with names of the team's own."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.levels.own_names import marked_head
from runcard.domain.playbooks.vocabulary import Vocabulary

TOLD = (
    "No loom runs. Respond within 5 minutes.",
    "A row weaves at half speed. Respond within 2 hours.",
    "One lamp is out. Respond by the next business day.",
)
NAMES = ("hall dark", "row slow", "lamp out")


def levels(form: str, keys: tuple[str, ...], title: str, words: Vocabulary) -> list[str]:
    told = zip(keys, NAMES, TOLD, strict=False)
    body = "".join(form.format(key=key, name=name, told=said) for key, name, said in told)
    playbook = compile_playbook(f"# Mill\n\n## {title}\n\n{body}\n", words)
    return [f"{level.key} {level.name}" for level in playbook.severities]


@pytest.mark.parametrize(
    "form",
    [
        "### {key}: {name}\n\n{told}\n\n",
        "### {key} – {name}\n\n{told}\n\n",
        "**{key}: {name}.** {told}\n\n",
        "- **{key}: {name}** {told}\n",
    ],
)
@pytest.mark.parametrize(
    "keys", [("Red", "Amber", "Green"), ("A", "B", "C"), ("Tier 1", "Tier 2", "Tier 3"),
             ("Rot", "Gelb", "Grün"), ("Level One", "Level Two", "Level Three")]
)  # fmt: skip
def test_a_step_a_letter_or_a_count_with_a_name_behind_it(
    keys: tuple[str, ...], form: str, words: Vocabulary
) -> None:
    named = [f"{key} {name}" for key, name in zip(keys, NAMES, strict=True)]
    assert levels(form, keys, "What counts as what", words) == named
    assert levels(form, keys, "How bad is it?", words) == named


@pytest.mark.parametrize(
    "keys",
    [
        ("Red", "Amber"),
        ("Red", "Loom", "Green"),
        ("A", "C", "D"),
        ("Red", "Rot", "Green"),
        ("AB", "CD", "EF"),
    ],
)
def test_two_or_one_out_of_turn_are_none(keys: tuple[str, ...], words: Vocabulary) -> None:
    assert levels("### {key}: {name}\n\n{told}\n\n", keys, "What counts as what", words) == []


def test_what_nobody_promises_to_answer_is_a_list_like_any_other(words: Vocabulary) -> None:
    form = "### {key}: {name}\n\nOil the bearings.\n\n"
    assert levels(form, ("Critical", "High", "Low"), "Repairs to do", words) == []


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("**Class A** hall dark", ("Class A", "hall dark")),
        ("`P1` hall dark", ("P1", "hall dark")),
        ("**Class A**", None),
        ("**Looms** all of them", None),
    ],
)
def test_a_key_that_stands_out_in_its_cell(
    cell: str, said: tuple[str, str] | None, words: Vocabulary
) -> None:
    head = marked_head(cell, words)
    assert (head and (head.key, head.name)) == said
