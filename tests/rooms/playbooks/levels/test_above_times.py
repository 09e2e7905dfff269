"""Heads and labels that name a promise only because times stand below or behind them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity, TimeValue
from runcard.domain.playbooks.vocabulary import Vocabulary


def seconds(time: TimeValue | None) -> int | None:
    return None if time is None else time.seconds


def promised(levels: tuple[Severity, ...]) -> list[tuple[int | None, ...]]:
    return [
        (seconds(one.response), seconds(one.resolution), seconds(one.cadence)) for one in levels
    ]


def of_a_table(heads: tuple[str, str, str], words: Vocabulary) -> list[tuple[int | None, ...]]:
    text = (
        "# Mill\n\n## Severity\n\n"
        f"| Level | Meaning | {' | '.join(heads)} |\n|---|---|---|---|---|\n"
        "| P1 | The wheel stands | 5 min | 1 h | 20 min |\n"
        "| P2 | The flour is coarse | 1 h | 2 d | 1 d |\n"
    )
    return promised(compile_playbook(text, words).severities)


TOLD = [(300, 3600, 1200), (3600, 172800, 86400)]


@pytest.mark.parametrize(
    "heads",
    [
        ("First look", "Back within", "Tell the millers every"),
        ("How fast?", "Closed by", "How often?"),
        ("Erster Blick", "Wieder am Netz", "Info an die Bäcker alle"),
        ("Manos a la obra", "De vuelta en", "Avisar cada"),
        ("Premier regard", "Remis en route sous", "On prévient toutes les"),
        ("Mão na massa em", "De pé em", "De quanto em quanto tempo"),
        ("Primo sguardo", "Chiuso entro", "Ogni quanto"),
        ("Eerste blik", "Weer in de lucht", "Hoe vaak"),
        ("接手时间", "闭环时间", "播报节奏"),
        ("駆けつけ", "収束まで", "報告の間隔"),
    ],
)
def test_a_head_in_words_of_its_own_promises_the_times_below_it(
    heads: tuple[str, str, str], words: Vocabulary
) -> None:
    assert of_a_table(heads, words) == TOLD


def test_the_same_words_above_no_times_promise_nothing(words: Vocabulary) -> None:
    text = (
        "# Mill\n\n## Severity\n\n| Level | Meaning | First look | Closed by |\n|---|---|---|---|\n"
        "| P1 | The wheel stands | the sluice | the miller |\n"
        "| P2 | The flour is coarse | the sieve | the miller |\n"
    )
    assert promised(compile_playbook(text, words).severities) == [(None, None, None)] * 2


def test_one_word_inside_a_head_or_whoever_is_told_promises_nothing(words: Vocabulary) -> None:
    for head in ("Page the back-up after", "Meldung an alle"):
        found = of_a_table(("Response", "Resolution", head), words)
        assert [one[2] for one in found] == [None, None]
        assert [one[:2] for one in found] == [one[:2] for one in TOLD]


def test_a_rhythm_for_those_outside_is_theirs(words: Vocabulary) -> None:
    text = (
        "# Mill\n\n## Severity\n\n| Level | Meaning | Status | Customers hear every |\n"
        "|---|---|---|---|\n"
        "| P1 | The wheel stands | 20 min | 1 h |\n| P2 | The flour is coarse | 1 h | 4 h |\n"
    )
    found = compile_playbook(text, words).severities
    assert [(seconds(one.cadence), seconds(one.cadence_external)) for one in found] == [
        (1200, 3600),
        (3600, 14400),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "First look: 5 min · Back within: 1 h · Comms every: 20 min",
        "Erster Blick: 5 Min.; wieder am Netz: 1 Std.; Kommunikation alle: 20 Min.",
        "Primo sguardo: 5 min; chiuso entro: 1 h; comunicare ogni: 20 min",
        "接手：5分钟；闭环：1小时；沟通节奏：20分钟",
    ],
)
def test_labels_with_a_time_behind_them_promise_it(line: str, words: Vocabulary) -> None:
    below = f"# Mill\n\n## Severity\n\n### P1 – The wheel stands\n\n{line}\n\n### P2\n"
    assert promised(compile_playbook(below, words).severities)[:1] == TOLD[:1]
    beside = (
        f"# Mill\n\n## Severity\n\n- **P1**: The wheel stands. {line}.\n- **P2**: Late flour.\n"
    )
    assert promised(compile_playbook(beside, words).severities)[:1] == TOLD[:1]


def test_labels_with_words_behind_them_promise_nothing(words: Vocabulary) -> None:
    for line in ("Status: the sluice is watched; Back: the owner", "Stand: Wehr und Mühlrad"):
        text = f"# Mill\n\n## Severity\n\n### P1 – The wheel stands\n\n{line}\n\n### P2\n"
        assert promised(compile_playbook(text, words).severities) == [(None, None, None)] * 2


def test_a_table_on_its_side_is_read_by_the_same_words(words: Vocabulary) -> None:
    text = (
        "# Mill\n\n## Severity\n\n| | P1 | P2 |\n|---|---|---|\n"
        "| Meaning | The wheel stands | The flour is coarse |\n"
        "| Eyes on | 5 min | 1 h |\n| Healthy again | 1 h | 2 d |\n| Heartbeat | 20 min | 1 d |\n"
    )
    assert promised(compile_playbook(text, words).severities) == TOLD


@pytest.mark.parametrize(
    ("label", "often"),
    [
        ("Rückmeldung an den Meister", "alle 20 Minuten"),
        ("Réponse aux boulangers", "toutes les 20 minutes"),
    ],
)
def test_no_answer_comes_again_and_again(label: str, often: str, words: Vocabulary) -> None:
    text = f"# Mill\n\n## Severity\n\n### P1 – The wheel stands\n\n{label}: {often}\n\n### P2\n"
    assert promised(compile_playbook(text, words).severities)[0] == (None, None, 1200)
    once = text.replace(often, "20 min")
    assert promised(compile_playbook(once, words).severities)[0] == (1200, None, None)
