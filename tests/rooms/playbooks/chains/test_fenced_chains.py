"""Chains inside fences, beside those a shell would run."""

import pytest

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

Rungs = list[tuple[str, str | None, int | None]]


def fenced(lines: str, words: Vocabulary, lang: str = "") -> list[Rungs]:
    page = outline(f"## Escalation\n\n```{lang}\n{lines}```\n")
    return [
        [(one.who, one.condition, one.after and one.after.seconds) for one in chain.steps]
        for chain in chains_of(page, words)
    ]


def test_lines_that_begin_with_the_number_of_a_rung(words: Vocabulary) -> None:
    found = fenced("L1: bosun (0-10 min)\nL2: mate (10-40 min)\nL3: captain (40+ min)\n", words)
    assert found == [
        [("bosun", "0-10 min", None), ("mate", "10-40 min", 600), ("captain", "40+ min", 2400)]
    ]


def test_waits_and_names_side_by_side(words: Vocabulary) -> None:
    assert fenced("0 min    bosun\n10 min   mate\n", words) == [
        [("bosun", "0 min", 0), ("mate", "10 min", 600)]
    ]


def test_a_label_above_numbered_names(words: Vocabulary) -> None:
    assert fenced("Escalation:\n1. bosun\n2. mate - after 10 min\n", words) == [
        [("bosun", None, None), ("mate", "after 10 min", 600)]
    ]


def test_commands_are_no_names(words: Vocabulary) -> None:
    assert fenced("1. ring bell\n2. ring horn\n", words, "bash") == []


def test_a_fence_below_a_sentence_about_escalation(words: Vocabulary) -> None:
    lines = "Level 1  harbour-primary    (9 min)\nLevel 2  harbour-leads\n"
    page = f"## Pager\n\nEscalation policy `harbour`:\n\n```\n{lines}```\n"
    (chain,) = chains_of(outline(page), words)
    assert [one.who for one in chain.steps] == ["harbour-primary", "harbour-leads"]
    assert chains_of(outline(page.replace("Escalation policy", "Settings of")), words) == ()


def test_levels_that_head_their_rungs_are_a_chain_each(words: Vocabulary) -> None:
    lines = (
        "P1/P2:\n  0 min → bosun\n  5 min → mate (if no ack)\n\n"
        "P3:\n  0 min → bosun\n  60 min → mate\n\nP4:\n  Chat only\n"
    )
    found = chains_of(outline(f"## Escalation\n\n```\n{lines}```\n"), words)
    assert [(one.line, one.keys, len(one.steps)) for one in found] == [
        (1, ("P1", "P2"), 2),
        (8, ("P3",), 2),
    ]
    assert fenced(lines, words)[0] == [("bosun", "0 min", 0), ("mate", "5 min, if no ack", 300)]


def test_a_drawing_below_a_label_amid_other_lines(words: Vocabulary) -> None:
    lines = (
        "Bosun: a week each\nEscalation path:\n  Alarm → bosun (5 min)\n"
        "  If silent → mate (at +5 min)\nLater: the log\n"
    )
    assert fenced(lines, words) == [
        [("bosun", "5 min", 300), ("mate", "If silent, at +5 min", 300)]
    ]


def test_what_stands_further_in_is_no_rung(words: Vocabulary) -> None:
    text = (
        "# Eel farm\n\n## Escalation\n\n```\nLevel 1: Keeper on duty\n  - Bell: [number]\n"
        "  - Decides: nets\n\nLevel 2: Pond master\n  - Bell: [number]\n\nLevel 3: Owner\n```\n"
    )
    chains = chains_of(outline(text), words)
    assert [[step.who for step in chain.steps] for chain in chains] == [
        ["Keeper on duty", "Pond master", "Owner"]
    ]


def test_levels_above_numbered_rungs(words: Vocabulary) -> None:
    lines = (
        "P1/P2:\n  1. bosun (immediately)\n  2. captain (for a leak)\n\n"
        "P3:\n  1. bosun\n  2. mate\n"
    )
    found = chains_of(outline(f"## Escalation\n\n```\n{lines}```\n"), words)
    assert [(one.line, one.ordered, one.keys) for one in found] == [
        (1, True, ("P1", "P2")),
        (8, True, ("P3",)),
    ]
    assert [step.who for one in found for step in one.steps] == [
        "bosun",
        "captain",
        "bosun",
        "mate",
    ]


@pytest.mark.parametrize(
    ("fence", "who"),
    [
        ("# 1. Look at the nets\nnets list\n\n# 2. Holes left?\n#    → Sew them\nnets sew", []),
        ("keeper\n  ↓ (10 min)\npond master\n", ["keeper", "pond master"]),
    ],
)
def test_remarks_in_a_shell_draw_nothing(fence: str, who: list[str], words: Vocabulary) -> None:
    text = f"# Eel farm\n\n## Holes\n\nEscalation in the hall:\n\n```bash\n{fence}\n```\n"
    chains = [one for one in chains_of(outline(text), words) if one.line > 5]
    assert [step.who for chain in chains for step in chain.steps] == who


def test_an_arrow_in_front_of_each_name_is_a_sign_of_the_list(words: Vocabulary) -> None:
    lines = "Escalation:\n  -> bosun\n  -> mate (after 10 min)\n\n-> bell\n"
    assert fenced(lines, words) == [[("bosun", None, None), ("mate", "after 10 min", 600)]]


def test_each_label_of_a_level_heads_a_chain_of_its_own(words: Vocabulary) -> None:
    lines = (
        "ALARM\n  |\n  v\nWhich level?\n\n"
        "P1 escalation:\n  -> bosun\n  -> mate\n\nP2 escalation:\n  -> deck hand\n\n"
        "Other escalation:\n  -> cook\n"
    )
    names = [[who for who, _, _ in chain] for chain in fenced(lines, words)]
    assert names == [["bosun", "mate"], ["deck hand"]]
