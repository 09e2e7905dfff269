"""Which texts hold a time of the day, and which words are a zone."""

import pytest

from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.people.duty_zones import STRETCH, has_clock, zone_in
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    "text",
    ["06:30 bosun", "6h30 bosun", "9am to 5pm", "24/7", "ab 6 Uhr", "de 18 h à 8 h",
     "alle 7 h", "das 8h às 18h", "22時から", "全天 8点"],
)  # fmt: skip
def test_a_time_of_the_day_is_a_clock(text: str) -> None:
    assert has_clock(text)


@pytest.mark.parametrize("text", ["takes about 3 h", "within 2 h", "SEV1", "12 cups", "in 4 hours"])
def test_a_length_of_time_is_no_clock(text: str) -> None:
    assert not has_clock(text)


@pytest.mark.parametrize(("head", "is_one"), [
    ("00–08", True), ("8-16 h", True), ("16:00–24:00", True), ("6 am - 2 pm", True),
    ("Week 1-2 of May", False), ("Day", False), ("8", False),
])  # fmt: skip
def test_a_head_may_be_a_stretch_of_the_day(head: str, is_one: bool) -> None:
    assert (STRETCH.fullmatch(head) is not None) is is_one


@pytest.mark.parametrize(("said", "zone"), [
    ("07:00-19:00 Oslo time", "Oslo time"), ("07:00-19:00 (Asia/Tokyo)", "Asia/Tokyo"),
    ("Horários de Lisboa, 07h-19h.", "Horários de Lisboa"),
    ("07:00 a 19:00, hora del Pacífico", "hora del Pacífico"),
    ("7 h - 19 h (heures de Bruxelles)", "heures de Bruxelles"),
    ("7 h - 19 h, heure du Pacifique", "heure du Pacifique"),
    ("| Dia | Horários de Plantão |\n|---|---|\n| sáb | 8h-18h |", None),
    ("### Horários de Plantão\n\nDas 8h às 18h", None),
    ("Alle in Wiener Ortszeit", "Wiener Ortszeit"),
    ("7 bis 19 Uhr (Ortszeit Graz)", "Ortszeit Graz"),
    ("7 bis 19 Uhr, Ortszeit in Graz, täglich", "Ortszeit in Graz"),
    ("7 bis 19 Uhr Ortszeit Montag bis Freitag", "Ortszeit"),
    ("07:00-19:00, local time in Bergen", "local time in Bergen"),
    ("07:00-19:00 local time", "local time"), ("heures du service : 7 h - 19 h", None),
    ("De 7h00 à 19h00, heure belge.", "heure belge"), ("9:00-18:00（东八区）", "东八区"),
    ("7:00 bis 19:00 Uhr (deutscher Zeit)", "deutscher Zeit"),
    ("07:00-19:00 (hora del centro)", "hora del centro"),
    ("07:00-19:00 (hora del relevo)", None), ("De 7h à 19h, bière belge", None),
    ("Response time: 07:00-19:00", None), ("Übrige Zeit: Bootsmann", None),
    ("8 h – 18 h, heure de l'est", "heure de l'est"),
    ("8–18 Uhr, mitteleuropäische Zeit", "mitteleuropäische Zeit"),
    ("以下均为东八区时间", "东八区时间"),
    ("07:00-19:00, horário oficial", "horário oficial"), ("時刻は本社時間", "本社時間"),
    ("lunes a las 10:00 (hora CDMX)", "hora CDMX"),
    ("07:00-19:00 central desk", None), ("hora de entrada: 07:00", None),
])  # fmt: skip
def test_a_zone_is_not_any_time(said: str, zone: str | None, words: Vocabulary) -> None:
    page = outline(f"# Ship\n\n## Duty\n\n{said}\n")
    duty = next(one for one in page.sections if one.title == "Duty")
    assert zone_in(page, duty, words) == zone
