"""People whom a sentence calls: known to a list or not, awake or not."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LIST = "\n\n## Contacts\n\n- Porter: 0141 496 0100\n- Mate: 0141 496 0101\n"


def codes(page: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(page, words)}


@pytest.mark.parametrize(
    ("says", "more", "is_lost"),
    [
        ("Call the safety officer at once.", "", True),
        ("Call the safety officer at once.", "- Safety officer: 0141 496 0102\n", False),
        ("Call the safety officer (SAO) at once.", "- SAO: 0141 496 0102\n", False),
        ("Dann den Krisenstab informieren.", "", False),
        ("Prévenir le directeur technique.", "", True),
        ("Avisar al jefe de muelle.", "", True),
        ("Si chiama il direttore tecnico.", "", True),
        ("Ligar para o gerente de turno.", "", True),
        ("The on-call engineer is the lead by default.", "", False),
        ("Informar dentro do limite legal.", "", False),
        ("The safety officer wrote this.", "", False),
    ],
)
def test_who_is_called_stands_in_the_list(
    says: str, more: str, is_lost: bool, words: Vocabulary
) -> None:
    assert ("RC412" in codes(f"# Gates\n\n## Flood\n\n{says}{LIST}{more}", words)) is is_lost


def test_without_a_list_nobody_is_missed_in_it(words: Vocabulary) -> None:
    assert "RC412" not in codes("# Gates\n\nCall the safety officer at once.\n", words)


@pytest.mark.parametrize(
    ("says", "way", "is_asleep"),
    [
        ("Page the tide office.", "tide@lock.example.org", True),
        ("Page the tide office.", "tide@lock.example.org, 0141 496 0102", False),
        ("Tell the tide office.", "tide@lock.example.org", False),
        ("The tide office must know at once.", "0141 496 0102, office hours", True),
        ("The tide office must know tomorrow.", "0141 496 0102, office hours", False),
        ("The tide office must know at once.", "0141 496 0102, 24/7", False),
    ],
)
def test_who_is_called_at_night_is_not_reached_by_mail(
    says: str, way: str, is_asleep: bool, words: Vocabulary
) -> None:
    page = f"# Gates\n\n## Flood\n\n{says}{LIST}- Tide office: {way}\n"
    assert ("RC405" in codes(page, words)) is is_asleep


def test_where_the_verb_comes_last_the_name_stands_before_it(words: Vocabulary) -> None:
    page = f"# Tore\n\n## Flut\n\nDas Pegelamt anrufen.{LIST}- Pegelamt: pegel@lock.example.org\n"
    assert "RC405" in codes(page, words)


def test_a_noun_in_another_cell_rings_nobody(words: Vocabulary) -> None:
    page = "# Port\n\n## Contacts\n\n- Pilot: 0141 496 0100\n- Customs: desk@port.example\n\n"
    row = "| Fault | Look at |\n|---|---|\n| {} | {} |\n"
    assert "RC405" not in codes(page + row.format("Slow pages", "Customs board"), words)
    assert "RC405" in codes(page + row.format("Lost cargo", "page Customs"), words)


@pytest.mark.parametrize(
    ("label", "is_asleep"),
    [("Email", False), ("Telefon", False), ("Tide office", True), ("Mail desk", True)],
)
def test_a_way_to_write_is_nobody_who_sleeps(
    label: str, is_asleep: bool, words: Vocabulary
) -> None:
    page = f"# Gates\n\n## Flood\n\nPage the {label}.{LIST}- {label}: tide@lock.example.org\n"
    assert ("RC405" in codes(page, words)) is is_asleep


@pytest.mark.parametrize(
    ("line", "is_called"),
    [
        ("| S1 | every 20 min on the notice page | Managing director |", False),
        ("| S1 | alle 20 Minuten anrufen | Geschäftsführer |", False),
        ("| S1 | page the managing director | porter |", True),
        ("| S1 | llamar al director general | portero |", True),
    ],
)
def test_who_stands_in_the_next_cell_is_not_rung(
    line: str, is_called: bool, words: Vocabulary
) -> None:
    page = f"# Gates\n\n## Flood\n\n| Sev | What | Who |\n|---|---|---|\n{line}\n{LIST}"
    assert ("RC412" in codes(page, words)) is is_called
