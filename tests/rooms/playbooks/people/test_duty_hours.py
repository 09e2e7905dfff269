"""The hours of duty in lines of running text, and the lines between them without a clock."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def test_lines_that_each_name_somebody_stay_together(words: Vocabulary) -> None:
    text = (
        "# Ship\n\n## Duty hours\n\nWeekdays 07:00-19:00 CET: harbour desk\n"
        "All other times: bosun\nHolidays: bosun\n"
    )
    hours = compile_playbook(text, words).hours
    assert hours is not None
    assert (hours.first_line, hours.last_line, hours.timezone) == (5, 7, "CET")
    assert len(hours.entries) == 3


def test_sentences_without_a_clock_are_no_hours(words: Vocabulary) -> None:
    text = "# Ship\n\n## Duty hours\n\nThe bosun is proud of it.\nDesk: 07:00-19:00 UTC\n"
    hours = compile_playbook(text, words).hours
    assert hours is not None
    assert hours.entries == ("Desk: 07:00-19:00 UTC",)


def test_a_section_of_hours_beats_a_line_below_the_title(words: Vocabulary) -> None:
    text = (
        "# On-call of the ship\n\nReports are due at 10:00.\n\n## Duty hours\n\n"
        "- Weekdays 07:00-19:00: bosun\n- Nights: mate\n\nAll times are UK local time.\n"
    )
    hours = compile_playbook(text, words).hours
    assert hours is not None
    assert (hours.first_line, hours.last_line, hours.timezone) == (7, 8, "UK local time")


def test_watches_under_a_heading_of_the_house(words: Vocabulary) -> None:
    head = "# Ship\n\n## Watches\n\n| Watch | Hours | By |\n|---|---|---|\n"
    rows = "| Day | 06:00–18:00 | crew |\n| Night | 18:00–06:00 | bosun on call |\n"
    hours = compile_playbook(head + rows, words).hours
    assert hours is not None
    assert (hours.first_line, hours.last_line) == (7, 8)
    windows = "| Backup | 01:00–02:00 | cron |\n| Load | 02:00–05:00 | cron |\n"
    assert compile_playbook(head + windows, words).hours is None


def test_zones_in_words(words: Vocabulary) -> None:
    for zone in (
        "Hora peninsular", "horário de Brasília", "UK local time", "heure de Paris", "Ortszeit",
        "Hamburger Ortszeit", "Ora locale", "Hora local de Lima", "heure locale de Lyon",
        "日本標準時",
    ):  # fmt: skip
        text = f"# Ship\n\n## On-call\n\n- Weekdays 07:00-19:00: bosun\n\n{zone}.\n"
        hours = compile_playbook(text, words).hours
        assert hours is not None
        assert hours.timezone == zone


def test_the_clock_of_the_hand_over_is_no_duty(words: Vocabulary) -> None:
    text = (
        "# Ship\n\n## Duty roster\n\n- Weekdays 07:00-19:00: bosun\n- Nights: mate\n\n"
        "We sail on UTC. Hand-over is on Monday at 07:00.\n"
    )
    hours = compile_playbook(text, words).hours
    assert hours is not None
    assert (hours.first_line, hours.last_line, hours.timezone) == (5, 6, "UTC")


def test_shifts_in_lines(words: Vocabulary) -> None:
    for heading in ("Shifts", "Schichtplan", "Cuadrante", "シフト表"):
        text = f"# Ship\n\n## {heading}\n\nEarly: 06:00-14:00 bosun\nLate: 14:00-22:00 mate\n"
        hours = compile_playbook(text, words).hours
        assert hours is not None
        assert len(hours.entries) == 2
