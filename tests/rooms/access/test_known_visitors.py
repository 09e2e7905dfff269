"""Whoever came in since the start, for while nobody can be asked."""

from datetime import UTC, datetime, timedelta

from runcard.domain.access.known_visitors import MOST, KnownVisitors
from runcard.domain.access.model import Visitor
from runcard.domain.access.rules import ending_of
from runcard.kernel.actor import Person
from runcard.kernel.permission import Permission

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
ADA = Visitor(Person("ada", frozenset({Permission.RESPOND})))
BO = Visitor(Person("bo", frozenset()), ends_at=NOW + timedelta(hours=1))


def both() -> KnownVisitors:
    known = KnownVisitors()
    known.keep("d1", ADA, age=known.age)
    known.keep("d2", BO, age=known.age)
    return known


def test_who_came_in_is_known_by_the_same_token_until_it_ends() -> None:
    known = both()
    assert (known.last("d1", NOW), known.last("d2", NOW), known.last("d3", NOW)) == (ADA, BO, None)
    assert known.last("d2", NOW + timedelta(hours=1)) is None


def test_a_name_whose_tokens_are_revoked_is_forgotten_and_others_are_not() -> None:
    known = both()
    known.forget({"install", ending_of("ada")})
    assert (known.last("d1", NOW), known.last("d2", NOW)) == (None, BO)


def test_a_look_up_that_began_before_a_revocation_is_not_kept() -> None:
    known = both()
    before = known.age
    known.forget({ending_of("cy")})
    known.keep("d3", ADA, age=before)
    assert known.last("d3", NOW) is None


def test_only_those_that_are_still_good_stay_as_they_are_today() -> None:
    known = both()
    asked = known.digests
    known.keep("d3", ADA, age=known.age)
    reader = Visitor(Person("bo", frozenset({Permission.READ})))
    known.confirm(asked, {"d2": reader, "d4": ADA})
    assert [known.last(f"d{number}", NOW) for number in (1, 2, 3, 4)] == [None, reader, ADA, None]


def test_one_that_is_expected_takes_nobodys_place() -> None:
    known = both()
    known.expect("d1", BO)
    known.expect("d3", BO)
    assert (known.last("d1", NOW), known.last("d3", NOW)) == (ADA, BO)
    known.drop("d3")
    assert known.digests == ("d1", "d2")


def test_it_never_grows_without_end() -> None:
    known = KnownVisitors()
    for number in range(MOST + 1):
        known.keep(f"d{number}", ADA, age=known.age)
    assert known.digests == (f"d{MOST}",)
