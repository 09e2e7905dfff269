"""Phases as rows of a table, or as entries that begin with their windows."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

Found = list[tuple[str, tuple[int | None, int | None] | None]]


def phases(body: str, words: Vocabulary) -> Found:
    made = compile_playbook(f"# Tea\n\n## Incident process\n\n{body}\n", words).phases
    return [
        (one.title, (one.timebox.min_seconds, one.timebox.seconds) if one.timebox else None)
        for one in made
    ]


def test_the_column_of_times_is_known_by_its_cells(words: Vocabulary) -> None:
    table = (
        "| # | Stage | Window | Who |\n|---|---|---|---|\n| 1 | Look | 0–5 min | Ada |\n"
        "| 2 | Boil | 5–15 min | Bo |\n| 3 | Tell | all the time | Bo |\n| 4 | Close | | Ada |"
    )
    wanted: Found = [("Look", (0, 300)), ("Boil", (300, 900)), ("Tell", None), ("Close", None)]
    assert phases(table, words) == wanted


def test_a_unit_may_stand_in_the_head(words: Vocabulary) -> None:
    table = "| Minuten | Phase |\n|---|---|\n| 0–5 | Schauen |\n| 5–20 | Kochen |"
    assert phases(table, words) == [("Schauen", (0, 300)), ("Kochen", (300, 1200))]


def test_windows_from_the_beginning_make_phases_of_what_stands_beside(words: Vocabulary) -> None:
    table = (
        "| 時間帯 | やること |\n|---|---|\n| 0〜5分 | 見る |\n"
        "| 5〜20分 | 沸かす |\n| 20分以降 | 報告 |"
    )
    assert phases(table, words) == [("見る", (0, 300)), ("沸かす", (300, 1200)), ("報告", None)]


def test_other_figures_are_no_times(words: Vocabulary) -> None:
    table = "| Stage | Cups |\n|---|---|\n| Look | 5 |\n| Boil | 10 |\n| Pour | 20 |"
    assert phases(table, words) == [("Look", None), ("Boil", None), ("Pour", None)]


def test_entries_that_begin_with_windows(words: Vocabulary) -> None:
    body = "- 0–3 min: look\n- 3–10 min – **Boil**: with care\n- 10–30 min: pour"
    wanted: Found = [("look", (0, 180)), ("Boil", (180, 600)), ("pour", (600, 1800))]
    assert phases(body, words) == wanted


def test_a_list_with_only_one_window_is_no_list_of_phases(words: Vocabulary) -> None:
    assert phases("- 0–3 min: look\n- and boil", words) == []


def test_windows_say_by_themselves_what_they_are(words: Vocabulary) -> None:
    table = "| After | Stage |\n|---|---|\n| 0-5 min | Look |\n| 5-15 min | Boil |"
    made = compile_playbook(f"# Tea\n\n## Tea hour\n\n{table}\n", words).phases
    assert [one.title for one in made] == ["Look", "Boil"]
    later = table.replace("0-5", "2-5")
    assert compile_playbook(f"# Tea\n\n## Tea hour\n\n{later}\n", words).phases == ()


BY_THE_CLOCK = (
    "- **0-10 min:** Shut\n- **10-30 min:** Look\n",
    "| Time | What |\n|---|---|\n| 0-10 min | Shut |\n| 10-30 min | Look |\n",
    "### 0-10 min\n\n1. Shut\n\n### 10-30 min\n\n1. Look\n",
    "### Minute 0–10: Shut\n\n1. Shut\n\n### Minute 10–30: Look\n\n1. Look\n",
)


@pytest.mark.parametrize("body", BY_THE_CLOCK)
@pytest.mark.parametrize("heading", ["Flood playbook", "Runbook for a flood", "Quick reference"])
def test_what_goes_by_the_clock_is_a_course_under_any_heading(
    heading: str, body: str, words: Vocabulary
) -> None:
    made = compile_playbook(f"# Mill\n\n## {heading}\n\n{body}", words)
    times = [one.timebox and one.timebox.seconds for one in made.phases]
    assert (times, made.runbooks) == ([600, 1800], ())


def test_what_is_said_by_the_clock_is_no_course(words: Vocabulary) -> None:
    made = compile_playbook(f"# Mill\n\n## Messages to guests\n\n{BY_THE_CLOCK[0]}", words)
    assert made.phases == ()


@pytest.mark.parametrize(
    ("head", "names"),
    [("Phase", ["Detect", "Assess", "Hold", "Repair"]),
     ("Schritt", ["Erkennung", "Eindämmung", "Wiederherstellung"])],
)  # fmt: skip
def test_rows_that_are_called_phases_are_some_under_any_heading(
    head: str, names: list[str], words: Vocabulary
) -> None:
    rows = "".join(f"| {name} | Ada |\n" for name in names)
    text = f"# Mill\n\n## How a bad day goes\n\n| {head} | Who |\n|---|---|\n{rows}"
    assert [one.title for one in compile_playbook(text, words).phases] == names


def test_headings_below_go_on_with_rows(words: Vocabulary) -> None:
    table = (
        "| Phase | Time |\n|---|---|\n| Detect | |\n| Contain | 30 min |\n| Recover | 4 h |\n"
        "| Learn | 10 days |"
    )
    more = "### Detect\n\n- [ ] a\n\n### Contain\n\n- [ ] b\n\n### Recover\n\n- [ ] c\n"
    made = compile_playbook(f"# Tea\n\n## Incident flow\n\n{table}\n\n{more}", words).phases
    assert [(one.title, one.line, len(one.items)) for one in made] == [
        ("Detect", 7, 1),
        ("Contain", 8, 1),
        ("Recover", 9, 1),
        ("Learn", 10, 0),
    ]
    assert made[1].timebox is not None


@pytest.mark.parametrize(
    ("title", "heads", "times"),
    [("First response", "# | What to do | Target | Who", ("within 5 min", "20 min")),
     ("Erstmaßnahmen", "Nr. | Was tun | Zeit | Wer", ("5 Min.", "20 Min.")),
     ("Premiers gestes", "N° | Quoi | Délai | Qui", ("5 min", "20 min")),
     ("Primeras medidas", "Orden | Qué | Plazo | Quién", ("5 min", "20 min")),
     ("Primeiras medidas", "Ordem | O quê | Prazo | Quem", ("5 min", "20 min")),
     ("初动", "序号 | 做什么 | 时限 | 谁", ("5 分钟内", "20 分钟内")),
     ("初動", "順番 | やること | 目安 | 担当", ("5分以内", "20分以内"))],
)  # fmt: skip
def test_what_is_done_in_turn_and_by_when_are_phases(
    title: str, heads: str, times: tuple[str, str], words: Vocabulary
) -> None:
    rows = (
        f"| 1 | Look | {times[0]} | Ada |\n| 2 | Boil | {times[1]} | Bo |\n| 3 | Pour | – | Bo |\n"
    )
    text = f"# Tea\n\n## {title}\n\n| {heads} |\n|---|---|---|---|\n{rows}"
    made = compile_playbook(text, words).phases
    assert [one.title for one in made] == ["Look", "Boil", "Pour"]
    assert [one.timebox and one.timebox.seconds for one in made] == [300, 1200, None]


def test_a_column_of_steps_may_only_count(words: Vocabulary) -> None:
    rows = "| 一 | 看水 | 5 分钟 |\n| 二 | 烧水 | 20 分钟 |\n| 三 | 倒茶 | 1 小时 |\n"
    table = f"| 步骤 | 内容 | 时限 |\n|---|---|---|\n{rows}"
    assert [title for title, _ in phases(table, words)] == ["看水", "烧水", "倒茶"]


def test_what_is_counted_without_times_is_no_course(words: Vocabulary) -> None:
    rows = "| 1 | Green | Ada |\n| 2 | Black | Bo |\n| 3 | White | Bo |\n"
    assert phases(f"| # | Tea | Who |\n|---|---|---|\n{rows}", words) == []
    timed = rows.replace("Ada", "5 min").replace("Bo", "10 min")
    text = f"# Tea\n\n## Kinds of tea\n\n| # | Tea | Time |\n|---|---|---|\n{timed}"
    assert compile_playbook(text, words).phases == ()
