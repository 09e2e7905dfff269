"""Labels of the team's own below its levels are told by what stands behind them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary


def levels(first: str, second: str, words: Vocabulary) -> tuple[Severity, ...]:
    body = f"### P1 All dark\n\n{first}\n\n### P2 One dark\n\n{second}\n"
    return compile_playbook(f"# Ship\n\n## Severity\n\n{body}", words).severities


def seconds(level: Severity) -> list[int | None]:
    times = (level.response, level.cadence, level.cadence_external)
    return [time.seconds if time else None for time in times]


def test_a_time_is_the_answer_and_a_period_the_rhythm(words: Vocabulary) -> None:
    said = "Hands on it: {}, also at night  \nWord to the quay: every {}"
    first, second = levels(
        said.format("5 minutes", "15 minutes"), said.format("1 hour", "2 hours"), words
    )
    assert seconds(first)[:2] == [300, 900]
    assert seconds(second)[:2] == [3600, 7200]


def test_labels_that_say_for_whom_are_two_rhythms(words: Vocabulary) -> None:
    first, second = levels(
        "**Players**: every 20 min  \n**Leads channel**: every 10 min",
        "**Players**: every 45 min",
        words,
    )
    assert seconds(first) == [None, 600, 1200]
    assert seconds(second) == [None, 2700, None]


def test_a_known_label_is_not_taken_twice(words: Vocabulary) -> None:
    first, _ = levels(
        "Response: 5 min  \nLength of a watch: 4 hours",
        "Response: 1 h  \nLength of a watch: 8 hours",
        words,
    )
    assert seconds(first) == [300, None, None]
    assert first.resolution is None


def test_taking_up_beside_starting_is_the_acknowledgement(words: Vocabulary) -> None:
    for said in (
        "- Prise en charge : {}\n- Intervention : {}",
        "- Presa in carico: {}\n- Intervento: {}",
        "- Picked up: {}\n- Response: {}",
    ):
        first, second = levels(said.format("5 min", "15 min"), said.format("15 min", "1 h"), words)
        for level, times in ((first, (300, 900)), (second, (900, 3600))):
            assert level.acknowledge is not None
            assert level.response is not None
            assert (level.acknowledge.seconds, level.response.seconds) == times


def test_taking_up_alone_is_the_answer(words: Vocabulary) -> None:
    first, _ = levels("- Prise en charge : 5 min", "- Prise en charge : 15 min", words)
    assert first.acknowledge is None
    assert first.response is not None


@pytest.mark.parametrize("label", ["It counts when", "Ce que ça veut dire", "Cuándo aplica"])
def test_a_label_above_sentences_tells_what_a_level_means(label: str, words: Vocabulary) -> None:
    said = f"- **{label}:** {{}}\n- **Response:** {{}}"
    found = levels(
        said.format("No deck has any light left", "5 min"),
        said.format("One deck of many is dark", "1 h"),
        words,
    )
    assert [one.definition and one.definition.text for one in found] == [
        "No deck has any light left",
        "One deck of many is dark",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "No deck has light.\n\n- **Bell:** rung by the watch on the bridge\n- **Response:** 5 min",
        "- **Definition:** no light\n- **Bell:** rung by the watch\n- **Response:** 5 min",
    ],
)
def test_beside_what_a_level_means_no_label_tells_it(said: str, words: Vocabulary) -> None:
    first, _ = levels(said, said, words)
    assert first.definition is not None
    assert "watch" not in first.definition.text


@pytest.mark.parametrize("label", ["Length of a watch", "Dienst", "値班"])
def test_a_label_that_comes_again_is_no_sentence(label: str, words: Vocabulary) -> None:
    said = f"- **{{}}**\n  - Response: 5 min\n  - {label}: 24x7\n"
    text = f"# Ship\n\n## Severity\n\n{said.format('P1')}{said.format('P2')}"
    found = compile_playbook(text, words).severities
    assert [one.definition for one in found] == [None, None]
