"""Chains drawn with arrows, and what stands between two of them."""

import pytest

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.people.arrows import (
    arrow_steps,
    is_only_a_case,
    with_arrows_alike,
)
from runcard.domain.playbooks.vocabulary import Vocabulary

Rungs = list[tuple[str, str | None, int | None]]
CREW: Rungs = [("bosun", None, None), ("mate", "9 min", 540), ("captain", "20 min", 1200)]


def drawn(text: str, words: Vocabulary) -> Rungs:
    steps = arrow_steps(text, 1, words)
    return [(one.who, one.condition, one.after and one.after.seconds) for one in steps]


@pytest.mark.parametrize(
    "text",
    ["bosun → (9 min) → mate → (20 min) → captain", "bosun → 9 min → mate → 20 min → captain"],
)
def test_a_wait_between_two_arrows_is_for_the_next(text: str, words: Vocabulary) -> None:
    assert drawn(text, words) == CREW


def test_a_case_in_brackets_of_its_own_is_for_the_next(words: Vocabulary) -> None:
    text = "`bosun → (no repair in 9 min) → mate → (20 min of fog) → captain`"
    cases = [case for _, case, _ in drawn(text, words)]
    assert cases == [None, "no repair in 9 min", "20 min of fog"]
    assert [who for who, _, _ in drawn(text, words)] == ["bosun", "mate", "captain"]
    assert is_only_a_case("（20 分钟未修好）", words)
    assert not is_only_a_case("（船长）", words)
    assert not is_only_a_case("mate (20 min)", words)


def test_whoever_is_silent_stands_before(words: Vocabulary) -> None:
    assert drawn("大副 9 分钟未响应 → 水手长 20 分钟未响应 → 船长", words) == [
        ("大副", None, None),
        ("水手长", "9 分钟未响应", 540),
        ("船长", "20 分钟未响应", 1200),
    ]
    text = "bosun (9 min no answer) → mate (20 min no answer) → captain"
    assert [who for who, _, _ in drawn(text, words)] == ["bosun", "mate", "captain"]
    assert [after for _, _, after in drawn(text, words)] == [None, 540, 1200]


def test_a_case_alone_has_no_name(words: Vocabulary) -> None:
    assert is_only_a_case("(9 min, no answer)", words)
    assert is_only_a_case("9分応答なし", words)
    assert not is_only_a_case("mate (9 min)", words)
    assert not is_only_a_case("mate", words)


def test_words_on_the_edges_of_a_flow_chart(words: Vocabulary) -> None:
    lines = (
        "flowchart TD\n  A[Alert] --> B[Bosun]\n  B -- no answer 9 min --> C[Mate]\n"
        "  C -->|no answer 20 min| D[Captain]\n"
    )
    (chain,) = chains_of(outline(f"## Escalation\n\n```mermaid\n{lines}```\n"), words)
    assert [(one.who, one.condition) for one in chain.steps] == [
        ("Bosun", None),
        ("Mate", "no answer 9 min"),
        ("Captain", "no answer 20 min"),
    ]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("bosun → after 9 min mate → after 20 min captain",
         [("bosun", None, None), ("mate", "after 9 min", 540), ("captain", "after 20 min", 1200)]),
        ("bosun → nach 3 min erneut → nach 9 min Maat",
         [("bosun", None, None), ("bosun", "nach 3 min erneut", 180),
          ("Maat", "nach 9 min", 540)]),
        ("bosun → before 9 min mate", [("bosun", None, None), ("before 9 min mate", None, None)]),
    ],
)  # fmt: skip
def test_a_wait_in_front_of_a_name_is_its_case(text: str, steps: Rungs, words: Vocabulary) -> None:
    assert drawn(text, words) == steps


def test_stages_of_work_with_waits_are_no_people(words: Vocabulary) -> None:
    told = [
        "Policy: ingest → after 5 min validate → after 10 min publish.",
        "Policy: disk → after 7 days cold store → after 90 days tape.",
    ]
    assert [chains_of(outline(f"# Ship\n\n## Flow\n\n{one}\n"), words) for one in told] == [(), ()]


def test_a_small_word_before_a_wait_ends_the_name(words: Vocabulary) -> None:
    assert drawn("bosun → mate at 30 minutes", words) == [
        ("bosun", None, None),
        ("mate", "at 30 minutes", 1800),
    ]


def test_brackets_around_a_name_are_its_box(words: Vocabulary) -> None:
    assert drawn("[bosun] --(9 min)--> [mate]", words) == [
        ("bosun", None, None),
        ("mate", "9 min", 540),
    ]


def test_boxes_that_are_named_on_lines_of_their_own(words: Vocabulary) -> None:
    lines = (
        "flowchart TB\n  subgraph Deck\n    B[Bosun]\n    M[Mate<br/>first watch]\n  end\n"
        "  P1[P1: Critical] --> B\n  B -->|no answer in 9 min| M\n"
        "  M -->|no answer in 20 min| C[Captain]\n"
    )
    text = (
        f"# Ferry\n\n## Runbooks\n\n### Escalation paths and contacts\n\n```mermaid\n{lines}```\n"
    )
    (chain,) = chains_of(outline(text), words)
    assert [(one.who, one.after and one.after.seconds) for one in chain.steps] == [
        ("Bosun", None),
        ("Mate first watch", 540),
        ("Captain", 1200),
    ]


@pytest.mark.parametrize(
    ("entries", "first"),
    [(("Desk → the bell rings", "Watch → if silent for 9 min", "Head → after 20 min"),
      "Desk – the bell rings"),
     (("Leitstelle → es klingelt", "Wache → wenn keiner kommt", "Leitung → nach 20 Minuten"),
      "Leitstelle – es klingelt"),
     (("值班台 → 铃响", "值班员 → 如果无人应答", "场长 → 超过 20 分钟"), "值班台 – 铃响"),
     (("Desk → watch", "Watch → head", "Head → after 20 min"), "Desk → watch"),
     (("Desk → watch → head", "Watch → if silent", "Head → after 20 min"), "Desk → watch → head")],
)  # fmt: skip
def test_arrows_of_a_list_mean_the_same(
    entries: tuple[str, ...], first: str, words: Vocabulary
) -> None:
    told = [Text(text, line) for line, text in enumerate(entries, 1)]
    assert with_arrows_alike(told, words)[0].text == first


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Bosun → Mate → (only at night) Captain", ("Captain", "only at night")),
        ("Bosun -> (if the hold leaks) Captain", ("Captain", "if the hold leaks")),
        ("Wache → (bei Feuer) Kapitän", ("Kapitän", "bei Feuer")),
        ("Guardia → (si hay fuego) Capitán", ("Capitán", "si hay fuego")),
        ("Bosun → (night) Captain", ("(night) Captain", None)),
        ("Bosun → Captain (harbour)", ("Captain", "harbour")),
    ],
)
def test_a_case_may_stand_in_front_of_a_name(
    said: str, told: tuple[str, str | None], words: Vocabulary
) -> None:
    last = arrow_steps(said, 1, words)[-1]
    assert (last.who, last.condition) == told
