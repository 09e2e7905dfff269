"""What a document says of itself, in a line, a table or front matter."""

import pytest

from runcard.domain.playbooks.document.identity import meta_of
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

SAID = (
    ("---\nlast_updated: 2031-02-03\n---\n# T\n", {"last_updated": "2031-02-03"}),
    ("---\nultima_atualizacao: 2031-02-03\nproxima_revisao: maio\nfecha_de_creacion: 1\n---\n# T\n",
     {"last_updated": "2031-02-03", "next_review": "maio", "created": "1"}),
    ("# T\n\nOffice – confidential – Fassung vom 03.02.2031\n", {"last_updated": "03.02.2031"}),
    ("# T\n\n_Version 4 – zuletzt aktualisiert am 03.02.2031_\n",
     {"version": "4", "last_updated": "03.02.2031"}),
    ("# T\n\nMaintained by the **harbour crew**. Last updated: 2031-02-03.\n",
     {"owner": "harbour crew", "last_updated": "2031-02-03"}),
    ("# T\n\n| Versie | Datum | Volgende controle |\n|---|---|---|\n| 2 | 3 mei | juni |\n",
     {"version": "2", "last_updated": "3 mei", "next_review": "juni"}),
    ("# T\n\n* Version: 7\n* Next review: May 2031\n* Tea: black\n",
     {"version": "7", "next_review": "May 2031"}),
    ("# T\n\n| Paper | |\n|---|---|\n| Plan owner | Ann |\n| Date of last review | 3 May |\n",
     {"owner": "Ann", "last_reviewed": "3 May"}),
    ("# T\n\n> **Last revised:** 3 May 2031 by the crew\n", {"last_updated": "3 May 2031"}),
    ("# T\n\nRevision 7 of May 2031, reviewed by Ann\n",
     {"version": "7", "last_reviewed": "May 2031", "reviewed_by": "Ann"}),
    ("# T\n\n> **Estado:** ok · **Revisada por:** Ana\n", {"status": "ok", "reviewed_by": "Ana"}),
    ("# T\n\nFassung 4 vom 3. Mai 2031\n", {"version": "4", "last_updated": "3. Mai 2031"}),
    ("# T\n\nVersion 7, approved by the board on 3 May 2031\n",
     {"version": "7", "reviewed_by": "board", "last_reviewed": "3 May 2031"}),
    ("# T\n\n| Version | 2 |\n|---|---|\n\n## A\n\nb\n\n---\nVersion 1\n", {"version": "2"}),
    ("# T\n\nVersion 0.4\nDatum: 03.02.2031\n", {"version": "0.4", "last_updated": "03.02.2031"}),
    ("# T\n\nDatum: 03.02.2031\n", {}),
    ("# T\n\nFassung 2. Die nächste Prüfung ist im Mai 2031 oder nach einer Flut.\n",
     {"version": "2", "next_review": "Mai 2031"}),
    ("# T\n\nrev 2031-02-03.\n", {"last_updated": "2031-02-03"}),
    ("# T\n\nVersion 2031-02-03\n", {"version": "2031-02-03"}),
    ("# T\n\n**Geprüft am:** 3. Mai 2031, jährlich. **Version:** 2\n",
     {"last_reviewed": "3. Mai 2031", "version": "2"}),
    ("# T\n\nVersion 2 - mise à jour 2031/02/03 - auteurs : le bar\n",
     {"version": "2", "last_updated": "2031/02/03", "owner": "le bar"}),
    ("# T\n\n| Eigner / Owner | Ann |\n|---|---|\n| Fassung / Version | 4 |\n",
     {"owner": "Ann", "version": "4"}),
    ("# T\n\n> **Owner / on duty:** Ann\n", {"owner": "Ann"}),
    ("# T\n\n| | |\n|---|---|\n| **Review cycle** | Yearly (next: 2031-05-04) |\n",
     {"next_review": "2031-05-04"}),
    ("# T\n\n| | |\n|---|---|\n| **Review cycle** | Yearly, in spring |\n", {}),
    ("# T\n\n| | |\n|---|---|\n| **Oven** | Yearly (next: 2031-05-04) |\n", {}),
    ("# T\n\nReviewed on 2030-05-04 (next: 2031-05-04)\n",
     {"last_reviewed": "2030-05-04", "next_review": "2031-05-04"}),
    ("# T\n\n| Version / Owner | Ann |\n|---|---|\n", {}),
    ("# T\n\n## Ovens\n\n## Up\n\nOwner: bakers\nLast updated: 2031\n\nNew:\n\n- a\n- b\n- c\n",
     {"owner": "bakers", "last_updated": "2031"}),
    ("# T\n\n## Öfen\n\n## Pflege\n\nVersion: 4\nVerantwortlich: Ann\n\n1. a\n2. b\n3. c\n",
     {"owner": "Ann", "version": "4"}),
    ("# T\n\n## Ovens\n\nhot\n\n## Upkeep\n\nOwner: the bakers\n\n- a\n- b\n", {}),
    ("# T\n\n## Scope\n\nOwner: the bakers. Review cadence: yearly. Last verified:\n2031.\n",
     {"owner": "the bakers"}),
    ("# T\n\n## Zweck\n\nVerantwortlich: Ann. Prüfzyklus: jährlich.\n", {"owner": "Ann"}),
    ("# T\n\n## Scope\n\nOwner: the bakers. Heat: high.\n", {}),
    ("# T\n\n## Scope\n\nOvens and pots.\n\nOwner: Ann. Drill cadence: yearly.\n", {}),
    ("# T\n\n## Ovens\n\nhot\n\n## Upkeep\n\nOwner: Ann\nVersion: 4\n\na\n\n- b\n\nc\n", {}),
    ("# T\n\n| Date | Change |\n|---|---|\n| 3 May | nothing |\n", {}),
)  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SAID)
def test_version_owner_and_dates(text: str, said: dict[str, str], words: Vocabulary) -> None:
    found = meta_of(outline(text), words)
    assert {name: value.text for name, value in found.items()} == said


