"""Labels of the team's own below its levels are told by what stands behind them."""

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
