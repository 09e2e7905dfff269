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
