"""Levels in tables of any order, under any head, and in lists of free names."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary


def levels(text: str, words: Vocabulary) -> tuple[Severity, ...]:
    return compile_playbook(f"# T\n\n{text}\n", words).severities


def seconds(level: Severity) -> tuple[int | None, ...]:
    times = (level.acknowledge, level.response, level.resolution, level.cadence)
    return tuple(time and time.seconds for time in times)


def test_the_column_of_levels_may_stand_anywhere(words: Vocabulary) -> None:
    table = (
        "## Severity\n\n| Impact | Severity | Response time |\n|---|---|---|\n"
        "| no tea at all | **High** | 5 min |\n| weak tea | Low | 1 h |"
    )
    found = levels(table, words)
    assert [(one.key, one.response and one.response.seconds) for one in found] == [
        ("High", 300),
        ("Low", 3600),
    ]


def test_in_a_column_of_levels_any_name_is_one(words: Vocabulary) -> None:
    table = (
        "## Is it urgent?\n\n| Urgency | Looks like | Start working |\n|---|---|---|\n"
        "| U1 | no tea at all | 15 min |\n| U2 | tea is weak | 1 hour |"
    )
    assert [one.key for one in levels(table, words)] == ["U1", "U2"]


@pytest.mark.parametrize(
    ("cells", "keys"),
    [(("U1", "U2"), ["U1", "U2"]),
     (("its tea is stale, not bad; look at the clock beside it",
       "two S1 cups are cold. Do nothing before breakfast"), [])],
)  # fmt: skip
def test_sentences_name_no_level(
    cells: tuple[str, str], keys: list[str], words: Vocabulary
) -> None:
    table = (
        "## Alerts\n\n| Line | Meaning | Urgency |\n|---|---|---|\n"
        f"| kettle | no answer | {cells[0]} |\n| pot | late | {cells[1]} |"
    )
    assert [one.key for one in levels(table, words)] == keys


def test_columns_may_be_the_levels(words: Vocabulary) -> None:
    text = (
        "## Levels\n\n1. `sev1` no tea at all\n2. `sev2` weak tea\n\n### Targets\n\n"
        "| | sev1 | sev2 |\n|---|---|---|\n| Response | 5 min | 1 h |\n"
        "| Updates | every 10 min | – |"
    )
    first, second = levels(text, words)
    assert seconds(first) == (None, 300, None, 600)
    assert seconds(second) == (None, 3600, None, None)


def test_a_column_of_times_under_an_unknown_head_is_read_by_its_content(words: Vocabulary) -> None:
    table = (
        "## Severity\n\n| Level | What | Feet on the stairs | Shout |\n|---|---|---|---|\n"
        "| P1 | there is no tea | 5 min | every 10 min |\n| P2 | the tea is weak | 1 h | hourly |"
    )
    first, _ = levels(table, words)
    assert seconds(first) == (None, 300, None, 600)


def test_three_names_in_order_are_a_ladder_without_a_heading(words: Vocabulary) -> None:
    text = "## How we rate tea\n\n- **High** – none\n- **Medium** – weak\n- **Low** – lukewarm"
    assert [one.key for one in levels(text, words)] == ["High", "Medium", "Low"]


def test_a_list_of_bold_words_elsewhere_is_no_ladder(words: Vocabulary) -> None:
    text = "## Contacts\n\n- **High**: a\n- **Medium**: b\n- **Low**: c"
    assert levels(text, words) == ()


def test_sentences_behind_a_key_promise_times(words: Vocabulary) -> None:
    text = (
        "## Severity\n\n- **SEV1 – no tea.** Start within 15 min. Tell everybody every hour.\n"
        "- **SEV2 – weak tea.** Start within 1 h."
    )
    first, second = levels(text, words)
    assert seconds(first) == (None, 900, None, 3600)
    assert first.definition is not None
    assert first.definition.text == "no tea."
    assert seconds(second) == (None, 3600, None, None)


def test_a_definition_list_may_define_levels(words: Vocabulary) -> None:
    text = (
        "## Priorities\n\nPriority 1\n: No tea.\n"
        ": Answered within 30 minutes. Restored within 4 hours."
        "\n\nPriority 2\n: Weak tea.\n: Answered within 1 hour."
    )
    first, _ = levels(text, words)
    assert first.key == "Priority 1"
    assert seconds(first) == (None, 1800, 14400, None)


def test_a_level_may_have_a_table_of_its_own(words: Vocabulary) -> None:
    text = (
        "## Severity levels\n\n### P1 - Scalding\n\nThe tea is too hot.\n\n"
        "| What | How fast |\n|---|---|\n| Acknowledge | 3 min |\n"
        "| Status reports | every 20 min |\n\n"
        "### P2 - Cold\n\nThe tea is cold.\n\n"
        "| Response | Resolution |\n|---|---|\n| 1 h | 5 h |\n"
    )
    first, second = levels(text, words)
    assert seconds(first) == (180, None, None, 1200)
    assert seconds(second) == (None, 3600, 18000, None)


def test_a_table_without_a_promise_says_nothing_of_a_level(words: Vocabulary) -> None:
    text = (
        "## Severity levels\n\n### P1\n\nNo tea.\n\n"
        "| Name | Response |\n|---|---|\n| Ann | brews |\n\n"
        "### P2\n\nWeak tea.\n"
    )
    assert [seconds(one) for one in levels(text, words)] == [(None,) * 4, (None,) * 4]


def test_a_remark_may_hold_a_time_among_other_words(words: Vocabulary) -> None:
    text = (
        "## Severity levels\n\n**P1 (the whole crew, within 5 minutes)**\n\n- no tea\n\n"
        "**P2 (one brewer)**\n\n- weak tea\n"
    )
    first, second = levels(text, words)
    assert first.response is not None
    assert first.response.text == "within 5 minutes"
    assert second.response is None


def test_columns_may_be_the_levels_beside_a_channel(words: Vocabulary) -> None:
    text = (
        "## Severity\n\n- **P1**: no tea at all\n- **P2**: weak tea\n\n## Communication\n\n"
        "| Audience | Channel | P1 | P2 |\n|---|---|---|---|\n"
        "| Crew | radio | every 10 min | hourly |\n"
    )
    first, second = levels(text, words)
    assert (seconds(first)[3], seconds(second)[3]) == (600, 3600)
    assert first.cadence is not None
    assert first.cadence.line == 12


def test_vague_keys_are_known_again_from_the_list_that_defines_them(words: Vocabulary) -> None:
    text = (
        "## Severity\n\n| Class | When |\n|---|---|\n| E1 | there is no tea at all |\n"
        "| E2 | the tea is quite weak |\n\n## Times\n\n| | E1 | E2 |\n|---|---|---|\n"
        "| Respond | 5 min | 1 h |\n"
    )
    first, second = levels(text, words)
    assert (seconds(first)[1], seconds(second)[1]) == (300, 3600)
    assert first.definition is not None
    assert first.definition.text == "there is no tea at all"


def test_a_column_of_triggers_is_what_a_level_means(words: Vocabulary) -> None:
    table = (
        "## Severity\n\n| Sev | Trigger | Updates |\n|---|---|---|\n"
        "| S1 | No tea anywhere | 15 min |\n| S2 | Weak tea somewhere | on request |"
    )
    first, second = levels(table, words)
    assert first.definition is not None
    assert first.definition.text == "No tea anywhere"
    assert (seconds(first)[3], second.cadence) == (900, None)


def test_being_picked_up_beside_a_response_is_the_acknowledgement(words: Vocabulary) -> None:
    for taken, responded in (("Picked up", "Response"), ("Presa in carico", "Risposta")):
        table = (
            f"## Severity\n\n| Level | Meaning | {taken} | {responded} |\n|---|---|---|---|\n"
            "| P1 | no tea | 5 min | 20 min |\n| P2 | weak tea | 10 min | 1 h |"
        )
        assert seconds(levels(table, words)[0])[:2] == (300, 1200)


def test_a_column_may_be_about_two_sides(words: Vocabulary) -> None:
    table = (
        "## Severity\n\n| Level | Meaning | Updates (internal / external) |\n|---|---|---|\n"
        "| P1 | no tea | 10 min / 30 min |\n| P2 | weak tea | 1 h / 2 h |"
    )
    first = levels(table, words)[0]
    assert first.cadence_external is not None
    assert (seconds(first)[3], first.cadence_external.seconds) == (600, 1800)


def test_one_rhythm_among_bare_times_says_that_all_repeat(words: Vocabulary) -> None:
    table = (
        "## Severity\n\n| Level | Meaning | Comms |\n|---|---|---|\n| P1 | no tea | 10 min |\n"
        "| P2 | weak tea | daily |"
    )
    assert seconds(levels(table, words)[0])[3] == 600


def test_hours_of_cover_do_not_hide_a_time(words: Vocabulary) -> None:
    table = (
        "## Severity\n\n| Level | Meaning | Response |\n|---|---|---|\n"
        "| P1 | no tea | 30 minutes, from 05:00 |\n| P2 | weak tea | 2 hours, Mon-Fri 08:00-18:00 |"
    )
    first, second = levels(table, words)
    assert (seconds(first)[1], seconds(second)[1]) == (1800, 7200)
    assert second.response is not None
    assert second.response.calendar == "business_hours"


def test_a_cell_may_name_its_promises_itself(words: Vocabulary) -> None:
    table = (
        "## Severity\n\n| Level | Meaning | Target |\n|---|---|---|\n"
        "| P1 | no tea | Respond 15 min / resolve 4 h |\n| P2 | weak | Respond 1 h / resolve 9 h |"
    )
    assert seconds(levels(table, words)[0])[1:3] == (900, 14400)


def test_rows_about_other_matters_promise_nothing(words: Vocabulary) -> None:
    text = (
        "## Severity\n\n- **P1**: no tea at all\n- **P2**: weak tea\n\n## Plans\n\n"
        "| Plan | P1 | P2 |\n|---|---|---|\n| Gold | 15 min | 1 h |\n| Tin | 1 h | 4 h |\n"
    )
    assert seconds(levels(text, words)[0]) == (None, None, None, None)


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Störungsklassen", "Klasse | Bedeutung | Reaktion"),
        ("Clases de incidente", "Clase | Significado | Respuesta"),
        ("Classes de panne", "Classe | Sens | Réaction"),
    ],
)
def test_levels_may_be_bare_figures_of_a_class(title: str, head: str, words: Vocabulary) -> None:
    rows = "| 1 | kein Tee | 15 min |\n| 2 | kalter Tee | 1 h |"
    found = levels(f"## {title}\n\n| {head} |\n|---|---|---|\n{rows}", words)
    assert [(one.key, seconds(one)[1]) for one in found] == [("1", 900), ("2", 3600)]


def test_times_below_a_head_for_actions_are_the_response(words: Vocabulary) -> None:
    head = "| レベル | 定義 | 対応目標 |\n|---|---|---|\n"
    table = f"{head}| P1 | 窯が冷えた | 即時対応 |\n| P2 | 皿が欠けた | 2時間以内 |\n"
    one, two = levels(f"## 障害レベル\n\n{table}", words)
    assert one.action is None
    assert one.response is not None
    assert two.response is not None
    assert (one.response.seconds, two.response.seconds) == (0, 7200)


def test_a_mitigation_beside_a_resolution_is_none(words: Vocabulary) -> None:
    head = "| Level | Meaning | Ack | Mitigate | Resolve |\n|---|---|---|---|---|\n"
    one = "| P1 | no tea at all | 5 min | 20 min | 3 h |\n"
    two = "| P2 | the tea is weak | 9 min | 1 h | 1 day |\n"
    found = levels(f"## Levels\n\n{head}{one}{two}", words)
    for level, restored in zip(found, (10800, 86400), strict=True):
        assert level.resolution is not None
        assert (level.resolution.seconds, level.response) == (restored, None)


def test_how_it_escalates_is_nobody(words: Vocabulary) -> None:
    head = "| Level | Meaning | Escalation |\n|---|---|---|\n"
    rows = (
        "| P1 | no tea at all | Auto-escalate after 2h |\n"
        "| P2 | the tea is weak | Manual escalation |\n"
    )
    assert [one.escalation for one in levels(f"## Levels\n\n{head}{rows}", words)] == [(), ()]


def test_rhythms_by_level_in_a_chapter_on_something_else(words: Vocabulary) -> None:
    text = (
        "## Levels\n\n- **P1**: no tea\n- **P2**: weak tea\n\n## On-call procedures\n\n"
        "### Rhythm of updates\n\n| Severity | Update frequency |\n|---|---|\n"
        "| P1 | Every 9 minutes |\n| P2 | On status change |\n"
    )
    one, two = levels(text, words)
    assert one.cadence is not None
    assert two.cadence is not None
    assert (one.cadence.seconds, two.cadence.calendar) == (540, "event")
