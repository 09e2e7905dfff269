"""What a line below the title says of the document, with labels and without."""

import pytest

from runcard.domain.playbooks.document.self_statements import statements_in
from runcard.domain.playbooks.vocabulary import Vocabulary


def said(line: str, words: Vocabulary) -> dict[str, str]:
    return {concept: text.text for concept, text in statements_in(line, 3, words)}


def test_a_value_ends_with_its_sentence(words: Vocabulary) -> None:
    line = "owner: deck-crew. pages go to `#deck`. write down what is missing."
    assert said(line, words) == {"owner": "deck-crew"}


def test_beside_a_version_a_team_and_a_state_need_no_label(words: Vocabulary) -> None:
    line = "Equipo de cubierta. Versión 0.9, borrador. Actualizado el 2 de mayo de 2026."
    assert said(line, words) == {
        "owner": "Equipo de cubierta",
        "version": "0.9",
        "status": "borrador",
        "last_updated": "2 de mayo de 2026",
    }


def test_without_a_stamp_a_team_is_only_a_team(words: Vocabulary) -> None:
    assert said("The deck team. They are four, in draft.", words) == {}


def test_the_dot_of_an_initial_belongs_to_the_name(words: Vocabulary) -> None:
    assert said("Last reviewed: 2026-02-03 by Amara O.", words)["reviewed_by"] == "Amara O."
    assert said("Verantwortlich: J. R.", words) == {"owner": "J. R."}
    assert said("Owner: deck team.", words) == {"owner": "deck team"}
    assert said("Reviewed by A. Quill. Tea is hot.", words) == {"reviewed_by": "A. Quill"}


def test_a_word_within_a_word_names_nobody(words: Vocabulary) -> None:
    line = "Last review 2 May 2026 (after the stand-by test). Version 3."
    assert said(line, words) == {"last_reviewed": "2 May 2026", "version": "3"}


def test_a_day_beside_the_version_is_its_own(words: Vocabulary) -> None:
    assert said("Version 2.1, 3. Mai 2026", words)["last_updated"] == "3. Mai 2026"
    assert said("Versión 4 (2 de mayo de 2026)", words)["last_updated"] == "2 de mayo de 2026"
    assert said("Version 2, 3 cups", words) == {"version": "2"}


def test_the_next_review_may_stand_behind_how_often_there_is_one(words: Vocabulary) -> None:
    line = "Revised: 3 Nov 2030 (deck). Reviewed every half year, next: May 2031."
    assert said(line, words) == {"last_updated": "3 Nov 2030", "next_review": "May 2031"}
    assert said("Version 2. Review: every six months.", words) == {"version": "2"}


def test_when_it_is_reviewed_next_may_be_a_period(words: Vocabulary) -> None:
    assert said("Next review: every six months", words) == {"next_review": "every six months"}
    assert said("Nächste Prüfung: jährlich", words) == {"next_review": "jährlich"}
    assert said("Last review: quarterly", words) == {}
    assert said("Review: yearly", words) == {}


def test_a_state_that_is_a_day(words: Vocabulary) -> None:
    line = "State: 2031-02-03, version 1.8"
    assert said(line, words) == {"last_updated": "2031-02-03", "version": "1.8"}
    assert said("State: draft, version 1.8", words)["status"] == "draft"


def test_a_blank_signature_reviews_nothing(words: Vocabulary) -> None:
    line = "Version 3, 2 May 2031. Approved by: {}"
    assert said(line.format("____"), words)["last_updated"] == "2 May 2031"
    assert said(line.format("Wren"), words)["last_reviewed"] == "2 May 2031"


def test_a_version_ends_behind_its_bracket_and_a_channel_is_no_label(words: Vocabulary) -> None:
    assert said("Revision: 12 (May 2031). Older pages: `deck-v1`", words) == {
        "version": "12 (May 2031)"
    }
    assert said("Owner: Deck crew (`#team-deck`)", words) == {"owner": "Deck crew (`#team-deck`)"}


def test_a_longer_label_names_something_else(words: Vocabulary) -> None:
    assert said("Review routine: after each S1 or S2", words) == {}
    assert said("Review: after 3 May 2031", words) == {"next_review": "after 3 May 2031"}


