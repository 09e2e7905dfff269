"""What a written address is, and what only looks like one."""

import pytest

from runcard.domain.playbooks.page.addresses import (
    is_placeholder,
    is_run,
    kind_of,
    without_brackets,
    writes_addresses,
)
from runcard.domain.playbooks.page.blocks import tables
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("value", "kind", "bare"),
    [
        ("<keeper@lighthouse.fm>", "email", "keeper@lighthouse.fm"),
        ("<mailto:keeper@lighthouse.fm>", "email", "keeper@lighthouse.fm"),
        ("<https://lamps.fm/help>", "url", "https://lamps.fm/help"),
        ("+1-800-555-LAMP", "phone", "+1-800-555-LAMP"),
        ("1-800-LAMPOIL (at night)", "phone", "1-800-LAMPOIL (at night)"),
    ],
)
def test_an_address_in_angle_brackets_is_meant_as_it_stands(
    value: str, kind: str, bare: str, words: Vocabulary
) -> None:
    assert (kind_of(value, words), is_placeholder(value, words)) == (kind, False)
    assert without_brackets(value) == bare


def test_a_name_in_angle_brackets_is_still_a_gap(words: Vocabulary) -> None:
    assert is_placeholder("<keeper>", words)
    assert is_placeholder("<keeper@example.com>", words)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("lamps@[our harbour].org", "email"),
        ("<name>@lighthouse.fm", "email"),
        ("[name], by day", "name"),
        ("<氏名> <電話>", "name"),
        ("[Vorname] [Telefon]", "name"),
        ("oil <grade>@<station>", "none"),
    ],
)
def test_a_mailbox_with_a_gap_in_it_is_one(value: str, kind: str, words: Vocabulary) -> None:
    assert (kind_of(value, words), is_placeholder(value, words)) == (kind, True)


@pytest.mark.parametrize("value", ["lamp errors 429-5xx", "4xx", "5xx / 4xx", "503-5XX"])
def test_answers_of_a_server_are_no_numbers_to_dial(value: str, words: Vocabulary) -> None:
    assert (kind_of(value, words), is_placeholder(value, words)) == ("none", False)


@pytest.mark.parametrize(
    "value", ["0800 5xx xxx", "12XX", "+44 20 XXXX XXXX", "[cellulaire]", "[手機號碼]"]
)
def test_a_number_that_only_begins_is_still_a_gap(value: str, words: Vocabulary) -> None:
    assert (kind_of(value, words), is_placeholder(value, words)) == ("phone", True)


def test_a_form_of_ways_that_nobody_filled_in_is_a_gap(words: Vocabulary) -> None:
    assert is_placeholder("Chat: `@` · Mail: · Telefon:", words)
    assert not is_placeholder("Chat: @keeper · Mail: keeper@lighthouse.fm", words)
    assert not is_placeholder("Chat:", words)


@pytest.mark.parametrize("value", ["coastguard.gov", "lamps.co.uk/help", "tide.org (by day)"])
def test_a_host_by_itself_is_a_page(value: str, words: Vocabulary) -> None:
    assert kind_of(value, words) == "url"


@pytest.mark.parametrize("value", ["LAMPS.md", "lamp.sh", "see the log. It is open"])
def test_a_file_or_a_sentence_is_no_page(value: str, words: Vocabulary) -> None:
    assert kind_of(value, words) != "url"


def test_a_number_for_emergencies_with_words_behind_it(words: Vocabulary) -> None:
    assert kind_of("112 (coastguard) or the harbour office", words) == "phone"


@pytest.mark.parametrize(
    ("cells", "written"),
    [(("Pager + chat", "Mail"), False), (("`#lamp`", "keeper@lighthouse.fm"), True),
     (("TBD", "chat"), True)],
)  # fmt: skip
def test_a_column_of_tools_writes_no_addresses(
    cells: tuple[str, str], written: bool, words: Vocabulary
) -> None:
    rows = "".join(f"| Keeper | {cell} |\n" for cell in cells)
    page = outline(f"# L\n\n## D\n\n| Role | Tool |\n|---|---|\n{rows}")
    (table,) = tables(page.sections[-1])
    assert writes_addresses(table, words) is written


@pytest.mark.parametrize("value", ["Write on: `status.lamps.com`", "`news.lamps.dev`, by the hour"])
def test_a_host_in_ticks_is_a_page(value: str, words: Vocabulary) -> None:
    assert kind_of(value, words) == "url"
    assert kind_of("restart `lamp.service`", words) == "none"


