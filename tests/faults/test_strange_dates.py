"""R-44: leap seconds, 2038, the end of time: any date is taken, or refused in words."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from runcard.adapters.registry import plugins
from runcard.testing.contracts import it_reads_or_says_invalid
from runcard.testing.house import HouseForTests

STRANGE = [
    "2016-12-31T23:59:60Z", "2038-01-19T03:14:08Z", "2106-02-07T06:28:16Z",
    "9999-12-31T23:59:59Z", "9999-12-31T23:59:59.999999999-14:00", "0001-01-01T00:00:00Z",
    "0001-01-01T00:00:00+14:00", "0000-00-00T00:00:00Z", "1970-01-01T00:00:00Z",
    "2026-02-29T12:00:00Z", "+275760-09-13T00:00:00Z", "2026-11-21T24:00:00Z",
    "2026-11-21T03:00:00+99:99", "2026-11-21", "", "never", "²⁰²⁶-11-21T03:00Z",
]  # fmt: skip
NUMBERS = [-1, 0, 2**31, 2**63, 10**30, -(10**30), 1e308, 253402300800]
DATES = st.one_of(
    st.sampled_from(STRANGE),
    st.datetimes().map(lambda moment: moment.isoformat() + "Z"),
    st.from_regex(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,12})?(Z|[+-]\d{2}:\d{2})?"),
    st.sampled_from(NUMBERS),
)


def alertmanager(starts: object, ends: object, name: str = "Gate") -> bytes:
    alert = {
        "status": "firing", "labels": {"alertname": name}, "annotations": {},
        "startsAt": starts, "endsAt": ends, "fingerprint": name,
    }  # fmt: skip
    said = {
        "version": "4",
        "groupKey": name,
        "status": "firing",
        "receiver": "r",
        "alerts": [alert],
    }
    return json.dumps(said).encode()


def generic(starts: object, ends: object) -> bytes:
    said = {"title": "Gate", "state": "firing", "starts_at": starts, "ends_at": ends}
    return json.dumps(said).encode()


@settings(max_examples=60, deadline=None)
@given(starts=DATES, ends=DATES)
def test_any_date_is_read_or_said_to_be_invalid(starts: object, ends: object) -> None:
    intakes = plugins("intake")
    for kind, payload in (("alertmanager", alertmanager), ("generic", generic)):
        it_reads_or_says_invalid(intakes[kind](), payload(starts, ends))


def test_what_is_read_can_be_kept_and_pages_somebody(house: HouseForTests) -> None:
    intake = plugins("intake")["alertmanager"]()
    kept = 0
    for number, date in enumerate([*STRANGE, *NUMBERS]):
        body = alertmanager(date, "0001-01-01T00:00:00Z", name=f"Gate {number}")
        for signal in it_reads_or_says_invalid(intake, body) or []:
            recorded = house.arrive(signal)
            house.work()
            assert recorded[0].incident_id is not None
            assert house.paged(recorded[0].incident_id) == ["ada"], date
            house.arrive(house.cleared(signal))
            kept += 1
    assert kept >= 5, "some of them are dates"
