"""Sources seen a moment ago."""

from datetime import UTC, datetime, timedelta

from runcard.domain.access.known_sources import MOST, REMEMBERED, KnownSources
from runcard.domain.access.model import Source
from runcard.kernel.actor import Integration

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
PROM = Source("prom", "alertmanager", Integration("prom", frozenset()))


def test_a_source_is_known_for_a_moment_and_no_longer() -> None:
    known = KnownSources()
    known.keep("d1", PROM, NOW, age=known.age)
    assert known.find("d1", NOW + REMEMBERED - timedelta(microseconds=1)) == PROM
    assert known.find("d1", NOW + REMEMBERED) is None
    assert known.find("d2", NOW) is None


def test_all_is_forgotten_when_a_key_changes() -> None:
    known = KnownSources()
    known.keep("d1", PROM, NOW, age=known.age)
    known.forget()
    assert known.find("d1", NOW) is None


def test_a_look_up_that_began_before_a_key_changed_is_not_kept() -> None:
    known = KnownSources()
    before = known.age
    known.forget()
    known.keep("d1", PROM, NOW, age=before)
    assert known.find("d1", NOW) is None


def test_it_never_grows_without_end() -> None:
    known = KnownSources()
    for number in range(MOST + 1):
        known.keep(f"d{number}", PROM, NOW, age=known.age)
    assert known.find("d0", NOW) is None
    assert known.find(f"d{MOST}", NOW) == PROM


def test_one_that_is_expected_is_good_only_while_nobody_can_be_asked() -> None:
    known = KnownSources()
    known.expect("d1", PROM)
    assert (known.find("d1", NOW), known.last("d1"), known.last("d2")) == (None, PROM, None)
    known.keep("d1", PROM, NOW, age=known.age)
    known.expect("d1", PROM)
    assert known.find("d1", NOW) == PROM