def test_the_last_step_of_a_list_is_no_day(words: Vocabulary) -> None:
    steps = "# T\n\n1. **Moor:** tie the boat.\n2. **Review:** count the ropes.\n"
    assert meta_of(outline(steps), words) == {}
    facts = "# T\n\n- **Version:** 3\n- **Review:** May 2031\n"
    assert sorted(meta_of(outline(facts), words)) == ["next_review", "version"]


ENDING = "# T\n\n## Ropes\n\n1. Moor the boat\n\n---\n\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# T\n\n## For the night watch\n\n**Fassung:** 3\n**Stand:** 3. Mai 2031\n\n## A\n",
         {"version": "3", "last_updated": "3. Mai 2031"}),
        ("# T\n\n## For the night watch\n\n- Version: 3\n- Status: draft\n\n## A\n",
         {"version": "3", "status": "draft"}),
        ("# T\n\n## The lock\n\n**Status:** shut\n**Owner:** Ann\n\n## A\n", {}),
        ("# T\n\n## The lock\n\nTurn it.\n\n1. Left\n\n**Version:** 3\n\n## A\n", {}),
        ("# T\n\nAll about locks.\n\n## The pump\n\n**Version:** 3\n\n## A\n\nb\n", {}),
        (f"{ENDING}**About this page**:\n- **Version**: 3\n- **Owner**: the deck\n",
         {"version": "3", "owner": "the deck"}),
        (f"{ENDING}## Impressum\n\n- Stand: 3. Mai 2031\n- Leser: alle\n\n**Owner:** Ann\n",
         {"last_updated": "3. Mai 2031", "owner": "Ann"}),
        (f"{ENDING}- **Version**: 3\n- Tie the boat\n", {}),
        (f"{ENDING}- **Owner**: the deck\n- **Status**: shut\n", {}),
        ("# T\n\n**Estado:** borrador\n**Fecha:** 2031-05-03\n",
         {"status": "borrador", "last_updated": "2031-05-03"}),
        ("# T\n\n**Dueño:** Ana\n**Fecha:** 2031-05-03\n", {"owner": "Ana"}),
    ],
)  # fmt: skip
def test_statements_below_a_subtitle_and_in_the_last_list(
    text: str, said: dict[str, str], words: Vocabulary
) -> None:
    found = meta_of(outline(text), words)
    assert {name: value.text for name, value in found.items()} == said


