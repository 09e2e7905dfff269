"""What gaps ask for, whom messages are for and when, and the head of a document, in every
language."""

import tomllib
from pathlib import Path

import pytest

from runcard.domain.playbooks.messages.fields import field_of
from runcard.domain.playbooks.vocabulary import Vocabulary

SPOKEN = tomllib.loads((Path(__file__).parent / "fields_spoken.toml").read_text("utf-8"))


def asked(table: str) -> list[tuple[str, str]]:
    return [(meaning, said) for meaning, spoken in SPOKEN[table].items()
            for names in spoken.values() for said in names]  # fmt: skip


def test_a_gap_asks_for_one_field(words: Vocabulary) -> None:
    wrong = [(meaning, said) for meaning, said in asked("fields")
             if words.fields.find(said) != meaning]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize("table", ["audiences", "moments"])
def test_whom_a_message_is_for_and_when(table: str, words: Vocabulary) -> None:
    known = getattr(words, table)
    assert [one for one in asked(table) if one[0] not in known.all(one[1])] == []


def test_the_head_of_a_document(words: Vocabulary) -> None:
    assert [one for one in asked("meta") if words.meta.exactly(one[1]) != one[0]] == []


@pytest.mark.parametrize(
    ("line", "token", "field"),
    [("Nächstes Update um {UHRZEIT_NAECHSTES}.", "{UHRZEIT_NAECHSTES}", "next_update_at"),
     ("Wieder da um {ZEIT}, nächste Meldung um {ZEIT2}", "{ZEIT}", "time"),
     ("Prochain point à {heure}.", "{heure}", "next_update_at"),
     ("Depuis {heure}, plus de thé.", "{heure}", "started_at"),
     ("次回の更新は{時刻}です。", "{時刻}", "next_update_at"),
     ("Behoben seit {Uhrzeit}", "{Uhrzeit}", "resolved_at"),
     ("Seit {UHRZEIT} kein Tee", "{UHRZEIT}", "started_at")],
)  # fmt: skip
def test_a_time_is_the_one_that_its_words_or_those_before_it_tell(
    line: str, token: str, field: str, words: Vocabulary
) -> None:
    assert field_of(token, line, line.index(token), words) == field


@pytest.mark.parametrize(
    ("token", "field"),
    [("[Specific kinds of data — names, berths]", "impact"),
     ("[list of all data, and of berths]", None),
     ("[what data was seen]", "impact"), ("[data da fuga]", "date"), ("[date of the leak]", "date"),
     ("[insert date]", "date"), ("[dia e data]", "date")],
)  # fmt: skip
def test_data_are_no_day(token: str, field: str | None, words: Vocabulary) -> None:
    assert field_of(token, token, 0, words) == field