def test_what_a_letter_begins_with_is_no_gap(words: Vocabulary) -> None:
    assert not is_placeholder("keeper@lamps.org (subject: [LAMP])", words)
    assert is_placeholder("keeper@[house].org (by night)", words)


@pytest.mark.parametrize(
    ("value", "kind"),
    [("extensão 4400", "phone"), ("分机 4400", "phone"), ("飞书群“灯塔值守”", "chat"),
     ("钉钉群“灯塔”", "chat"), ("LINEグループ「灯台」", "chat"), ("Signal-Gruppe „Turm“", "chat"),
     ("groupe Signal « phare »", "chat"), ("grupo de Signal «faro»", "chat"),
     ("the group of keepers", "none")],
)  # fmt: skip
def test_ways_are_known_by_their_words(value: str, kind: str, words: Vocabulary) -> None:
    assert kind_of(value, words) == kind


@pytest.mark.parametrize("value", ["canal `#faro-turno`", "Kanal `#turm`", "`#lamp` by day"])
def test_a_channel_in_ticks_behind_its_word(value: str, words: Vocabulary) -> None:
    assert kind_of(value, words) == "chat"


@pytest.mark.parametrize(
    "value",
    ["(add contact)", "(insert the pager's number)", "(Nummer eintragen)", "(numéro à renseigner)",
     "(añadir teléfono)", "(inserir nome)", "（填写电话）", "（連絡先を追記）"],
)  # fmt: skip
def test_an_order_to_fill_in_is_a_gap(value: str, words: Vocabulary) -> None:
    assert is_placeholder(value, words)


@pytest.mark.parametrize(
    "value", ["(adds the tea)", "The mate (add two hours at sea)", "(ring, then add sugar, please)"]
)
def test_other_remarks_are_none(value: str, words: Vocabulary) -> None:
    assert not is_placeholder(value, words)


@pytest.mark.parametrize(
    ("value", "is_gap"),
    [("preencher", True), ("(ausfüllen)", True), ("記入", True), ("rellenar", True),
     ("填写", True), ("preencher o formulário da portaria", False), ("fill the kettle", False)],
)  # fmt: skip
def test_an_order_to_whoever_writes_the_page_is_a_gap(
    value: str, is_gap: bool, words: Vocabulary
) -> None:
    assert is_placeholder(value, words) is is_gap


@pytest.mark.parametrize(
    ("value", "kind"),
    [("Zugang liegt im Tresor der Backstube", "pointer"), ("codes au coffre-fort", "pointer"),
     ("as senhas estão no cofre", "pointer"), ("Die Backstube liegt neben dem Hof", "none")],
)  # fmt: skip
def test_where_the_keys_lie_is_where_to_look(value: str, kind: str, words: Vocabulary) -> None:
    assert kind_of(value, words) == kind


@pytest.mark.parametrize(
    ("value", "kind"),
    [("desk@our-yard", "email"), ("desk @our-yard", "chat"),
     ("<SHIFT_LEAD_PHONE>", "phone"), ("`<DPO_EMAIL>`", "email"), ("[WACHE_TELEFON]", "phone"),
     ("<YARD_SLACK_CHANNEL>", "chat"), ("<PHONE_BOOK_OWNER>", "phone"), ("<SHIFT_LEAD>", "none"),
     ("<phone> or <email>", "phone")],
)  # fmt: skip
def test_a_gap_in_capitals_is_named_by_its_last_word_and_a_house_may_have_no_end(
    value: str, kind: str, words: Vocabulary
) -> None:
    assert kind_of(value, words) == kind


@pytest.mark.parametrize(
    ("value", "is_gap"),
    [("rellenar con datos reales tras la visita", True), ("preencher com o número real", True),
     ("noch auszufüllen", True), ("der Kessel ist gefüllt", False)],
)  # fmt: skip
def test_real_data_still_to_come_is_a_gap(value: str, is_gap: bool, words: Vocabulary) -> None:
    assert is_placeholder(value, words) is is_gap


@pytest.mark.parametrize(
    ("value", "is_command"),
    [
        ("`curl https://mill.example/sluice` once", True),
        ("`python tools/look.py`", True),
        ("`/page hall`", False),
        ("`#sluice` by day", False),
        ("`mill rota` in the pager", False),
    ],
)
def test_what_is_run_leads_to_nobody(value: str, is_command: bool) -> None:
    assert is_run(value) is is_command
