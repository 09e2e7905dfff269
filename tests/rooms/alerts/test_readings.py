"""Thresholds of a document and the numbers of an alert."""

import pytest

from runcard.domain.alerts.readings import (
    Reading,
    Threshold,
    readings_in,
    thresholds_in,
    values_among,
)


@pytest.mark.parametrize(
    ("said", "number", "unit", "is_upper"),
    [
        ("High error rate (>5%)", 5.0, "%", True),
        ("p99 > 2000ms", 2.0, "s", True),
        ("more than 1 hour behind", 3600.0, "s", True),
        ("free space below 10 %", 10.0, "%", False),
        ("lag ≥ 1,5 min", 90.0, "s", True),
        ("for 10+ minutes", 600.0, "s", True),
        ("超过 5%", 5.0, "%", True),
        ("over 100 connections", 100.0, "", True),
    ],
)
def test_a_threshold_is_read(said: str, number: float, unit: str, is_upper: bool) -> None:
    assert thresholds_in(said) == (Threshold(number, unit, is_upper),)


def test_a_line_without_a_bound_has_no_threshold() -> None:
    assert thresholds_in("Failed backups on p99") == ()


@pytest.mark.parametrize(
    ("reading", "holds"),
    [
        (Reading(6, "%"), True), (Reading(5, "%"), True), (Reading(4, "%"), False),
        (Reading(0.07, ""), True), (Reading(0.02, ""), False), (Reading(7, ""), True),
        (Reading(7, "s"), None),
    ],
)  # fmt: skip
def test_a_threshold_holds_for_a_reading_of_its_kind(reading: Reading, holds: bool | None) -> None:
    assert Threshold(5, "%", is_upper=True).holds([reading]) is holds


def test_one_reading_beyond_the_bound_is_enough() -> None:
    assert Threshold(10, "%", is_upper=False).holds([Reading(40, "%"), Reading(3, "%")]) is True


def test_numbers_with_units_are_found_in_a_sentence() -> None:
    assert readings_in("rate is 7,3 % for 5 minutes on p99") == [
        Reading(7.3, "%"),
        Reading(300, "s"),
    ]


def test_an_alerts_own_value_has_no_unit() -> None:
    found = values_among({"value": "0.073", "summary": "12"}, {"current_value": "much"})
    assert found == [Reading(0.073, "")]