@pytest.mark.parametrize(
    ("below", "said"),
    [
        (("## Locks\n\nTurn.\n\n---\n\n| 版 | 日付 | 変更した人 |\n|---|---|---|\n"
         "| 1.10 | 2031/05/03 | 早瀬 |\n| 1.9 | 2031/02/03 | 三枝 |\n\n次の見直し：2032年5月\n"),
         {"version": "1.10", "last_updated": "2031/05/03", "next_review": "2032年5月"}),
        (("## Verlauf\n\n| Version | Datum | Autor | Was |\n|---|---|---|---|\n"
         "| 2 | 3.2.2031 | Ann | Tor |\n| 3 | 3.5.2031 | Ben | Rad |\n"),
         {"version": "3", "last_updated": "3.5.2031"}),
        ("## Page\n\n| Date | Version | Status |\n|---|---|---|\n| 3 May 2031 | 3 | draft |\n",
         {"version": "3", "last_updated": "3 May 2031", "status": "draft"}),
        ("## Locks\n\n| Lock | Version | Date |\n|---|---|---|\n| North | 3 | 3 May 2031 |\n", {}),
        (("## Page\n\n| Version | Date | Who |\n|---|---|---|\n| 3 | 3 May | Ann |\n\n"
         "## Locks\n\nTurn.\n"), {}),
    ],
)  # fmt: skip
def test_the_newest_edition_of_the_last_table_is_what_one_reads(
    below: str, said: dict[str, str], words: Vocabulary
) -> None:
    found = meta_of(outline(f"# T\n\nAll.\n\n## A\n\nb\n\n## C\n\nd\n\n{below}"), words)
    assert {name: value.text for name, value in found.items()} == said


@pytest.mark.parametrize(
    ("line", "owner", "due"),
    [("Version: 4.1 ｜ Owner: Bee team ｜ Next review: before the 2031 harvest", "Bee team",
      "before the 2031 harvest"),
     ("版本：4.1 ｜ 维护人：养蜂组 ｜ 下次修订：2031 年采蜜季前", "养蜂组", "2031 年采蜜季前"),
     ("バージョン：4.1 │ 管理者：養蜂班 │ 次回改定：2031年春", "養蜂班", "2031年春")],
)  # fmt: skip
def test_a_wide_bar_is_a_bar(line: str, owner: str, due: str, words: Vocabulary) -> None:
    found = meta_of(outline(f"# Apiary\n\n> {line}\n\nBees.\n"), words)
    assert {key: text.text for key, text in found.items()} == {
        "version": "4.1", "owner": owner, "next_review": due,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("heads", "cells"),
    [("Version | Date | Author | State", "2.6 | 9 February 2031 | Bo Wax | Approved"),
     ("Fassung | Datum | Verfasser | Status", "2.6 | 9. Februar 2031 | Bo Wax | frei"),
     ("Versión | Fecha | Autor | Estado", "2.6 | 9 de febrero de 2031 | Bo Wax | Aprobado")],
)  # fmt: skip
def test_a_table_at_the_end_tells_the_version(heads: str, cells: str, words: Vocabulary) -> None:
    end = f"## Document control\n\n| {heads} |\n|---|---|---|---|\n| {cells} |\n"
    filler = "".join(f"## Part {one}\n\nBees.\n\n" for one in range(4))
    found = meta_of(outline(f"# Apiary\n\n{filler}{end}"), words)
    told = [one.strip() for one in cells.split("|")]
    known = [found[one].text for one in ("version", "last_updated", "owner", "status")]
    assert known == told


def test_such_a_table_may_stand_upright(words: Vocabulary) -> None:
    filler = "".join(f"## Part {one}\n\nBees.\n\n" for one in range(4))
    end = "## Control\n\n| Versão | 2.6 |\n|---|---|\n| Data | 9/2/2031 |\n| Estado | Aprovado |\n"
    found = meta_of(outline(f"# Apiary\n\n{filler}{end}"), words)
    assert {key: text.text for key, text in found.items()} == {
        "version": "2.6", "last_updated": "9/2/2031", "status": "Aprovado",
    }  # fmt: skip


CONTROL = """## Lenkung

| {0} | {1} |
|---|---|
| Version | 2.6 |
| {2} | Bo Wax |
| Status | frei |
| Nächste Prüfung | 9. Februar 2031 |

### Änderungen

Keine.
"""


def test_the_last_chapter_may_go_on_below_its_table(words: Vocabulary) -> None:
    filler = "".join(f"## Teil {one}\n\nBienen.\n\n" for one in range(4))
    control = CONTROL.format("Feld", "Angabe", "Verteiler")
    found = meta_of(outline(f"# Imkerei\n\n{filler}{control}"), words)
    assert {key: text.text for key, text in found.items()} == {
        "version": "2.6", "status": "frei", "next_review": "9. Februar 2031",
    }  # fmt: skip


