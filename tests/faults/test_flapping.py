"""R-25: an alert that comes and goes is one incident and few calls, but it is called about."""

from datetime import timedelta

from runcard.testing.house import HouseForTests
from tests.engine.conftest import SEV1
from tests.figures import Figures

PAIRS = 1000
IN_SECONDS = 600
MOST_PAGES = 3


def flap(house: HouseForTests, pairs: int, seconds: float, title: str = "Bow door") -> str:
    """It fires, it clears, over and over; each time is a new occurrence of one group."""
    half = timedelta(seconds=seconds / pairs / 2).total_seconds()
    incident = ""
    for number in range(pairs):
        fired = house.signal(title, labels=SEV1, fingerprint=f"{title} {number}", group_key=title)
        incident = house.arrive(fired)[0].incident_id or ""
        house.forward(seconds=half)
        house.arrive(house.cleared(fired))
        house.forward(seconds=half)
    return incident


def test_a_thousand_times_in_ten_minutes_are_one_incident_and_three_pages(
    house: HouseForTests, figures: Figures
) -> None:
    pairs = PAIRS if house.house.db.engines.is_embedded else PAIRS // 10
    incident = flap(house, pairs, IN_SECONDS)
    pages = len(house.phone.sent)
    figures.keep("R-25", pairs=pairs, pages=pages, database=house.house.db.engines.writing.name)
    assert house.brief(incident).incident.name == "INC-1"
    assert 0 < pages <= MOST_PAGES
    assert {message.link.rpartition("/")[2] for message in house.phone.sent} == {"INC-1"}


def test_the_first_time_it_comes_back_somebody_is_called_at_once(house: HouseForTests) -> None:
    flap(house, pairs=1, seconds=60)
    assert len(house.phone.sent) == 1
    flap(house, pairs=1, seconds=60)
    assert len(house.phone.sent) == 2


def test_what_stays_after_it_came_and_went_is_called_about(house: HouseForTests) -> None:
    flap(house, pairs=5, seconds=100)
    before = len(house.phone.sent)
    house.arrive(house.signal("Bow door", labels=SEV1, fingerprint="stays", group_key="Bow door"))
    house.forward(minutes=5)
    assert len(house.phone.sent) == before + 1, "within five minutes, though it was called just now"


def test_what_was_quiet_for_a_while_is_called_about_at_once(house: HouseForTests) -> None:
    flap(house, pairs=5, seconds=100)
    before = len(house.phone.sent)
    house.forward(minutes=10)
    house.alert("Bow door", labels=SEV1, fingerprint="new", group_key="Bow door")
    assert len(house.phone.sent) == before + 1
