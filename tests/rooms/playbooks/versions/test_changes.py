"""Equal changes of several levels are one sentence."""

from runcard.domain.playbooks.versions.changes import (
    Change,
    ChangeKind,
    OfLevel,
    losses,
    said_together,
)

CHAIN = ChangeKind.CHAIN


def of(key: str, *, lost: bool = False, title: str = "the CTO") -> OfLevel:
    return OfLevel(key, CHAIN, f" no longer pages {title}", f" no longer page {title}", lost)


def test_one_level_stands_alone_and_several_together() -> None:
    assert [one.words for one in said_together([of("P1")])] == ["P1 no longer pages the CTO"]
    said = said_together([of("P1"), of("P2"), of("P3"), of("P3", title="Bo")])
    assert [one.words for one in said] == [
        "P1, P2 and P3 no longer page the CTO", "P3 no longer pages Bo",
    ]  # fmt: skip


def test_what_is_lost_is_not_said_together_with_what_is_not() -> None:
    said = said_together([of("P1", lost=True), of("P2")])
    assert len(said) == 2
    assert losses(said) == (Change(CHAIN, "P1 no longer pages the CTO", lost=True),)