def test_the_version_of_a_machine_is_not_that_of_the_document(words: Vocabulary) -> None:
    filler = "".join(f"## Teil {one}\n\nBienen.\n\n" for one in range(4))
    machine = "## Schleuder\n\n| Feld | Angabe |\n|---|---|\n| Version | 4 |\n| Drehzahl | 300 |\n"
    assert meta_of(outline(f"# Imkerei\n\n{filler}{machine}"), words) == {}


def test_a_table_at_the_end_without_a_version_is_of_something_else(words: Vocabulary) -> None:
    filler = "".join(f"## Part {one}\n\nBees.\n\n" for one in range(4))
    end = "## Hives\n\n| Owner | State |\n|---|---|\n| Bo Wax | empty |\n"
    assert meta_of(outline(f"# Apiary\n\n{filler}{end}"), words) == {}


def test_who_made_the_last_change_owns_nothing(words: Vocabulary) -> None:
    filler = "".join(f"## Part {one}\n\nBees.\n\n" for one in range(4))
    row = "| 1.0 | 2031-02-09 | Bo Wax | First draft |\n"
    end = f"## History\n\n| Version | Date | Author | Changes |\n|---|---|---|---|\n{row}"
    assert "owner" not in meta_of(outline(f"# Apiary\n\n{filler}{end}"), words)


def test_the_keys_of_front_matter_may_write_two_letters_for_an_umlaut(words: Vocabulary) -> None:
    front = "---\nnaechste_ueberpruefung: 2031-02-09\nrueckseite: blau\n---\n\n# Imkerei\n"
    found = meta_of(outline(front), words)
    assert {key: text.text for key, text in found.items()} == {"next_review": "2031-02-09"}


@pytest.mark.parametrize(
    ("rows", "owner"),
    [("| 🏷️ Version | 4.1 |\n| 🐝 Owner | Bee team |", "Bee team"),
     ("| 🏷️ Fassung | 4.1 |\n| 🐝 Zuständige Abteilung | Imkerei |", "Imkerei"),
     ("| 🏷️ 版本 | 4.1 |\n| 🐝 归口部门 | 养蜂科 |", "养蜂科")],
)  # fmt: skip
def test_a_picture_may_stand_before_a_name(rows: str, owner: str, words: Vocabulary) -> None:
    found = meta_of(outline(f"# Apiary\n\n| | |\n|---|---|\n{rows}\n"), words)
    assert {key: text.text for key, text in found.items()} == {"version": "4.1", "owner": owner}


@pytest.mark.parametrize(
    ("line", "said"),
    [("文号：蜂-3　版本：4.1　修订日期：2031-02-09　存放：蜂房二楼",
      {"version": "4.1", "last_updated": "2031-02-09"}),
     ("版数：4.1　更新日：2031年2月　保管：蔵",
      {"version": "4.1", "last_updated": "2031年2月"}),
     ("Version: 4.1    Last updated: 2031-02-09    Kept in: the smoke house",
      {"version": "4.1", "last_updated": "2031-02-09"})],
)  # fmt: skip
def test_a_wide_gap_ends_what_stands_before_it(
    line: str, said: dict[str, str], words: Vocabulary
) -> None:
    found = meta_of(outline(f"# Apiary\n\n{line}\n"), words)
    assert {key: text.text for key, text in found.items()} == said


def test_a_wide_gap_without_a_label_behind_it_is_part_of_the_value(words: Vocabulary) -> None:
    found = meta_of(outline("# 養蜂場\n\n管理者：蜂　花子\n"), words)
    assert found["owner"].text == "蜂 花子"
    found = meta_of(outline("# 养蜂场\n\n版本：4.1，负责人：养蜂组，更新日期：2031-02-09\n"), words)
    assert [text.text for text in found.values()] == ["4.1", "养蜂组", "2031-02-09"]


@pytest.mark.parametrize(
    ("chapter", "key"),
    [
        ("Last updated\n\n2031-02-09", "last_updated"),
        ("Nächste Prüfung\n\nFebruar 2031", "next_review"),
        ("Last updated\n\nBees, since 2031, live in the north hive", None),
        ("Last updated\n\n2031-02-09\n\n- new hive", None),
        ("Last seen\n\n2031-02-09", None),
    ],
)
def test_a_day_below_a_heading_that_names_it(
    chapter: str, key: str | None, words: Vocabulary
) -> None:
    found = meta_of(outline(f"# Apiary\n\n## Hives\n\nTwo.\n\n## {chapter}\n"), words)
    assert [*found] == ([key] if key else [])