def test_what_is_created_without_a_day_names_its_author(words: Vocabulary) -> None:
    assert said("作成：製氷組", words) == {"owner": "製氷組"}
    assert said("Created: 3 May 2031", words) == {"created": "3 May 2031"}
    assert said("Created: DD.MM.YYYY", words) == {"created": "DD.MM.YYYY"}
    assert said("Created: [date]", words) == {"created": "[date]"}


@pytest.mark.parametrize("label", ["评审人", "評審人", "承認"])
def test_who_read_it_through_in_east_asia(label: str, words: Vocabulary) -> None:
    assert said(f"{label}：王", words) == {"reviewed_by": "王"}


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Review cycle: yearly (next review: 3 May 2031)", "3 May 2031"),
        ("Turnus: jährlich (nächste Prüfung: 3. Mai 2031), bei Bo", "3. Mai 2031"),
        ("周期：每年（下次评审：2031-05-03）", "2031-05-03"),
        ("Next review: 3 May 2031 (a Saturday)", "3 May 2031"),
    ],
)
def test_what_is_said_in_a_parenthesis_ends_with_it(
    line: str, value: str, words: Vocabulary
) -> None:
    assert dict(statements_in(line, 1, words))["next_review"].text == value


@pytest.mark.parametrize(
    ("line", "owner"),
    [("Version 2, mise à jour le 3 mai 2031. Page tenue par l'équipe Quai. Relire en juin.",
      "l'équipe Quai"),
     ("Seitenverantwortlich: Team Hafen", "Team Hafen"), ("ページ管理者：製氷組", "製氷組"),
     ("This page is kept by the night crew. Version 3.", "night crew"),
     ("Página mantida pela equipe Cais. Versão 2.", "equipe Cais"),
     ("Responsable de la página: Equipo Muelle", "Equipo Muelle"),
     ("This page is kept short. Version 3.", None), ("La page est tenue à jour.", None)],
)  # fmt: skip
def test_who_keeps_the_page(line: str, owner: str | None, words: Vocabulary) -> None:
    assert said(line, words).get("owner") == owner


def test_how_often_stands_behind_the_next_review(words: Vocabulary) -> None:
    line = "Next review: 4 May 2031 (every year)"
    assert said(line, words) == {"next_review": "4 May 2031 (every year)"}
    line = "Nächste Prüfung: 2031-05-04 (jährlich)"
    assert said(line, words) == {"next_review": "2031-05-04 (jährlich)"}
    assert said("Next review: 4 May 2031 (Ada)", words) == {"next_review": "4 May 2031"}
    assert said("Last reviewed: 4 May 2031 (yearly)", words) == {"last_reviewed": "4 May 2031"}


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Status: in force, team drill pending", "in force, team drill pending"),
        ("Status: draft, review open", "draft, review open"),
        ("Status: draft, team Larch", "draft"),
        ("Status: draft, version 4", "draft"),
        ("Status: draft, last updated: 4 May 2031", "draft"),
    ],
)
def test_a_comma_in_what_is_said_of_the_state(line: str, status: str, words: Vocabulary) -> None:
    assert said(line, words)["status"] == status


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Ansprechperson: Teeküche (Uta)", {"owner": "Teeküche (Uta)"}),
        ("文件負責人：茶水組", {"owner": "茶水組"}),
        ("Last looked at: May 2031, after the flood", {"last_reviewed": "May 2031"}),
        ("Letzter Blick in den Kessel: Mai 2031", {}),
        ("Tea served at: May 2031", {}),
    ],
)
def test_who_is_asked_and_when_it_was_looked_at(
    line: str, told: dict[str, str], words: Vocabulary
) -> None:
    found = said(line, words)
    assert {name: value.split(",")[0] for name, value in found.items()} == told


@pytest.mark.parametrize(
    ("line", "updated"),
    [
        ("Stand: Wintersaison, geändert am 12.12.2031", "12.12.2031"),
        ("Stand: Saison 2031/32, geändert am 12.12.2031", "12.12.2031"),
        ("Last updated: winter fair, changed on 4 May 2031", "4 May 2031"),
        ("Stand: Wintersaison 2031/32", "Wintersaison 2031/32"),
        ("Stand: 12.12.2031", "12.12.2031"),
    ],
)
def test_a_day_behind_a_season_is_the_better(line: str, updated: str, words: Vocabulary) -> None:
    assert said(line, words) == {"last_updated": updated}
