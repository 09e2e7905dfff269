"""A page that asks for more than is read of one page gets an answer all the same."""

from collections.abc import Sequence

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.judge import judge, prepare
from runcard.domain.commands.model import Effect
from runcard.domain.commands.pace import TOO_MANY, Paced
from runcard.domain.commands.ports import Parsed, Tree


class Counting:
    """A parser that reads everything and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def parse_all(self, texts: Sequence[str]) -> list[Parsed]:
        self.asked.append(len(texts))
        return [Tree({"Type": "File", "Stmts": []}) for _ in texts]


def test_what_comes_after_the_measure_is_unread_and_keeps_its_place() -> None:
    paced = Paced(Counting(), most_texts=2)
    answers = paced.parse_all(["a", "b", "c", "a"])
    assert [one is TOO_MANY for one in answers] == [False, False, True, False]


def test_a_text_is_asked_for_once() -> None:
    counting = Counting()
    paced = Paced(counting)
    paced.parse_all(["a", "b"])
    paced.parse_all(["b", "a"])
    assert counting.asked == [2]


def test_only_so_many_texts_are_read_alone() -> None:
    counting = Counting()
    paced = Paced(counting, most_alone=3)
    for number in range(10):
        paced.parse_all([str(number)])
    assert sum(counting.asked) == 3


def test_an_unread_command_is_opaque_with_the_reason_said(bench: Bench) -> None:
    page = Bench(bench.tables, Paced(bench.parser, most_texts=1))
    prepare(["df -h", "df -i"], page)
    risk = judge("df -i", page).risk
    assert judge("df -h", page).risk.effect is Effect.READ_ONLY
    assert risk.effect is Effect.MUTATING
    assert "opaque" in risk.flags
    assert any("more commands" in reason.words for reason in risk.reasons)
