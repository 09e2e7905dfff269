"""Levels in tables of any order, under any head, and in lists of free names."""

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
