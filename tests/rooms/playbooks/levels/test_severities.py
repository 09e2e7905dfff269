"""What is said beside a level: its fields, and what is none of them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary

HEAD = "# T\n\n## Severity levels\n\n### P1\n\n{}\n\n### P2\n\nSmall.\n"


def first(text: str, words: Vocabulary) -> Severity:
    return compile_playbook(HEAD.format(text), words).severities[0]


def test_a_field_of_the_teams_own_is_no_example(words: Vocabulary) -> None:
    level = first("- *Response*: 9 minutes\n- *Tide table*: on paper\n", words)
    assert level.response is not None
    assert (level.response.seconds, level.examples) == (540, ())


def test_bullets_below_a_label_are_examples(words: Vocabulary) -> None:
    level = first("**Examples:**\n\n- *Mast*: broken\n- no wind\n", words)
    assert [one.text for one in level.examples] == ["Mast: broken", "no wind"]


def test_two_periods_are_for_inside_and_for_customers(words: Vocabulary) -> None:
    level = first("**報告**: 7分ごと（社内）、40分ごと（お客さま）\n", words)
    assert level.cadence is not None
    assert level.cadence_external is not None
    assert (level.cadence.seconds, level.cadence_external.seconds) == (420, 2400)
    assert level.communication is None


def test_an_event_is_a_cadence_without_a_number(words: Vocabulary) -> None:
    level = first("- *Updates*: at start and end\n", words)
    assert level.cadence is not None
    assert (level.cadence.seconds, level.cadence.calendar) == (None, "event")


def test_where_a_rhythm_is_told_does_not_hide_it(words: Vocabulary) -> None:
    for said, every in (("täglich im Ticket", 86400), ("every 10 min in the channel", 600)):
        level = first(f"**Communication**: {said}\n", words)
        assert level.cadence is not None
        assert level.cadence.seconds == every
        assert level.communication is None


def test_nobody_is_no_name(words: Vocabulary) -> None:
    for said in ("None", "nobody, ticket only", "niemand", "ninguno", "无", "niemand (Ticket)"):
        assert first(f"**Escalation**: {said}\n", words).escalation == ()


def test_a_promise_we_do_not_know_hides_no_other(words: Vocabulary) -> None:
    said = "answer within 5 minutes, detour within 20 minutes, fix within 4 hours"
    levels = "# T\n\n## Levels\n\n- **P1**: all\n- **P2**: some\n\n"
    text = f"{levels}### Targets\n\n- P1: {said}\n- P2: answer the next working day\n"
    one, two = compile_playbook(text, words).severities
    assert one.response is not None
    assert one.resolution is not None
    assert (one.response.seconds, one.resolution.seconds) == (300, 14400)
    assert two.response is not None
    assert two.response.calendar == "next_business_day"


def test_a_short_word_above_a_definition_is_the_name(words: Vocabulary) -> None:
    text = (
        "# T\n\n## Severity\n\n- SEV-A – house dark\n  - Definition: no tea at all\n"
        "- SEV-B – house dim\n  - Definition: weak tea\n"
    )
    found = compile_playbook(text, words).severities
    assert [(one.name, one.definition and one.definition.text) for one in found] == [
        ("house dark", "no tea at all"),
        ("house dim", "weak tea"),
    ]


def test_whom_a_level_escalates_to_without_the_case(words: Vocabulary) -> None:
    for said, names in (
        ("If not solved in 30 min, escalate to Mate", ["Mate"]),
        ("Bosun (after 1 hour), Mate (after 4 hours)", ["Bosun", "Mate"]),
        ("Bosun → Mate → Captain (30 min)", ["Bosun", "Mate", "Captain"]),
        ("Mate after 20 minutes", ["Mate"]),
        ("Head of Deck (night)", ["Head of Deck (night)"]),
        ("Maat + Kapitänin sofort", ["Maat", "Kapitänin"]),
    ):
        level = first(f"**Escalation**: {said}\n", words)
        assert [one.text for one in level.escalation] == names


def test_a_remark_without_a_time_hides_no_time(words: Vocabulary) -> None:
    level = first("**Response**: Immediate (page)\n", words)
    assert level.response is not None
    assert level.response.seconds == 0
    assert first("**Response**: 15 min by day, 1 hour by night\n", words).response is None


def test_bare_amounts_for_two_named_sides_repeat(words: Vocabulary) -> None:
    level = first("**Updates**: 15 min (internal), 30 min (customers)\n", words)
    assert level.cadence is not None
    assert level.cadence_external is not None
    assert (level.cadence.seconds, level.cadence_external.seconds) == (900, 1800)


def test_two_named_promises_may_stand_on_two_sides_of_a_stroke(words: Vocabulary) -> None:
    level = first("**Response**: 5 min ack / 15 min engaged\n", words)
    assert level.acknowledge is not None
    assert level.response is not None
    assert (level.acknowledge.seconds, level.response.seconds) == (300, 900)


def test_beside_known_fields_an_unknown_one_is_no_example(words: Vocabulary) -> None:
    text = (
        "# T\n\n## Levels\n\n- **Red**: nothing brews\n  - Acknowledge: 5 min\n  - Inform: guests\n"
        "  - Lamp: over the door\n- **Amber**: weak\n  - Acknowledge: 20 min\n  - Inform: cook\n"
    )
    red, _ = compile_playbook(text, words).severities
    assert red.communication is not None
    assert (red.communication.text, red.examples) == ("guests", ())


ORDERS = "# T\n\n## Severity\n\n| Level | Meaning | {} |\n|---|---|---|\n| P1 | no tea | {} |\n"


def test_a_column_of_responses_without_a_time_says_what_to_do(words: Vocabulary) -> None:
    table = ORDERS + "| P2 | weak tea | {} |\n"
    told = table.format("Respuesta", "Abrir la sala y parar todo", "Revisar la última entrega")
    first, second = compile_playbook(told, words).severities
    assert first.action is not None
    assert second.action is not None
    assert first.action.text == "Abrir la sala y parar todo"
    assert first.response is None


def test_a_response_that_only_cannot_be_measured_stays_one(words: Vocabulary) -> None:
    table = ORDERS + "| P2 | weak tea | {} |\n"
    told = table.format("Response", "when somebody is free", "as soon as we can do it")
    assert [one.action for one in compile_playbook(told, words).severities] == [None, None]


def test_several_promises_in_one_line(words: Vocabulary) -> None:
    lines = (
        "- Ack: 5 min · Respond: 10 min · Fix: 1 h",
        "Quittierung: 5 min | Reaktion: 10 min | Lösung: 1 h",
        "- 確認：5分、対応開始：10分、復旧：1時間",
    )
    for line in lines:
        level = first(line, words)
        times = (level.acknowledge, level.response, level.resolution)
        assert [one.seconds if one else None for one in times] == [300, 600, 3600]


def test_hours_are_nobody(words: Vocabulary) -> None:
    level = first("- **Escalate to**: Bosun, in office hours\n", words)
    assert [one.text for one in level.escalation] == ["Bosun"]


def test_a_head_that_names_its_promise_goes_before_the_lines_below(words: Vocabulary) -> None:
    text = (
        "# T\n\n## Incident classifications\n\n### Critical (P0) - Response Time: 0-9 minutes\n\n"
        "- Response within 7 minutes\n\n### High (P1) - Response Time: 9-40 minutes\n\nSmall.\n"
    )
    one, two = compile_playbook(text, words).severities
    assert one.response is not None
    assert two.response is not None
    assert (one.response.line, one.response.seconds, one.response.min_seconds) == (5, 540, 0)
    assert (two.response.seconds, two.response.min_seconds) == (2400, 540)


def test_numbered_steps_are_a_ladder_by_their_names(words: Vocabulary) -> None:
    text = "# Mühle\n\n## Vorfälle\n\n" + "".join(
        f"### Stufe {number}: {name} (Reaktion innerhalb {number} Stunden)\n\n- Mehl\n\n"
        for number, name in enumerate(("KRITISCH", "HOCH", "MITTEL"), 2)
    )
    found = compile_playbook(text, words).severities
    assert [(level.key, level.name) for level in found] == [
        ("Stufe 2", "KRITISCH"),
        ("Stufe 3", "HOCH"),
        ("Stufe 4", "MITTEL"),
    ]


def test_a_heading_in_a_level_is_a_label(words: Vocabulary) -> None:
    level = first("#### Examples:\n- **Low-impact leaks** - a drop\n- **Paint** - a spot\n", words)
    assert [one.text for one in level.examples] == ["Low-impact leaks - a drop", "Paint - a spot"]


def test_levels_and_what_is_promised_behind_their_brackets(words: Vocabulary) -> None:
    text = (
        "# 茶\n\n## 障害の区分け\n\n### レベル1（重大）- 直ちに対応\n- 茶が出ない\n\n"
        "### レベル2（中）- 8時間以内の対応が必要\n- ぬるい\n\n"
        "### レベル3（軽微）- 72時間以内に対応\n- 色が薄い\n"
    )
    levels = compile_playbook(text, words).severities
    told = [(one.key, one.name, one.response and one.response.seconds) for one in levels]
    assert told == [("レベル1", "重大", 0), ("レベル2", "中", 28800), ("レベル3", "軽微", 259200)]
    assert [one.text for level in levels for one in level.examples] == [
        "茶が出ない", "ぬるい", "色が薄い",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("done", "by", "seconds"),
    [
        ("**Response:** Stop the kettle, tell the guests.", "**Timeline:** 72 hours", 259200),
        ("**Reaktion:** Kessel abstellen.", "**Zeitrahmen:** 3 Stunden", 10800),
        ("**対応**: 火を止める", "**期限**: 3時間以内", 10800),
        ("**Response:** Stop within 9 minutes.", "**Timeline:** 72 hours", 540),
        ("**Response:** Stop the kettle.", "**Crew:** 3 hours away", None),
    ],
)
def test_a_bare_time_is_the_answer_where_the_response_is_a_deed(
    done: str, by: str, seconds: int | None, words: Vocabulary
) -> None:
    level = first(f"{done}\n\n{by}\n", words)
    assert (level.response.seconds if level.response else None) == seconds


@pytest.mark.parametrize(
    ("heading", "said", "seconds"),
    [
        ("Severity", "We answer in 10 minutes and the aim is to restore the service in 2 h.", 7200),
        ("Schweregrade", "Antwort in 10 Minuten, Ziel: den Dienst in 2 h wiederherzustellen", 7200),
        ("Gravité", "On intervient en 10 minutes et on veut rétablir le service en 2 h.", 7200),
        ("Gravedad", "Se atiende en 10 minutos, con el fin de recuperar el servicio en 2 h.", 7200),
        ("Gravidade", "Atendimento em 10 minutos e o objetivo é repor o serviço em 2 h.", 7200),
        ("Severity", "We answer in 10 minutes and stay on the line for 2 hours.", None),
    ],
)  # fmt: skip
def test_to_restore_the_service_is_the_resolution_in_a_sentence(
    heading: str, said: str, seconds: int | None, words: Vocabulary
) -> None:
    text = f"# Tram\n\n## {heading}\n\n**S1.** No tram runs. {said}\n\n**S2.** One tram is late.\n"
    first = compile_playbook(text, words).severities[0]
    assert first.response is not None
    assert first.response.seconds == 600
    assert (first.resolution and first.resolution.seconds) == seconds


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Severity", "It is looked at on the next working day and is fixed in the next release."),
        ("Gravedad", "Se atiende el siguiente día laborable y se arregla en la próxima versión."),
        ("Gravidade", "Atendimento no dia útil seguinte, é corrigido na próxima versão."),
        ("级别", "响应：下个工作日；恢复目标：跟版本走"),
    ],
)
def test_what_is_mended_with_the_next_release_says_so_in_a_sentence(
    heading: str, said: str, words: Vocabulary
) -> None:
    text = f"# Tram\n\n## {heading}\n\n**S3.** A lamp is out. {said}\n\n**S4.** A wish.\n"
    first = compile_playbook(text, words).severities[0]
    assert first.response is not None
    assert first.resolution is not None
    assert first.resolution.calendar == "next_release"


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("head baker; hourly until it is stable", 3600),
        ("Backstube und Läden alle 20 Minuten", 1200),
        ("head baker and the shops", None),
        ("head baker within 20 minutes", None),
    ],
)
def test_whom_to_tell_and_how_often_is_a_rhythm_beside_the_names(
    told: str, seconds: int | None, words: Vocabulary
) -> None:
    level = first(f"**Communication**: {told}\n", words)
    assert level.communication is not None
    assert level.communication.text == told
    assert (level.cadence.seconds if level.cadence else None) == seconds
