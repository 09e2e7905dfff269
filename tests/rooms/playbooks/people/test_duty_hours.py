"""The hours of duty in lines of running text, and the lines between them without a clock."""

import pytest

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


@pytest.mark.parametrize(
    ("heading", "said"),
    [("Who carries the pager", "The bosun from Monday 08:00 to Monday 08:00."),
     ("Follow the sun", "Perth 22:00-06:00, Cork 06:00-14:00; that town is on duty."),
     ("Support hours", "SEV1 at any time, SEV3 from 9am to 5pm."),
     ("Erreichbarkeit", "Werktags 7–19 Uhr Bootsmann, sonst die Bereitschaft."),
     ("Horario de atención", "De 8:00 a 20:00 atiende el técnico de guardia."),
     ("Nights and holidays", "From 18:00 to 06:00 the mate is on duty."),
     ("夜間・休日", "18:00〜翌6:00は当番が対応する。"),
     ("Wer hat Dienst?", "Von 6:00 bis 22:00 der Bootsmann.")],
)  # fmt: skip
def test_headings_of_many_kinds(heading: str, said: str, words: Vocabulary) -> None:
    hours = compile_playbook(f"# Ship\n\n## {heading}\n\n{said}\n", words).hours
    assert hours is not None
    assert (hours.line, hours.first_line) == (3, 5)


@pytest.mark.parametrize(
    ("heading", "said"),
    [("Schedule of the galley broken", "Dump at 03:00 to the tape."),
     ("Horaires du musée", "Ouvert de 10 h à 18 h."),
     ("Rebuild the standby", "Last resort; from 02:00 to 04:00 it is quiet."),
     ("Opening hours", "Monday to Friday 8:00-17:00."),
     ("Log rotation", "Weekly, Sunday at 03:00."),
     ("Meetings", "Weekly sync: Monday 10:00.")],
)  # fmt: skip
def test_other_hours_are_no_duty(heading: str, said: str, words: Vocabulary) -> None:
    assert compile_playbook(f"# Ship\n\n## {heading}\n\n{said}\n", words).hours is None


def test_a_rota_of_weeks_counts_where_no_clock_stands(words: Vocabulary) -> None:
    rota = "| Week | Bosun |\n|---|---|\n| 2 Mar | Ada |\n| 9 Mar | Bo |\n\nHand-over at 09:30.\n"
    hours = compile_playbook(f"# Ship\n\n## Rota\n\n{rota}", words).hours
    assert hours is not None
    assert (hours.first_line, hours.last_line, len(hours.entries)) == (7, 8, 2)


def test_a_hand_over_counts_where_nothing_else_is_told(words: Vocabulary) -> None:
    text = "# Ship\n\n## On-call\n\nTwo mates, one week each, handover Tuesday 10:00 UTC.\n"
    hours = compile_playbook(text, words).hours
    assert hours is not None
    assert (hours.first_line, hours.timezone) == (5, "UTC")


def test_a_heading_below_duty_may_be_about_nothing(words: Vocabulary) -> None:
    head = "# Ship\n\n## On-call\n\nRead this.\n\n### When is it me?\n\n"
    hours = compile_playbook(head + "Thursday 14:00 to Thursday 14:00.\n", words).hours
    assert hours is not None
    assert hours.line == 7


def test_hours_and_duty_in_two_sentences(words: Vocabulary) -> None:
    for said in (
        "The deck is there 08:30–17:30 on working days. Outside of that somebody is on call.",
        "Werktags 8:00–17:00 ist die Brücke besetzt. Sonst hat die Bereitschaft das Telefon.",
    ):
        hours = compile_playbook(f"# Ship\n\n## Watch times\n\n{said}\n", words).hours
        assert hours is not None
        assert len(hours.entries) == 2


ROLES = (
    "## {title}\n\n- **Bosun**: leads, hands over on Monday 10:00\n- **Purser**: tells the guests\n"
    "- **Cook**: feeds all\n"
)


@pytest.mark.parametrize(
    ("title", "count"),
    [("Roles and rota", 1), ("Rollen und Bereitschaft", 1), ("On-call", 3)],
)
def test_among_roles_only_what_tells_when_is_an_hour_of_duty(
    title: str, count: int, words: Vocabulary
) -> None:
    hours = compile_playbook(f"# Ship\n\n{ROLES.format(title=title)}", words).hours
    assert hours is not None
    assert len(hours.entries) == count


def test_hours_of_trade_below_the_title_are_none_of_duty(words: Vocabulary) -> None:
    title = "# On-call guide of the bakery\n\n"
    trade = "Bread is sold at two peaks, breakfast (06:30–09:00) and supper (17:00–19:30).\n"
    duty = "The duty baker watches from 06:30 to 19:30.\n"
    assert compile_playbook(title + trade, words).hours is None
    assert compile_playbook(title + duty, words).hours is not None
